"""How a notice closes: signature, date, notes (GB/T 9704 发文机关署名, 成文日期, 附注)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from planparse import patterns
from planparse.document import Field, Line
from planparse.span import Span
from planparse.structure.bodies import is_body, split_joint
from planparse.structure.dates import DATE, read_date

_SIGNED = patterns.compile(rf"(?P<bodies>.*?)\s*(?P<date>{DATE})")
_LABELLED = patterns.compile(r"(?:信息)?公开(?:选项|方式|属性|类别|形式|类型)：(\S{2,20})")
_DISCLOSURES = ("公开", "登报", "传达", "见报", "涉密")
_BARE_DISCLOSURES = frozenset(("主动公开", "依申请公开", "不予公开"))
_OTHER_NOTES = patterns.compile("联系(?:人|电话|单位|方式|地址)|电话|传真|邮箱|电子邮箱|本文有删减|政策咨询")
_CUT = patterns.compile("(?:本文|此件|正文|内容)?(?:略)?有删[减节]")
_BRACKETS = "（）()〔〕［］[]【】"
_SEAL = "[（(](?:代?章|盖章|公章|印章?)[）)]"  # 市政府办公室（代章）
_LONGEST_NOTE = 60
_LONGEST_SIGNATURE = 60
_MOST_SIGNERS = 40


class Closing(NamedTuple):
    """The lines ``first`` to ``last`` that close a notice, and what they say."""

    issuers: tuple[Field, ...]
    issue_date: Field  # value ISO 8601
    first: int
    last: int


def find_closing(lines: Sequence[Line], start: int) -> Closing | None:
    """The first date that stands by itself from line ``start`` on, with the signatures above it."""
    for at in range(start, len(lines)):
        if found := _date_line(lines[at]):
            return _closing(lines, at, found)
    return None


def without_closing(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a document without the signatures and the date at its very end."""
    found = _date_line(lines[-1]) if lines else None
    return lines[: _closing(lines, len(lines) - 1, found).first] if found else lines


def _date_line(line: Line) -> re.Match[str] | None:
    """A line that holds a date alone, or behind the signature (某市人民政府2021年3月1日)."""
    if len(line.text) > 2 * _LONGEST_SIGNATURE:
        return None
    found = _SIGNED.fullmatch(line.text)
    if not found or not (found["bodies"] == "" or _is_signature(found["bodies"])):
        return None
    return found if read_date(found["date"]) else None


def _closing(lines: Sequence[Line], at: int, found: re.Match[str]) -> Closing:
    first = at
    while first > max(0, at - _MOST_SIGNERS) and _is_signature(lines[first - 1].text):
        first -= 1
    start = lines[at].span.start
    issuers = [field for line in lines[first:at] for field in _signers(line.text, line.span.start)]
    issuers += _signers(found["bodies"], start) if found["bodies"] else ()
    issue_date = Field(str(read_date(found["date"])), Span(*found.span("date")).shift(start))
    return Closing(tuple(issuers), issue_date, first, at)


def _is_signature(text: str) -> bool:
    return len(text) <= _LONGEST_SIGNATURE and all(map(is_body, text.split()))


def _signers(text: str, start: int) -> tuple[Field, ...]:
    """The bodies of a signature line, each with its place."""
    fields, at = [], 0
    for name in split_joint(patterns.sub(_SEAL, "", text)):
        at = text.index(name, at)
        fields.append(Field("".join(name.split()), Span(at, at + len(name)).shift(start)))
        at += len(name)
    return tuple(fields)


def is_note(line: Line) -> bool:
    """Whether the line is a note after the date: who may read it, whom to ask."""
    is_contact = _OTHER_NOTES.match(line.text.lstrip(_BRACKETS)) and "。" not in line.text
    is_field = len(line.text) <= _LONGEST_NOTE and _LABELLED.fullmatch(line.text)  # 公开方式：主动公开, of the web page
    return bool(is_contact or is_field) or disclosure_line(line) is not None


def disclosure_line(line: Line) -> Field | None:
    """The note (附注) of a line that says who may read the document, or that it is cut, without its brackets.

    >>> from planparse.span import Span
    >>> disclosure_line(Line(Span(0, 8), "（此件公开发布）")).value
    '此件公开发布'
    """
    if cut := _CUT.fullmatch(line.text.strip(_BRACKETS)) if line.text[:1] in _BRACKETS else None:
        return Field(cut[0], Span(0, len(cut[0])).shift(line.span.start + 1))
    if len(line.text) > _LONGEST_NOTE or not any(word in line.text for word in _DISCLOSURES):
        return None
    words = line.text.strip(_BRACKETS)
    in_brackets = line.text[0] in _BRACKETS and line.text[-1] in _BRACKETS
    is_note_alone = words in _BARE_DISCLOSURES or (words.startswith("此件") and "。" not in words)
    if not (in_brackets or is_note_alone) or any(bracket in words for bracket in _BRACKETS):
        return None
    return Field(words, Span(0, len(words)).shift(line.span.start + line.text.index(words)))
