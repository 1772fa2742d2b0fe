"""A text being cleaned, with the exact way back to the source.

Cleaning steps do not change a text: they return :class:`Edit` values, and :meth:`Text.apply` carries
them out. Each character of the cleaned text knows the source characters that it stands for, so every
span found in the cleaned text has its exact place in the user's own file.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, compress, count, pairwise
from operator import attrgetter, gt
from typing import NamedTuple

from planparse.span import Span


class Edit(NamedTuple):
    """Replace the characters at ``span`` (of the text that is edited) by ``replacement``.

    ``reason`` names the cleaning step in the audit trail, e.g. ``page-break``.
    """

    span: Span
    replacement: str
    reason: str


class Text:
    """Cleaned characters and, for each of them, where it stands in the source.

    ``source`` is the decoded file exactly as read; ``chars`` is what the rules read.
    """

    def __init__(self, source: str, chars: str, starts: "array[int]", ends: "array[int]") -> None:
        if not len(chars) == len(starts) == len(ends):
            raise ValueError("each cleaned character needs its place in the source")
        self.source = source
        self.chars = chars
        self._starts = starts
        self._ends = ends

    @classmethod
    def of(cls, source: str) -> "Text":
        """An uncleaned text: every character stands for itself."""
        bounds = array("l", range(len(source) + 1))
        return cls(source, source, bounds[:-1], bounds[1:])

    def __len__(self) -> int:
        return len(self.chars)

    def __getitem__(self, span: Span) -> str:
        return self.chars[span.start : span.end]

    def apply(self, edits: Iterable[Edit]) -> "Text":
        """The text with the edits carried out. They must not overlap; their order does not matter.

        A replacement of the same length maps character by character; any other one stands, each
        character of it, for the whole span that it replaces.
        """
        ordered = sorted(edits, key=attrgetter("span.start", "span.end"))
        if not ordered:
            return self
        chars: list[str] = []
        starts, ends = array("l"), array("l")
        done = 0
        for edit in ordered:
            start, end = edit.span.start, edit.span.end
            if start < done:
                raise ValueError(f"edit {edit} overlaps the one before it")
            chars += (self.chars[done:start], edit.replacement)
            starts += self._starts[done:start]
            ends += self._ends[done:start]
            if len(edit.replacement) == end - start:
                starts += self._starts[start:end]
                ends += self._ends[start:end]
            elif edit.replacement:
                place = self.source_span(edit.span)
                starts += array("l", [place.start]) * len(edit.replacement)
                ends += array("l", [place.end]) * len(edit.replacement)
            done = end
        chars.append(self.chars[done:])
        starts += self._starts[done:]
        ends += self._ends[done:]
        return Text(self.source, "".join(chars), starts, ends)

    def source_span(self, span: Span) -> Span:
        """The smallest source span that holds all characters of ``span``."""
        if not len(span):
            at = self._starts[span.start] if span.start < len(self.chars) else len(self.source)
            return Span(at, at)
        return Span(self._starts[span.start], self._ends[span.end - 1])

    def source_pieces(self, span: Span) -> tuple[Span, ...]:
        """The source spans that hold the characters of ``span`` and nothing that cleaning dropped.

        One piece where nothing was dropped; two or more where a page break or a line wrap was.
        """
        if not len(span):
            return ()
        first, last = bisect_right(self._gaps, span.start), bisect_left(self._gaps, span.end)
        bounds = [span.start, *self._gaps[first:last], span.end]
        return tuple(Span(self._starts[start], self._ends[end - 1]) for start, end in pairwise(bounds))

    def is_whole(self, span: Span) -> bool:
        """Whether cleaning has dropped nothing between the characters of ``span``."""
        after = bisect_right(self._gaps, span.start)
        return after == len(self._gaps) or self._gaps[after] >= span.end

    @cached_property
    def _gaps(self) -> list[int]:
        """The characters before which cleaning has dropped something."""
        return list(compress(count(1), map(gt, self._starts[1:], self._ends)))

    @cached_property
    def _line_starts(self) -> list[int]:
        lengths = (len(line) + 1 for line in self.source.split("\n")[:-1])
        return list(accumulate(lengths, initial=0))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column of a source offset, both counted from 1; lines end at ``\\n``."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
