"""The registry of agencies: written name, key, full name."""

import pytest

from planparse.lexicon.agencies import find_agency
from planparse.lexicon.tables import rows


@pytest.mark.parametrize(
    ("name", "agency_id", "canonical"),
    [
        ("市发改委", "development-reform", "市发展和改革委员会"),
        ("国家发展改革委", "development-reform", "国家发展和改革委员会"),
        ("区发展改革局", "development-reform", "区发展和改革局"),
        ("自治区发展改革委", "development-reform", "自治区发展和改革委员会"),
        ("省工信厅", "industry-information", "省工业和信息化厅"),
        ("工业和信息化部", "industry-information", "工业和信息化部"),
        ("区经信局", "industry-information", "区经济和信息化局"),
        ("市教委", "education", "市教育委员会"),
        ("教育部", "education", "教育部"),
        ("市科委", "science-technology", "市科学技术委员会"),
        ("省人力资源社会保障厅", "human-resources", "省人力资源和社会保障厅"),
        ("市规划资源局", "natural-resources", "市规划和自然资源局"),
        ("周村国土资源分局", "natural-resources", "周村国土资源分局"),
        ("区环保分局", "ecology-environment", "区环境保护分局"),
        ("市环保局", "ecology-environment", "市环境保护局"),
        ("市生态环境局莱芜分局", "ecology-environment", "市生态环境局莱芜分局"),
        ("市住建局", "housing-construction", "市住房和城乡建设局"),
        ("市交通局", "transport", "市交通运输局"),
        ("市交通委", "transport", "市交通委员会"),
        ("市卫健委", "health", "市卫生健康委员会"),
        ("县卫计委", "health", "县卫生和计划生育委员会"),
        ("区安监局", "emergency", "区安全生产监督管理局"),
        ("市场监管总局", "market-regulation", "国家市场监督管理总局"),
        ("市国资委", "state-assets", "市国有资产监督管理委员会"),
        ("市文化广电和旅游局", "culture-tourism", "市文化广电和旅游局"),
        ("国家税务总局某市税务局", "taxation", "国家税务总局某市税务局"),
        ("营口海事局", "maritime", "营口海事局"),
        ("上海海关", "customs", "上海海关"),
        ("人行合肥中心支行", "central-bank", "中国人民银行合肥中心支行"),
        ("人民银行", "central-bank", "中国人民银行"),
        ("市中级法院", "court", "市中级人民法院"),
        ("市委编办", "establishment-office", "市委机构编制委员会办公室"),
        ("区委组织部", "organization-department", "区委组织部"),
        ("市妇联", "women", "市妇女联合会"),
        ("市政府办公室", "government-office", "市人民政府办公室"),
        ("各县（市）区政府", "local-government", "各县（市）区人民政府"),
        ("虹桥国际中央商务区管委会", "management-committee", "虹桥国际中央商务区管理委员会"),
        ("中国银保监会齐齐哈尔监管分局", "financial-regulation", "中国银行保险监督管理委员会齐齐哈尔监管分局"),
        ("国网山东省电力公司", "power-grid", "国网山东省电力公司"),
        ("市大数据局", "data", "市大数据局"),
        ("市公安局交警支队", "public-security", "市公安局交警支队"),
    ],
)
def test_function_and_full_name(name: str, agency_id: str, canonical: str) -> None:
    agency = find_agency(name)
    assert agency is not None
    assert (agency.agency_id, agency.canonical) == (agency_id, canonical)


@pytest.mark.parametrize(
    "name", ["各有关部门", "区林业水利局", "县农业农村和水利局", "某某科技有限公司", "市蔬菜办", "", "局"]
)
def test_unknown_bodies_have_no_function(name: str) -> None:
    assert find_agency(name) is None


@pytest.mark.parametrize(
    ("name", "agency_id", "canonical"),
    [
        # the governments of areas of a kind, and areas that stand for theirs
        ("各县（市、区）人民政府", "local-government", "各县（市、区）人民政府"),
        ("各市〔州〕政府", "local-government", "各市〔州〕人民政府"),
        ("各市、县、区政府", "local-government", "各市、县、区人民政府"),
        ("有关县（市、区）政府", "local-government", "有关县（市、区）人民政府"),
        ("各街道（镇）办事处（人民政府）", "local-government", "各街道（镇）办事处（人民政府）"),
        ("各乡镇人民政府", "local-government", "各乡镇人民政府"),
        ("地方各级人民政府", "local-government", "地方各级人民政府"),
        ("县级以上地方人民政府", "local-government", "县级以上地方人民政府"),
        ("各旗县（市、区）", "local-government", "各旗县（市、区）"),
        ("云水县", "local-government", "云水县"),
        ("各园区（开发区）管委会", "management-committee", "各园区（开发区）管理委员会"),
        ("青云高新区管委会", "management-committee", "青云高新区管理委员会"),
        ("各开发区", "management-committee", "各开发区"),
        ("云山示范区", "management-committee", "云山示范区"),
        ("各盟行政公署", "local-government", "各盟行政公署"),
        ("各街道办", "local-government", "各街道办"),
        ("各村（居）委会", "village-committee", "各村（居）委会"),
        # central bodies of all years, by their short names
        ("质检总局", "market-regulation", "国家质量监督检验检疫总局"),
        ("工商总局", "market-regulation", "国家工商行政管理总局"),
        ("食品药品监管总局", "drug", "国家食品药品监督管理总局"),
        ("安全监管总局", "emergency", "国家安全生产监督管理总局"),
        ("税务总局", "taxation", "国家税务总局"),
        ("海关总署", "customs", "海关总署"),
        ("国家标准委", "market-regulation", "国家标准化管理委员会"),
        ("国家新闻出版广电总局", "press-publication", "国家新闻出版广电总局"),
        ("国家数据局", "data", "国家数据局"),
        ("金融监管总局", "financial-regulation", "国家金融监督管理总局"),
        ("银保监会", "financial-regulation", "中国银行保险监督管理委员会"),
        ("铁路总公司", "railway-company", "中国铁路总公司"),
        ("中央网信办", "cyberspace", "中央网络安全和信息化委员会办公室"),
        ("全国妇联", "women", "中华全国妇女联合会"),
        ("最高检", "procuratorate", "最高人民检察院"),
        # the Party's organs and the mass organisations; organs of a committee or a government
        ("市委改革办", "reform-office", "市委全面深化改革委员会办公室"),
        ("县委巡察办", "inspection-office", "县委巡察工作领导小组办公室"),
        ("政法委", "political-legal-committee", "政法委员会"),
        ("区台办", "taiwan-affairs", "区台湾工作办公室"),
        ("省政府国资委", "state-assets", "省人民政府国有资产监督管理委员会"),
        ("市政府研究室", "policy-research", "市人民政府研究室"),
        ("区监委", "supervision", "区监察委员会"),
        ("市社科联", "social-sciences-federation", "市社会科学界联合会"),
        # local bodies that are no short form of a central one; enterprises; two kinds of office
        ("市邮政局", "post", "市邮政局"),
        ("市邮政管理局", "post", "市邮政管理局"),
        ("青云铁路局", "railway-company", "青云铁路局"),
        ("中国铁路青云局集团有限公司", "railway-company", "中国铁路青云局集团有限公司"),
        ("区国税局", "taxation", "区国家税务局"),
        ("国家统计局青云调查队", "statistics", "国家统计局青云调查队"),
        ("市市场监管局", "market-regulation", "市市场监督管理局"),
        ("市疾控中心", "disease-control", "市疾病预防控制中心"),
        ("市通信管理办公室", "communications", "市通信管理办公室"),
        ("市供电分公司", "power-grid", "市供电分公司"),
        ("外汇局云山分局", "foreign-exchange", "外汇管理局云山分局"),
        ("省公安厅交警总队", "public-security", "省公安厅交警总队"),
        ("国家民委", "ethnic-affairs", "国家民族事务委员会"),
        ("新民财政局", "finance", "新民财政局"),
        ("财政部门", "finance", "财政部门"),
        ("各级教育行政部门", "education", "各级教育行政部门"),
        ("县级以上农业农村主管部门", "agriculture-rural", "县级以上农业农村主管部门"),
        ("发展改革", "development-reform", "发展改革部门"),
        ("市府办", "government-office", "市人民政府办公室"),
        ("市交委", "transport", "市交通委员会"),
        ("市防指办", "flood-control", "市防汛抗旱指挥部办公室"),
        ("县教科体局", "education", "县教育科技和体育局"),
    ],
)
def test_classes_of_bodies(name: str, agency_id: str, canonical: str) -> None:
    agency = find_agency(name)
    assert agency is not None
    assert (agency.agency_id, agency.canonical) == (agency_id, canonical)


@pytest.mark.parametrize("name", ["市民航局", "全省", "某某农场", "国有林场", "各有关部门", "市直单位", "各行业协会"])
def test_no_government_and_no_central_body(name: str) -> None:
    assert find_agency(name) is None


HEADS = {*"部厅局委办署馆处", "总局", "总署", "分局", "中心", "总队", "支队", "大队"}


def test_the_table_is_well_formed() -> None:
    for row in rows("agencies.tsv"):
        agency_id, name, heads, *_ = row
        assert agency_id.replace("-", "").isalpha()
        assert agency_id == agency_id.lower()
        assert name
        assert heads == "-" or set(heads.split()) <= HEADS


def test_a_full_name_is_its_own_canonical_name() -> None:
    for row in rows("agencies.tsv"):
        if row[2] == "-":
            agency = find_agency(row[1])
            assert agency is not None
            assert agency.canonical == row[1]
