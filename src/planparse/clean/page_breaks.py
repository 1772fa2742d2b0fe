"""Joins paragraphs that a page break cut in two.

In a text whose lines are whole paragraphs, one can stop in the middle of a sentence because a page ended
there: “氮氧化物、挥发性有机”, a blank line, “物、化学需氧量”. Marks prove it (an open bracket, a comma at the
end); where a word was cut, the line must be long prose in a text whose paragraphs otherwise end with “。”,
and the next line must end a sentence. Lists, verse and tables have no such lines.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planparse.clean.lines import Row, is_unfinished, joint, opened_brackets, rows_of, starts_heading, starts_label
from planparse.span import Span
from planparse.text import Edit, Text

_PROSE = 20  # characters of a line that marks can prove to be cut
_LONG = 40  # characters of a line that may be cut inside a word
_FINISHED = 0.5  # share of the lines of prose that end a sentence where paragraphs do so by habit


def edit_page_breaks(text: Text) -> Iterator[Edit]:
    """Each break inside a sentence."""
    rows = list(rows_of(text.chars))
    depth = 0
    was_cut = False
    for row, after in pairwise(rows):
        depth = max(0, depth + opened_brackets(row.text))
        if _may_be_broken(row, after) and (
            is_unfinished(row, after, depth) or (not was_cut and _is_cut_word(row, after) and _ends_sentences(rows))
        ):
            yield Edit(Span(row.end, after.start), joint(row.text, after.text), "page-break")
        else:
            depth = 0
            was_cut = row.is_cut and len(row.text) >= _LONG


def _may_be_broken(row: Row, after: Row) -> bool:
    """Whether ``row`` is prose that stops in a sentence, and ``after`` begins nothing new."""
    if len(row.text) < _PROSE or not row.is_cut or not row.is_prose or "\t" in row.text + after.text:
        return False
    return not any(map(starts_label, (row.text, after.text))) and not starts_heading(after.text)


def _is_cut_word(row: Row, after: Row) -> bool:
    """Whether ``row`` is long prose, no bare heading, and the next line ends a sentence."""
    long = len(row.text) >= _LONG and ("。" in row.text or not starts_heading(row.text))
    return long and after.is_prose and not after.is_cut


def _ends_sentences(rows: Sequence[Row]) -> bool:
    """Whether the paragraphs of a text end in “。” by habit."""
    prose = [row for row in rows if row.is_prose and not starts_label(row.text)]
    return sum(not row.is_cut for row in prose) >= _FINISHED * len(prose)
