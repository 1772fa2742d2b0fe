"""Page numbers and running headers, and the form feeds between pages.

A page number is a line of its own: “- 3 -”, “— 12 —”, “第 3 页 共 20 页”. A bare “3” or “3/20” is one only
in a series that rises by one from page to page. A running header is a short line that stands beside the
page numbers or form feeds of at least three pages; its digits may change.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from planparse import patterns
from planparse.clean.lines import Row, rows_of
from planparse.span import Span
from planparse.text import Edit, Text

_LONGEST = 40  # characters of a header
_LONGEST_NUMBER = 20  # characters of a line with a page number
_SHORTEST_PAGE = 150  # characters between two bare page numbers; the cells of a table lie closer
_PAGES = 3  # that must show a header, or a series of bare numbers

_NUMBER_ENDS = frozenset("-—–－―─·•~～页0123456789")
_LINE_END = patterns.compile("[\n\f]")
_REASON = "page-furniture"


def edit_page_furniture(text: Text) -> Iterator[Edit]:
    """Each stretch of page furniture, with the blank lines around it, as one line end."""
    chars = text.chars
    rows = list(rows_of(chars))
    furniture = set(_page_numbers(rows))
    page_ends = _page_ends(chars, rows, furniture)
    if not page_ends:
        return
    furniture |= set(_running_headers(rows, furniture, page_ends))
    last_end = 0
    skipped = False
    for index, row in enumerate([*rows, None]):
        if index in furniture:
            skipped = True
            continue
        line_start = row.line_start if row else len(chars)
        if skipped or index in page_ends:
            yield from _one_line_end(chars, last_end, line_start)
        skipped = False
        last_end = row.end if row else last_end


def _one_line_end(chars: str, start: int, end: int) -> Iterator[Edit]:
    """Drop all between two lines but the line end of the first."""
    found = _LINE_END.search(chars, start, end) if start else None
    if found is None:
        if start < end:
            yield Edit(Span(start, end), "", _REASON)
        return
    if start < found.start():
        yield Edit(Span(start, found.start()), "", _REASON)
    if found[0] == "\f":
        yield Edit(Span(*found.span()), "\n", _REASON)
    if found.end() < end:
        yield Edit(Span(found.end(), end), "", _REASON)


def _page_numbers(rows: Sequence[Row]) -> Iterator[int]:
    """Lines that can be nothing else, and series of bare numbers."""
    bare: list[tuple[int, int]] = []
    for index, row in enumerate(rows):
        if len(row.text) > _LONGEST_NUMBER or row.text[-1] not in _NUMBER_ENDS:
            continue
        if _page_number().fullmatch(row.text):
            yield index
        elif found := patterns.fullmatch(r"(\d{1,4})(?:\s*/\s*\d{1,4})?", row.text):
            bare.append((index, int(found[1])))
    yield from _rising_series(rows, bare)


@cache
def _page_number() -> "re.Pattern[str]":
    return patterns.compile(
        r"""
          [-—–－―─·•~～]{1,3}\s*\d{1,4}\s*[-—–－―─·•~～]{1,3}      # - 3 -
        | 第\s*[\d一二三四五六七八九十百]{1,4}\s*页(?:[，,、/\s]*共\s*[\d一二三四五六七八九十百]{1,4}\s*页)?
        | 共\s*\d{1,4}\s*页[，,、/\s]*第\s*\d{1,4}\s*页
        | page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _rising_series(rows: Sequence[Row], bare: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Bare numbers, each one more than the last, a page apart."""
    series: list[tuple[int, int]] = []
    for index, number in [*bare, (-1, -1)]:
        follows = (
            series and number == series[-1][1] + 1 and rows[index].start - rows[series[-1][0]].end >= _SHORTEST_PAGE
        )
        if not follows:
            if len(series) >= _PAGES:
                yield from (place for place, _ in series)
            series = []
        series.append((index, number))


def _page_ends(chars: str, rows: Sequence[Row], furniture: set[int]) -> set[int]:
    """The rows that come first on a page: after a form feed or after a page number."""
    feeds = [at for at, c in enumerate(chars) if c == "\f"] if "\f" in chars else []
    starts = [row.start for row in rows]
    after_feed = {bisect_right(starts, at) for at in feeds}
    return after_feed | {index + 1 for index in furniture}


def _running_headers(rows: Sequence[Row], furniture: set[int], page_ends: set[int]) -> Iterator[int]:
    """Short lines that stand first or last on several pages, page numbers not counted."""
    body = [at for at in range(len(rows)) if at not in furniture]
    pages = [at for at, (before, after) in enumerate(pairwise(body), 1) if after in page_ends or after > before + 1]
    edges = {*body[:1], *body[-1:], *(body[at + side] for at in pages for side in (-1, 0))}
    words = {at: patterns.sub(r"\d+", "0", rows[at].text) for at in sorted(edges) if _can_be_header(rows[at])}
    seen = Counter(words.values())
    wanted = max(_PAGES, len(pages) // 3)
    yield from (at for at in words if seen[words[at]] >= wanted)


def _can_be_header(row: Row) -> bool:
    return len(row.text) <= _LONGEST and row.is_cut
