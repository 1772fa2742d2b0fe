"""Five-year plans and their years: “十四五” is 2021 to 2025.

The years follow from the number of the plan: the first ran from 1953, the second from 1958; after three
years of readjustment (1963–1965) the third began in 1966, and each later one five years after the last.
"""

from collections.abc import Iterator

from planparse.document import Period

FIVE_YEAR_PLAN = "(?:十[一二三四五六七八九]?|[一二三四五六七八九])五"  # the shape of a name, for larger patterns
_DIGITS = "一二三四五六七八九"
_ORDINALS = {f"{number}五": n for n, number in enumerate((*_DIGITS, "十", *(f"十{digit}" for digit in _DIGITS)), 1)}
_NUMERALS = frozenset(f"{_DIGITS}十")
_OPENING, _CLOSING = frozenset('“"‘'), frozenset('”"’')
_PLAN = ("计划", "规划", "时期", "期间")


def five_year_plan(name: str) -> Period | None:
    """The plan of that name, with or without quotes; None if it is none.

    >>> five_year_plan("十四五"), five_year_plan("“二五”"), five_year_plan("五年")
    (Period(name='十四五', start=2021, end=2025), Period(name='二五', start=1958, end=1962), None)
    """
    bare = name[name[:1] in _OPENING :]
    bare = bare[:-1] if bare[-1:] in _CLOSING else bare
    return _period(bare) if bare in _ORDINALS else None


def find_plan_period(title: str) -> Period | None:
    """The five-year plan that a title names; None where it names none or more than one.

    >>> find_plan_period("周村区“十三五”节能减排综合工作方案")
    Period(name='十三五', start=2016, end=2020)
    """
    names = set(_names_in(title))
    return _period(names.pop()) if len(names) == 1 else None


def _names_in(title: str) -> Iterator[str]:
    for name in _ORDINALS:
        at = title.find(name)
        while at >= 0:
            if _is_plan(name, title[:at], title[at + len(name) :]):
                yield name
            at = title.find(name, at + 1)


def _is_plan(name: str, before: str, after: str) -> bool:
    """Without quotes only three characters are safe: 十五 may count clauses (十五条措施)."""
    if before[-1:] in _NUMERALS:
        return False
    if len(name) == 3:
        return True
    quoted = before[-1:] in _OPENING and after[:1] in _CLOSING
    return quoted or after.startswith(_PLAN)


def _period(name: str) -> Period:
    ordinal = _ORDINALS[name]
    start = 1953 + 5 * (ordinal - 1) if ordinal < 3 else 1966 + 5 * (ordinal - 3)
    return Period(name, start, start + 4)
