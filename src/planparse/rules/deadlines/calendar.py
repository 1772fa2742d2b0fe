"""The years that undated words are read against: the plan's own year, or the notice's date."""

import re

from planparse.document import Document
from planparse.rules.deadlines.expressions import Calendar

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_SINCE = re.compile(r"((?:19|20)\d{2})年起[^，。；]{0,4}\d{0,2}年内")


def calendar_of(document: Document) -> Calendar:
    """Year of the plan where its title names just one (2022年行动计划), else the year of its date.

    ``own_year`` tells the two apart: 全年 and 年内 are periods only of a plan for one year.
    """
    titles = [field.value for field in (document.head.plan_title, document.head.title) if field]
    titles += [part.title for part in document.parts if part.title]
    years = {int(year) for title in titles[:1] for year in _YEAR.findall(title)}
    issued = int(document.head.issue_date.value[:4]) if document.head.issue_date else None
    own = years.pop() if len(years) == 1 else None
    since = _SINCE.search(document.chars)
    return Calendar(own or issued, int(since[1]) if since else None, issued, own is not None)
