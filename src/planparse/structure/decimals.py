"""Decimal numbering: 1 总则, 1.1 编制目的, 1.1.1 ……, as emergency plans (应急预案) and technical plans have it.

Such numbers look like quantities (1.5万吨, 3家企业), so one is taken only where it is the next in its outline.
"""

from collections.abc import Iterator, Mapping, Sequence

from planparse import patterns
from planparse.document import Line
from planparse.structure.marks import Mark, read_mark

_NUMBER = patterns.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.\s]*(?=[^\W\d_])")
_LONGEST_CHAPTER = 30
_LEAST_SECTIONS = 2  # of the form 1.1
_FARTHEST_GAP = 2

Path = tuple[int, ...]


def decimal_marks(lines: Sequence[Line]) -> Mapping[int, Mark]:
    """The marks of an outline in decimal numbers, by line; empty where the lines have none."""
    claims = list(_claims(lines))
    if sum(len(path) > 1 for _, path, _ in claims) < _LEAST_SECTIONS:
        return {}
    found: dict[int, Mark] = {}
    present: Path = ()
    for at, path, end in claims:
        if end and not _follows(path, present):
            continue
        present = path
        if end:
            kind = ".".join("1" * len(path))
            found[at] = Mark(kind, path[-1], ".".join(map(str, path)), end)
    return found if sum("." in mark.kind for mark in found.values()) >= _LEAST_SECTIONS else {}


def _claims(lines: Sequence[Line]) -> Iterator[tuple[int, Path, int]]:
    """Line, path and end of each number that could be an outline's; chapters (第一章) begin one too, with end 0."""
    for at, line in enumerate(lines):
        mark = read_mark(line.text)
        if mark and mark.kind == "章":
            yield at, (mark.ordinal,), 0
        elif found := _NUMBER.match(line.text):
            path = tuple(map(int, found[1].split(".")))
            if len(path) > 1 or (len(line.text) <= _LONGEST_CHAPTER and "。" not in line.text):
                yield at, path, found.end()


def _follows(path: Path, present: Path) -> bool:
    """Whether the number can stand next: 1.1 after 1, 1.2 after 1.1.3, 2 after 1.4."""
    depth = len(path)
    if path[:-1] != present[: depth - 1]:
        return False
    last = present[depth - 1] if len(present) >= depth else 0
    return last < path[-1] <= last + (_FARTHEST_GAP if last else 1)
