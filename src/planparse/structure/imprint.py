"""版记: the last lines of a notice, which say who gets a copy and who printed it when.

抄送：区委各部门，区人大办。 / 周村区人民政府办公室 2018年6月19日印发. Web copies break these lines, move
them between the notice and its plan, or leave them out; so they are recognised wherever they stand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planparse.document import Field, Line
from planparse.span import Span
from planparse.structure.bodies import cut_bodies, is_body
from planparse.structure.dates import DATE, read_date

_COPIED = re.compile(r"(?:抄送|抄报|抄发|分送)(?:单位|机关)?[：:]")
_PRINTED = re.compile(rf"(?P<office>[^（(，。：]*?)(?P<date>{DATE})\s*(?:印发|印制|印)(?:[（(][^（）]*[）)])?。?")
_RULE = re.compile(r"[—\-_=*－─━﹍…～~\s]{3,}")
_FURNITURE = re.compile(r"(?:校对|校核|打字|责任校对|录入|打印|承办单位|主题词)：.{0,60}|[（(]?共印\d+份[）)]?")
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who gets a copy, who printed, when; ``lines`` are the indexes of the lines that hold it."""

    copied_to: tuple[Field, ...]
    print_office: Field | None
    print_date: Field | None
    lines: frozenset[int]


def find_imprint(lines: Sequence[Line]) -> Imprint:
    """The 版记 of the notice; all empty where it has none."""
    copied: tuple[Field, ...] = ()
    office: Field | None = None
    printed: Field | None = None
    claimed: set[int] = set()
    for at, line in enumerate(lines):
        if at in claimed:
            continue
        if label := _COPIED.match(line.text):
            rows = _copied_rows(lines, at)
            claimed.update(rows)
            copied = _copied_to(lines, rows, label.end())
        elif found := _print_line(line):
            claimed.add(at)
            printed = _print_date(line, found)
            above = lines[at - 1] if at else None
            office = _office(line, found)
            if office is None and above and at - 1 not in claimed and is_body(above.text):
                office = Field(above.text, above.span)
                claimed.add(at - 1)
        elif _RULE.fullmatch(line.text) or _FURNITURE.fullmatch(line.text):
            claimed.add(at)
    return Imprint(copied, office, printed, frozenset(claimed))


def _print_line(line: Line) -> re.Match[str] | None:
    found = _PRINTED.fullmatch(line.text) if len(line.text) < 80 else None
    return found if found and read_date(found["date"]) else None


def _print_date(line: Line, found: re.Match[str]) -> Field:
    day = read_date(found["date"])
    return Field(str(day), Span(*found.span("date")).shift(line.span.start))


def _office(line: Line, found: re.Match[str]) -> Field | None:
    name = found["office"].strip()
    return Field(name, Span(found.start(), found.start() + len(name)).shift(line.span.start)) if name else None


def _copied_rows(lines: Sequence[Line], first: int) -> range:
    """The label's line and the lines that go on with its list, up to who printed it."""
    end = first + 1
    while end < len(lines) and _goes_on(lines, end):
        end += 1
    return range(first, end)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if len(line.text) > _LONGEST or _print_line(line) or (at + 1 < len(lines) and _prints_alone(lines[at + 1])):
        return False
    unfinished = not lines[at - 1].text.endswith(("。", "."))
    bodies = cut_bodies(line.text, 0)
    a_list = len(bodies) > 1 or line.text.endswith("。")
    return bool(bodies) and all(is_body(body.value) for body in bodies) and (unfinished or a_list)


def _prints_alone(line: Line) -> bool:
    found = _print_line(line)
    return bool(found and not found["office"].strip())


def _copied_to(lines: Sequence[Line], rows: range, label_end: int) -> tuple[Field, ...]:
    found: list[Field] = []
    for row in rows:
        skip = label_end if row == rows.start else 0
        found += cut_bodies(lines[row].text[skip:], lines[row].span.start + skip)
    return tuple(found)
