"""Traditional text becomes simplified, line by line.

OpenCC damages simplified text (乾县 → 干县), so a line is converted only where it is traditional: where more
of its characters exist in traditional script only than in simplified script only. A news lead can be
traditional above a simplified notice. Lines that show neither (“12月12日”) follow the document, so that
characters that both scripts know (後, 於, 徵) are converted in a traditional document. A simplified text
passes a gate, a look for characters that only traditional text has, and nothing else is done.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from planparse import patterns
from planparse.clean.simplify import simplify
from planparse.lexicon.tables import rows
from planparse.span import Span
from planparse.text import Edit, Text

Script = Literal["simplified", "traditional", "mixed"]

_LINE = patterns.compile(r"[^\n]+")
_MINOR = 0.1  # a script that holds less than this share of the evidence is a slip, not a second script


def edit_script(text: Text) -> Iterator[Edit]:
    """Each traditional line in simplified characters."""
    chars = text.chars
    if not _may_be_traditional(chars):
        return
    document = _balance(chars)
    for line in _LINE.finditer(chars):
        if (_balance(line[0]) or document) > 0:
            converted = simplify(line[0])
            if converted != line[0]:
                yield Edit(Span(*line.span()), converted, "traditional")


def script_of(chars: str) -> Script:
    """The script of a whole text; without evidence it counts as simplified."""
    if not _may_be_traditional(chars):
        return "simplified"
    traditional = _count(chars, _traditional())
    share = traditional / (traditional + _count(chars, _simplified()))
    if share < _MINOR:
        return "simplified"
    return "traditional" if share > 1 - _MINOR else "mixed"


@lru_cache(maxsize=1)  # asked twice of each text
def _may_be_traditional(chars: str) -> bool:
    """The gate: whether the text has a character of traditional script alone."""
    return not _traditional().isdisjoint(chars)


def _balance(chars: str) -> int:
    """Above zero where the evidence is for traditional script, below zero where it is for simplified."""
    return _count(chars, _traditional()) - _count(chars, _simplified())


def _count(chars: str, evidence: frozenset[str]) -> int:
    return len(chars) - len(chars.translate(_without(evidence)))


@cache
def _without(evidence: frozenset[str]) -> dict[int, None]:
    """What takes the characters out of a text."""
    return dict.fromkeys(map(ord, evidence))


@cache
def _evidence(script: str) -> frozenset[str]:
    return frozenset(dict(rows("script_characters.tsv"))[script])


def _traditional() -> frozenset[str]:
    return _evidence("traditional")


def _simplified() -> frozenset[str]:
    return _evidence("simplified")
