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
from planparse.structure.bodies import is_body
from planparse.structure.dates import DATE
from planparse.structure.document_numbers import number_line
from planparse.structure.marks import read_mark

NOTICE_KINDS = "通知|通报|公告|通告|公报|决定|决议|命令|令|意见|批复|函|报告|请示"
_STRONG = "方案|计划|规划|纲要|要点|办法|规定|细则|规则|条例|指南|指引|导则|预案|意见|大纲"
_WEAK = (
    "措施|政策|制度|清单|规范|目录|行动|安排|准则|标准|举措|路线图|任务书|分工|章程|对策|工程|"
    "(?:\\d+|[一二三四五六七八九十]+)条"
)
_ISSUING = "印发|转发|批转|发布|公布|颁布|颁发|下达|下发"
_SUFFIX = r"(?:[（(][^（()）]{1,24}[）)]|\d{4}年?版)*"  # （试行） （2021—2025年） 2022年版

_NOTICE_END = re.compile(f"(?:{NOTICE_KINDS}){_SUFFIX}$")
_PLAN_END = re.compile(f"(?:{_STRONG}|{_WEAK}){_SUFFIX}$")
_WEAK_END = re.compile(f"(?:{_WEAK})$")
_STRONG_END = re.compile(f"(?:{_STRONG}|{NOTICE_KINDS}){_SUFFIX}$")
_PURPOSE = re.compile(f"关于|(?:{_ISSUING})(?=《)")
_ISSUES = re.compile(f"(?:关于)?(?:修订|联合|重新|批准|同意|调整)?(?:{_ISSUING})")
_NO_ISSUER = re.compile("贯彻|落实|实施|执行|推进|推动|加快|加强")
_NEVER_IN_TITLE = re.compile(
    rf"[。；！？：|\t]|，$|文件$|^[（(].*[）)]$|[—\-_=*]{{4,}}|^{DATE}|^附[件录表图]|^\d+$|日印发$"
)
_VERSION = re.compile(r"[（(](?:试行|暂行|修订|征求意见稿|送审稿|[^（）]{0,12}版|\d{4}[年—\-~至][^（）月]{0,10})[）)]")
_GENERIC_BODY = re.compile("人民政府|办公厅|办公室|委员会")
_SPACE_IN_TITLE = re.compile(r"(?<![ -~])\s+|\s+(?![ -~])")
_SHORTEST, _LONGEST = 6, 140
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the lines that it stands on: indexes ``first`` to ``last`` of the lines searched."""

    field: Field
    first: int
    last: int

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
        return bool(self.issuer) or bool(_NOTICE_END.search(self.text) and "关于" in self.text)

    @property
    def issued(self) -> tuple[str, ...]:
        """The titles of the documents that it issues: 印发《…》《…》的通知; empty where it issues none."""
        verb = _ISSUES.match(self.text, len(self.issuer))
        if not verb:
            return ()
        named = re.sub(f"的?(?:{NOTICE_KINDS}){_SUFFIX}$", "", self.text[verb.end() :])
        return tuple(re.findall("《([^《》]+)》", named)) or (named,)


def issuer_of(title: str) -> str:
    """The issuing body's name that the title begins with; empty where it begins with none.

    >>> issuer_of("省政府办公厅关于江苏省“十四五”全社会节能的实施意见"), issuer_of("关于印发方案的通知")
    ('省政府办公厅', '')
    """
    found = _PURPOSE.search(title)
    name = title[: found.start()] if found else ""
    return name if is_body(name) and not _NO_ISSUER.search(name) else ""


def is_title_end(text: str) -> bool:
    """Whether the words end as a notice's title does."""
    return bool(_NOTICE_END.search(text))


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
    text = _SPACE_IN_TITLE.sub("", "".join(line.text for line in lines[first : last + 1]))
    return Title(Field(text, lines[first].span.join(lines[last].span)), first, last)


def _last_line(lines: Sequence[Line], first: int, expected: Collection[str]) -> int | None:
    """The line on which the title ends that begins on line ``first``."""
    text, last = "", None
    for at in range(first, min(first + _MOST_LINES, len(lines))):
        line = lines[at].text
        if not _may_be_title(lines[at]) or len(text) + len(line) > _LONGEST:
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
    return not (_NEVER_IN_TITLE.search(line.text) or read_mark(line.text) or number_line(line))


def _is_complete(text: str) -> bool:
    """Whether the words end as a title does: 关于印发…… only with 的通知, others with any kind of document."""
    if len(text) < _SHORTEST:
        return False
    purpose = _PURPOSE.search(text)
    if purpose and _ISSUES.match(text, purpose.start()):
        return bool(_NOTICE_END.search(text)) or (text.endswith("》") and not text.startswith("关于", purpose.start()))
    return bool(_NOTICE_END.search(text) or _PLAN_END.search(text))


def _goes_on(text: str, line: str) -> bool:
    """Whether a title that could end here goes on: ……行动 / 实施方案, ……规划 / 的通知."""
    if line.startswith("的"):
        return True
    return bool(_WEAK_END.search(text) and _STRONG_END.search(line) and not _NOTICE_END.search(line)) and len(line) < 20


def _first_line(lines: Sequence[Line], first: int, last: int) -> int:
    """Leave out what stands above the title: a site's name, the letterhead's own line."""
    texts = [line.text for line in lines[first : last + 1]]
    starts = list(accumulate(map(len, texts), initial=0))
    purpose = _PURPOSE.search("".join(texts))
    if not purpose:
        return next((first + i for i, text in enumerate(texts) if not is_body(text)), first)
    holder = max(i for i, start in enumerate(starts[:-1]) if start <= purpose.start())
    begin = holder
    name = texts[holder][: purpose.start() - starts[holder]]
    while begin and _belongs_above(texts[begin - 1], name):
        begin -= 1
        name = texts[begin]
    return first + begin


def _belongs_above(line: str, name: str) -> bool:
    """Whether the line is the beginning of the issuers' names that go on with ``name``."""
    if (name and not is_body(name)) or _GENERIC_BODY.match(name):
        return True  # 齐齐哈尔市 / 人民政府关于……
    return is_body(line) and not name.startswith(line) and (not name or line[:2] != name[:2])
