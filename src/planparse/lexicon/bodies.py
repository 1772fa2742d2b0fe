"""What the name of a public body ends in: 市发展改革委, 各县（市、区）人民政府, 有关企业, 各区."""

from functools import cache, lru_cache
from typing import Literal, cast

from planparse import patterns
from planparse.lexicon.endings import Endings
from planparse.lexicon.tables import rows

HeadKind = Literal["organ", "category", "place", "government", "sector", "ordinary"]

_BRACKETED = patterns.compile("[（(〔][^（()）〔〕]{0,60}[）)〕]")
_SELECTION = "^(?:全[省市区县州]|辖区内|所辖|试点|相关|有关|各级|各|[省市](?=各))*"


@cache
def _heads() -> Endings[HeadKind]:
    return Endings({word: cast(HeadKind, kind) for word, kind in rows("bodies.tsv") if kind != "area"})


@cache
def _areas() -> frozenset[str]:
    return frozenset(word for word, kind in rows("bodies.tsv") if kind == "area")


def head_words() -> tuple[str, ...]:
    """All the words that are known to end the names of bodies."""
    return tuple(word for word, kind in rows("bodies.tsv") if kind != "area")


def without_brackets(name: str) -> str:
    """The name without what stands in brackets: 各街道（镇）办事处 is 各街道办事处."""
    return _BRACKETED.sub("", _BRACKETED.sub("", name)) if name.isalnum() is False else name


@lru_cache(4096)  # a notice names the same few dozen bodies again and again
def head(name: str) -> tuple[str, HeadKind] | None:
    """The longest known word that the name ends in, and its kind; None if there is none."""
    return _heads().longest(without_brackets(name))


def head_kind(name: str) -> HeadKind | None:
    """The kind of the word that the name ends in."""
    found = head(name)
    return found[1] if found else None


_COUNTED = patterns.compile(r"\d(?:年|月|所|个|家|项|处|人|台|座|%)")  # 2019年70所: a count, no institute


def is_body(name: str) -> bool:
    """Whether the words can name a body or a group of bodies.

    >>> is_body("省机关事务管理局"), is_body("各区（市）县"), is_body("优化布局"), is_body("2025年底前")
    (True, True, False, False)
    """
    return len(name) > 1 and head_kind(name) not in (None, "ordinary") and not _COUNTED.search(without_brackets(name))


def is_area(name: str) -> bool:
    """Whether the words only say which areas are meant, with or without 各.

    >>> is_area("各区"), is_area("县级市"), is_area("各县（市、区）"), is_area("各区人民政府"), is_area("金堂县")
    (True, True, True, False, False)
    """
    plain = without_brackets(name)
    return plain in _areas() or patterns.sub(_SELECTION, "", plain) in _areas()
