"""Time expressions: how notices write by when, or in which period, something is to be done.

A table of shapes, tried at each place in order; each has a pattern and a reading that gives kind, first
and last day. Whether an expression found is a deadline at all is for ``context`` to decide.

Readings (guide, “Targets: deadline” and “Deadlines”): 到2025年, 2025年底前 end with that year; 2030年前 ends
on the last day *before* it, while 底前 and 末前 include it; 2020年 alone is the whole year.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from planparse import patterns
from planparse.document import DeadlineKind
from planparse.lexicon.five_year_plans import FIVE_YEAR_PLAN, five_year_plan
from planparse.lexicon.numerals import read_numeral, read_year
from planparse.span import Span


class Dated(NamedTuple):
    """Kind, first and last day that an expression gives."""

    kind: DeadlineKind
    start: date | None = None
    end: date | None = None


class TimeExpression(NamedTuple):
    """One expression with its place. ``marked`` where its own words say *by* (到, 底前, 前); else it is a bare period."""

    span: Span
    shape: str
    dated: Dated
    marked: bool


class Calendar(NamedTuple):
    """What undated words are read against: 年底前, 3月底前, 5年内. Never today's date.

    ``year`` is the year that the plan runs for or was issued in; ``epoch`` the first year of a period that
    the notice itself names (2012年起5年内); ``issued`` the year of the notice's date, or the plan's first; ``own_year`` is true where
    the plan is for that one year (2022年行动计划). ``period`` is the first and last year that its title names.
    """

    year: int | None = None
    epoch: int | None = None
    issued: int | None = None
    own_year: bool = False
    period: tuple[int, int] | None = None


# A class of many Chinese characters is dear to compile: years in Chinese digits get their pattern only where a text
# has them, and a dash is any mark but the two that part the members of a list.
_Y = r"(?:19|20)\d\d"
_Y_CHINESE = r"(?:(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})"
_CHINESE_ZERO = patterns.compile("〇|○")
_DASH = r"(?!、)(?!，)[\W至到]"
_BEFORE = "(?P<before>以前|之前|前)?"

Reading = Callable[[re.Match[str], Calendar], Dated | None]


def _year_span(first: int, last: int) -> Dated:
    return Dated("during", date(first, 1, 1), date(last, 12, 31))


def _month_end(year: int, month: int) -> date | None:
    if not 1 <= month <= 12:
        return None
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _by(day: date | None) -> Dated | None:
    return None if day is None else Dated("by", None, day)


def _years(match: re.Match[str], _: Calendar) -> Dated | None:
    """2023—2025年, 2021年至2023年期间."""
    first, last = read_year(match["from"]), read_year(match["to"])
    return _year_span(first, last) if first and last and first <= last else None


def _plan(match: re.Match[str], _: Calendar) -> Dated | None:
    """“十四五”期间, “十四五”时期, 到“十四五”末."""
    plan = five_year_plan(match["plan"])
    if plan is None:
        return None
    if match["until"] or match["plan_end"]:
        return _by(date(plan.end, 12, 31))
    years = read_numeral(match["part_years"] or "")
    if years is not None:  # “十四五”后两年
        after = match["part_of_plan"] == "后"
        return (
            _year_span(plan.end + 1 - int(years), plan.end)
            if after
            else _year_span(plan.start, plan.start + int(years) - 1)
        )
    return _year_span(plan.start, plan.end)


def _day(match: re.Match[str], calendar: Calendar) -> Dated | None:
    """2023年6月底前, 到2025年, 2030年前, 6月30日前, 2019年上半年, 2023年6月."""
    year = read_year(match["year"]) if match["year"] else calendar.year
    if year is None:
        return Dated("by") if match["before"] else None
    marked = bool(match["to_"] or match["before"] or match["end"])
    first, last = _extent(match, year)
    if last is None or first is None:
        return None
    if match["before"] and not (match["end"] or match["part"] or match["day"]):
        last = first - timedelta(days=1)
    return Dated("by", None, last) if marked else Dated("during", first, last)


def _extent(match: re.Match[str], year: int) -> tuple[date | None, date | None]:
    """First and last day of the year, half, quarter, month or day that the match names."""
    if match["part"]:
        months = _PARTS_OF_YEAR.get(match["part"][-3:])
        return months(year) if months else (None, None)
    if not match["month"]:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(match["month"])
    last = _month_end(year, month)
    if last is None:
        return None, None
    if match["day"]:
        day = _date(year, month, int(match["day"]))
        return day, day
    tenth = {"上": (1, 10), "中": (11, 20), "下": (21, last.day)}.get(match["tenth"] or "", (1, last.day))
    return date(year, month, tenth[0]), date(year, month, tenth[1])


def _months(first: int, last: int) -> Callable[[int], tuple[date | None, date | None]]:
    return lambda year: (date(year, first, 1), _month_end(year, last))


_PARTS_OF_YEAR = {
    "上半年": _months(1, 6),
    "下半年": _months(7, 12),
    "一季度": _months(1, 3),
    "二季度": _months(4, 6),
    "三季度": _months(7, 9),
    "四季度": _months(10, 12),
    "1季度": _months(1, 3),
    "2季度": _months(4, 6),
    "3季度": _months(7, 9),
    "4季度": _months(10, 12),
}


def _recurring(_: re.Match[str], __: Calendar) -> Dated:
    """每年4月底前, 5—9月."""
    return Dated("recurring")


def _this_year(match: re.Match[str], calendar: Calendar) -> Dated | None:
    """年底前, 年内, 全年: of the year that the plan runs for."""
    if calendar.year is None:
        return Dated("by" if match["year_end"] else "during")
    year = calendar.year + (1 if match["next"] else 0)
    return _by(date(year, 12, 31)) if match["year_end"] else _year_span(year, year)


def _within(match: re.Match[str], calendar: Calendar) -> Dated | None:
    """5年内, 用3年时间, 2012年起5年内, 目录更新后30天内: dated only where the notice gives the start."""
    start = read_year(match["since"]) if match["since"] else calendar.epoch
    count = read_numeral(match["count"])
    if match["unit"] != "年" or _event_before(match):
        return Dated("by")
    if count is None:
        return Dated("by")
    if start is None and calendar.period and calendar.period[1] - calendar.period[0] + 1 == count:
        return _year_span(*calendar.period)
    if start is None:
        return Dated("during")
    return _year_span(start, start + int(count) - 1)


def _spell(match: re.Match[str], calendar: Calendar) -> Dated | None:
    """三年|共培训…: the period of a plan that runs for so many years (三年行动计划（2019—2021年）)."""
    runs_as_long = calendar.period and read_numeral(match["spell"]) == calendar.period[1] - calendar.period[0] + 1
    return _year_span(*calendar.period) if calendar.period and runs_as_long else Dated("during")


def _listed_year(match: re.Match[str], _: Calendar) -> Dated | None:
    """2021、|2022、|2023年: a year of a list that has its 年 at the end."""
    year = read_year(match["listed"])
    return _year_span(year, year) if year else None


def _since(match: re.Match[str], _: Calendar) -> Dated | None:
    """2024年起, 2019年7月1日起: from a day on, without an end."""
    year = read_year(match["since_year"])
    start = _date(year, int(match["since_month"] or 1), int(match["since_day"] or 1)) if year else None
    return Dated("during", start) if start else None


def _season(_: re.Match[str], __: Calendar) -> Dated:
    """2020年采暖季前: by a time that begins on another day in each place."""
    return Dated("by")


def _days(match: re.Match[str], calendar: Calendar) -> Dated | None:
    """3月1日至4月20日, 2023年3月—5月, 2022年4—6月: one stretch, in the year that is written or the plan's own."""
    first = read_year(match["y1"]) if match["y1"] else calendar.year
    last = read_year(match["y2"]) if match["y2"] else first
    if first is None or last is None:
        return Dated("during")
    start = _date(first, int(match["m1"]), int(match["d1"] or 1))
    end = _date(last, int(match["m2"]), int(match["d2"])) if match["d2"] else _month_end(last, int(match["m2"]))
    return Dated("during", start, end) if start and end and start <= end else None


def _date(year: int, month: int, day: int) -> date | None:
    last = _month_end(year, month)
    return date(year, month, day) if last and 1 <= day <= last.day else None


_SHAPES: tuple[tuple[str, str, Reading], ...] = (
    (
        "days",
        rf"(?={_Y}年\d{{1,2}}(?:月|{_DASH})|\d{{1,2}}月\d{{1,2}}日)(?:(?P<y1>{_Y})年)?(?P<m1>\d{{1,2}})月?(?:(?P<d1>\d{{1,2}})日)?"
        rf"{_DASH}{{1,2}}(?:(?P<y2>{_Y})年)?(?P<m2>\d{{1,2}})月(?:(?P<d2>\d{{1,2}})日|底|末|份)?(?:期间)?",
        _days,
    ),
    (
        "recurring",
        rf"每(?:[两二三四五]|[2-9])年(?!级|期)|每年(?!均|度)(?:的|度)?初?(?:\d{{1,2}}(?:{_DASH}\d{{1,2}})?月(?:份|底|末|\d{{1,2}}日)?)?(?:以前|之前|前)?"
        rf"|每(?:半年|季度|月|周|学期|学年)(?!均|度|人|户)(?!\d|[首末次第中上下]|底|末|初)|每月\d{{1,2}}日?{_DASH}\d{{1,2}}日|每(?:月|季度?|半年|周)(?:[首末次]月|第[^\W\d]个月)?(?:\d{{1,2}}日|底|末)(?:以前|之前|前)|\d{{1,2}}月?{_DASH}(?:次年)?\d{{1,2}}月(?:份|期间)?(?!\d)",
        _recurring,
    ),
    ("years", rf"(?P<from>{_Y})年?{_DASH}(?P<to>{_Y})年(?!度)(?:期间|间)?", _years),
    (
        "plan",
        rf"(?P<until>到|至)?(?:“|‘)?(?P<plan>{FIVE_YEAR_PLAN})(?:”|’)?(?:规划)?"
        r"(?:(?P<plan_end>(?:期|时期|规划期|期间)?末(?:期)?(?:以前|之前|前)?)|(?P<plan_time>期间|时期|期内|规划期内?|以来)"
        rf"|(?P<part_of_plan>[前后])(?P<part_years>[一两二三四])年|(?=[、和及与](?:“|‘)?{FIVE_YEAR_PLAN}(?:”|’)?(?:规划)?(?:期间|时期)))",
        _plan,
    ),
    (
        "within",
        rf"(?:[从自]?(?P<since>{_Y})年(?:起|开始))?(?P<spend>利用|用|通过|经过)?(?:未来|今后|近)?(?P<count>(?<![\d.])\d{{1,3}}(?![\d.])|[一二两三四五六七八九十]{{1,3}})"
        r"(?:个)?(?P<unit>年|月|天|日|工作日|自然日|周|小时)(?:左右的?)?(?:以内|之内|内|时间(?!为)|(?:左右的?)?(?:或更长时间|的?(?:持续|不懈|共同)?努力))",
        _within,
    ),
    (
        "spell",
        r"(?P<spell>[一二两三四五六七八九十]{1,2}|(?<![\d.])[2-9])年(?![级期度前后以来多])(?P<campaign>(?:攻坚|行动|计划|实施|规划)期(?:内|间))?",
        _spell,
    ),
    ("listed-year", rf"(?P<listed>{_Y})(?=(?:[、和及与]{_Y})+年(?!度|版))", _listed_year),
    (
        "since",
        rf"(?P<since_year>{_Y})年(?:(?P<since_month>\d{{1,2}})月(?:(?P<since_day>\d{{1,2}})日)?)?起(?!草|步|点|底|，[^，。]{{0,4}}年(?:内|时间|左右))",
        _since,
    ),
    (
        "season",
        rf"(?:(?P<y>{_Y})年)?(?:[采供]暖[季期]|[主大]?汛期|[冬夏秋春雨枯丰]季|入[冬夏汛]|春节|国庆节?|春耕|秋收|开学)(?:到来)?(?:以前|之前|前)",
        _season,
    ),
    (
        "day",
        rf"(?P<to_>到|至|截至|截止到?)?(?:(?P<year>{_Y})年(?!度|代|版|修)|(?P<following>次年|翌年|第二年)(?=\d|[底末])|(?:今年|本年|当年)?(?=\d{{1,2}}月(?:底|末|\d{{1,2}}日|\w旬)?(?:以前|之前|前)|\d{{1,2}}月(?:底|末|，|份)|第?[^\W\d]季度|[上下]半年))"
        r"(?:(?P<part>第?(?:[^\W\d]|[1-4])季度|上半年|下半年)|(?P<month>\d{1,2})月(?:份)?(?:(?P<day>\d{1,2})日|(?P<tenth>[^\W\d])旬)?)?"
        rf"(?P<end>年?(?:底|末|终))?{_BEFORE}(?:(?<=年)年?内(?!容|部|外|涝))?",
        _day,
    ),
    (
        "this-year",
        r"(?P<next>明年)?(?:今年|本年|当年|到|至)?(?P<year_end>年底|年末|(?<=[今本当]年)[底末])(?:以前|之前|前)?|(?:今年|本年|当年)年?内|年内|全年|今年",
        _this_year,
    ),
)
_LINE, _SENTENCE = frozenset("\n"), frozenset("\n。")  # what ends the reach of a month's year, and of a year alone

# What an expression can begin with: without this look ahead each shape would be tried at each character.
_OPENING = (
    r"(?=[每到至截从自次翌“‘第上下一二两三四五六七八九十\d用利通经未今近明年全本当]"
    r"|[采供]暖|[主大]?汛|[冬夏秋春雨枯丰]季|入[冬夏汛]|春[节耕]|国庆|秋收|开学)"
)
_EVENT = patterns.compile(r"[^，。；：、（）“”《》于在自从起应须]{2,12}(?:之日起|后|起)$")
_EVENT_LENGTH = 15


@cache
def _pattern(chinese: bool) -> re.Pattern[str]:
    """All shapes in one alternation; the names of the groups tell which one matched."""
    shapes = "|".join(f"(?P<s{index}>{shape})" for index, (_, shape, _) in enumerate(_SHAPES))
    return patterns.compile(f"{_OPENING}(?:{shapes.replace(_Y, _Y_CHINESE) if chinese else shapes})")


def _event_before(match: re.Match[str]) -> re.Match[str] | None:
    """The event that a period is counted from: “目录更新后”30天内."""
    return _EVENT.search(match.string, max(0, match.start() - _EVENT_LENGTH), match.start())


def _in_stage(
    match: re.Match[str], name: str, reading: Reading, calendar: Calendar, stage: Dated | None
) -> Dated | None:
    """2023年3月底前印发要点；|12月底前|开展评估: a month without a year lies in the year of the one before it."""
    lacks_year = name in ("day", "this-year", "days") and not (match["year"] or match["y1"])
    if name == "day" and match["following"]:
        year = stage.end.year if stage and stage.end else calendar.year
        return reading(match, calendar._replace(year=year + 1 if year else None))
    if stage and stage.end and lacks_year and not calendar.own_year:
        dated = reading(match, calendar._replace(year=stage.end.year))
        if dated and dated.end and dated.end >= stage.end:
            return dated
    return reading(match, calendar)


def _names_year(match: re.Match[str], dated: Dated, calendar: Calendar) -> bool:
    """2023年|组织开展中期评估，9月底前|完成报告: a year that is still to come and opens its clause."""
    opens = match.start() == 0 or match.string[match.start() - 1] in "。；\n　 "
    to_come = dated.start and calendar.year and dated.start.year >= calendar.year
    return bool(match["year"] and dated.kind == "during" and opens and to_come)


def time_expressions(chars: str, span: Span, calendar: Calendar) -> Iterator[TimeExpression]:
    """All time expressions between ``span.start`` and ``span.end``, left to right, none inside another."""
    chinese = _CHINESE_ZERO.search(chars, span.start, span.end) is not None
    stage: tuple[int, Dated, frozenset[str]] | None = (
        None  # the last time with a year, where it ends, what ends its reach
    )
    for match in _pattern(chinese).finditer(chars, span.start, span.end):
        name, _, reading = _SHAPES[int(str(match.lastgroup)[1:])]
        if stage and not stage[2].isdisjoint(chars[stage[0] : match.start()]):
            stage = None
        dated = _in_stage(match, name, reading, calendar, stage[1] if stage else None)
        if dated and dated.end and (match["y1"] or (match["year"] and (match["month"] or match["part"]))):
            stage = match.end(), dated, _LINE
        elif dated and _names_year(match, dated, calendar):
            stage = match.end(), Dated(dated.kind, dated.start, dated.start), _SENTENCE
        if dated is not None:
            event = _event_before(match) if name == "within" else None
            place = Span(event.start() if event else match.start(), match.end())
            yield TimeExpression(place, name, dated, dated.kind == "by" or name == "recurring")
