"""How a notice closes: signature, date, notes (GB/T 9704 发文机关署名, 成文日期, 附注)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planparse.document import Field, Line
from planparse.span import Span
from planparse.structure.bodies import is_body, split_joint
from planparse.structure.dates import DATE, read_date

_SIGNED = re.compile(rf"(?P<bodies>[^。：，]{{0,80}}?)\s*(?P<date>{DATE})")
_WORDS = "[^（）〔〕［］【】]*"
_DISCLOSURE = re.compile(
    rf"[（(〔［【]({_WORDS}(?:公开|登报|传达|见报|涉密){_WORDS})[）)〕］】]|(此件[^。，（）]{{0,20}}公开[^。（）]{{0,20}}|(?:主动|依申请|不予)公开)"
)
_LABELLED = re.compile(r"(?:信息)?公开(?:选项|方式|属性|类别|形式|类型)：\s*(\S{2,20})")
_CONTACT = re.compile(
    r"^[（(]?(?:联系人|联系电话|联系单位|联系方式|联系地址|电话|传真|邮箱|电子邮箱|本文有删减|政策咨询)"
)
_LONGEST_NOTE = 60
_LONGEST_SIGNATURE = 60
_MOST_SIGNERS = 40


@dataclass(frozen=True, slots=True)
class Closing:
    """The lines ``first`` to ``last`` that close a notice, and what they say."""

    issuers: tuple[Field, ...]
    issue_date: Field  # value ISO 8601
    first: int
    last: int


def find_closing(lines: Sequence[Line], start: int) -> Closing | None:
    """The first date that stands by itself from line ``start`` on, with the signatures above it."""
    for at in range(start, len(lines)):
        found = _SIGNED.fullmatch(lines[at].text) if len(lines[at].text) < 2 * _LONGEST_SIGNATURE else None
        day = read_date(found["date"]) if found else None
        if found and day and (not found["bodies"] or is_body(found["bodies"].replace(" ", ""))):
            return _closing(lines, start, at, found)
    return None


def _closing(lines: Sequence[Line], start: int, at: int, found: re.Match[str]) -> Closing:
    first = at
    while first > max(start, at - _MOST_SIGNERS) and _is_signature(lines[first - 1]):
        first -= 1
    issuers = [field for line in lines[first:at] for field in _signers(line)]
    if found["bodies"]:
        issuers += _signers(Line(Span(*found.span("bodies")).shift(lines[at].span.start), found["bodies"]))
    issue_date = Field(str(read_date(found["date"])), Span(*found.span("date")).shift(lines[at].span.start))
    return Closing(tuple(issuers), issue_date, first, at)


def without_closing(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a document without the signatures and the date at its very end."""
    closing = find_closing(lines, len(lines) - 1) if lines else None
    if not closing:
        return lines
    end = closing.first
    while end and _is_signature(lines[end - 1]):
        end -= 1
    return lines[:end]


def _is_signature(line: Line) -> bool:
    return len(line.text) <= _LONGEST_SIGNATURE and all(map(is_body, line.text.split()))


def _signers(line: Line) -> tuple[Field, ...]:
    """The bodies of a signature line, each with its place."""
    fields, at = [], 0
    for name in split_joint(line.text):
        at = line.text.index(name, at)
        fields.append(Field(re.sub(r"\s+", "", name), Span(at, at + len(name)).shift(line.span.start)))
        at += len(name)
    return tuple(fields)


def is_note(line: Line) -> bool:
    """Whether the line is a note after the date: who may read it, whom to ask."""
    return disclosure_line(line) is not None or bool(_CONTACT.match(line.text) and "。" not in line.text)


def disclosure_line(line: Line) -> Field | None:
    """The note of a line that says who may read the document, without its brackets.

    >>> from planparse.span import Span
    >>> disclosure_line(Line(Span(0, 9), "（此件公开发布）")).value
    '此件公开发布'
    """
    if len(line.text) > _LONGEST_NOTE:
        return None
    found = _DISCLOSURE.fullmatch(line.text) or _LABELLED.fullmatch(line.text)
    if not found or found.lastindex is None:
        return None
    return Field(found[found.lastindex], Span(*found.span(found.lastindex)).shift(line.span.start))
