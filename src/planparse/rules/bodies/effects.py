"""What a clause says about the clauses after it.

- 列第一位者为牵头单位，下同: the first body of this and of every later clause leads.
- 逗号前为牵头单位，下同: all bodies before the first comma do.
- 以下均需各县（市）区政府落实，不再列出: the body named is responsible in every later clause too.
- ……各市人民政府负责落实，下同: so are the bodies of the last list.
"""

import re
from typing import NamedTuple

from planparse import patterns
from planparse.document import Party
from planparse.lexicon.bodies import without_brackets
from planparse.rules.bodies.pieces import OPENING, Piece

_LEADER = "(?:牵头|主办|主责|总牵头)(?:单位|部门)?"
_FIRST_LEADS = (
    f"(?:第一|首|最前|前列)[^，。；、：\n（）()〔〕]{{0,12}}[为是][^，。；、：\n（）()〔〕]{{0,6}}{_LEADER}"
    f"|(?P<comma>逗号|分号)(?:以|之)?前[^，。；、：\n（）()〔〕]{{0,8}}[为是][^，。；、：\n（）()〔〕]{{0,6}}{_LEADER}"
    f"|{_LEADER}(?:[排列]|放)[^，。；、：\n（）()〔〕]{{0,4}}(?:第一|首)位?"
)
_ALL_BELOW = (
    "(?:以下|下列|后续|各项)[^，。；、\n]{0,12}?(?:均|都|全部|皆)(?:[需须应由要为]|涉及|包括|包含)*"
    "|以下[^，。；、\n]{0,6}不再[^，。；\n]{0,6}"
)
_SAME_BELOW = "下同|以下均?同"
_OTHERS_SUPPORT = "(?:其他|其余|其后|后列)[^，。；\n]{0,8}为[^，。；\n]{0,4}(?:配合|协办|协助|参与|参加)"
_REMARK_REACH = 30
_NOT_LISTED = f"^(?:以下)?(?:均|将|皆)?不再|^(?:{_SAME_BELOW})$|^{_OTHERS_SUPPORT}"


class FirstLeads(NamedTuple):
    """The remark that the first body of a list leads, where it stands, and whether the other bodies support it."""

    at: int
    others_support: bool
    below_too: bool  # 下同: it counts for later clauses
    is_general: bool  # it speaks of places in a list, so it can be read outside a clause too
    before_comma: bool  # not the first body alone, but all before the first comma or semicolon


def first_leads(text: str) -> list[FirstLeads]:
    """Where the text says that the first body of a list leads."""
    if not any(word in text for word in ("第一", "首", "最前", "前列", "号")):
        return []
    return [_first_leads(text, found) for found in patterns.finditer(_FIRST_LEADS, text)]


def _first_leads(text: str, found: re.Match[str]) -> FirstLeads:
    behind = text[found.end() : found.end() + _REMARK_REACH]
    words = text[max(0, found.start() - 2) : found.end()]
    below_too = bool(patterns.search(_SAME_BELOW, behind))
    return FirstLeads(
        found.start(),
        bool(patterns.search(_OTHERS_SUPPORT, behind)),
        below_too,
        below_too or bool(patterns.search("[列排]|[一首]位", words)),
        found["comma"] is not None,
    )


def says_same_below(text: str) -> bool:
    """Whether the clause itself says 下同; in a bracket after a name (含高新区，下同) it only explains the name."""
    return bool(patterns.search(_SAME_BELOW, without_brackets(text)))


def cut_rest(piece: Piece) -> tuple[Piece, Piece | None]:
    """The clause itself, and what it says of all that follows (各县（市）区政府落实，不再列出)."""
    found = patterns.search(_ALL_BELOW, piece.text) if any(char in piece.text for char in "均都皆全不") else None
    if not found:
        return piece, None
    itself = piece.text[: found.start()].rstrip("，；。" + OPENING)
    return piece.cut(0, len(itself)), piece.cut(found.end())


def is_remark(text: str) -> bool:
    """Whether a piece is only such a remark and names no body."""
    plain = without_brackets(text)
    short = "同" in plain or "不再" in plain or "为" in plain
    return (short and bool(patterns.search(_NOT_LISTED, plain))) or bool(first_leads(plain))


def mark_following(parties: tuple[Party, ...], named: tuple[Party, ...], last_list: int) -> tuple[Party, ...]:
    """The parties, with those marked that are responsible for all that follows; one that stands only there is added."""
    if not named:
        return (*parties[:last_list], *(party._replace(governs_following=True) for party in parties[last_list:]))
    keys = {party.name.lstrip("各") for party in named}
    marked = tuple(p._replace(governs_following=True) if p.name.lstrip("各") in keys else p for p in parties)
    known = {party.name.lstrip("各") for party in parties}
    added = tuple(p._replace(governs_following=True) for p in named if p.name.lstrip("各") not in known)
    return marked + added
