"""The place that issues a notice, with its GB/T 2260 code (codes of provinces, prefectures and counties).

An issuer and the title of a plan begin with the place: 济南市莱芜区人民政府, 安徽省“十四五”节能减排实施方案.
The innermost place of that beginning is the region. ``data/regions.tsv`` holds the names; ``tools/regions.py``
makes it. Names that several provinces use (朝阳区, 鼓楼区) have no code unless their surroundings decide.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from planparse import patterns

Level = Literal["province", "prefecture", "county"]

# Areas with a government of their own that the standard does not list, and the place that they lie in:
# the state-level new areas (国家级新区) without a district's code, and a few areas of the same rank.
_NEW_AREAS = (
    ("两江新区", "500000"),
    ("舟山群岛新区", "330900"),
    ("兰州新区", "620100"),
    ("南沙新区", "440100"),
    ("西咸新区", "610000"),
    ("贵安新区", "520000"),
    ("西海岸新区", "370200"),
    ("金普新区", "210200"),
    ("天府新区", "510000"),
    ("湘江新区", "430100"),
    ("江北新区", "320100"),
    ("福州新区", "350100"),
    ("滇中新区", "530100"),
    ("哈尔滨新区", "230100"),
    ("长春新区", "220100"),
    ("赣江新区", "360000"),
    ("雄安新区", "130000"),
    ("新疆生产建设兵团", "650000"),
    ("平潭综合实验区", "350100"),
    ("横琴粤澳深度合作区", "440400"),
    ("深汕特别合作区", "440300"),
    ("郑州航空港经济综合实验区", "410100"),
    ("杨凌农业高新技术产业示范区", "610000"),
    ("杨凌示范区", "610000"),
    ("洋浦经济开发区", "460000"),
    ("临港新片区", "310000"),
)
# Words before the place: the party's committee, the plan's years, “关于印发”, a central body with local offices.
_LEAD = (
    r"(?:中共|共青团|关于|印发|发布|转发|[《“\"‘]|十[一二三四五六]五[”\"’]?(?:期间|时期)?"
    r"|\d{4}(?:[-—–~至]\d{4})?年度?|国家[一-龥]{2,8}总局(?=.))+"
)
# An area of a city that is no division: 广州开发区, 济南市高新区; what follows shows that the name ends there.
_AREA = (
    r"([一-龥]{0,10}?(?:新区|新城|开发区|高新区|经开区|园区|试验区|实验区|示范区"
    r"|管理区|合作区|保税区|度假区|风景名胜区|功能区))"
    r"(?=管委会|管理委员会|党工委|工作委员会|办公室|人民政府|$)"
)
_TYPES = "省市区县旗州盟"
_LONGEST = 15  # 双江拉祜族佤族布朗族傣族自治县
_PROVINCE_SHORT = 3  # 内蒙古, 黑龙江
_OTHER_WORDS = ("市场", "区域", "县域", "州际")  # 吉林市场 is no 吉林市
_TOO_GENERAL = frozenset({"城区", "郊区", "矿区", "东区", "西区", "新城区", "古城区", "老城区"})
_GOVERNS = ("人民政府", "政府", "委", "人大", "发展", "管理")


class Region(NamedTuple):
    """A place: its name, its GB/T 2260 code where it has one and it is certain, its level and province.

    ``among`` are the full names of the places that share its name, where the notice does not tell which one it is.
    """

    name: str
    code: str | None
    level: Level | None
    province: str | None
    among: tuple[str, ...] = ()


class _Row(NamedTuple):
    code: str
    name: str
    short: str
    former: bool


def find_region(text: str, context: str = "") -> Region | None:
    """The region that an issuer or a plan's title begins with; None for central bodies and where none is named.

    ``context`` is text of the same notice: it decides between places of one name if it names the province or
    the prefecture of exactly one of them.
    """
    found = _first_place(text, context)
    if found is None and (lead := patterns.match(_LEAD, text)):
        found = _first_place(text[lead.end() :], context)
    return found


def parents_of(code: str) -> tuple[str, ...]:
    """The names of the prefecture and the province that a place lies in, its own left out.

    >>> parents_of("210800"), parents_of("110105")
    (('辽宁省',), ('北京市',))
    """
    above = (code[:4] + "00", code[:2] + "0000")
    return tuple(_row(one).name for one in dict.fromkeys(above) if one != code and f"\n{one}\t" in _table())


def _first_place(text: str, context: str) -> Region | None:
    rows, end = _innermost(text)
    return _new_area(text, end) or _area(text, rows, end) or (_decide(rows, context) if rows else None)


def _innermost(text: str) -> tuple[tuple[_Row, ...], int]:
    """The last of the places that the text begins with, each within the one before, and where its name ends."""
    rows: tuple[_Row, ...] = ()
    end = 0
    while (step := _longest_name(text, end, rows))[0]:
        rows, end = step
    alone = text[:end] in _TOO_GENERAL and not text.startswith(_GOVERNS, end)
    return ((), 0) if alone else (rows, end)


def _longest_name(text: str, start: int, parents: tuple[_Row, ...]) -> tuple[tuple[_Row, ...], int]:
    for end in range(min(len(text), start + _LONGEST), start + 1, -1):
        bare = start == 0 and end <= _PROVINCE_SHORT
        if (bare or text[end - 1] in _TYPES) and not text.startswith(_OTHER_WORDS, end - 1):
            rows = tuple(row for row in _rows_of(text[start:end]) if not parents or _lies_in(row, parents))
            if rows:
                return rows, end
    return (), start


def _lies_in(row: _Row, parents: tuple[_Row, ...]) -> bool:
    return any(
        row.code != parent.code and not parent.code.startswith(row.code) and row.code.startswith(_stem(parent.code))
        for parent in parents
        if _level(parent.code) != "county"
    )


def _new_area(text: str, end: int) -> Region | None:
    """江北新区 in 南京市江北新区, 南京江北新区 and 江北新区."""
    for name, place in _NEW_AREAS:
        at = text.find(name)
        if at >= 0 and (at == end or at == 0 or _row(place).name.startswith(text[:at])):
            official = text[:at] + name if at and text[at - 1] not in "省市" else name  # 南京江北新区
            return Region(official, None, None, _province(place))
    return None


def _area(text: str, rows: tuple[_Row, ...], end: int) -> Region | None:
    """开发区, 高新区 and the like: no code; the name is kept with its city's, as a bare 高新区 says little."""
    found = patterns.match(_AREA, text[end:]) if "区" in text[end:] or "新城" in text[end:] else None
    if found is None:
        return None
    city = rows or next(filter(None, (tuple(_rows_of(f"{text[:n]}市")) for n in range(2, 6))), ())
    provinces = {_province(row.code) for row in city}
    return Region(text[: end + found.end()], None, None, provinces.pop() if len(provinces) == 1 else None)


def _decide(rows: tuple[_Row, ...], context: str) -> Region:
    """The one place among those of a name: today's before former ones, else the one that the context names."""
    rows = tuple(row for row in rows if not row.former) or rows
    if len(rows) > 1:
        for fits in (_prefecture_named, _province_named):
            fitting = tuple(row for row in rows if fits(row, context))
            if len(fitting) == 1:
                rows = fitting
    provinces = {_province(row.code) for row in rows}
    levels = {_level(row.code) for row in rows}
    return Region(
        rows[0].name,
        rows[0].code if len(rows) == 1 else None,
        levels.pop() if len(levels) == 1 else None,
        provinces.pop() if len(provinces) == 1 else None,
        tuple("".join((*reversed(parents_of(row.code)), row.name)) for row in rows) if len(rows) > 1 else (),
    )


def _prefecture_named(row: _Row, context: str) -> bool:
    prefecture = row.code[:4] + "00"
    return prefecture != row.code and f"\n{prefecture}\t" in _table() and _row(prefecture).name in context


def _province_named(row: _Row, context: str) -> bool:
    return _row(f"{row.code[:2]}0000").short in context


def _province(code: str) -> str:
    return _row(f"{code[:2]}0000").name


def _level(code: str) -> Level:
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def _stem(code: str) -> str:
    """The digits that the codes of all places in it begin with."""
    return code[:2] if code.endswith("0000") else code[:4]


@cache
def _table() -> str:
    """The table as one string: looking a name up in it is faster than taking it apart."""
    return (Path(__file__).parent / "data/regions.tsv").read_text("utf-8")


def _rows_of(name: str) -> Iterator[_Row]:
    """The rows whose name or short form it is."""
    table, cell = _table(), f"\t{name}\t"
    at = table.find(cell)
    while at >= 0:
        start = table.rfind("\n", 0, at) + 1
        yield _read(table[start : table.find("\n", at)])
        at = table.find(cell, at + 1)


def _row(code: str) -> _Row:
    table = _table()
    start = table.index(f"\n{code}\t") + 1
    return _read(table[start : table.find("\n", start)])


def _read(line: str) -> _Row:
    code, name, short, until = line.split("\t")
    return _Row(code, name, short, bool(until))
