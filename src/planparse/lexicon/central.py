"""The central bodies of Party and State by name, as ``data/central_bodies.tsv`` lists them."""

from functools import cache

from planparse import patterns
from planparse.lexicon.tables import rows

_OF_THE_COUNTRY = ("国务院", "中共中央", "中央", "全国人大", "全国人民代表大会", "全国政协")
_OFFICE = "(?:办公厅|办公室|秘书局|综合局|[^省市区县州盟旗]{1,10}司)?"


@cache
def central_names() -> frozenset[str]:
    """Full and short names."""
    return frozenset(row[0] for row in rows("central_bodies.tsv"))


def is_central(name: str) -> bool:
    """Whether a body that signs is a central one: itself, its general office or one of its 司; no local branch.

    >>> is_central("工业和信息化部办公厅"), is_central("国务院"), is_central("国家税务总局江苏省税务局")
    (True, True, False)
    """
    if name.startswith(_OF_THE_COUNTRY):
        return True
    whole = next(filter(name.startswith, central_names_by_length()), None)
    return whole is not None and bool(patterns.fullmatch(_OFFICE, name[len(whole) :]))


@cache
def central_names_by_length() -> tuple[str, ...]:
    """Full and short names, longer ones first, so that the first that fits is the longest."""
    return tuple(sorted(central_names(), key=lambda name: (-len(name), name)))
