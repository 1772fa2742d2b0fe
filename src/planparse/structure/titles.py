"""Titles: of the notice (……关于印发……的通知) and of the plan that it issues (……工作方案).

A title stands on one line or is broken over several, without a full stop; its last words name the
document's kind (GB/T 9704: 发文机关, 事由, 文种). Which lines belong to it follows from where the issuing
body's name begins and where the kind ends.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from planparse.document import Field, Line
from planparse.lexicon.document_kinds import document_kinds
from planparse.span import Span
from planparse.structure.bodies import is_body
from planparse.structure.dates import DATE
from planparse.structure.document_numbers import number_line, read_number
from planparse.structure.marks import read_mark

_ISSUING = "(?:印发|转发|批转|发布|公布|颁布|颁发|下达|下发)"

_PURPOSE = re.compile(f"关于|{_ISSUING}(?=《)")
_ISSUES = re.compile(f"(?:关于)?(?:修订|联合|重新|批准|同意|调整)?{_ISSUING}")
_NO_ISSUER = ("贯彻", "落实", "实施", "执行", "推进", "推动", "加快", "加强")
_EDITION = re.compile(r"\d{4}年?版$")
_VERSION = re.compile(r"[（(](?:试行|暂行|修订|征求意见稿|送审稿|.{0,12}版|\d{4}[年—~至-][^月]{0,10})[）)]")
_DATED = re.compile(DATE)
_NEVER_IN_TITLE = frozenset("。；！？：|\t")
_NEVER_AT_END = ("，", "文件", "日印发", "————", "----", "====", "____", "****")
_NEVER_AT_START = ("附件", "附录", "附表", "附图")
_GENERIC_BODIES = ("人民政府", "办公厅", "办公室", "委员会")
_SHORTEST, _LONGEST = 6, 140
_LONGEST_SUFFIX = 26  # （2021—2025年）
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Title:
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
        verb = _ISSUES.match(self.text, len(self.issuer))
        if not verb:
            return ()
        named = _without_suffix(self.text)[verb.end() :]
        kind = next((kind for kind in document_kinds("notice") if named.endswith(kind)), "")
        named = named.removesuffix(kind).removesuffix("的")
        return tuple(re.findall("《([^《》]+)》", named)) or (named,)


def issuer_of(title: str) -> str:
    """The issuing body's name that the title begins with; empty where it begins with none.

    >>> issuer_of("省政府办公厅关于江苏省“十四五”全社会节能的实施意见"), issuer_of("关于印发方案的通知")
    ('省政府办公厅', '')
    """
    found = _PURPOSE.search(title)
    name = title[: found.start()] if found else ""
    return name if is_body(name) and not any(verb in name for verb in _NO_ISSUER) else ""


def is_notice_end(text: str) -> bool:
    """Whether the words end as a notice's title does: ……的通知, ……的意见（试行）."""
    return _without_suffix(text).endswith(document_kinds("notice"))


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


def without_spaces(text: str) -> str:
    """The words without white space, but for one that stands between Latin words."""
    return re.sub(r"(?<![ -~])\s+|\s+(?![ -~])", "", text)


def _last_line(lines: Sequence[Line], first: int, expected: Collection[str]) -> int | None:
    """The line on which the title ends that begins on line ``first``."""
    text, last = "", None
    for at in range(first, min(first + _MOST_LINES, len(lines))):
        line = lines[at].text
        if len(text) + len(line) > _LONGEST or not _may_be_title(lines[at]):
            break
        if last is not None and not _goes_on(text, line):
            break
        text += line
        if text in expected:
            return at
        if _is_complete(text) and not any(title.startswith(text) for title in expected):
            last = at
    return last


def _may_be_title(line: Line) -> bool:
    text = line.text
    if text.endswith(_NEVER_AT_END) or text.startswith(_NEVER_AT_START) or not _NEVER_IN_TITLE.isdisjoint(text):
        return False
    in_brackets = text[0] in "（(" and text[-1] in "）)"
    return not (in_brackets or text.isdigit() or _DATED.match(text) or read_mark(text) or number_line(line))


def _is_complete(text: str) -> bool:
    """Whether the words end as a title does: 关于印发…… only with 的通知, others with any kind of document."""
    if len(text) < _SHORTEST:
        return False
    purpose = _PURPOSE.search(text)
    if purpose and _ISSUES.match(text, purpose.start()):
        return is_notice_end(text) or (text.endswith("》") and purpose[0] != "关于")
    bare = _without_suffix(text)
    counted = bare.endswith("条") and (bare[-2].isdigit() or bare[-2] in "一二三四五六七八九十")  # 二十条
    return counted or bare.endswith(document_kinds("notice", "plan", "part"))


def _goes_on(text: str, line: str) -> bool:
    """Whether a title that could end here goes on: ……行动 / 实施方案, ……规划 / 的通知."""
    is_short_kind = len(line) < 20 and _without_suffix(line).endswith((*document_kinds("plan"), "意见"))
    return line.startswith("的") or (is_short_kind and text.endswith(document_kinds("part")))


def _without_suffix(text: str) -> str:
    """The title without what may follow the kind: （试行）, （2021—2025年）, 2024年版."""
    text = _EDITION.sub("", text)
    while text.endswith(("）", ")")):
        opened = max(text.rfind("（"), text.rfind("("))
        if opened < len(text) - _LONGEST_SUFFIX or opened <= 0:
            break
        text = text[:opened]
    return text


def _first_line(lines: Sequence[Line], first: int, last: int) -> int:
    """Leave out what stands above the title: a site's name, the letterhead's own line."""
    texts = [line.text for line in lines[first : last + 1]]
    starts = list(accumulate(map(len, texts), initial=0))
    purpose = _PURPOSE.search("".join(texts))
    if not purpose:
        return next((first + i for i, text in enumerate(texts) if not is_body(text)), first)
    begin = max(i for i, start in enumerate(starts[:-1]) if start <= purpose.start())
    name = texts[begin][: purpose.start() - starts[begin]]
    while begin and _belongs_above(texts[begin - 1], name):
        begin -= 1
        name = texts[begin]
    return first + begin


def _belongs_above(line: str, name: str) -> bool:
    """Whether the line is the beginning of the issuers' names that go on with ``name``."""
    if (name and not is_body(name)) or name.startswith(_GENERIC_BODIES):
        return True  # 齐齐哈尔市 / 人民政府关于……
    return is_body(line) and not name.startswith(line) and (not name or line[:2] != name[:2])
