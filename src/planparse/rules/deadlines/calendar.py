"""The years that undated words are read against: the plan's own year, or the notice's date."""

from planparse import patterns
from planparse.document import Document
from planparse.lexicon.five_year_plans import find_plan_period
from planparse.rules.deadlines.expressions import Calendar

_YEAR = patterns.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_SINCE = patterns.compile(r"((?:19|20)\d{2})年起，?[^，。；]{0,4}年(?:内|时间|左右)")  # 从2021年起，用3年时间


def calendar_of(document: Document) -> Calendar:
    """Year of the plan where its title names just one (2022年行动计划), else the year of its date.

    ``own_year`` tells the two apart: 全年 and 年内 are periods only of a plan for one year.
    """
    titles = [field.value for field in (document.head.plan_title, document.head.title) if field]
    titles += [part.title for part in document.parts if part.title]
    years = sorted({int(year) for title in titles[:1] for year in _YEAR.findall(title)})
    plan = find_plan_period(titles[0]) if titles else None
    issued = int(document.head.issue_date.value[:4]) if document.head.issue_date else None
    own = years[0] if len(years) == 1 else None
    # Without a date, what ended before the first year of the plan's own period is past all the same.
    begun = issued or (years[0] if len(years) > 1 else own) or (plan.start if plan else None)
    since = _SINCE.search(document.chars) if "年起" in document.chars else None
    period = (years[0], years[-1]) if len(years) > 1 else (plan.start, plan.end) if plan else None
    return Calendar(own or issued, int(since[1]) if since else None, begun, own is not None, period)
