"""Whether a time expression says by when something is to be done, or is a baseline, a date or part of a name."""

import re

from planparse.clauses import BLANK_QUOTE
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.rules.deadlines.expressions import Calendar, TimeExpression
from planparse.span import Span

# 比2015年下降, 较2020年提高, 与2020年相比, 相较于2020年
_BASELINE_BEFORE = re.compile(r"(?:(?<![占对])比|较|相较于?|相比于?|对比|同比|高于|低于|超过|以)$|(?:与|同|和|在)$")
_BASELINE_AFTER = re.compile(
    r"(?:(?:年)?的?(?:同期)?(?:相比|基础上|水平|为基[期准数]|不变价|可比价|价格|同期|实绩|数据|基数))"
)
# 2021年度评价, 2022年版目录, 全年目标任务, 全年优良天数
_NAME_AFTER = re.compile(
    r"度(?!假)|版|修[订正]|第[一二三四五六七八九十\d]+次|以来|起|的?(?:目标|任务|计划|工作要点|工作安排|统计|平均|累计|优良|空气|总)"
)
# 实现2030年前碳达峰目标: what follows is one noun phrase with such a head
_NAME_HEAD = re.compile(
    r"(?:目标|任务|方案|计划|规划|行动|要求|愿景|要点|指标|承诺|路线图|时间表|通知|意见)(?:任务|要求)?$"
)
_LABEL = re.compile(r"(?:完成|办结|整改|时间|实施|推进|责任)?(?:时限|时间|期限|节点|进度)(?:要求|安排|节点)?：?$")
_CONDITION = re.compile("对|对于|凡|如|若")
_EACH_ONE = ("每生", "每人", "每户", "每亩", "每台", "每座", "每村", "每家", "每人每月", "每个")
_CLAUSE_MARKS = "，；：。！？\n（、"
_OPENERS = re.compile(
    r"(?:力争|争取|努力|力求|确保|保证|预计|预期|计划|拟|其中|并|且|在|于|到|从|自|重点|截至|截止|实现|推动|力争在|确保在|同时|再|要|应|须|需)*$"
)


def is_deadline(
    chars: str, plain: str, body: Span, found: TimeExpression, previous: TimeExpression | None, calendar: Calendar
) -> bool:
    """``plain`` is the section's body with brackets and quotes blanked; ``previous`` the last deadline before it."""
    start, end = found.span.start, found.span.end
    before = _clause_before(chars, body, start)
    after = _clause_after(chars, body, end)
    if (_CONDITION.match(before) and "的" in after) or before.endswith(_EACH_ONE):
        return False  # 对年底未完成任务的乡镇, 按照每生每年400元的标准
    if _inside_title(chars, plain, body, found) or _is_baseline(before, after) or _is_past(found, calendar):
        return False
    if found.shape in ("days", "this-year") and in_bracket(chars, found.span):
        return True
    if found.shape == "within" and re.match("仍|未|不|没|累计|发生|被", after):
        return False  # 对6个月内仍未整改到位的: a condition
    if found.shape == "within" and (level_verbs().before(before) or chars[start - 1 : start] == "、"):
        return False  # 压缩至80个、60个工作日以内: the length of a procedure
    if found.shape == "recurring" and not after:
        return False  # 分解到每年: no work is said to be done in it
    if found.shape == "recurring" or is_labelled(chars, body, start):
        return not _NAME_AFTER.match(after)
    if found.shape == "this-year" and not calendar.own_year and not found.marked and not _starts_predicate(after):
        return False
    if found.marked:
        return not _names_a_thing(before, after)
    if previous and chars[previous.span.end : start] in ("、", "和", "及"):
        return True
    if found.shape == "day" and _says_what_happens(after):
        return True  # 吞吐量|2023年|达到650万标箱
    return _opens_clause(before) and not _NAME_AFTER.match(after) and not _is_day(chars[start:end], found)


def is_labelled(chars: str, body: Span, at: int) -> bool:
    """Whether 完成时限： or the like stands before ``at``."""
    return bool(_LABEL.search(chars[max(body.start, at - 8) : at]))


def _clause_before(chars: str, body: Span, at: int) -> str:
    start = max((chars.rfind(mark, max(body.start, at - 80), at) for mark in _CLAUSE_MARKS), default=-1)
    return chars[max(start + 1, body.start, at - 80) : at]


def _clause_after(chars: str, body: Span, at: int) -> str:
    limit = min(body.end, at + 80)
    ends = [i for mark in _CLAUSE_MARKS if (i := chars.find(mark, at, limit)) >= 0]
    return chars[at : min(ends, default=limit)]


def _inside_title(chars: str, plain: str, body: Span, found: TimeExpression) -> bool:
    """In 《》 or in quotes that do not belong to the expression itself (“十四五”)."""
    middle = (found.span.start + found.span.end) // 2 - body.start
    if found.shape == "plan":
        last = found.span.end - body.start - 1
        return plain[last] == BLANK_QUOTE
    return plain[middle] == BLANK_QUOTE


def in_bracket(chars: str, at: Span) -> bool:
    """前期准备阶段（3月1日至4月20日）: the bracket holds nothing but the time."""
    return chars[at.start - 1 : at.start] in ("（", "〔") and chars[at.end : at.end + 1] in ("）", "〕")


def _is_baseline(before: str, after: str) -> bool:
    return bool(
        (match := _BASELINE_BEFORE.search(before)) and (match[0] not in "与同和在以" or _BASELINE_AFTER.match(after))
    ) or bool(re.match(r"的?(?:同期|基础上|水平)", after))


def _is_past(found: TimeExpression, calendar: Calendar) -> bool:
    """2000年以前: what ended before the notice was written cannot be due."""
    return bool(calendar.issued and found.dated.end and found.dated.end.year < calendar.issued)


def _is_day(text: str, found: TimeExpression) -> bool:
    """2022年11月9日: the date of a meeting or a document."""
    return found.shape == "day" and text.endswith("日")


def _opens_clause(before: str) -> bool:
    return bool(_OPENERS.fullmatch(before))


def opens_clause(chars: str, body: Span, at: int) -> bool:
    """Whether nothing but opening words stands between the last mark and ``at``."""
    return _opens_clause(_clause_before(chars, body, at))


def _names_a_thing(before: str, after: str) -> bool:
    """实现|2030年前|碳达峰目标: an object with a time in it, no time by which something is done."""
    if _opens_clause(before) and not after.startswith("的"):
        return _is_bare_name(after)
    if re.match("的", after):
        return not re.match(r"的[\d百]", after)  # 提高到2025年的28%
    if after.startswith(("碳达峰", "碳中和")):
        return True  # 为实现2030年前碳达峰目标奠定基础: the name of the goal
    return bool(_NAME_HEAD.search(after)) and not _starts_predicate(after)


def _is_bare_name(after: str) -> bool:
    """到2025年目标: nothing but a noun follows."""
    return bool(re.fullmatch(r"(?:碳达峰|碳中和)?(?:目标|任务|目标任务)", after))


def _says_what_happens(after: str) -> bool:
    """The period stands between a subject and its verb, not in a name (2022年实施方案)."""
    if _NAME_AFTER.match(after) or _NAME_HEAD.search(after):
        return False
    return bool(level_verbs().at(after) or words("result", "measure", "make").at(after))


def _starts_predicate(after: str) -> bool:
    return bool(
        words("result", "adverb", "make", "measure", "opener").at(after)
        or level_verbs().at(after)
        or words("scope").at(after)
    )
