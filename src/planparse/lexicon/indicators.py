"""Keys of the indicators that many plans share, so that the same thing in two notices has the same key.

A name is looked up as written, once its spelling is made uniform (地区生产总值, 国内生产总值 and GDP are one), then
without the scope word before it (全市…) and without the change after it (…下降率). Nothing else is dropped: 城镇,
农村, 规模以上 change what is measured. A name that is not in ``data/indicators.tsv`` has no key; none is guessed.

To add an indicator, add a row to the table: key, usual name, dimension (the kind of its unit, as in ``units``), direction, and its wordings
between bars, in the uniform spelling that :func:`uniform` gives. To add a wording, add it to its row. A test
checks the spelling and that no wording has two keys.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from planparse import patterns

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
_CHANGE = r"(?:年均|累计|平均)?(?:增长|增速|下降|降低|减少|减排|提高|提升|控制)(?:率|幅度|比重|速度)?(?:目标|指标)?$"


def find_indicator(name: str) -> str | None:
    """The key of an indicator as a notice names it (``energy-intensity-gdp``); None where none is certain."""
    plain = uniform(name)
    unscoped = patterns.sub(_SECTIONS, "", patterns.sub(_SCOPE, "", plain))
    for wording in dict.fromkeys((plain, unscoped, patterns.sub(_CHANGE, "", unscoped))):
        if key := _key(wording):
            return key
    return None


def uniform(name: str) -> str:
    """The name in the uniform spelling of the table."""
    name = patterns.sub(_ASIDE, "", normalize("NFKC", name).translate(_MARKS))
    for spelling, word in _SPELLINGS:
        name = name.replace(spelling, word)
    name = name.replace("的比重", "比重")
    return f"{name}比重" if patterns.search(r"占[^占]*总[量额数值]$", name) else name


def _key(wording: str) -> str | None:
    """The key of the row that has the wording; the table is searched, not taken apart, since that is faster."""
    table = _table()
    at = table.find(f"|{wording}|") if wording else -1
    start = table.rfind("\n", 0, at) + 1
    return table[start : table.index("\t", start)] if at >= 0 else None


@cache
def _table() -> str:
    return (Path(__file__).parent / "data/indicators.tsv").read_text("utf-8")


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
    table = _table()
    start = table.find(f"\n{key}\t") + 1
    if not start:
        raise KeyError(key)
    return Indicator(*table[start : table.index("\n", start)].split("\t")[:4])
