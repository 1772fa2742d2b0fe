"""The full names of bodies: the place that the notice's issuer gives to 市, 省 and 区."""

import pytest

from planparse import parse

NOTICE = """{issuer}关于印发节能工作方案的通知
某政发〔2021〕12号
各有关单位：
现将《节能工作方案》印发给你们，请认真贯彻执行。
{issuer}
2021年3月5日
节能工作方案
一、总体要求
坚持节能优先。
二、主要任务
（一）强化管理。加强监督检查。（责任单位：{bodies}）
三、保障措施
各地要高度重视。
"""

CASES = [
    ("营口市人民政府", "市发改委", ["营口市发展和改革委员会"]),
    ("营口市人民政府", "省工信厅", ["辽宁省工业和信息化厅"]),
    ("济南市莱芜区人民政府", "区发展改革局、市生态环境局莱芜分局", ["莱芜区发展和改革局", "济南市生态环境局莱芜分局"]),
    (
        "安徽省人民政府",
        "省工信厅、发改委、生态环境厅",
        ["安徽省工业和信息化厅", "安徽省发展和改革委员会", "安徽省生态环境厅"],
    ),
    ("广西壮族自治区人民政府", "自治区发展改革委", ["广西壮族自治区发展和改革委员会"]),
    ("恩施土家族苗族自治州人民政府", "州财政局", ["恩施土家族苗族自治州财政局"]),
    ("北京市朝阳区人民政府", "市教委、区民政局", ["北京市教育委员会", "朝阳区民政局"]),
    ("营口市人民政府", "团市委、团省委", ["共青团营口市委员会", "共青团辽宁省委员会"]),
    ("国务院", "国家发展改革委、财政部", ["国家发展和改革委员会", "财政部"]),
    # where a central body issues, names without 国家 or 中国 are central bodies
    ("国务院", "能源局、统计局、邮政局、民航局", ["国家能源局", "国家统计局", "国家邮政局", "中国民用航空局"]),
    ("国务院办公厅", "卫生健康委、残联、妇联", ["国家卫生健康委员会", "中国残疾人联合会", "中华全国妇女联合会"]),
    ("工业和信息化部办公厅", "能源局", ["国家能源局"]),
    ("国家税务总局辽宁省税务局", "能源局", ["能源局"]),
    ("国家发展改革委", "省发展改革委、能源局", ["省发展和改革委员会", "国家能源局"]),
    ("营口市人民政府", "邮政局、能源局", ["邮政局", "能源局"]),
    # an unknown body and one without a level of its own let the level of the list go on; another place ends it
    (
        "安徽省人民政府",
        "省工信厅、某某集团、合肥海关、发改委",
        ["安徽省工业和信息化厅", None, "合肥海关", "安徽省发展和改革委员会"],
    ),
    ("营口市人民政府", "省工信厅、市甲乙丙办、财政局", ["辽宁省工业和信息化厅", None, "营口市财政局"]),
    ("营口市人民政府", "市财政局、大石桥市财政局、教育局", ["营口市财政局", "大石桥市财政局", "教育局"]),
    # a body that says itself whose it is, one that nobody knows, an issuer whose place is not certain
    ("营口市人民政府", "大石桥市财政局、市甲乙丙办", ["大石桥市财政局", None]),
    ("朝阳区人民政府", "区民政局", ["区民政局"]),
]


@pytest.mark.parametrize(("issuer", "bodies", "expected"), CASES)
def test_full_names(issuer: str, bodies: str, expected: list[str | None]) -> None:
    (clause,) = parse(NOTICE.format(issuer=issuer, bodies=bodies)).responsibilities
    assert [party.canonical for party in clause.parties] == expected
    assert [party.name for party in clause.parties] == bodies.split("、")


def test_one_key_in_every_notice() -> None:
    names = [
        ("营口市人民政府", "市发改委"),
        ("安徽省人民政府", "省发展改革委"),
        ("济南市莱芜区人民政府", "区发展改革局"),
    ]
    keys = {
        party.agency_id
        for issuer, body in names
        for clause in parse(NOTICE.format(issuer=issuer, bodies=body)).responsibilities
        for party in clause.parties
    }
    assert keys == {"development-reform"}


def test_a_name_of_several_places_is_told() -> None:
    found = {d.name: d for d in parse(NOTICE.format(issuer="朝阳区人民政府", bodies="区民政局")).diagnostics}
    assert "北京市朝阳区" in found["ambiguous-region"].message
    assert "长春市朝阳区" in found["ambiguous-region"].message


def test_a_central_body_that_plans_for_a_place_has_no_region() -> None:
    text = NOTICE.format(issuer="国务院", bodies="水利部").replace("节能工作方案", "辽宁省节能工作方案")
    notice = parse(text)
    assert notice.metadata.issuers == ["国务院"]
    assert notice.metadata.region is None
