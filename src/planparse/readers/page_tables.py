"""Ruled tables of a page: where vertical and horizontal rules cross lie cells.

The rules that touch each other make a grid. Neighbouring fields of the grid without a rule between them are
one merged cell, whose words stand in its first field; the others are empty.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse.readers.page import Box, Glyph, Page
from planparse.readers.page_lines import rows_of

_THIN = 0.2  # of a character: what is no wider is a rule
_TOUCH = 0.3  # of a character: rules that are so near touch
_LEAST_RULES, _MOST_RULES = 2, 2000  # on a page; drawings have more


class Table(NamedTuple):
    """A table: its place, and a line of cells between tabs for each row."""

    box: Box
    lines: tuple[str, ...]


def tables_of(page: Page) -> list[Table]:
    """The tables of a page, from top to bottom; a frame around text is none."""
    sizes = sorted(glyph.size for glyph in page.glyphs)
    if not sizes or not _LEAST_RULES <= len(page.rules) <= _MOST_RULES:
        return []
    size = sizes[len(sizes) // 2]
    edges = sorted({Box(*(round(value, 1) for value in edge)) for edge in _edges(page.rules, size)})
    if len(edges) > _MOST_RULES:
        return []
    found = (_table(rules, page.glyphs, size) for rules in _grids(edges, size * _TOUCH))
    return sorted((table for table in found if table), key=lambda table: table.box.top)


def _edges(shapes: Iterable[Box], size: float) -> Iterator[Box]:
    """Rules as they are, and the four edges of rectangles."""
    for shape in shapes:
        if min(shape.width, shape.height) <= size * _THIN:
            yield shape
        else:
            yield shape._replace(bottom=shape.top)
            yield shape._replace(top=shape.bottom)
            yield shape._replace(right=shape.left)
            yield shape._replace(left=shape.right)


def _grids(rules: list[Box], near: float) -> Iterator[list[Box]]:
    """Sets of rules that hang together."""
    waiting = rules
    while waiting:
        grid, front = [], [waiting.pop()]
        while front:
            rule = front.pop()
            grid.append(rule)
            apart: list[Box] = []
            for other in waiting:
                (front if _touch(rule, other, near) else apart).append(other)
            waiting = apart
        yield grid


def _touch(one: Box, other: Box, near: float) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across >= -near and down >= -near


def _table(rules: Sequence[Box], glyphs: Sequence[Glyph], size: float) -> Table | None:
    near = size * _TOUCH
    upright = [rule for rule in rules if rule.height > rule.width]
    level = [rule for rule in rules if rule.width >= rule.height]
    xs = _places((rule.middle[0] for rule in upright), near)
    ys = _places((rule.middle[1] for rule in level), near)
    if len(xs) < 3 or len(ys) < 2:
        return None
    fields: dict[tuple[int, int], list[Glyph]] = {}
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    roots = _merged(xs, ys, upright, level, near)
    for glyph in glyphs:
        if box.holds(*glyph.box.middle):
            at = _field(xs, glyph.box.middle[0]), _field(ys, glyph.box.middle[1])
            fields.setdefault(roots[at], []).append(glyph)
    lines = ["\t".join(_words(fields.get((x, y), ())) for x in range(len(xs) - 1)) for y in range(len(ys) - 1)]
    return (
        Table(box, tuple(line for line in lines if line.strip()))
        if any("\t" in line.strip() for line in lines)
        else None
    )


def _places(values: Iterable[float], near: float) -> list[float]:
    """Where rules stand; those that nearly coincide are one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > near:
            places.append(value)
    return places


def _field(places: Sequence[float], value: float) -> int:
    return max(0, sum(place <= value for place in places[:-1]) - 1)


def _merged(
    xs: Sequence[float], ys: Sequence[float], upright: Sequence[Box], level: Sequence[Box], near: float
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each field the first field of its cell."""
    roots: dict[tuple[int, int], tuple[int, int]] = {}
    for y, (top, bottom) in enumerate(pairwise(ys)):
        for x, (left, right) in enumerate(pairwise(xs)):
            open_left = x > 0 and not _crosses(upright, left, (top + bottom) / 2, near)
            open_top = y > 0 and not _crosses(level, (left + right) / 2, top, near)
            roots[x, y] = roots[x - 1, y] if open_left else roots[x, y - 1] if open_top else (x, y)
    return roots


def _crosses(rules: Sequence[Box], x: float, y: float, near: float) -> bool:
    return any(
        rule.left - near <= x <= rule.right + near and rule.top - near <= y <= rule.bottom + near for rule in rules
    )


def _words(glyphs: Sequence[Glyph]) -> str:
    return "".join(row.text for row in rows_of(glyphs))
