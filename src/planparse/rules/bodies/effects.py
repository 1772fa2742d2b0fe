"""What a clause says about the clauses after it.

- 列第一位者为牵头单位，下同: the first body of this and of every later clause leads.
- 以下均需各县（市）区政府落实，不再列出: the body named is responsible in every later clause too.
- ……各市人民政府负责落实，下同: so are the bodies of the last list.
"""

import re
from dataclasses import replace

from planparse.document import Party
from planparse.lexicon.bodies import without_brackets
from planparse.rules.bodies.pieces import OPENING, Piece

_LEADER = "(?:牵头|主办|主责|总牵头)(?:单位|部门)?"
_FIRST_LEADS = (
    f"(?:第一|首|最前|前列)[^，。；、：\n（）()〔〕]{{0,12}}[为是][^，。；、：\n（）()〔〕]{{0,6}}{_LEADER}"
    f"|{_LEADER}(?:[排列]|放)[^，。；、：\n（）()〔〕]{{0,4}}(?:第一|首)位?"
)
_ALL_BELOW = (
    "(?:以下|下列|后续|其余|其他|各项)[^，。；、\n]{0,12}?(?:均|都|全部|皆)[需须应由要]{0,2}"
    "|以下[^，。；、\n]{0,6}不再[^，。；\n]{0,6}"
)
_NOT_LISTED = "^(?:以下)?(?:均|将|皆)?不再|^(?:以?下|以下均?)同$"


def first_leads(text: str) -> list[tuple[int, int]]:
    """Where the text says that the first body of a list leads."""
    if not any(word in text for word in ("第一", "首", "最前", "前列")):
        return []
    return [found.span() for found in re.finditer(_FIRST_LEADS, text)]


def says_same_below(text: str) -> bool:
    """Whether the text says 下同."""
    return "下同" in text or "下均同" in text


def cut_rest(piece: Piece) -> tuple[Piece, Piece | None]:
    """The clause itself, and what it says of all that follows (各县（市）区政府落实，不再列出)."""
    found = re.search(_ALL_BELOW, piece.text) if any(char in piece.text for char in "均都皆全不") else None
    if not found:
        return piece, None
    itself = piece.text[: found.start()].rstrip("，；。" + OPENING)
    return piece.cut(0, len(itself)), piece.cut(found.end())


def is_remark(text: str) -> bool:
    """Whether a piece is only such a remark and names no body."""
    plain = without_brackets(text)
    return (("同" in plain or "不再" in plain) and bool(re.search(_NOT_LISTED, plain))) or bool(first_leads(plain))


def mark_following(parties: tuple[Party, ...], named: tuple[Party, ...], last_list: int) -> tuple[Party, ...]:
    """The parties, with those marked that are responsible for all that follows; one that stands only there is added."""
    if not named:
        return (*parties[:last_list], *(replace(party, governs_following=True) for party in parties[last_list:]))
    keys = {party.name.lstrip("各") for party in named}
    marked = tuple(replace(p, governs_following=True) if p.name.lstrip("各") in keys else p for p in parties)
    known = {party.name.lstrip("各") for party in parties}
    added = tuple(replace(p, governs_following=True) for p in named if p.name.lstrip("各") not in known)
    return marked + added
