"""How a notice opens: letterhead, title, number, recipients (GB/T 9704 版头, 标题, 主送机关)."""

from collections.abc import Sequence
from typing import NamedTuple

from planparse import patterns
from planparse.document import Field, Line
from planparse.span import Span
from planparse.structure.bodies import cut_bodies, is_body
from planparse.structure.dates import DATE, read_date
from planparse.structure.document_numbers import number_line
from planparse.structure.furniture import is_remark
from planparse.structure.marks import read_mark
from planparse.structure.title_words import is_notice_end
from planparse.structure.titles import Title

# The beginnings of sentences; but 经开区管委会, 自治区各委办局 are recipients.
_SENTENCE = patterns.compile("为|现[将就对]|经(?!开|济)|近[日年]|自(?!治|贸|然)|因|请|根据|按照|依据|结合|鉴于|附件")
_NO_RECIPIENTS = ("如下", "有关事项", "以下", "责任", "。", "《")
_URGENCY = ("特急", "加急", "平急", "急件", "机密", "秘密", "内部")
_COPY_NUMBER = patterns.compile(r"\d{6}$")  # 份号
_ADOPTED = patterns.compile(rf"[（(]?(?P<date>{DATE})(?:.{{0,30}}[）)])?")
_LONGEST_LETTERHEAD = 60
_LONGEST_RECIPIENTS = 600
_MOST_LINES = 5


class Opening(NamedTuple):
    """The lines ``first`` to ``last`` that open a notice, and what they say."""

    document_number: Field | None
    recipients: tuple[Field, ...]
    adopted: Field | None  # a date under the title; value ISO 8601
    letterhead: tuple[Field, ...]  # 发文机关标志: the body whose paper it is
    first: int
    last: int


def read_opening(lines: Sequence[Line], title: Title) -> Opening:
    """What stands around the title, from the letterhead above it down to the recipients."""
    first = title.first
    while first and _is_letterhead(lines[first - 1]):
        first -= 1
    numbers = [number for line in lines[first : title.first] if (number := number_line(line))]
    numbers += [title.number] if title.number else []
    adopted: Field | None = None
    at = title.last + 1
    while at < len(lines):
        number, day = number_line(lines[at]), adopted_line(lines[at])
        if not number and not day and not is_remark(lines[at]):
            break
        numbers += [number] if number else []
        adopted = adopted or day
        at += 1
    recipients, after = _recipients(lines, at)
    letterhead = tuple(body for line in lines[first : title.first] if (body := _letterhead_body(line)))
    return Opening(numbers[-1] if numbers else None, recipients, adopted, letterhead, first, after - 1)


def _is_letterhead(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST_LETTERHEAD:
        return False
    is_remark = text.startswith(_URGENCY) or text.endswith("文件") or "签发人" in text or _COPY_NUMBER.match(text)
    return bool(is_remark or number_line(line)) or is_body(text)


def _letterhead_body(line: Line) -> Field | None:
    name = line.text.removesuffix("文件").strip()
    return Field(name, Span(0, len(name)).shift(line.span.start)) if is_body(name) else None


def adopted_line(line: Line) -> Field | None:
    """The date that a line under a title is, in brackets or not: （2022年3月10日）; its value is ISO 8601."""
    found = _ADOPTED.fullmatch(line.text)
    day = read_date(found["date"]) if found else None
    return Field(str(day), Span(*found.span("date")).shift(line.span.start)) if found and day else None


def _recipients(lines: Sequence[Line], at: int) -> tuple[tuple[Field, ...], int]:
    """The bodies up to the colon, and the index of the line after them; none where no colon ends a list."""
    found: list[Field] = []
    for row in range(at, min(at + _MOST_LINES, len(lines))):
        line = lines[row]
        words, colon, text = line.text.partition("：")
        if not _may_be_list(words) or number_line(line):
            break
        found += cut_bodies(words, line.span.start)
        if colon:
            return tuple(found), row if text else row + 1  # the text may go on in the same line
    return (), at


def _may_be_list(words: str) -> bool:
    if len(words) > _LONGEST_RECIPIENTS or _SENTENCE.match(words) or is_notice_end(words):
        return False
    return not any(sign in words for sign in _NO_RECIPIENTS) and read_mark(words) is None
