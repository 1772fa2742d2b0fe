"""How a notice opens: letterhead, title, number, recipients (GB/T 9704 版头, 标题, 主送机关)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planparse.document import Field, Line
from planparse.span import Span
from planparse.structure.bodies import cut_bodies, is_body
from planparse.structure.dates import DATE, read_date
from planparse.structure.document_numbers import number_line
from planparse.structure.marks import read_mark
from planparse.structure.titles import Title, is_title_end

_NOT_RECIPIENTS = re.compile(r"^(?:为|现|根据|按照|经|近|自|依据|结合|因|鉴于|请|附件)|如下|有关事项|以下|责任|。|《")
_LETTERHEAD = re.compile(r"文件$|^(?:特急|加急|平急|急件|机密|秘密|内部|[0-9]{6})|签发人|^[（(]?\d{4}年第?\d+[期号]")
_ADOPTED = re.compile(rf"[（(](?P<date>{DATE})(?:[^（）]{{0,30}})?[）)]")
_LONGEST_RECIPIENTS = 600
_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Opening:
    """The lines ``first`` to ``last`` that open a notice, and what they say."""

    document_number: Field | None
    recipients: tuple[Field, ...]
    adopted: Field | None  # a date in brackets under the title; value ISO 8601
    letterhead: tuple[Field, ...]  # 发文机关标志: the body whose paper it is
    first: int
    last: int


def read_opening(lines: Sequence[Line], title: Title) -> Opening:
    """What stands around the title, from the letterhead above it down to the recipients."""
    first = title.first
    while first and _is_letterhead(lines[first - 1]):
        first -= 1
    numbers = [number for line in lines[first : title.first] if (number := number_line(line))]
    adopted: Field | None = None
    at = title.last + 1
    while at < len(lines):
        number, day = number_line(lines[at]), _adopted(lines[at])
        if not number and not day:
            break
        numbers += [number] if number else []
        adopted = adopted or day
        at += 1
    recipients, after = _recipients(lines, at)
    letterhead = tuple(body for line in lines[first : title.first] if (body := _letterhead_body(line)))
    return Opening(numbers[-1] if numbers else None, recipients, adopted, letterhead, first, after - 1)


def _is_letterhead(line: Line) -> bool:
    return len(line.text) < 60 and bool(number_line(line) or _LETTERHEAD.search(line.text) or is_body(line.text))


def _letterhead_body(line: Line) -> Field | None:
    name = line.text.removesuffix("文件").strip()
    return Field(name, Span(0, len(name)).shift(line.span.start)) if is_body(name) else None


def _adopted(line: Line) -> Field | None:
    found = _ADOPTED.fullmatch(line.text)
    day = read_date(found["date"]) if found else None
    return Field(str(day), Span(*found.span("date")).shift(line.span.start)) if found and day else None


def _may_be_list(line: Line) -> bool:
    return not (read_mark(line.text) or number_line(line) or is_title_end(line.text))


def _recipients(lines: Sequence[Line], at: int) -> tuple[tuple[Field, ...], int]:
    """The bodies up to the colon, and the index of the line after them; none where no colon ends a list."""
    found: list[Field] = []
    for row in range(at, min(at + _MOST_LINES, len(lines))):
        line = lines[row]
        words, colon, _ = line.text.partition("：")
        if len(words) > _LONGEST_RECIPIENTS or _NOT_RECIPIENTS.search(words) or not _may_be_list(line):
            break
        found += cut_bodies(words, line.span.start)
        if colon:
            more_follows = len(words) + 1 < len(line.text)
            return tuple(found), row if more_follows else row + 1
    return (), at
