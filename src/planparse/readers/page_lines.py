"""Characters to lines: what overlaps in height stands on one line, from left to right."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse.readers.page import Box, Glyph

_SAME_LINE = 0.5  # share of the lower character's height in which two on one line overlap
_SPACE = 0.25  # of the font size between Latin words
_GAP = 1.5  # of the font size: the columns of a table without rules, the parts of a signature
_UNBREAKABLE = re.compile(r"(?:[A-Za-z0-9.,:%‰℃+-]+|.)[，、。；：！？,;!?%‰℃％）〕］】》”’」』)\]]*")


class Row(NamedTuple):
    """One printed line: its words, place, font size, and the width of its first unbreakable piece."""

    text: str
    box: Box
    size: float
    first: float


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """The lines of a page, from top to bottom."""
    return [_row(line) for line in _lines(glyphs)]


def _lines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    line: list[Glyph] = []
    box = Box(0, 0, 0, 0)
    for glyph in sorted(glyphs, key=lambda found: found.box.middle[1]):
        overlap = min(box.bottom, glyph.box.bottom) - max(box.top, glyph.box.top)
        if line and overlap < _SAME_LINE * min(box.height, glyph.box.height):
            yield line
            line = []
        box = box.join(glyph.box) if line else glyph.box
        line.append(glyph)
    if line:
        yield line


def _row(line: Sequence[Glyph]) -> Row:
    glyphs = _without_shadows(sorted(line, key=lambda found: found.box.left))
    text = glyphs[0].text
    box = glyphs[0].box
    for before, after in pairwise(glyphs):
        text += _between(before, after) + after.text
        box = box.join(after.box)
    sizes = sorted(glyph.size for glyph in glyphs)
    return Row(text, box, sizes[len(sizes) // 2], _first_piece(glyphs))


def _without_shadows(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Bold print is drawn twice by some programs, a hair apart."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if not kept or glyph.text != kept[-1].text or glyph.box.left - kept[-1].box.left > 0.2 * glyph.size:
            kept.append(glyph)
    return kept


def _between(before: Glyph, after: Glyph) -> str:
    """A space between Latin words and where a wide gap is; Chinese is set without spaces."""
    gap = (after.box.left - before.box.right) / max(before.size, after.size)
    latin = before.text[-1:].isascii() and after.text[:1].isascii()
    return " " if gap > (_SPACE if latin else _GAP) else ""


def _first_piece(glyphs: Sequence[Glyph]) -> float:
    """The width of what a line break cannot divide: a number or Latin word, else one character, with its marks."""
    words = _UNBREAKABLE.match("".join(glyph.text[:1] for glyph in glyphs))
    last = glyphs[words.end() - 1 if words else 0]
    return last.box.right - glyphs[0].box.left
