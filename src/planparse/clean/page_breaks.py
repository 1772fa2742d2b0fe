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
    habit = _ends_sentences(rows)
    depth = 0
    was_cut = False
    for row, after in pairwise(rows):
        depth = max(0, depth + opened_brackets(row.text))
        if _is_broken(row, after, depth, habit and not was_cut):
            yield Edit(Span(row.end, after.start), joint(row.text, after.text), "page-break")
        else:
            depth = 0
            was_cut = row.is_cut and len(row.text) >= _LONG


def _ends_sentences(rows: Sequence[Row]) -> bool:
    prose = [row for row in rows if row.is_prose and not starts_label(row.text)]
    return sum(not row.is_cut for row in prose) >= _FINISHED * len(prose)


def _is_broken(row: Row, after: Row, depth: int, habit: bool) -> bool:
    """Whether the sentence of ``row`` ends in ``after``."""
    if len(row.text) < _PROSE or not row.is_prose or not row.is_cut:
        return False
    if "\t" in row.text + after.text or starts_heading(after.text) or starts_label(after.text):
        return False
    labelled = starts_label(row.text)
    if is_unfinished(row, after, depth):
        return not labelled
    if labelled or (starts_heading(row.text) and "。" not in row.text):
        return False
    return habit and len(row.text) >= _LONG and after.is_prose and not after.is_cut
