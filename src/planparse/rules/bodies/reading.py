"""Reads the inside of a clause: lists of bodies, with a label before or role words after each list.

===========================================================  ==========================================
牵头单位：区经信局，参加单位：区发改局等                          a label gives the role of the list after it
市发改委牵头，市统计局等按职责分工负责                            role words give that of the list before them
责任单位：市科技局、市财政局按职责分工负责                        with both, the words after the list count
责任单位：省能源局等，各市人民政府负责落实                        …but 负责落实 after a comma is of its own list
市住建局会同市财政局负责                                        会同 joins supporting bodies
===========================================================  ==========================================
"""

import re
from dataclasses import replace
from typing import NamedTuple

from planparse.document import Party, Role
from planparse.lexicon.bodies import head_kind, is_body
from planparse.lexicon.roles import RoleWords, find_label, find_tail, joining_words
from planparse.rules.bodies.effects import cut_rest, first_leads, is_remark, says_same_below
from planparse.rules.bodies.names import Name, continues, cut_open_end, read_names
from planparse.rules.bodies.pieces import CLOSING, OPENING, Piece, split

_LEAD_IN = re.compile("^(?:[^由]{0,8}(?<![自理事])由|请|并由?|以及|[和及与为是])(?=.)")
_OTHER_PIECE = r"\d{4}年|\d月|年底|长期|持续|常年|全年|常态|^立即|^适时|^按时|完成$"
_PROSE = r"[的了为是将把被其应要需并在]|进行|开展|加强|推进|完善|建立|\d|见附"
_LABEL_NOUN = re.compile("单位|部门|机构|主体")
_TASK = "负责|牵头|配合|指导|参与|协助"
_LONGEST_NAME, _LONGEST_UNKNOWN = 45, 16
_OWN_LIST: tuple[Role, ...] = ("lead", "support", "implement", "guide")


class Reading(NamedTuple):
    """What a clause says. ``labelled`` and ``worded``: whether a label or role words gave the roles."""

    parties: tuple[Party, ...]
    open_ended: bool
    applies_to_following: bool
    first_leads: bool
    same_below: bool
    labelled: bool
    worded: bool
    only_bodies: bool  # every name ends like the name of a body
    organs: int  # bodies of their own, not mere groups or areas


def read(piece: Piece) -> Reading | None:
    """The reading of a clause without its brackets; None where its words are no lists of bodies."""
    itself, rest = cut_rest(piece)
    reader = _Reader()
    for part, mark in split(itself):
        if not reader.take(part, mark):
            return None
    reader.close()
    parties = tuple(reader.parties)
    if not any(is_body(party.name) for party in parties):
        return None
    leads, same = bool(first_leads(piece.text)), says_same_below(piece.text)
    following = rest is not None or (same and not leads)
    if following:
        parties = _mark_following(parties, _names_of(rest) if rest else (), reader.last_list)
    return Reading(
        parties,
        reader.open_ended,
        following,
        leads,
        same,
        reader.labelled,
        reader.worded,
        all(is_body(party.name) for party in parties),
        sum(head_kind(party.name) in ("organ", "government") for party in parties),
    )


class _Reader:
    """Takes the pieces of a clause in order; names wait in ``runs`` (cut at commas) for their role."""

    def __init__(self) -> None:
        self.parties: list[Party] = []
        self.runs: list[list[Name]] = [[]]
        self.label: RoleWords | None = None
        self.open_ended = self.labelled = self.worded = False
        self.joined = False  # 会同 stands before the names that wait
        self.after_open_end = False
        self.last_list = 0  # index in ``parties`` of the first body of the last list

    def take(self, piece: Piece, mark: str) -> bool:
        """Take one piece; False where it fits no list of bodies."""
        if mark == "：":
            return self._take_label(piece)
        piece = self._take_leading_label(piece)
        if piece.text and not self._ignored(piece.text) and not self._take_member(piece):
            return False
        if mark == "，" and self.runs[-1]:
            self.runs.append([])
        elif mark in "；。" and mark and self.label:
            self.close()
        return True

    def close(self) -> None:
        """The end of a list: names still waiting take the role of the label."""
        self._assign(self.runs, self.label.role if self.label and self.label.role else None)
        self.runs, self.joined = [[]], False

    def _take_label(self, piece: Piece) -> bool:
        label = find_label(piece.text)
        if label is None and (self.labelled or not self.parties):
            label = RoleWords(0, None)  # 完成时限：, 备注：
        if label is None or (label.start and not self._take_member(piece.cut(0, label.start).strip())):
            return False
        self._open(label)
        return True

    def _open(self, label: RoleWords) -> None:
        self.close()
        self.label = label
        self.labelled = self.labelled or label.role is not None

    def _take_leading_label(self, piece: Piece) -> Piece:
        """【牵头单位】市教育局; 责任单位市教育局 where the colon is left out."""
        if piece.text[:1] and piece.text[0] in OPENING:
            end = next((i for i, c in enumerate(piece.text) if c in CLOSING), 0)
            inner = piece.text[1:end]
        else:
            noun = _LABEL_NOUN.search(piece.text, 0, 10)
            inner = piece.text[: noun.end()] if noun and not self.runs[-1] else ""
            end = len(inner) - 1
        label = find_label(inner) if inner else None
        rest = piece.cut(end + 1)
        if not label or label.start or not rest.text or rest.text[0] in "和及与的要应负牵":
            return piece
        self._open(label)
        return rest

    def _ignored(self, text: str) -> bool:
        if self.label and self.label.role is None:
            return True
        tail = find_tail(text)
        named = is_body(text[: tail.start] if tail else text)
        return is_remark(text) or (not named and bool(re.search(_OTHER_PIECE, text)))

    def _take_member(self, piece: Piece) -> bool:
        lead_in = _LEAD_IN.match(piece.text)
        piece = piece.cut(lead_in.end()) if lead_in else piece
        tail = find_tail(piece.text) or (None if is_body(piece.text) else _task_of(piece))
        if tail:
            piece = piece.cut(0, tail.start)
        for word in joining_words():
            before, found, _ = piece.text.partition(word)
            if found and (not before or is_body(before)):
                if before and not self._add(piece.cut(0, len(before))):
                    return False
                self.joined, piece = True, piece.cut(len(before) + len(word))
        if piece.text and not self._add(piece):
            return False
        if tail and tail.role:
            self._close_with(tail.role)
        return True

    def _add(self, piece: Piece) -> bool:
        """Add the names of one list member; False where the words cannot be names."""
        ended = cut_open_end(piece)
        if ended:
            self.open_ended = True
            piece, more = ended
            return self._add_names(piece) and (more is None or self._add_names(more)) and self._mark_open_end()
        if self.after_open_end and _LABEL_NOUN.fullmatch(piece.text):
            return True  # ……等省有关部门、单位
        self.after_open_end = False
        return self._add_names(piece)

    def _mark_open_end(self) -> bool:
        self.after_open_end = True
        return True

    def _add_names(self, piece: Piece) -> bool:
        for name in read_names(piece):
            run = self.runs[-1]
            if run and name.span.start == run[-1].span.end + 1 and continues(run[-1], name):
                last = run.pop()
                name = last._replace(text=f"{last.text}、{name.text}", span=last.span.join(name.span))
            elif not _plausible(name.text):
                return False
            elif self.joined and not name.role:
                name = name._replace(role="support")
            run.append(name)
        return True

    def _close_with(self, role: Role) -> None:
        """Role words end a list: they count for all that waits, or for the last run where a label governs the rest."""
        self.worded = True
        governed = self.label and self.label.role and (role in _OWN_LIST or self.label.role != "responsible")
        if governed and self.label:
            self._assign(self.runs[:-1], self.label.role)
            self._assign(self.runs[-1:], role)
        else:
            self._assign(self.runs, role)
        self.runs, self.joined = [[]], False

    def _assign(self, runs: list[list[Name]], role: Role | None) -> None:
        names = [name for run in runs for name in run]
        if names:
            self.last_list = len(self.parties)
        default: Role = role or ("lead" if self.joined else "responsible")
        for name in names:
            own = None if role == "shared" and self.joined else name.role
            self.parties.append(Party(name.text, own or default, name.span, name.also_known_as))


def _plausible(name: str) -> bool:
    if is_body(name):
        return len(name) <= _LONGEST_NAME
    return 1 < len(name) <= _LONGEST_UNKNOWN and not re.search(_PROSE, name)


def _task_of(piece: Piece) -> RoleWords | None:
    """The role words where they are followed by what the body does: 市财政局负责资金保障."""
    for found in re.finditer(_TASK, piece.text):
        if is_body(piece.text[: found.start()]):
            words = find_tail(found.group())
            return words and words._replace(start=found.start())
    return None


def _names_of(rest: Piece) -> tuple[Party, ...]:
    reader = _Reader()
    for part, mark in split(rest):
        reader.take(part, mark)
    reader.close()
    return tuple(reader.parties)


def _mark_following(parties: tuple[Party, ...], named: tuple[Party, ...], last_list: int) -> tuple[Party, ...]:
    """Mark the bodies that are responsible for all that follows; one that stands only there is added."""
    if not named:
        return (*parties[:last_list], *(replace(party, governs_following=True) for party in parties[last_list:]))
    keys = {party.name.lstrip("各") for party in named}
    marked = tuple(replace(p, governs_following=True) if p.name.lstrip("各") in keys else p for p in parties)
    known = {party.name.lstrip("各") for party in parties}
    added = tuple(replace(p, governs_following=True) for p in named if p.name.lstrip("各") not in known)
    return marked + added
