"""Reads the inside of a clause: its parties with their roles, and what it says of the clauses after it."""

from collections.abc import Iterable
from typing import NamedTuple

from planparse import patterns
from planparse.document import Party, Role
from planparse.lexicon.agencies import is_function
from planparse.lexicon.bodies import head_kind, is_body
from planparse.lexicon.roles import RoleWords
from planparse.rules.bodies.effects import FirstLeads, cut_rest, first_leads, mark_following, says_same_below
from planparse.rules.bodies.pieces import Piece
from planparse.rules.bodies.reader import Reader, pieces


class Reading(NamedTuple):
    """What a clause says. ``labelled`` and ``worded``: whether a label or role words gave the roles."""

    parties: tuple[Party, ...]
    open_ended: bool
    applies_to_following: bool
    first_leads: FirstLeads | None
    labelled: bool
    worded: bool
    bodies: int  # parties whose names end like the name of a body
    organs: int  # those of them that are bodies of their own, not mere groups or areas
    unknown: int  # pieces left out because they name no body


def read(clause: Piece) -> Reading | None:
    """The reading of a clause without its brackets; None where its words are no lists of bodies."""
    itself, rest = cut_rest(clause)
    reader = Reader()
    if not all(reader.take(piece, mark) for piece, mark in pieces(itself)):
        return None
    reader.lists.close()
    parties = tuple(reader.lists.parties)
    leads = next(iter(first_leads(clause.text)), None)
    following = rest is not None or (leads is None and says_same_below(clause.text))
    if following:
        parties = mark_following(parties, _names_of(rest) if rest else (), reader.lists.last_list)
    kinds = [head_kind(party.name) for party in parties if is_body(party.name) or _shares_head(party, clause)]
    if not kinds:
        return None
    organs = sum(kind in ("organ", "government") for kind in kinds)
    worded = reader.worded or rest is not None
    return Reading(
        parties, reader.open_ended, following, leads, reader.labelled, worded, len(kinds), organs, reader.unknown
    )


def read_columns(cells: Iterable[tuple[Piece, Role]]) -> Reading | None:
    """The reading of cells below heads that give a role (牵头单位, 配合单位); None where they are no lists of bodies."""
    reader = Reader()
    for cell, role in cells:
        reader.open(RoleWords(0, role))
        if not all(reader.take(piece, mark) for piece, mark in pieces(cell)):
            return None
    reader.lists.close()
    parties = tuple(reader.lists.parties)
    kinds = [head_kind(party.name) for party in parties if is_body(party.name)]
    organs = sum(kind in ("organ", "government") for kind in kinds)
    if not kinds:
        return None
    return Reading(parties, reader.open_ended, False, None, True, reader.worded, len(kinds), organs, reader.unknown)


def _shares_head(party: Party, clause: Piece) -> bool:
    """Whether it is a function whose head stands behind the list: 发展改革、财政、水利部门; 宣传、网信等部门."""
    behind = clause.text[party.span.end - clause.at :]
    return bool(patterns.match("[^，；。：]{0,60}?部门", behind)) and is_function(party.name)


def _names_of(rest: Piece) -> tuple[Party, ...]:
    reader = Reader()
    for piece, mark in pieces(rest):
        reader.take(piece, mark)
    reader.lists.close()
    return tuple(reader.lists.parties)
