"""Keys of the indicators that many plans share, so that the same thing in two notices has the same key.

A name is looked up as written, once its spelling is made uniform (地区生产总值, 国内生产总值 and GDP are one), then
without the scope word before it (全市…), without the change after it (…下降率) and without words that only say how it is
counted (平均, 累计, …数量). Nothing else is dropped: 城镇, 农村, 规模以上 change what is measured. A name whose words stand in
another order than those of the table (单位工业增加值能耗（规模以上）) has the key of that wording where all its words are there
and no more. A name that is not in ``data/indicators.tsv`` has no key, nor has one whose unit measures something else: none is
guessed.

To add an indicator, add a row to the table: key, usual name, dimension (the kind of its unit, as in ``units``), direction, and its wordings
between bars, in the uniform spelling that :func:`uniform` gives. To add a wording, add it to its row. A test
checks the spelling and that no wording has two keys.
"""

from collections import defaultdict
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from planparse import patterns
from planparse.lexicon.tables import rows

# Spellings of one thing, put in the same words; longer ones first.
_SPELLINGS = (
    ("国内生产总值", "GDP"),
    ("地区生产总值", "GDP"),
    ("生产总值", "GDP"),
    ("能源消耗", "能耗"),
    ("规模以上", "规上"),
    ("化学需氧量", "COD"),
    ("挥发性有机物", "VOCs"),
    ("氮氧化物", "NOx"),
    ("二氧化硫", "SO2"),
    ("二氧化碳", "CO2"),
    ("可吸入颗粒物", "PM10"),
    ("细颗粒物", "PM2.5"),
    ("研究与试验发展", "研发"),
    ("R&D", "研发"),
    ("占比", "比重"),
    ("比例", "比重"),
    ("比率", "比重"),
)
_MARKS = str.maketrans("", "", " \t\n　“”‘’\"'《》")
_ASIDE = r"\([A-Za-z0-9.&%‰/]+\)"  # 细颗粒物（PM2.5）, 城镇调查失业率（%）
_SCOPE = r"^(?:[全我本][省市区县州盟旗国]|全自治区|累计|年均)+"
_SECTIONS = r"^\d+个(?=国考|国控)"  # 8个国考断面优良水体比例
_MANNER = "年均|平均|年度|当年|累计|总体|各类|实际"
_COUNT = "(?:总?数量?|总量|规模)$"  # of things: 家庭农场数量
_ASIDE_LAST = r"^([^()]+)\(([^()]+)\)$"
# Kinds of units that measure different things; a share of change (%) may be of any of them.
_APART = frozenset(("measure", "money", "count", "time"))
_CHANGE = r"(?:年均|累计|平均)?(?:增长|增速|下降|降低|减少|减排|提高|提升|控制)(?:率|幅度|比重|速度)?(?:目标|指标)?$"


def find_indicator(name: str, unit_kind: str | None = None) -> str | None:
    """The key of an indicator as a notice names it (``energy-intensity-gdp``); None where none is certain.

    ``unit_kind``: the kind of the unit that the notice counts it in, where that is known.
    """
    plain = uniform(name)
    unscoped = patterns.sub(_SECTIONS, "", patterns.sub(_SCOPE, "", plain))
    unchanged = patterns.sub(_CHANGE, "", unscoped)
    bare = patterns.sub(_MANNER, "", unchanged)
    wordings = dict.fromkeys((plain, unscoped, unchanged, bare, patterns.sub(_COUNT, "", bare)))
    key = next((key for wording in wordings if (key := _wordings().get(wording))), None) or _key_in_another_order(
        unchanged
    )
    return key if key and _fits(key, unit_kind) else None


def _fits(key: str, unit_kind: str | None) -> bool:
    """Whether the unit measures what the indicator does: a share is no amount, money no number of things."""
    return unit_kind not in _APART or indicator(key).dimension in (unit_kind, "rate")


def uniform(name: str) -> str:
    """The name in the uniform spelling of the table."""
    name = patterns.sub(_ASIDE, "", normalize("NFKC", name).translate(_MARKS))
    for spelling, word in _SPELLINGS:
        name = name.replace(spelling, word)
    name = name.replace("的比重", "比重")
    return f"{name}比重" if patterns.search(r"占[^占]*总[量额数值]$", name) else name


def _key_in_another_order(name: str) -> str | None:
    """The key of the wording that has the very same characters and ends alike; None where two keys do."""
    name = patterns.sub(_ASIDE_LAST, r"\2\1", name)
    characters = sorted(name)
    alike = (wording for wording in _by_shape().get((len(name), name[-1:]), ()) if sorted(wording) == characters)
    keys = {_wordings()[wording] for wording in alike}
    return keys.pop() if len(keys) == 1 else None


@cache
def _rows() -> list[list[str]]:
    return list(rows("indicators.tsv"))


@cache
def _wordings() -> dict[str, str]:
    """Each wording of the table with its key."""
    return {wording: key for key, _, _, _, wordings in _rows() for wording in wordings[1:-1].split("|")}


@cache
def _by_shape() -> dict[tuple[int, str], list[str]]:
    """The wordings by their length and last character."""
    shapes: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for wording in _wordings():
        shapes[len(wording), wording[-1]].append(wording)
    return shapes


class Indicator(NamedTuple):
    """What the registry says of an indicator; ``direction`` is the one that plans usually want: up, down or either."""

    key: str
    name: str
    dimension: str
    direction: str


def indicator(key: str) -> Indicator:
    """The indicator of a key; raises :class:`KeyError` where there is none.

    >>> indicator("energy-intensity-gdp")
    Indicator(key='energy-intensity-gdp', name='单位地区生产总值能耗', dimension='rate', direction='down')
    """
    return _indicators()[key]


@cache
def _indicators() -> dict[str, Indicator]:
    return {row[0]: Indicator(*row[:4]) for row in _rows()}
