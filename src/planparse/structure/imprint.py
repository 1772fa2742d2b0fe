"""版记: the last lines of a notice, which say who gets a copy and who printed it when.

抄送：区委各部门，区人大办。 / 周村区人民政府办公室 2018年6月19日印发. Web copies break these lines, move
them between the notice and its plan, or leave them out; so they are recognised wherever they stand.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from planparse import patterns
from planparse.document import Field, Line
from planparse.span import Span
from planparse.structure.bodies import cut_bodies, is_body
from planparse.structure.dates import DATE, read_date

_COPIED = patterns.compile("(?:抄送|抄报|抄发|分送)(?:单位|机关)?：")
_PRINTED = patterns.compile(rf"(?P<office>.*?)\s*(?P<date>{DATE})(?:印发|印制|印)(?:（.*）)?。?")
_RULE_CHARACTERS = frozenset("—-_=*－─━﹍…～~ \t")
_OTHERS = patterns.compile(
    r"(?:校对|校核|打字|责任校对|录入|承办单位|主题词)：.{0,60}|主办：.{2,30}(?:督办|承办)：.{2,30}|（?共印\d+份）?"
)
_LONGEST_LIST_LINE = 400
_LONGEST_PRINT_LINE = 80
_SHORTEST_RULE = 3


class Imprint(NamedTuple):
    """Who gets a copy, who printed, when; ``lines`` are the indexes of the lines that hold it."""

    copied_to: tuple[Field, ...]
    print_office: Field | None
    print_date: Field | None
    lines: frozenset[int]


def find_imprint(lines: Sequence[Line]) -> Imprint:
    """The 版记 of the notice; all empty where it has none."""
    copied: tuple[Field, ...] = ()
    office = printed = None
    claimed: set[int] = set()
    for at, line in enumerate(lines):
        if at in claimed:
            continue
        if label := _COPIED.match(line.text):
            rows = _copied_rows(lines, at)
            claimed.update(rows)
            copied = _copied_to(lines, rows, label.end())
        elif found := _print_line(line):
            printed = _field(line, found, "date", str(read_date(found["date"])))
            office = _field(line, found, "office", found["office"]) if found["office"] else _office_above(lines, at)
            claimed.update((at, at - 1) if office and not found["office"] else (at,))
        elif _is_rule(line) or _OTHERS.fullmatch(line.text):
            claimed.add(at)
    return Imprint(copied, office, printed, frozenset(claimed))


def _is_rule(line: Line) -> bool:
    return len(line.text) >= _SHORTEST_RULE and _RULE_CHARACTERS.issuperset(line.text)


def _print_line(line: Line) -> re.Match[str] | None:
    """A line that ends with the day of printing: 周村区人民政府办公室2018年6月19日印发."""
    if len(line.text) > _LONGEST_PRINT_LINE or "印" not in line.text:
        return None
    found = _PRINTED.fullmatch(line.text)
    is_office = found and (not found["office"] or is_body(found["office"]))
    return found if found and is_office and read_date(found["date"]) else None


def _field(line: Line, found: re.Match[str], group: str, value: str) -> Field:
    return Field(value, Span(*found.span(group)).shift(line.span.start))


def _office_above(lines: Sequence[Line], at: int) -> Field | None:
    above = lines[at - 1] if at else None
    return Field(above.text, above.span) if above and is_body(above.text) else None


def _copied_rows(lines: Sequence[Line], first: int) -> range:
    """The label's line and the lines that go on with its list, up to who printed it."""
    end = first + 1
    while end < len(lines) and _goes_on(lines, end):
        end += 1
    return range(first, end)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    below = _print_line(lines[at + 1]) if at + 1 < len(lines) else None
    if len(line.text) > _LONGEST_LIST_LINE or _print_line(line) or (below and not below["office"]):
        return False
    bodies = cut_bodies(line.text, 0)
    unfinished = not lines[at - 1].text.endswith("。")
    is_list = len(bodies) > 1 or line.text.endswith("。")
    return bool(bodies) and (unfinished or is_list) and all(is_body(body.value) for body in bodies)


def _copied_to(lines: Sequence[Line], rows: range, label_end: int) -> tuple[Field, ...]:
    first = lines[rows.start]
    found = list(cut_bodies(first.text[label_end:], first.span.start + label_end))
    for line in lines[rows.start + 1 : rows.stop]:
        found += cut_bodies(line.text, line.span.start)
    return tuple(found)
