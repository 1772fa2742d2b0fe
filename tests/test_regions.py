"""Regions: the innermost place that an issuer or a title begins with, and its GB/T 2260 code."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.lexicon.regions import Region, find_region

ROWS = [
    line.split("\t")
    for line in files("planparse.lexicon").joinpath("data", "regions.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        # provinces, prefectures, counties, as issuers name them
        ("江苏省人民政府办公厅", "江苏省", "320000"),
        ("内蒙古自治区发展和改革委员会", "内蒙古自治区", "150000"),
        ("上海市人民政府办公厅", "上海市", "310000"),
        ("齐齐哈尔市人民政府", "齐齐哈尔市", "230200"),
        ("东莞市人民政府", "东莞市", "441900"),
        ("喀什地区行政公署", "喀什地区", "653100"),
        ("兴安盟行政公署", "兴安盟", "152200"),
        ("恩施土家族苗族自治州人民政府", "恩施土家族苗族自治州", "422800"),
        ("周村区人民政府", "周村区", "370306"),
        ("周村区发展和改革局", "周村区", "370306"),
        ("义乌市人民政府", "义乌市", "330782"),
        ("神农架林区人民政府", "神农架林区", "429021"),
        ("仙桃市人民政府办公室", "仙桃市", "429004"),
        ("浦东新区人民政府", "浦东新区", "310115"),
        ("沈北新区人民政府", "沈北新区", "210113"),
        ("中共广东省委办公厅", "广东省", "440000"),
        ("国家税务总局江苏省税务局", "江苏省", "320000"),
        ("共青团辽宁省委员会", "辽宁省", "210000"),
        # the innermost of several
        ("济南市莱芜区人民政府", "莱芜区", "370116"),
        ("辽宁省朝阳市双塔区人民政府", "双塔区", "211302"),
        ("吉林省吉林市人民政府", "吉林市", "220200"),
        ("云南省大理州大理市人民政府", "大理市", "532901"),
        ("北京市朝阳区人民政府", "朝阳区", "110105"),
        ("晋城市城区人民政府", "城区", "140502"),
        ("重庆市江北区人民政府", "江北区", "500105"),
        ("莱芜区口镇街道办事处", "莱芜区", "370116"),
        # short forms
        ("恩施州人民政府", "恩施土家族苗族自治州", "422800"),
        ("海南州人民政府", "海南藏族自治州", "632500"),
        ("石柱县人民政府", "石柱土家族自治县", "500240"),
        ("达茂旗人民政府", "达尔罕茂明安联合旗", "150223"),
        ("广西“十四五”规划", "广西壮族自治区", "450000"),
        # titles
        ("安徽省“十四五”节能减排实施方案", "安徽省", "340000"),
        ("山东省绿色低碳转型2022年行动计划", "山东省", "370000"),
        ("“十四五”山东省节能方案", "山东省", "370000"),
        ("2022年山东省绿色低碳转型行动计划", "山东省", "370000"),
        ("山东省新旧动能转换综合试验区建设实施方案", "山东省", "370000"),
        # words that only look like a longer place
        ("吉林市场监管方案", "吉林省", "220000"),
        ("河北区域协同方案", "河北省", "130000"),
        ("河北区人民政府", "河北区", "120105"),
        # changes since 2019
        ("临平区人民政府", "临平区", "330113"),
        ("芜湖市繁昌区人民政府", "繁昌区", "340212"),
        ("公主岭市人民政府", "公主岭市", "220184"),
        ("凤翔区人民政府", "凤翔区", "610305"),
        # places that are gone
        ("莱芜市人民政府", "莱芜市", "371200"),
        ("莱芜市钢城区人民政府", "钢城区", "371203"),
        ("济南市钢城区人民政府", "钢城区", "370117"),
        ("章丘市人民政府", "章丘市", "370181"),
        ("绍兴县人民政府", "绍兴县", "330621"),
        ("沙县人民政府", "沙县", "350427"),
    ],
)
def test_place_with_code(text: str, name: str, code: str) -> None:
    region = find_region(text)
    assert region is not None
    assert (region.name, region.code) == (name, code)


@pytest.mark.parametrize(
    ("text", "name", "province"),
    [
        ("南京市江北新区管委会办公室", "江北新区", "江苏省"),
        ("南京江北新区管理委员会", "南京江北新区", "江苏省"),
        ("河北雄安新区管理委员会", "河北雄安新区", "河北省"),
        ("陕西省西咸新区开发建设管理委员会", "西咸新区", "陕西省"),
        ("重庆两江新区管理委员会", "重庆两江新区", "重庆市"),
        ("福州新区管委会", "福州新区", "福建省"),
        ("新疆生产建设兵团办公厅", "新疆生产建设兵团", "新疆维吾尔自治区"),
        ("广州开发区管委会", "广州开发区", "广东省"),
        ("济南市高新区管委会", "济南市高新区", "山东省"),
        ("杨凌示范区管委会", "杨凌示范区", "陕西省"),
        ("苏州工业园区管理委员会", "苏州工业园区", "江苏省"),
        ("高新区管委会", "高新区", None),
    ],
)
def test_area_without_code(text: str, name: str, province: str | None) -> None:
    assert find_region(text) == Region(name, None, None, province)


@pytest.mark.parametrize(
    "text",
    ["国务院办公厅", "国家发展改革委", "中共中央办公厅", "省政府办公厅", "市人民政府", "城区内涝治理方案", ""],
)
def test_no_place(text: str) -> None:
    assert find_region(text) is None


@pytest.mark.parametrize(
    ("text", "context", "code", "province"),
    [
        ("朝阳区人民政府", "", None, None),
        ("朝阳区人民政府", "吉林省长春市", "220104", "吉林省"),
        ("朝阳区人民政府", "按照吉林省有关要求", "220104", "吉林省"),
        ("朝阳区人民政府", "学习北京、吉林经验", None, None),
        ("鼓楼区人民政府", "福州市人民政府", "350102", "福建省"),
        ("江北区人民政府", "重庆市有关部门", "500105", "重庆市"),
        ("周村区人民政府", "北京市", "370306", "山东省"),
    ],
)
def test_context_decides_only_if_one_fits(text: str, context: str, code: str | None, province: str | None) -> None:
    region = find_region(text, context)
    assert region is not None
    assert (region.code, region.province, region.level) == (code, province, "county")


@given(st.sampled_from([row for row in ROWS if not row[3]]), st.sampled_from(["人民政府", "发展和改革局"]))
def test_every_place_is_found_with_its_province(row: list[str], body: str) -> None:
    province = next(other[1] for other in ROWS if other[0] == f"{row[0][:2]}0000")
    region = find_region(("" if row[1] == province else province) + row[1] + body)
    assert region is not None
    assert (region.name, region.province) == (row[1], province)
    assert region.code in (row[0], None)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_safe(text: str, context: str) -> None:
    region = find_region(text, context)
    assert region is None or region.code is None or len(region.code) == 6


def test_rows_are_well_formed_and_codes_of_today_unique() -> None:
    assert all(len(row) == 4 and len(row[0]) == 6 and row[0].isdigit() for row in ROWS)
    codes = [row[0] for row in ROWS if not row[3]]
    assert len(codes) == len(set(codes))
    assert {f"{code[:2]}0000" for code in codes} <= set(codes)
    municipal = ("11", "12", "31", "50")
    prefectures = {f"{code[:4]}00" for code in codes if code[2:4] != "90" and not code.startswith(municipal)}
    assert prefectures <= set(codes)
