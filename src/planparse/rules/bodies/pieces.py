"""A run of a clause with its place, and its cutting at marks that stand outside brackets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planparse import patterns
from planparse.span import Span

OPENING = "（(〔[［【〖{｛"
CLOSING = "）)〕]］】〗}｝"
_MARKS = patterns.compile(rf"[、/／，,；;。：:\n{re.escape(OPENING + CLOSING)}]")
_SAME = str.maketrans("/／,;:\n", "、、，；：；")  # a clause on two lines reads like one with a semicolon


class Piece(NamedTuple):
    """Some characters of the cleaned text and the offset of the first."""

    text: str
    at: int

    @property
    def span(self) -> Span:
        """The place in the cleaned text."""
        return Span(self.at, self.at + len(self.text))

    def cut(self, start: int, end: int | None = None) -> "Piece":
        """The part from ``start`` to ``end``."""
        return Piece(self.text[start:end], self.at + start)

    def strip(self) -> "Piece":
        """The piece without white space around."""
        bare = self.text.strip()
        if bare == self.text:
            return self
        return self.cut(self.text.index(bare), self.text.index(bare) + len(bare)) if bare else Piece("", self.at)


def split(piece: Piece) -> Iterator[tuple[Piece, str]]:
    """The pieces between marks outside brackets, each with the mark that ends it (empty at the end).

    Brackets of different shape may pair, as 〔…） does in real notices.
    """
    depth = start = 0
    for found in _MARKS.finditer(piece.text):
        mark = found.group()
        if mark in OPENING:
            depth += 1
        elif mark in CLOSING:
            depth = max(0, depth - 1)
        elif not depth:
            yield piece.cut(start, found.start()).strip(), mark.translate(_SAME)
            start = found.end()
    yield piece.cut(start).strip(), ""


def balanced(text: str) -> bool:
    """Whether every bracket that opens in the text closes in it, whatever their shapes."""
    depth = 0
    for char in text:
        depth += (char in OPENING) - (char in CLOSING)
        if depth < 0:
            return False
    return not depth
