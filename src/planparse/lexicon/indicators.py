"""Keys of the indicators that many plans share, so that the same thing in two notices has the same key.

An indicator is known by the parts of its name, in whatever order they stand: 规模以上单位工业增加值能耗 and
单位工业增加值能耗（规模以上） are one. First the spelling is made uniform (:func:`uniform`): synonyms become one word, what
says nothing of the thing (全市, 累计, 的) goes, and a share is put as 甲占乙比重. Then all characters that are left have to be
those of one wording of ``data/indicators.tsv``, on the same side of 占: 城镇, 农村, 规模以上 change what is measured, so
a leftover word leaves the name without a key. So does a unit of another kind than the indicator's. None is guessed.

To add an indicator, add a row to the table: key, usual name, dimension (the kind of its unit, as in ``units``), direction,
and its wordings between bars, as :func:`uniform` gives them. To add a wording, add it to its row. ``make generate`` then writes
the index; tests check the spelling and that no wording has two keys.
"""

from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from planparse import patterns
from planparse.lexicon.tables import rows
from planparse.lexicon.units import read_unit

_DATA = Path(__file__).parent / "data"

# Spellings of one thing, put in the same words; longer ones first.
_SPELLINGS = (
    ("国内生产总值", "GDP"),
    ("地区生产总值", "GDP"),
    ("生产总值", "GDP"),
    ("万元GDP", "单位GDP"),
    ("万元工业增加值", "单位工业增加值"),
    ("能源消耗", "能耗"),
    ("规模以上", "规上"),
    ("规模工业", "规上工业"),
    ("化学需氧量", "COD"),
    ("挥发性有机物", "VOCs"),
    ("氮氧化物", "NOx"),
    ("二氧化硫", "SO2"),
    ("二氧化碳", "CO2"),
    ("可吸入颗粒物", "PM10"),
    ("细颗粒物", "PM2.5"),
    ("PM10PM10", "PM10"),  # both names side by side
    ("PM2.5PM2.5", "PM2.5"),
    ("研究与试验发展", "研发"),
    ("研究与实验发展", "研发"),
    ("R&D", "研发"),
    ("固体废弃物", "固废"),
    ("固体废物", "固废"),
    ("新能源汽车", "新能源车"),
    ("新能源车辆", "新能源车"),
    ("电子商务", "电商"),
    ("发电装机", "装机"),
    ("装机容量", "装机"),
    ("装机规模", "装机"),
    ("装机总量", "装机"),
    ("排放总量", "排放量"),
    ("总产量", "产量"),
    ("施用", "使用"),
    ("普惠性", "普惠"),
    ("普惠型", "普惠"),
    ("好于", "优于"),
    ("三类水", "III类水"),
    ("劣五类", "劣V类"),
    ("占比", "比重"),
    ("比例", "比重"),
    ("比率", "比重"),
)
_MARKS = str.maketrans("", "", " \t\n　“”‘’\"'《》()、,")
_ASIDE = r"\([A-Za-z0-9.&%‰/]+\)"  # 细颗粒物（PM2.5）, 城镇调查失业率（%）
_IDLE = (
    r"^(?:[全我本][省市区县州盟旗]|[全我]国(?!重点(?:实验室|文物))|全自治区|年(?![均轻龄]))+"
    r"|力争|累计|年均|每年|年?平均|拥有|的|(?<!普)及|和|(?<!参)与"
    r"|(?:(?<!天)[总个人]数量?|数量|(?<![系指天])数|水平|指标|目标)+$"
)
_PER_HEAD = r"每?([百千万]|10?万|十万)名?(?:常住)?人口?(?!公里|次)"
_SECTIONS = r"^\d+个(?=国考|国控)"  # 8个国考断面优良水体比例
_PART_OF = r"^(.+)中(.+)比重$"  # 新建建筑中绿色建筑比重
_WHOLE = r"(占.+)总[量额数值](?:比重)?$"
_CHANGE = r"(?:增长|增速|下降|降低|减少|减排|提高|提升|控制)(?:率|幅度|比重|速度)?$"
_ADDED = r"^(?:新增|新建|建成|建设)"

# What a number of each dimension may be written in; %, 个百分点 and 倍 also tell how any of them changes.
_KINDS = {"measure": "measure rate rating", "money": "money rate", "count": "count rate", "time": "time age"}
_CHANGES = ("ratio", "point")


class Indicator(NamedTuple):
    """What the registry says of an indicator; ``direction`` is the one that plans usually want: up, down or either."""

    key: str
    name: str
    dimension: str
    direction: str


class _Entry(NamedTuple):
    """What the index knows of an indicator."""

    key: str
    dimension: str


def find_indicator(name: str, unit: str | None = None) -> str | None:
    """The key of an indicator as a notice names it (``energy-intensity-gdp``); None where none is certain.

    ``unit`` is that of the number: one that cannot measure the indicator leaves it without a key.

    >>> find_indicator("单位工业增加值能耗（规模以上）"), find_indicator("森林覆盖率", "万亩")
    ('energy-intensity-industry', None)
    """
    plain = uniform(name)
    settled = patterns.sub(_CHANGE, "", plain)
    for wording in dict.fromkeys((plain, settled)):
        if found := _named(wording):
            return found.key if _measures(found, unit) else None
    stock = patterns.sub(_ADDED, "", settled)
    found = _named(stock) if stock != settled else None
    return found.key if found and found.dimension in ("count", "measure") and _measures(found, unit) else None


def uniform(name: str) -> str:
    """The name in the uniform spelling of the table."""
    name = patterns.sub(_ASIDE, "", normalize("NFKC", name)).translate(_MARKS)
    for spelling, word in _SPELLINGS:
        name = name.replace(spelling, word)
    name = patterns.sub(_IDLE, "", patterns.sub(_SECTIONS, "", name))
    name = patterns.sub(_WHOLE, r"\1比重", patterns.sub(_PER_HEAD, r"每\1人", name).replace("总量比重", "比重"))
    return name if "占" in name else patterns.sub(_PART_OF, r"\2占\1比重", name)


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


def _measures(found: _Entry, unit: str | None) -> bool:
    """Whether a number in this unit can be one of the indicator; a unit that nobody knows speaks against nothing."""
    known = read_unit(unit) if unit else None
    if known is None or known.kind in _CHANGES or found.dimension == "rate":
        return True
    return known.kind in _KINDS.get(found.dimension, "")


def _named(wording: str) -> _Entry | None:
    """The indicator with a wording of the same parts."""
    sought = f"{_signature(wording)}\t"
    at = bisect_left(_index(), sought)
    found = _index()[at] if at < len(_index()) else ""
    if not found.startswith(sought):
        return None
    return _Entry(*found.split("\t")[1:])


def _signature(wording: str) -> str:
    """What the wording is made of, whatever the order: a share of 甲 in 乙 is none of 乙 in 甲."""
    part, of, whole = wording.partition("占")
    return f"{''.join(sorted(part))}{of}{''.join(sorted(whole))}"


def index_page() -> str:
    """``data/indicator_index.tsv``: the signature of each wording with key and dimension, sorted, so that halving finds one.

    To read the table of wordings itself would take longer than all look-ups of a notice. Raises :class:`ValueError` where two
    indicators have wordings of the same parts.
    """
    found: dict[str, str] = {}
    for key, _, dimension, _, wordings in rows("indicators.tsv"):
        for wording in wordings.strip("|").split("|"):
            entry = f"{key}\t{dimension}"
            if found.setdefault(_signature(wording), entry) != entry:
                raise ValueError(f"{wording} has two keys: {key} and {found[_signature(wording)]}")
    return "".join(sorted(f"{signature}\t{entry}\n" for signature, entry in found.items()))


@cache
def _index() -> list[str]:
    return (_DATA / "indicator_index.tsv").read_bytes().decode("utf-8").split("\n")


@cache
def _table() -> str:
    return (_DATA / "indicators.tsv").read_text("utf-8")
