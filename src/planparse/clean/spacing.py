"""White space: none inside Chinese text, one space between Latin words, tabs between cells.

“到 2025 年” → “到2025年”. Between the cells of a table set with blanks one tab stands. A wide gap inside a short line
that is no sentence divides two things, as the office and the date of an imprint (“某区人民政府办公室        2018年6月19日印发”)
or two signatures: there one space stays. It does not where a single character is spaced out (“附    件”, “组　长”).
"""

from collections.abc import Iterator
from itertools import pairwise

from planparse import patterns
from planparse.clean.columns import column_lines, is_gap
from planparse.span import Span
from planparse.text import Edit, Text

_RUN = patterns.compile("[\t\x1f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_ALPHANUMERIC = frozenset(filter(str.isalnum, map(chr, range(128))))
_LATIN_END = _ALPHANUMERIC | frozenset(".,:;&")
_SENTENCE_MARKS = frozenset("。；，")
_NO_WORD_END = frozenset("、，。；：（）〔［【《“‘")
_NO_WORD_START = frozenset("、，。；：）〕］】》”’%")
_SHORT_LINE = 60  # characters without white space
_WORD = 3  # characters that a name has at least; shorter ones are spaced out to fill a column


def edit_spacing(text: Text) -> Iterator[Edit]:
    """Each run of white space that is not one space or one tab already."""
    chars = text.chars
    columns = column_lines(chars)
    run = _RUN.search(chars)
    while run:
        start = chars.rfind("\n", 0, run.start()) + 1
        end = chars.find("\n", run.start())
        end = len(chars) if end < 0 else end
        yield from _line_edits(chars, start, end, in_columns=start in columns)
        run = _RUN.search(chars, end)


def _line_edits(chars: str, start: int, end: int, *, in_columns: bool) -> Iterator[Edit]:
    runs = [run.span() for run in _RUN.finditer(chars, start, end)]
    words = [chars[before:after] for (_, before), (after, _) in pairwise([(start, start), *runs, (end, end)])]
    short = sum(map(len, words)) <= _SHORT_LINE and _SENTENCE_MARKS.isdisjoint(chars[start:end])
    for (at, to), before, after in zip(runs, words, words[1:], strict=False):
        if at == start:
            kept = _empty_cells(chars[at:to], chars[to:end])
        else:
            kept = _kept(chars[at:to], before, after, short) if before and after else ""
            kept = "\t" if in_columns and is_gap(chars[at:to]) else kept
        if chars[at:to] != kept:
            yield Edit(Span(at, to), kept, "spacing")


def _empty_cells(run: str, rest: str) -> str:
    """The tabs before the first words of a table row: empty cells stand there, as below a merged one."""
    return "\t" * run.count("\t") if "\t" in rest.strip() else ""


def _kept(run: str, before: str, after: str, short: bool) -> str:
    """What stays of the white space between two words."""
    if "\t" in run:
        return "\t" * run.count("\t")  # an empty cell stands between two
    if _is_digit_apart(before[::-1]) and _is_digit_apart(after):
        return ""
    latin = before[-1] in _LATIN_END and after[0] in _ALPHANUMERIC
    return " " if latin or (short and _divides(run, before, after)) else ""


def _is_digit_apart(word: str) -> bool:
    """Whether a word begins with one digit alone, as those of a number that is spaced out: 2 0 2 5年."""
    return word[0].isdigit() and (len(word) == 1 or not word[1].isascii())


def _divides(run: str, before: str, after: str) -> bool:
    """Whether a gap in a short line stands between two things."""
    wide = len(run) > 1 or (run == "\u3000" and min(len(before), len(after)) >= _WORD)
    spaced_out = len(before) == 1 and not before.isascii()
    return wide and not spaced_out and before[-1] not in _NO_WORD_END and after[0] not in _NO_WORD_START
