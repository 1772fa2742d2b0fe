"""Five-year plans and their years: “十四五” is 2021 to 2025.

The years follow from the number of the plan: the first ran from 1953, the second from 1958; after three
years of readjustment (1963–1965) the third began in 1966, and each later one five years after the last.
"""

import re

from planparse.document import Period
from planparse.lexicon.numerals import read_numeral

FIVE_YEAR_PLAN = "(?:十[一二三四五六七八九]?|[一二三四五六七八九])五"  # the shape of a name, for larger patterns
_NAME = "(?<![一二三四五六七八九十])([一二三四五六七八九]|十[一二三四五六七八九]?)五(?![一二三四五六七八九十])"
# Without quotes only three characters are safe: 十五 may count clauses (十五条措施).
_IN_TITLE = rf"[“\"‘]{_NAME}[”\"’]|(?<![一二三四五六七八九十])(十[一二三四五六七八九])五|{_NAME}(?=计划|规划|时期|期间)"


def five_year_plan(name: str) -> Period | None:
    """The plan of that name, with or without quotes; None if it is none.

    >>> five_year_plan("十四五"), five_year_plan("“二五”"), five_year_plan("五年")
    (Period(name='十四五', start=2021, end=2025), Period(name='二五', start=1958, end=1962), None)
    """
    found = re.fullmatch(rf"[“\"‘]?{_NAME}[”\"’]?", name)
    return _period(found[1]) if found else None


def find_plan_period(title: str) -> Period | None:
    """The five-year plan that a title names; None where it names none or more than one.

    >>> find_plan_period("周村区“十三五”节能减排综合工作方案")
    Period(name='十三五', start=2016, end=2020)
    """
    numbers = {next(filter(None, found.groups())) for found in re.finditer(_IN_TITLE, title)}
    return _period(numbers.pop()) if len(numbers) == 1 else None


def _period(number: str) -> Period:
    value = read_numeral(number)
    assert value is not None, number
    ordinal = int(value)
    start = 1953 + 5 * (ordinal - 1) if ordinal < 3 else 1966 + 5 * (ordinal - 3)
    return Period(f"{number}五", start, start + 4)
