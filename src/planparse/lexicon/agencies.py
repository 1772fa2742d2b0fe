"""Which function a public body has, whatever its level and whichever of its names is used.

市发改委, 省发展改革委 and 国家发展改革委 share the key ``development-reform``; 环保局 and 生态环境局 share
``ecology-environment``. The names stand in ``data/agencies.tsv``.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from planparse import patterns
from planparse.lexicon.bodies import head_kind, is_area, without_brackets
from planparse.lexicon.central import central_names
from planparse.lexicon.endings import Endings
from planparse.lexicon.tables import rows

_FULL_HEADS = {"委": "委员会", "办": "办公室"}
_SUBORDINATE = "^(.{2,}?(?:局|厅|委|委员会|会))([^局]{1,8}(?:分局|支局|支队|大队|总队|调查队)|交管局)$"
_BRANCH = "^(?:中国)?(?:人民银行|人行)(.*)$"
_LEAGUE = "^(?:共青)?团([省市区县州盟旗])委(?:员会)?$"  # its level stands inside the name
_HEADS = "部局委办厅"
_DEPARTMENT = "^(?:县级以上|各级|地方|各地|[省市县区]级)*(.{2,8}?)(?:行政)?(?:主管|管理)?部门$"
# A word of level: of which level a body is; its place is left out. 市, 省直, and 市委, 省政府 for whose organ it is.
_LEVEL = "^((?:自治[区州县]|[省市区县州盟旗])[级直]?)(?:党?委|党工委|(?:人民)?政府)?$"
_CENTRAL = ("国家", "国务院", "中国", "中华全国", "全国", "中央", "最高")
_ANY_LEVEL = frozenset(
    ("", "地方", "各", "各级", "地方各级", "上级", "当地", "属地", "县级以上", "县级以上地方", *_CENTRAL)
)
_ONLY_CENTRAL = ("总局", "总署")
_LEVEL_WORD = patterns.compile("自治[区州县]|[省市区县州盟旗](?![场政域舰])")
_OTHER_PLACE = patterns.compile("[^省市区县州盟旗]{1,8}[省市区县州盟旗]")
_AREA_TYPES = frozenset("省市区县州盟旗团乡镇")
_OWNERS = "(?:党?委|党工委|(?:人民)?政府)$"
_GOVERNMENTS = {
    "local-government": ("人民政府", "政府", "街道办事处", "办事处", "街道办", "行政公署", "行署"),
    "management-committee": ("管委会", "管理委员会", "管委"),
    "village-committee": ("村民委员会", "居民委员会", "村委会", "居委会", "村居委会"),
}
_FUNCTIONAL_AREA = "(?:开发|高新|经开|园|示范|试验|实验|合作|保税|综保|度假|功能)区$"  # it has a 管委会
_STANDS_FOR_GOVERNMENT = "(?:[市县区州旗盟镇乡]|街道|镇街|苏木|各地|地方)$"  # 各区, 金堂县; but no 农场
_LONGEST_AREA, _LONGEST_PLACE = 17, 4
_COMPANIES = ("国家电网", "国网", "中国铁路")
_LONGEST_COMPANY_AREA = 10
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
    if found := _known(name) or _government(name) or _department(name):
        return found
    part = patterns.match(_SUBORDINATE, name)
    whole = _known(part[1]) if part else None
    return whole._replace(canonical=whole.canonical + part[2]) if part and whole else None


def find_central_agency(name: str) -> Agency | None:
    """The central body that is meant by a name without 国家 or 中国, as central notices write it; None if none is.

    >>> find_central_agency("能源局").canonical, find_central_agency("残联").canonical, find_central_agency("住建局")
    ('国家能源局', '中国残疾人联合会', None)
    """
    found = (find_agency(word + name) for word in _CENTRAL)
    return next((agency for agency in found if agency and agency.canonical in central_names()), None)


def level_in(name: str) -> str | None:
    """The level that a name which the registry does not know gives to the list behind it.

    The word of level that it begins with (市 of 市某某办); none of its own ("") where it begins with another place;
    None where it names neither, so that the level before it goes on.
    """
    if own := _LEVEL_WORD.match(name):
        return own[0]
    return "" if _OTHER_PLACE.match(name) else None


def is_function(name: str) -> bool:
    """Whether the words are a function without its head, as lists name them that share one: 发展改革、财政部门.

    >>> is_function("发展改革"), is_function("网信"), is_function("市财政"), is_function("改造")
    (True, True, False, False)
    """
    return _function(name) is not None


def _function(name: str) -> str | None:
    """The key of a function that stands without its head."""
    forms = (_names().whole(name + head) for head in _HEADS) if len(name) > 1 else ()
    return next((found[0] for found in forms if found), None)


def _department(name: str) -> Agency | None:
    """The departments of a function, whatever their level: 财政部门, 各级教育行政部门, 财政 in 财政、水利部门."""
    kind = patterns.match(_DEPARTMENT, name)
    stem = kind[1] if kind else name
    agency_id = _function(stem)
    if agency_id is None:
        return None
    return Agency(agency_id, name if name.endswith("部门") else f"{name}部门", placed=True)


def _known(name: str) -> Agency | None:
    found = _names().longest(name)
    if not found:
        return None
    short, (agency_id, full) = found
    prefix = name[: -len(short)]
    if full.startswith(_CENTRAL) and full in central_names():
        return Agency(agency_id, full, placed=True) if full.startswith(prefix) else None
    if not (_is_level(prefix) or _is_place(prefix)):
        return None
    own = patterns.match(_LEVEL, prefix)
    level = own[1] if own else ""
    return Agency(agency_id, _full_name(prefix, full, short), level, bool(prefix) and not level)


def _full_name(prefix: str, full: str, short: str) -> str:
    """The function's full name behind its prefix: 省政府 is 省人民政府, 全国妇联 begins with 中华全国."""
    if not prefix and short.endswith(_ONLY_CENTRAL) and f"国家{full}" in central_names():
        prefix = "国家"
    name = patterns.sub("(?<!人民)政府$", "人民政府", prefix) + full
    return f"中华{name}" if prefix == "全国" and f"中华{name}" in central_names() else name


def _government(name: str) -> Agency | None:
    """The governments of all areas of a kind, and areas that stand for theirs: 各街道（镇）办事处（人民政府）, 各区."""
    plain = without_brackets(name)
    for agency_id, heads in _GOVERNMENTS.items():
        end = next(filter(plain.endswith, heads), "")
        if end and _is_level(plain.removesuffix(end)):
            return Agency(agency_id, name, placed=True)
    if head_kind(name) == "place" and patterns.search(_STANDS_FOR_GOVERNMENT, plain) and plain[0] != "全":
        functional = patterns.search(_FUNCTIONAL_AREA, plain)
        return Agency("management-committee" if functional else "local-government", name, placed=True)
    return None


def _is_level(prefix: str) -> bool:
    """市, 省级, 国家, 某自治州, 各市、县, 国网某省."""
    if prefix in _ANY_LEVEL or patterns.match(_LEVEL, prefix):
        return True
    if company := next(filter(prefix.startswith, _COMPANIES), ""):
        area = prefix[len(company) :]
        if len(area) <= _LONGEST_COMPANY_AREA and _JOINTS.isdisjoint(area):
            return True
    plain = without_brackets(patterns.sub(_OWNERS, "", prefix))
    if not _JOINTS.isdisjoint(plain):
        return all(map(is_area, patterns.compile("[和与及、]").split(plain)))
    return len(prefix) <= _LONGEST_AREA and (plain[-1:] in _AREA_TYPES or is_area(plain))


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
