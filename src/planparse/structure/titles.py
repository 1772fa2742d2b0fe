"""Titles: of the notice (……关于印发……的通知) and of the plan that it issues (……工作方案).

A title stands on one line or is broken over several, without a full stop; its last words name the
document's kind (GB/T 9704: 发文机关, 事由, 文种). Which lines belong to it follows from where the issuing
body's name begins and where the kind ends.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from planparse import patterns
from planparse.document import Field, Line
from planparse.span import Span
from planparse.structure.bodies import is_body, split_joint
from planparse.structure.dates import DATE
from planparse.structure.document_numbers import number_line, read_number
from planparse.structure.marks import read_mark
from planparse.structure.title_words import (
    goes_on,
    is_complete,
    is_notice_end,
    issued_by,
    issuer_of,
    purpose_at,
    without_spaces,
)

_VERSION = patterns.compile(r"[（(](?:试行|暂行|修订|征求意见稿|送审稿|.{0,12}版|\d{4}[年—~至-][^月]{0,10})[）)]")
_DATED = patterns.compile(DATE)
_NEVER_IN_TITLE = frozenset("。；！？：|\t")
_NEVER_AT_END = ("，", "文件", "日印发", "————", "----", "====", "____", "****")
_NEVER_AT_START = ("附件", "附录", "附表", "附图")
_GENERIC_BODIES = ("人民政府", "办公厅", "办公室", "委员会")
_LONGEST = 140
_MOST_LINES = 6


class Title(NamedTuple):
    """A title and the lines that it stands on: indexes ``first`` to ``last`` of the lines searched.

    ``number`` is a document number that stands behind it in brackets.
    """

    field: Field
    first: int
    last: int
    number: Field | None

    @property
    def text(self) -> str:
        """The title, lines joined."""
        return self.field.value

    @property
    def issuer(self) -> str:
        """The issuing body's name before 关于 or 印发《; empty where the title does not begin with one."""
        return issuer_of(self.text)

    @property
    def is_notice(self) -> bool:
        """Whether the title is a notice's own: ……关于……的通知, 省政府关于……的意见, ……印发《……》."""
        return bool(self.issuer) or ("关于" in self.text and is_notice_end(self.text))

    @property
    def issued(self) -> tuple[str, ...]:
        """The titles of the documents that it issues: 印发《…》《…》的通知; empty where it issues none."""
        return issued_by(self.text)


def find_titles(lines: Sequence[Line], expected: Collection[str] = ()) -> Iterator[Title]:
    """All titles among the lines, in order. A title in ``expected`` ends where the expected words end."""
    at = 0
    while at < len(lines):
        title = read_title(lines, at, expected)
        if title:
            yield title
        at = title.last + 1 if title else at + 1


def read_title(lines: Sequence[Line], first: int, expected: Collection[str] = ()) -> Title | None:
    """The title that begins on line ``first`` or, after words that are not part of it, soon below."""
    last = _last_line(lines, first, expected)
    if last is None:
        return None
    first = _first_line(lines, first, last)
    if last + 1 < len(lines) and _VERSION.fullmatch(lines[last + 1].text):
        last += 1
    text = "".join(line.text for line in lines[first : last + 1])
    span = lines[first].span.join(lines[last].span)
    number = _number_at_end(lines[last])
    if number:
        text = text[: number.span.start - lines[last].span.end - 1]
        span = Span(span.start, number.span.start - 1)
    return Title(Field(without_spaces(text), span), first, last, number)


def _number_at_end(line: Line) -> Field | None:
    """The document number in brackets behind a title: ……的通知（云政发〔2022〕7号）."""
    opened = line.text.rfind("（")
    number = read_number(line.text[opened + 1 :]) if opened > 0 and line.text.endswith("号）") else None
    return Field(number.value, number.span.shift(line.span.start + opened + 1)) if number else None


def _last_line(lines: Sequence[Line], first: int, expected: Collection[str]) -> int | None:
    """The line on which the title ends that begins on line ``first``."""
    text, last = "", None
    for at in range(first, min(first + _MOST_LINES, len(lines))):
        line = lines[at].text
        if len(text) + len(line) > _LONGEST or not _may_be_title(lines[at]):
            break
        is_expected = any(title.startswith(text + line) for title in expected)
        if last is not None and not is_expected and not goes_on(text, line):
            break
        text += line
        if text in expected:
            return at
        last = at if is_complete(text) else last
    return last


def _may_be_title(line: Line) -> bool:
    text = line.text
    if text.endswith(_NEVER_AT_END) or text.startswith(_NEVER_AT_START) or not _NEVER_IN_TITLE.isdisjoint(text):
        return False
    in_brackets = text[0] in "（(" and text[-1] in "）)"
    return not (in_brackets or text.isdigit() or _DATED.match(text) or read_mark(text) or number_line(line))


def _first_line(lines: Sequence[Line], first: int, last: int) -> int:
    """Leave out what stands above the title: a site's name, the letterhead's own line."""
    texts = [line.text for line in lines[first : last + 1]]
    starts = list(accumulate(map(len, texts), initial=0))
    purpose = purpose_at("".join(texts))
    if purpose is None:
        return next((first + i for i, text in enumerate(texts) if not is_body(text)), first)
    begin = max(i for i, start in enumerate(starts[:-1]) if start <= purpose)
    name = texts[begin][: purpose - starts[begin]]
    while begin and _belongs_above(texts[begin - 1], name):
        begin -= 1
        name = texts[begin]
    return first + begin


def _belongs_above(line: str, name: str) -> bool:
    """Whether the line is the beginning of the issuers' names that go on with ``name``."""
    if (name and not is_body(name)) or name.startswith(_GENERIC_BODIES):
        return True  # 齐齐哈尔市 / 人民政府关于……
    joint = split_joint(line)
    if len(joint) > 1 and name and not any(map(name.startswith, joint)):
        return True  # 省财政厅 省水利厅 / 省教育厅关于……
    # A government above its bureau's title, or a bureau above its government's, is the site or the letterhead.
    of_site = line[:2] == name[:2] and (line.endswith("政府") or "政府" in name)
    return is_body(line) and not name.startswith(line) and not of_site
