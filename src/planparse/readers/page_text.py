"""Pages to text: paragraphs joined by geometry, tables as tab-separated lines, furniture of pages dropped.

A line goes on in the next one if it is full (the first piece of the next line would not have fitted before the
margin), if the next line is not indented, and if both have one font size. A page end changes nothing in this.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse.readers.page import Page
from planparse.readers.page_lines import Row, rows_of
from planparse.readers.page_tables import tables_of

_SLACK = 0.8  # of the font size that a full line may lack, beside the next line's first piece
_INDENT = 0.7  # of the font size: what stands further in is indented
_DEEP = 4.5  # of the font size: what stands further in is centred or set to the right
_OTHER_SIZE = 0.12  # share by which another size is another size
_WIDE_GAP = 1.7  # times the usual distance of lines
_HABIT, _FULL = 0.15, 0.05  # shares of the lines that begin at the left margin, that end at the right one
_REPEATS = 3  # pages that show a running head
_COUNTS = 2  # pages whose bare numbers count on
_MARGIN = 0.12  # of a page, at its top and bottom, where furniture stands
_NUMBER = re.compile(
    r"[-—–－―─·•~～\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/，,]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–－―─·•~～\s]*"
)
_ENDS = "。！？；：）)"
_NUMBERED = re.compile(
    r"第?[一二三四五六七八九十百]{1,3}[、章节条]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳●■◆—]"
)


class Margins(NamedTuple):
    """Where the lines of a document begin and end, how far apart they stand, and whether paragraphs are indented."""

    left: float
    right: float
    pitch: float
    indented: bool


def text_of(pages: Sequence[Page]) -> str:
    """The text of a document, one line a paragraph or table row."""
    found = [_items(page) for page in pages]
    furniture = _furniture(pages, found)
    items = [
        item._replace(page=number)
        for number, page_items in enumerate(found)
        for item in page_items
        if (number, item) not in furniture
    ]
    return "".join(f"{line}\n" for line in _paragraphs(items))


class Item(NamedTuple):
    """A printed line, or (with ``cells``) a table."""

    row: Row
    cells: tuple[str, ...] = ()
    page: int = 0


def _items(page: Page) -> list[Item]:
    tables = tables_of(page)
    free = [glyph for glyph in page.glyphs if not any(table.box.holds(*glyph.box.middle) for table in tables)]
    items = [Item(row) for row in rows_of(free)]
    items += [Item(Row("", table.box, 0, 0), table.lines) for table in tables]
    return sorted(items, key=lambda item: item.row.box.top)


def _furniture(pages: Sequence[Page], found: Sequence[Sequence[Item]]) -> set[tuple[int, Item]]:
    """The page numbers, and the lines that many pages show in their margins; digits may change."""
    edges = [
        (number, item)
        for number, (page, items) in enumerate(zip(pages, found, strict=True))
        for item in items
        if not item.cells and not _MARGIN < item.row.box.middle[1] / page.height < 1 - _MARGIN
    ]
    shown = Counter(_mask(item) for _, item in edges if not item.row.text.isdecimal())
    counted = Counter(int(item.row.text) - number for number, item in edges if _is_bare(item))
    return {
        (number, item)
        for number, item in edges
        if (_NUMBER.fullmatch(item.row.text) and not _is_bare(item))
        or shown[_mask(item)] >= _REPEATS
        or (_is_bare(item) and counted[int(item.row.text) - number] >= min(_COUNTS, len(pages)))
    }


def _is_bare(item: Item) -> bool:
    """Whether a line is a number without marks: one of a page only if it counts on with the pages."""
    return item.row.text.isascii() and item.row.text.isdecimal() and len(item.row.text) < 5


def _mask(item: Item) -> tuple[str, int]:
    """The words of a line with its digits alike, and about where it stands."""
    return re.sub(r"\d+", "0", item.row.text), round(item.row.box.middle[1] / max(item.row.size, 1))


def _paragraphs(items: Sequence[Item]) -> Iterator[str]:
    margins = _margins(items)
    paragraph = ""
    for item, after in pairwise([*items, None]):
        assert item is not None
        if item.cells:
            yield from item.cells
            continue
        paragraph += item.row.text
        if after is None or after.cells or not _goes_on(item, after, margins):
            yield paragraph
            paragraph = ""
        else:
            paragraph += _joint(item.row.text, after.row.text)


def _margins(items: Sequence[Item]) -> Margins:
    """Measured on the lines of the commonest font size."""
    rows = [item.row for item in items if not item.cells]
    if not rows:
        return Margins(0, 0, 0, False)
    sizes = Counter(round(row.size, 1) for row in rows for _ in row.text)
    usual = sizes.most_common(1)[0][0]
    body = [row for row in rows if abs(row.size - usual) <= _OTHER_SIZE * usual] or rows
    step = usual / 2
    lefts = Counter(round(row.box.left / step) for row in body)
    left = (
        min((place for place, count in lefts.items() if count >= max(2, len(body) * _HABIT)), default=min(lefts)) * step
    )
    rights = Counter(round(row.box.right / step) for row in body)
    right = (
        max((place for place, count in rights.items() if count >= max(2, len(body) * _FULL)), default=max(rights))
        * step
    )
    pitches = [after.row.box.bottom - item.row.box.bottom for item, after in pairwise(items) if item.page == after.page]
    pitch = sorted(pitches)[len(pitches) // 2] if pitches else usual * 2
    indents = sum(1 < (row.box.left - left) / usual < _DEEP for row in body)
    return Margins(left, right, pitch, indents >= max(2, 0.05 * len(body)))


def _goes_on(item: Item, after: Item, margins: Margins) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    row, following = item.row, after.row
    size = max(row.size, following.size)
    if abs(row.size - following.size) > _OTHER_SIZE * size:
        return False
    if item.page == after.page and following.box.bottom - row.box.bottom > _WIDE_GAP * margins.pitch:
        return False
    if len(following.text) == 1 and following.text.isalpha() and row.text[-1:] not in _ENDS:
        return True  # a single character is no paragraph, wherever it stands
    if following.box.left - margins.left > _INDENT * size:
        return False
    if row.box.left - margins.left > _DEEP * size:
        return False
    if margins.right - row.box.right > following.first + _SLACK * size:
        return False
    return margins.indented or not (_NUMBERED.match(following.text) and row.text[-1:] in _ENDS)


def _joint(before: str, after: str) -> str:
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return " " if latin else ""
