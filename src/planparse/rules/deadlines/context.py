"""Whether a time expression says by when something is to be done, or is a baseline, a date or part of a name."""

from collections.abc import Callable
from typing import NamedTuple

from planparse import patterns
from planparse.clauses import BLANK_QUOTE, ITEM_MARK
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.lexicon.words import is_verb
from planparse.rules.deadlines.expressions import Calendar, TimeExpression
from planparse.span import Span

# 比2015年下降, 较2020年提高, 与2020年相比, 相较于2020年
_BASELINE_BEFORE = patterns.compile(
    r"(?:(?<![占对])比|较|相较于?|相比于?|对比|同比|高于|低于|超过|以)$|(?:与|同|和|在)$"
)
_BASELINE_AFTER = patterns.compile(
    r"(?:(?:年)?的?(?:同期)?(?:相比|基础上|水平|为基[期准数]|不变价|可比价|价格|同期|实绩|数据|基数))"
)
# 2021年度评价, 2022年版目录, 全年目标任务, 全年优良天数
_NAME_AFTER = patterns.compile(
    r"度(?!假)|版|修[订正]|第[一二三四五六七八九十\d]+次|以来|起|的?(?:目标|任务|计划|工作要点|工作安排|统计|优良|空气|总(?!体|共|计|结))"
)
# 实现2030年前碳达峰目标: what follows is one noun phrase with such a head
_NAME_HEAD = patterns.compile(
    r"(?:目标|任务|方案|计划|规划|行动|要求|愿景|要点|指标|承诺|路线图|时间表|通知|意见)(?:任务|要求)?$"
)
_LABEL = patterns.compile(r"(?:完成|办结|整改|时间|实施|推进|责任)?(?:时限|时间|期限|节点|进度)(?:要求|安排|节点)?：?$")
_CONDITION = patterns.compile("对|对于|凡|如|若")
_EACH_ONE = ("每生", "每人", "每户", "每亩", "每台", "每座", "每村", "每家", "每人每月", "每个")
_CLAUSE_MARKS = "，；：。！？\n（、"
_VALIDITY = patterns.compile("有效期限?(?:[自从][^，。]{2,12})?$")
_FAR = 80  # characters of a clause that are looked at on either side
_LISTED = patterns.compile("\\d[个天日]?[和及与]$")  # 压缩至4个和|6个工作日以内
_PREPOSITIONS = ("从", "在", "向", "为")  # 三年|从外地引进母牛3万头
_HOURS = patterns.compile("(?:小时|分钟)(?:以内|之内|内)?$")  # 破损井盖|2小时内|完成更换: how long each case may take
_SUM_PLANNED = patterns.compile(r"计划[^，。；的]{0,6}(?:约|超过?|不[少低]于)?\d")
_AMOUNT = patterns.compile(r"[^，。；\n]*\d")
_YEARS_APART = patterns.compile(r"(?:[、和及与](?:到)?(?:19|20)\d\d年(?:底)?(?:前)?)+(?:分别|各)")
_MEASURED_EACH = patterns.compile("[^，、。；\\d]{2,8}(?:时间|时长|次数|频次|天数)(?:应|要|须|达|不|超|平均|\\d)")


class Place(NamedTuple):
    """An expression and what stands around it: ``before`` and ``after`` are the rest of its clause.

    ``plain`` is the section's body with brackets and quotes blanked; ``previous`` the deadline found before it.
    """

    chars: str
    plain: str
    body: Span
    found: TimeExpression
    previous: TimeExpression | None
    calendar: Calendar
    before: str
    after: str


def is_deadline(
    chars: str, plain: str, body: Span, found: TimeExpression, previous: TimeExpression | None, calendar: Calendar
) -> bool:
    """Whether the expression, where it stands, is a deadline; see :class:`Place` for the arguments."""
    before = _clause_before(chars, body, found.span.start)
    place = Place(chars, plain, body, found, previous, calendar, before, _clause_after(chars, body, found.span.end))
    if any(refuses(place) for refuses in _REFUSALS):
        return False
    return any(accepts(place) for accepts in _BY_SHAPE.get(found.shape, ())) or _accepts(place)


def _accepts(place: Place) -> bool:
    """What its own words or its label mark as a deadline, what continues a list of them, and what opens its clause."""
    named = bool(_NAME_AFTER.match(place.after)) and not _plans_to(place.after)
    if place.found.shape == "recurring" or is_labelled(place.chars, place.body, place.found.span.start):
        return not named
    if place.found.shape == "since" and place.before.endswith(("自", "从")):
        return True  # 首批企业|自2017年起|每年监测
    if place.found.marked:
        return not _names_a_thing(place.before, place.after)
    if _YEARS_APART.match(place.chars, place.found.span.end):
        return True  # 覆盖率|2021年|、2022年分别达到85%和95%
    if place.previous and place.chars[place.previous.span.end : place.found.span.start] in ("、", "和", "及"):
        return place.previous.dated.kind != "recurring"  # 每年3月、9月: one expression
    return _opens_clause(place.before) and not named


def _plans_to(after: str) -> bool:
    """2022年|计划改造小区120个, 2022年|计划总投资280亿元: a verb, no name of a plan."""
    return bool(after.startswith("计划") and (words("make", "chain").at(after, 2) or _SUM_PLANNED.match(after)))


def _in_condition(place: Place) -> bool:
    """对年底未完成任务的乡镇; 按照每生每年400元的标准."""
    of_standard = "按" in place.before and patterns.match("[^，、]{0,16}元[^，、]{0,4}标准", place.after)
    condition = bool(_CONDITION.match(place.before)) and "的" in place.after
    return condition or bool(of_standard) or place.before.endswith(_EACH_ONE)


def _inside_title(place: Place) -> bool:
    """In 《》 or in quotes that do not belong to the expression itself (“十四五”)."""
    start, end = (at - place.body.start for at in (place.found.span.start, place.found.span.end))
    if place.found.shape == "plan" and place.chars[place.found.span.end - 1] in "”’":
        return False  # “十四五”、“十五五”期间
    return place.plain[end - 1 if place.found.shape == "plan" else (start + end) // 2] == BLANK_QUOTE


def _is_baseline(place: Place) -> bool:
    """比2015年; 在2015年|基础上."""
    lead = _BASELINE_BEFORE.search(place.before)
    if lead and (lead[0] not in "与同和在以" or _BASELINE_AFTER.match(place.after)):
        return True
    return bool(patterns.match("的?(?:同期|基础上|水平)", place.after))


def _is_past(place: Place) -> bool:
    """2000年以前: what ended before the notice was written cannot be due."""
    issued, end = place.calendar.issued, place.found.dated.end or place.found.dated.start
    return bool(issued and end and end.year < issued)


def _is_length(place: Place) -> bool:
    """压缩至80个、|60个工作日以内: the length of a procedure; 对6个月内|仍未整改到位的: a condition."""
    if place.found.shape != "within":
        return False
    said = place.chars[place.found.span.start : place.found.span.end]
    if _limits_each_case(place) or _HOURS.search(said):
        return True
    if place.chars[place.found.span.start - 1 : place.found.span.start] == "、" or _LISTED.search(place.before):
        return True
    return bool(level_verbs().before(place.before) or patterns.match("仍|未|不|没|累计|发生|被", place.after))


def _is_no_spell(place: Place) -> bool:
    """三年|保存率, 学前三年|毛入园率, 五年|考核: what is no sum over the years of the plan; 三年|完成造林300亩 is one."""
    if place.found.shape != "spell" or place.chars.endswith("期", 0, place.found.span.end - 1):
        return False  # 三年攻坚期内
    deed = place.after[:2] if place.after[2:3] != "率" else ""
    sums = (
        _does(place.after) or words("adverb", "make-open").at(place.after) or is_verb(deed) or deed[:1] in _PREPOSITIONS
    )
    return not (sums and _opens_clause(place.before) and _AMOUNT.match(place.chars, place.found.span.end))


def _is_validity(place: Place) -> bool:
    """有效期至2025年12月31日: how long the notice is in force; 截至2018年底, “十三五”以来: as of or since when something is told."""
    said = place.chars[place.found.span.start : place.found.span.end]
    told = said.startswith("截") and not words("adverb", "result", "make").at(place.after.lstrip("，"))
    return bool(_VALIDITY.search(place.before)) or told or said.endswith("以来")


def _limits_each_case(place: Place) -> bool:
    """抵押登记|1个工作日内|办结: how long each case may take, no day of the plan; 答复率 is measured by it."""
    words_ = place.chars[place.found.span.start : place.found.span.end]
    event = "后" in words_ or "起" in words_ or "年" in words_
    case = words("case-verb").at(place.after) or patterns.match("[^，、]{1,4}率", place.after)
    return not event and bool(case) and not _opens_clause(place.before)


def _says_nothing(place: Place) -> bool:
    """分解到每年: no work is said to be done in it; 2022年11月9日: the date of a meeting."""
    if place.found.shape == "recurring":
        return not place.after and not _opens_clause(place.before)
    is_day = place.chars[place.found.span.start : place.found.span.end].endswith("日")
    return place.found.shape == "day" and is_day and not place.found.marked


def _is_of_no_year(place: Place) -> bool:
    """全年, 年内 in a plan for several years are part of a name, unless a verb follows."""
    vague = place.found.shape == "this-year" and not place.found.marked and not place.calendar.own_year
    return vague and not _starts_predicate(place.after) and not in_bracket(place.chars, place.found.span)


def _fills_bracket(place: Place) -> bool:
    return in_bracket(place.chars, place.found.span)


def _says_what_happens(place: Place) -> bool:
    """吞吐量|2023年|达到650万标箱: between a subject and its verb, not in a name (2022年实施方案)."""
    after = place.after
    if _does(after):
        return not (_NAME_AFTER.match(after) or _NAME_HEAD.search(after))
    return _does(words("adverb").strip_start(after))  # 各县2022年|分别完成改造任务


def _does(said: str) -> bool:
    return bool(level_verbs().at(said) or words("result", "measure", "make").at(said))


def _is_when_it_happens(place: Place) -> bool:
    """无分歧欠款|年内|全部清偿到位: between a subject and its predicate."""
    return place.chars[place.found.span.end - 1] == "内" and _starts_predicate(place.after)


def _is_of_measure(place: Place) -> bool:
    """每周|开放时间不少于35小时: what is measured of each, not when it is due."""
    said = place.chars[place.found.span.start : place.found.span.end]
    return place.found.shape == "recurring" and not said.startswith("每年") and bool(_MEASURED_EACH.match(place.after))


def _is_spoken_of(place: Place) -> bool:
    """“十四五”时期，|是……的关键五年: a time that is described, in which nothing is due."""
    described = place.chars.startswith(("是", "，是"), place.found.span.end)
    return place.found.shape == "plan" and described


Test = Callable[[Place], bool]
_REFUSALS: tuple[Test, ...] = (
    _in_condition, _inside_title, _is_baseline, _is_past, _is_length, _is_validity, _says_nothing, _is_of_no_year,
    _is_of_measure, _is_spoken_of, _is_no_spell,
)  # fmt: skip
_BY_SHAPE: dict[str, tuple[Test, ...]] = {
    "days": (_fills_bracket,),
    "this-year": (_fills_bracket, _is_when_it_happens),
    "day": (_says_what_happens,),
    "within": (_is_when_it_happens,),
}


def is_labelled(chars: str, body: Span, at: int) -> bool:
    """Whether 完成时限： or the like stands before ``at``."""
    return bool(_LABEL.search(chars[max(body.start, at - 8) : at]))


def _clause_before(chars: str, body: Span, at: int) -> str:
    far = max(body.start, at - _FAR)
    start = max(far, *(chars.rfind(mark, far, at) + 1 for mark in _CLAUSE_MARKS))
    item = ITEM_MARK.match(chars, max(far, chars.rfind("\n", far, at) + 1), at)  # ——2021年，实现…
    return chars[max(start, item.end() if item else start) : at]


def _clause_after(chars: str, body: Span, at: int) -> str:
    limit = min(body.end, at + _FAR)
    ends = [i for mark in _CLAUSE_MARKS if (i := chars.find(mark, at, limit)) >= 0]
    return chars[at : min(ends, default=limit)]


def in_bracket(chars: str, at: Span) -> bool:
    """前期准备阶段（3月1日至4月20日）: the bracket holds nothing but the time."""
    return chars[at.start - 1 : at.start] in ("（", "〔") and chars[at.end : at.end + 1] in ("）", "〕")


def _opens_clause(before: str) -> bool:
    """Nothing but opening words: 力争, 在, 确保 …"""
    return not words("time-opener").strip_start(before)


def opens_clause(chars: str, body: Span, at: int) -> bool:
    """Whether nothing but opening words stands between the last mark and ``at``."""
    return _opens_clause(_clause_before(chars, body, at))


def _names_a_thing(before: str, after: str) -> bool:
    """实现|2030年前|碳达峰目标: an object with a time in it, no time by which something is done."""
    if _opens_clause(before) and not after.startswith("的"):
        return _is_bare_name(after)
    if patterns.match("的", after):
        return not patterns.match(r"的[\d百]", after)  # 提高到2025年的28%
    if after.startswith(("碳达峰", "碳中和")):
        return True  # 为实现2030年前碳达峰目标奠定基础: the name of the goal
    return bool(_NAME_HEAD.search(after)) and not _starts_predicate(after)


def _is_bare_name(after: str) -> bool:
    """到2025年目标: nothing but a noun follows."""
    return bool(patterns.fullmatch(r"(?:碳达峰|碳中和)?(?:目标|任务|目标任务)", after))


def _starts_predicate(after: str) -> bool:
    return bool(
        words("result", "adverb", "make", "measure", "opener").at(after)
        or level_verbs().at(after)
        or words("scope").at(after)
    )
