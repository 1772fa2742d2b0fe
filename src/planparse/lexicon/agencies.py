"""Which function a public body has, whatever its level and whichever of its names is used.

市发改委, 省发展改革委 and 国家发展改革委 share the key ``development-reform``; 环保局 and 生态环境局 share
``ecology-environment``. The names stand in ``data/agencies.tsv``.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from planparse import patterns
from planparse.lexicon.endings import Endings
from planparse.lexicon.tables import rows

_FULL_HEADS = {"委": "委员会", "办": "办公室"}
_SUBORDINATE = "^(.{3,}?(?:局|厅|委|委员会|会))([^局]{1,8}(?:分局|支局|支队|大队))$"
_BRANCH = "^(?:中国)?(?:人民银行|人行)(.*)$"
_LEAGUE = "^(?:共青)?团([省市区县州盟旗])委(?:员会)?$"  # its level stands inside the name
# What may stand before the function: the level of government or the place.
_LEVELS = frozenset(("", "国家", "中国", "中央", "全国", "地方", "各", "最高", "上级", "当地")) | {
    level + word for level in "省市县区州" for word in "级直"
}
# Words that say of which level a body is and leave its place out.
_OWN_LEVELS = frozenset(level + word for level in "省市县区州盟旗" for word in ("", "级", "直")) | {
    "自治区",
    "自治州",
    "自治县",
}
_AREA_TYPES = frozenset("省市区县州盟旗团乡镇）")
_LONGEST_AREA, _LONGEST_PLACE = 17, 4
_GRIDS = ("国家电网", "国网")
_LONGEST_GRID = 10  # 国网 and the place
_JOINTS = frozenset("和与及、")
_NO_PLACE = frozenset("省市区县州级各") | _JOINTS


class Agency(NamedTuple):
    """A function of government (our own key) and the full name of the body.

    ``level`` is the word of level that the name begins with (市, 省, 自治区); ``placed`` is true where the name says
    by itself whose body it is (国家发展改革委, 营口市财政局).
    """

    agency_id: str
    canonical: str
    level: str = ""
    placed: bool = False


@lru_cache(4096)
def find_agency(name: str) -> Agency | None:
    """The function and the full name of a body; None if the registry does not know it.

    >>> find_agency("市发改委")
    Agency(agency_id='development-reform', canonical='市发展和改革委员会', level='市', placed=False)
    >>> find_agency("市生态环境局城东分局").canonical
    '市生态环境局城东分局'
    >>> find_agency("区林业水利局") is None
    True
    """
    if branch := patterns.match(_BRANCH, name):
        return Agency("central-bank", f"中国人民银行{branch[1]}", placed=True)
    if league := patterns.match(_LEAGUE, name):
        return Agency("youth-league", f"共青团{league[1]}委员会", league[1])
    if found := _known(name):
        return found
    part = patterns.match(_SUBORDINATE, name)
    whole = _known(part[1]) if part else None
    return whole._replace(canonical=whole.canonical + part[2]) if part and whole else None


def _known(name: str) -> Agency | None:
    found = _names().longest(name)
    if not found:
        return None
    short, (agency_id, full) = found
    prefix = name[: -len(short)]
    if not (_is_level(prefix) or _is_place(prefix)):
        return None
    level = prefix if prefix in _OWN_LEVELS else ""
    canonical = full if prefix and full.startswith(prefix) else prefix + full
    return Agency(agency_id, canonical, level, bool(prefix) and not level)


def _is_level(prefix: str) -> bool:
    """市, 省级, 国家, 某自治州, 国网某省."""
    if prefix in _LEVELS:
        return True
    if grid := next(filter(prefix.startswith, _GRIDS), ""):
        area = prefix[len(grid) :]
        if len(area) <= _LONGEST_GRID and _JOINTS.isdisjoint(area):
            return True
    return len(prefix) <= _LONGEST_AREA and prefix[-1] in _AREA_TYPES and _JOINTS.isdisjoint(prefix)


def _is_place(prefix: str) -> bool:
    """A name without its type: 周村 in 周村财政局."""
    short = 2 <= len(prefix) <= _LONGEST_PLACE
    return short and _NO_PLACE.isdisjoint(prefix) and not _functions().longest(prefix)


@cache
def _names() -> Endings[tuple[str, str]]:
    """Every written form with its key and full form; the first row of a form counts."""
    names: dict[str, tuple[str, str]] = {}
    for agency_id, full, written in _forms():
        names.setdefault(written, (agency_id, full))
    return Endings(names)


@cache
def _functions() -> Endings[str]:
    """The words before the heads: 林业 in 林业水利局 shows that 水利局 is not the whole name."""
    return Endings({word: row[0] for row in rows("agencies.tsv") if row[2] != "-" for word in _stems(row)})


def _forms() -> Iterator[tuple[str, str, str]]:
    for row in rows("agencies.tsv"):
        agency_id, name, heads = row[:3]
        for head in ("",) if heads == "-" else heads.split():
            full = name + _FULL_HEADS.get(head, head)
            yield agency_id, full, full
            for stem in _stems(row):
                yield agency_id, full, stem + head
                if head in ("局", "署"):
                    yield agency_id, name + "分局", stem + "分局"


def _stems(row: list[str]) -> list[str]:
    return [row[1], *row[3].split()] if len(row) > 3 else [row[1]]
