"""Headings that have lost their number: a short line of its own where the numbers of the chapters show a hole.

总体要求和目标 / （一）总体要求。…… / 优化产业和能源结构 / （三）…… / 三、加强重点领域节能: the first two chapters stand
without 一、 and 二、. A line is taken only where the holes and the short lines agree in number.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from planparse.document import Line
from planparse.structure.headings import Heading

_NEVER_IN_TITLE = frozenset("。；：，！？|（）() \t")
_NO_TITLE = ("专栏", "附", "——", *"0123456789")
_LONGEST = 25
_LEAST_CHAPTERS = 2


def lost_headings(lines: Sequence[Line], headings: Sequence[Heading]) -> list[Heading]:
    """The chapter headings without a number. ``headings`` are those with one, their levels set."""
    if not headings:
        return []
    taken = {at for heading in headings for at in range(heading.line, heading.last + 1)}
    bare = [at for at, line in enumerate(lines) if at not in taken and _is_bare_title(line.text)]
    starts = {heading.line: heading for heading in headings}
    chapters = [heading for heading in headings if heading.level == 1]
    if not chapters:
        chosen = list(enumerate(_all_lost(bare, starts, headings[0].line), 1))
        kind = "一、"
    else:
        chosen = [*_holes(bare, starts, chapters), *_restarts(bare, starts, chapters[-1])]
        kind = chapters[0].kind
    return [_heading(lines[at], at, ordinal, kind) for ordinal, at in chosen]


def _is_bare_title(text: str) -> bool:
    return 1 < len(text) <= _LONGEST and not text.startswith(_NO_TITLE) and _NEVER_IN_TITLE.isdisjoint(text)


def _heading(line: Line, at: int, ordinal: int, kind: str) -> Heading:
    return Heading(kind, 1, ordinal, None, line.text, line.span, line.span.end, at, at)


def _all_lost(bare: Sequence[int], starts: dict[int, Heading], first: int) -> list[int]:
    """Where no chapter has a number: the short lines before the first heading or directly above one."""
    above_headings = [at for at in bare if at + 1 in starts]
    if len(above_headings) < _LEAST_CHAPTERS:
        return []
    return [at for at in bare if at < first or at + 1 in starts]


def _holes(bare: Sequence[int], starts: dict[int, Heading], chapters: Sequence[Heading]) -> Iterator[tuple[int, int]]:
    """Ordinal and line of each chapter missing between two numbered ones, or before the first."""
    ordinal, line = 0, -1
    for chapter in chapters:
        missing = chapter.ordinal - ordinal - 1
        between = bare[bisect_right(bare, line) : bisect_left(bare, chapter.line)]
        above_headings = [at for at in between if at + 1 in starts and starts[at + 1].level > 1]
        for candidates in (above_headings, between):
            if missing > 0 and len(candidates) == missing:
                yield from enumerate(candidates, ordinal + 1)
                break
        ordinal, line = chapter.ordinal, chapter.line


def _restarts(bare: Sequence[int], starts: dict[int, Heading], last: Heading) -> Iterator[tuple[int, int]]:
    """After the last numbered chapter: a short line above a （一） that begins its numbering anew."""
    above = set(bare)
    seen = {heading.kind for line, heading in starts.items() if line > last.line and line - 1 not in above}
    ordinal = last.ordinal
    for at in bare:
        below = starts.get(at + 1)
        if at > last.line and below and below.level > 1 and below.ordinal == 1 and below.kind in seen:
            ordinal += 1
            yield ordinal, at
