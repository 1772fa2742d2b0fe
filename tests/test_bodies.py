"""Clauses of responsibility: a row is a paragraph and what is found in it.

Expected parties are written NAME:ROLE, several with blanks between; other names follow after =; ROLE is the first
letters of the role (lead, supp, shar, resp, impl, guid). A paragraph without parties holds no clause.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.document import Document, Head, Part, Responsibility, Section
from planparse.rules.bodies import find_responsibilities, inherit
from planparse.span import Span


def document(chars: str, *sections: Section) -> Document:
    return Document(chars, Head(), (Part("plan", 1, None, Span(0, len(chars))),), sections, (), (), ())


def found(text: str) -> tuple[Responsibility, ...]:
    return find_responsibilities(document(text))[0]


def parties(clause: Responsibility) -> str:
    return " ".join("=".join((p.name, *p.also_known_as)) + ":" + p.role[:4] for p in clause.parties)


BRACKETED = [
    # labels
    ("（责任单位：市教育局）", "市教育局:resp"),
    (
        "（牵头单位：市教育局，配合单位：市财政局、市人力资源社会保障局）",
        "市教育局:lead 市财政局:supp 市人力资源社会保障局:supp",
    ),
    (
        "（牵头单位：省卫生健康委；责任单位：省医保局，各市人民政府）",
        "省卫生健康委:lead 省医保局:resp 各市人民政府:resp",
    ),
    ("（主办单位：区民政局 协办单位：区残联）", "区民政局:lead 区残联:supp"),
    ("（主责单位：市商务局；配合单位：各区政府）", "市商务局:lead 各区政府:supp"),
    ("（责任部门：县文旅局、县融媒体中心）", "县文旅局:resp 县融媒体中心:resp"),
    ("（牵头部门：省审改办，参与部门：省级有关部门）", "省审改办:lead 省级有关部门:supp"),
    ("（牵头：市工信局；配合：市科技局、各园区）", "市工信局:lead 市科技局:supp 各园区:supp"),
    ("（责任主体：各县（市、区）人民政府；指导单位：省水利厅）", "各县（市、区）人民政府:resp 省水利厅:guid"),
    ("（牵头（责任）单位：市农业农村局）", "市农业农村局:lead"),
    ("（牵头和责任单位：市大数据局）", "市大数据局:lead"),
    ("（市级责任单位：市残联）", "市残联:resp"),
    ("（实施单位：各镇人民政府；督导单位：县乡村振兴局）", "各镇人民政府:impl 县乡村振兴局:guid"),
    ("（责任单位：市科技局；完成时限：2025年12月底）", "市科技局:resp"),
    ("（责任领导：张三；责任单位：市水务局；完成时限：长期坚持）", "市水务局:resp"),
    ("（完成时限：2024年6月底前；牵头单位：市司法局）", "市司法局:lead"),
    ("（责任单位：市公安局、市应急局等；完成时限：持续推进）", "市公安局:resp 市应急局:resp"),
    # role words after the list
    ("（市教育局负责）", "市教育局:resp"),
    ("（市发展改革委牵头，市财政局、市税务局配合）", "市发展改革委:lead 市财政局:supp 市税务局:supp"),
    ("（省工业和信息化厅牵头负责）", "省工业和信息化厅:lead"),
    (
        "〔市水利局牵头，市林草局等按职责分工负责，各县（区）人民政府负责落实〕",
        "市水利局:lead 市林草局:shar 各县（区）人民政府:impl",
    ),
    ("［省教育厅、省人力资源社会保障厅按照职责分工负责］", "省教育厅:shar 省人力资源社会保障厅:shar"),
    ("【市卫生健康委牵头，市医保局参与】", "市卫生健康委:lead 市医保局:supp"),
    ("(区民政局、区残联按职责分工落实）", "区民政局:shar 区残联:shar"),
    ("（教育部、财政部、人力资源社会保障部等按职责分工负责）", "教育部:shar 财政部:shar 人力资源社会保障部:shar"),
    (
        "（国家卫生健康委牵头，国家医保局、国家中医药局、国家疾控局参加，地方各级人民政府负责）",
        "国家卫生健康委:lead 国家医保局:supp 国家中医药局:supp 国家疾控局:supp 地方各级人民政府:resp",
    ),
    ("（市商务局、市文化和旅游局分工负责）", "市商务局:shar 市文化和旅游局:shar"),
    ("（市交通运输局会同市公安局负责）", "市交通运输局:resp 市公安局:supp"),
    ("（市住建局牵头，会同市城管局、市财政局落实）", "市住建局:lead 市城管局:supp 市财政局:supp"),
    ("（省发展改革委会同省能源局）", "省发展改革委:lead 省能源局:supp"),
    ("（由省科技厅牵头，各设区市人民政府组织实施）", "省科技厅:lead 各设区市人民政府:impl"),
    ("（以上任务由市数据局牵头负责）", "市数据局:lead"),
    ("（市生态环境局指导，各区政府负责落实）", "市生态环境局:guid 各区政府:impl"),
    ("（商务部指导，供销合作总社参与）", "商务部:guid 供销合作总社:supp"),
    ("（市教育局督促指导，各学校具体落实）", "市教育局:guid 各学校:impl"),
    ("（市工信局、发改委按职责分工）", "市工信局:shar 发改委:shar"),
    ("（市政府办公室负责。）", "市政府办公室:resp"),
    ("（市人社局牵头，各级各有关部门结合各自职责抓好落实）", "市人社局:lead 各级各有关部门:shar"),
    ("（各有关部门、单位按职责分工负责）", "各有关部门、单位:shar"),
    (
        "（市金融办牵头，人民银行XX市分行、XX金融监管分局配合）",
        "市金融办:lead 人民银行XX市分行:supp XX金融监管分局:supp",
    ),
    ("（市司法局、中级法院、检察院各司其职、各负其责）", "市司法局:shar 中级法院:shar 检察院:shar"),
    ("（县财政局负责资金保障，县审计局负责监督）", "县财政局:resp 县审计局:guid"),
    ("（市发展改革委牵头，2025年底前完成）", "市发展改革委:lead"),
    ("（市发展改革委、市财政局负责，持续推进）", "市发展改革委:resp 市财政局:resp"),
    (
        "（市总工会、团市委、市妇联、市工商联、市科协共同负责）",
        "市总工会:shar 团市委:shar 市妇联:shar 市工商联:shar 市科协:shar",
    ),
    ("（各社会组织落实）", "各社会组织:impl"),
    ("（市妇联为主，市民政局配合）", "市妇联:lead 市民政局:supp"),
    # both
    ("（责任单位：市科技局、市财政局按职责分工负责）", "市科技局:shar 市财政局:shar"),
    ("（责任单位：市科技局、市财政局，各区县政府按职责分工负责）", "市科技局:shar 市财政局:shar 各区县政府:shar"),
    (
        "（责任单位：省能源局，配合单位：省水利厅等，各市人民政府负责落实）",
        "省能源局:resp 省水利厅:supp 各市人民政府:impl",
    ),
    ("（责任单位：市教育局牵头，市公安局、市城管局配合）", "市教育局:lead 市公安局:supp 市城管局:supp"),
    ("（责任单位：市教育局（牵头）、市公安局、市城管局）", "市教育局:lead 市公安局:resp 市城管局:resp"),
    ("（任务分工：市教育局牵头，市财政局配合）", "市教育局:lead 市财政局:supp"),
    # names
    ("（市发改委（市能源局）、市营商局（市审批局）负责）", "市发改委=市能源局:resp 市营商局=市审批局:resp"),
    ("（牵头单位：市农业农村局（市乡村振兴局）)", "市农业农村局=市乡村振兴局:lead"),
    ("（各街道（镇）办事处（人民政府）负责落实）", "各街道（镇）办事处（人民政府）:impl"),
    ("（各县（市）区政府、开发区（园区）管委会负责）", "各县（市）区政府:resp 开发区（园区）管委会:resp"),
    ("（各乡镇人民政府（街道办事处）负责落实）", "各乡镇人民政府（街道办事处）:impl"),
    ("（各区、县级市负责落实）", "各区、县级市:impl"),
    ("（责任单位：各市、县（区）人民政府，省直有关部门）", "各市、县（区）人民政府:resp 省直有关部门:resp"),
    ("（各市、县、区政府负责）", "各市、县、区政府:resp"),
    ("（各镇、街道，区级各部门负责）", "各镇、街道:resp 区级各部门:resp"),
    ("（责任单位：金堂县、大邑县政府）", "金堂县:resp 大邑县政府:resp"),
    (
        "（各设区市政府、韩城市政府，杨凌示范区、西咸新区管委会负责）",
        "各设区市政府:resp 韩城市政府:resp 杨凌示范区:resp 西咸新区管委会:resp",
    ),
    ("（市教育局和各区人民政府负责）", "市教育局:resp 各区人民政府:resp"),
    ("（市规划和自然资源局、市卫生和计划生育委员会负责）", "市规划和自然资源局:resp 市卫生和计划生育委员会:resp"),
    ("（市文化和旅游局和市体育局负责）", "市文化和旅游局:resp 市体育局:resp"),
    ("（省文化广电和旅游厅负责）", "省文化广电和旅游厅:resp"),
    ("（省民族和宗教事务委员会及各州政府负责）", "省民族和宗教事务委员会:resp 各州政府:resp"),
    ("（市人民法院和检察院负责）", "市人民法院:resp 检察院:resp"),
    ("（区园区和企业服务局负责）", "区园区和企业服务局:resp"),
    ("（高校和科研院所负责）", "高校:resp 科研院所:resp"),
    ("（市蔬菜研究所和气象台负责）", "市蔬菜研究所:resp 气象台:resp"),
    ("（市中小企业和民营经济发展局负责）", "市中小企业和民营经济发展局:resp"),
    ("（中国（上海）自由贸易试验区管委会负责）", "中国（上海）自由贸易试验区管委会:resp"),
    (
        "（国网XX供电公司、中国移动、中国电信、中国联通配合）",
        "国网XX供电公司:supp 中国移动:supp 中国电信:supp 中国联通:supp",
    ),
    ("（牵头单位：省推进工业互联网创新发展专项工作组）", "省推进工业互联网创新发展专项工作组:lead"),
    ("（责任单位：省节能减排及应对气候变化工作领导小组成员单位）", "省节能减排及应对气候变化工作领导小组成员单位:resp"),
    ("（责任单位：国家税务总局XX市税务局、XX海关、XX机场）", "国家税务总局XX市税务局:resp XX海关:resp XX机场:resp"),
    ("（市教育局、各高等院校等负责）", "市教育局:resp 各高等院校:resp"),
    ("（各级党委和政府负责）", "各级党委和政府:resp"),
    ("（各县（市、区）党委、政府负责）", "各县（市、区）党委、政府:resp"),
    ("（省直各委、办、厅、局负责）", "省直各委、办、厅、局:resp"),
    ("（各有关部门和单位配合）", "各有关部门和单位:supp"),
    ("责任单位：旗农牧业局　旗水务局　旗市场监督管理局", "旗农牧业局:resp 旗水务局:resp 旗市场监督管理局:resp"),
    ("（责任单位：市教育局市财政局市人社局）", "市教育局:resp 市财政局:resp 市人社局:resp"),
    ("（责任单位：市公安局市北分局）", "市公安局市北分局:resp"),
    # functions whose head stands behind the list
    (
        "（水利部门牵头，发展改革、财政、生态环境等部门配合）",
        "水利部门:lead 发展改革:supp 财政:supp 生态环境:supp",
    ),
    ("（宣传、网信、公安等部门按职责分工负责）", "宣传:shar 网信:shar 公安:shar"),
    ("（教育行政部门牵头，人力资源社会保障、财政部门参与）", "教育行政部门:lead 人力资源社会保障:supp 财政部门:supp"),
    ("（市教育局牵头，公安、卫健等部门配合）", "市教育局:lead 公安:supp 卫健:supp"),
    ("（市水务局为主，市应急局为辅）", "市水务局:lead 市应急局:supp"),
    ("（责任单位：市教育局/市财政局）", "市教育局:resp 市财政局:resp"),
    ("（牵头领导：张三责任单位：市教育局）", "市教育局:resp"),
    ("（责任单位：市教育局（2024年底前））", "市教育局:resp"),
    ("（责任单位及责任人：市教育局）", "市教育局:resp"),
    ("（牵头单位及责任单位：市教育局）", "市教育局:lead"),
    ("（市县责任单位：各市县人民政府）", "各市县人民政府:resp"),
    ("（责任科室：规划科）", "规划科:resp"),
    (
        "（中央网信办、国务院国资委、外汇局、新疆生产建设兵团负责）",
        "中央网信办:resp 国务院国资委:resp 外汇局:resp 新疆生产建设兵团:resp",
    ),
    ("（省级层面由省发展改革委牵头，市县层面由各市县政府负责）", "省发展改革委:lead 各市县政府:resp"),
    ("（市“放管服”改革协调小组办公室牵头，市妇儿工委办配合）", "市“放管服”改革协调小组办公室:lead 市妇儿工委办:supp"),
    ("（责任单位：市教育局、市财政局（按职责分工负责））", "市教育局:shar 市财政局:shar"),
    ("（责任单位：县委宣传部县教育局县残联）", "县委宣传部:resp 县教育局:resp 县残联:resp"),
    ("（市教育局负责，纳入年度考核）", "市教育局:resp"),
    ("（各市（含甲市、乙市，下同）人民政府负责）", "各市（含甲市、乙市，下同）人民政府:resp"),
    ("（市教育局牵头，国控集团、京东物流配合）", "市教育局:lead 国控集团:supp 京东物流:supp"),
    ("（县水利局负责工程建设，县财政局负责资金筹措）", "县水利局:resp 县财政局:resp"),
    ("（牵头处室：规划财务处，配合处室：各有关处室）", "规划财务处:lead 各有关处室:supp"),
    ("〖责任单位：市教育局〗", "市教育局:resp"),
    ("（市教育局、市财政局……按职责负责）", "市教育局:shar 市财政局:shar"),
]

LINES = [
    ("推进学前教育普惠。\n责任单位：市教育局\n完成时限：2025年底前", ["责任单位：市教育局"]),
    (
        "牵头部门：省审改办、省司法厅\n参与部门：省级有关部门\n完成时限：持续推进",
        ["牵头部门：省审改办、省司法厅\n参与部门：省级有关部门"],
    ),
    (
        "牵头单位：市教育局\n责任单位：市财政局\n配合单位：各区",
        ["牵头单位：市教育局\n责任单位：市财政局\n配合单位：各区"],
    ),
    (
        "牵头单位：县政府办\n责任单位：人民银行某支行、某监管分局某县监管组、县工信局\n2.下一项。",
        ["牵头单位：县政府办\n责任单位：人民银行某支行、某监管分局某县监管组、县工信局"],
    ),
    ("责任单位：市教育局\n一句话。\n责任单位：市财政局", ["责任单位：市教育局", "责任单位：市财政局"]),
    ("加快建设。责任单位：市水利局、市林草局", ["责任单位：市水利局、市林草局"]),
    ("加快建设。牵头单位：市水利局；配合单位：市林草局。", ["牵头单位：市水利局；配合单位：市林草局。"]),
    ("责任单位：\n市水利局、市林草局\n下一段。", ["责任单位：\n市水利局、市林草局"]),
    ("1.责任单位：市水利局", ["责任单位：市水利局"]),
    ("●牵头单位：市水利局", ["牵头单位：市水利局"]),
    ("【责任单位】市水利局、市林草局", ["【责任单位】市水利局、市林草局"]),
    ("【牵头单位】：市水利局", ["【牵头单位】：市水利局"]),
    ("加快建设。［牵头单位］市教育局［配合单位］市财政局", ["［牵头单位］市教育局［配合单位］市财政局"]),
    ("【牵头单位】市教育局\n【配合单位】市财政局", ["【牵头单位】市教育局\n【配合单位】市财政局"]),
    ("责任单位：市教育局。加快建设，推进工作。", ["责任单位：市教育局。"]),
    ("责任单位市水利局、市林草局", ["责任单位市水利局、市林草局"]),
    ("市教育局牵头，市财政局配合。", ["市教育局牵头，市财政局配合。"]),
    ("各区县人民政府负责落实。", ["各区县人民政府负责落实。"]),
    ("市教育局、市体育局等按职责分工负责", ["市教育局、市体育局等按职责分工负责"]),
    ("优化布局。（牵头单位：市教育局\n配合单位：市财政局）\n下一段。", ["（牵头单位：市教育局\n配合单位：市财政局）"]),
    ("优化布局。（市教育局、市财政局）", ["（市教育局、市财政局）"]),
    ("（一）优化布局。建设学校。（市教育局负责）（二）下一项。", ["（市教育局负责）"]),
    ("（市教育局负责）\n（各区政府负责落实）", ["（市教育局负责）", "（各区政府负责落实）"]),
    ("未闭合（牵头单位\n责任单位：市教育局", ["责任单位：市教育局"]),
]

NO_CLAUSE = [
    "由市发改委牵头，会同有关部门建立联席会议制度。",
    "市教育局要切实负责，各区政府要抓好落实。",
    "市发改委负责统筹推进全市重点项目建设，并定期通报情况。",
    "各责任单位要按照职责分工落实。",
    "牵头单位负责，配合单位积极配合。",
    "探索生态环境导向的开发（EOD）模式。",
    "按照《意见》（国发〔2021〕33号）要求。",
    "提高服务能力（教育、医疗、养老等）。",
    "开展培训（公安、交通、水利系统的人员）。",
    "行政审批中介服务（以下简称中介服务）",
    "明确任务分工（以下简称责任单位）。",
    "（此件公开发布）",
    "（2021—2025年）",
    "对总投资额（不含土建部分）给予补助。",
    "新建公共建筑（建筑面积达到2万平方米以上）",
    "市发改委（市能源局）要加强统筹。",
    "审批部门所属（主管）单位开展的中介服务。",
    "（一）落实主体责任",
    "（三）加强部门协同配合",
    "推动机关、学校（含幼儿园）等单位节约用水。",
    "下属单位（含下属、挂靠事业单位、企业、社会团体）各类清单。",
    "（含工业机器人）",
    "需要多部门合作推进的，牵头部门要主动对接，配合部门要积极配合。",
    "联系人：李四，联系电话：12345678",
    "工作目标：到2025年，全市建成充电站。",
    "本办法由市教育局负责解释。",
    "覆盖基层。（乡镇、街道、社区）",
    "统筹：加强领导，落实责任。",
    "加快建设换电站（充电站）、加油（气）站。",
]


@pytest.mark.parametrize(("text", "expected"), BRACKETED)
def test_parties_of_a_bracket(text: str, expected: str) -> None:
    clauses = found(f"加快推进各项工作。{text}")
    assert [parties(clause) for clause in clauses] == [expected]
    assert clauses[0].span == Span(9, 9 + len(text))


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_extent_of_a_clause(text: str, expected: list[str]) -> None:
    assert [text[clause.span.start : clause.span.end] for clause in found(text)] == expected


@pytest.mark.parametrize("text", NO_CLAUSE)
def test_other_words_are_no_clause(text: str) -> None:
    clauses, diagnostics = find_responsibilities(document(text))
    assert [parties(clause) for clause in clauses] == []
    assert diagnostics == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（市教育局等负责）", "市教育局:resp"),
        ("（市教育局、市财政局等部门按职责分工负责）", "市教育局:shar 市财政局:shar"),
        (
            "（配合单位：省住房城乡建设厅等省有关部门、国家开发银行山东省分行）",
            "省住房城乡建设厅:supp 国家开发银行山东省分行:supp",
        ),
        ("（配合单位：省科技厅、省教育厅等省有关部门、单位）", "省科技厅:supp 省教育厅:supp"),
        ("（市水利局、市林草局等有关部门和各县区政府负责）", "市水利局:resp 市林草局:resp 各县区政府:resp"),
        ("（市教育局等8部门负责）", "市教育局:resp"),
        ("（牵头单位：市公安局等市级部门，各区（市）县政府）", "市公安局:lead 各区（市）县政府:lead"),
    ],
)
def test_open_end(text: str, expected: str) -> None:
    (clause,) = found(text)
    assert parties(clause) == expected
    assert clause.open_ended


def test_a_closed_list_is_not_open_ended() -> None:
    assert not found("（市教育局、各高等学校负责）")[0].open_ended


@pytest.mark.parametrize(
    "remark",
    [
        "列第一位者为牵头单位，下同",
        "排在第一为牵头单位，下同",
        "排名第一的为牵头部门，下同",
        "首个单位为牵头单位，以下同",
        "列首位的单位为牵头单位，下同",
    ],
)
@pytest.mark.parametrize("form", ["（市科技局、市教育局负责，{}）", "责任单位：市科技局、市教育局（{}）"])
def test_first_body_leads_from_here_on(remark: str, form: str) -> None:
    clauses = found(
        "（市体育局负责）\n" + form.format(remark) + "\n（市民政局、市财政局负责）\n（市水利局牵头，市林业局配合）"
    )
    assert [parties(clause) for clause in clauses] == [
        "市体育局:resp",
        "市科技局:lead 市教育局:resp",
        "市民政局:lead 市财政局:resp",
        "市水利局:lead 市林业局:supp",
    ]


@pytest.mark.parametrize(
    "remark", ["，逗号前为牵头单位，下同", "；逗号前的为牵头单位，下同", "。逗号前为牵头部门，下同"]
)
def test_bodies_before_the_comma_lead_from_here_on(remark: str) -> None:
    clauses = found(
        f"（责任单位：市科技局、市教育局，市财政局{remark}）\n"
        "（责任单位：市民政局，市水利局、市林业局）\n（责任单位：市体育局）\n（责任单位：市民政局、市财政局）"
    )
    assert [parties(clause) for clause in clauses] == [
        "市科技局:lead 市教育局:lead 市财政局:resp",
        "市民政局:lead 市水利局:resp 市林业局:resp",
        "市体育局:lead",
        "市民政局:resp 市财政局:resp",
    ]


def test_the_other_bodies_support_where_the_remark_says_so() -> None:
    clauses = found(
        "（市科技局、市教育局负责，列第一位的为牵头单位，其他为配合单位，下同）\n（市民政局、市财政局负责）"
    )
    expected = ["市科技局:lead 市教育局:supp", "市民政局:lead 市财政局:supp"]
    assert [parties(clause) for clause in clauses] == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("（市民政局负责，市财政局配合）", "市民政局:resp 市财政局:supp"),
        ("（市民政局负责，市财政局、市审计局参与）", "市民政局:resp 市财政局:supp 市审计局:supp"),
        ("（市民政局、市残联负责，市财政局配合）", "市民政局:lead 市残联:resp 市财政局:supp"),
    ],
)
def test_a_clause_that_says_itself_who_supports_one_body_is_no_list_with_a_leader(clause: str, expected: str) -> None:
    clauses = found(f"（市科技局、市教育局负责，列第一位者为牵头单位，下同）\n{clause}")
    assert parties(clauses[1]) == expected


def test_a_remark_in_the_bracket_of_a_name_governs_nothing() -> None:
    assert not found("（各市（含甲市，下同）人民政府负责）")[0].applies_to_following


def test_a_first_of_its_kind_is_no_remark_on_lists() -> None:
    clauses = found("组建首个以企业为牵头单位的联合体。\n（市民政局、市财政局负责）")
    assert [parties(clause) for clause in clauses] == ["市民政局:resp 市财政局:resp"]


def test_first_body_leads_where_the_text_outside_clauses_says_so() -> None:
    clauses = found("三、重点任务（责任单位列首位的为牵头单位）\n（市民政局、市财政局负责）")
    assert [parties(clause) for clause in clauses] == ["市民政局:lead 市财政局:resp"]


@pytest.mark.parametrize(
    ("text", "expected", "governing"),
    [
        (
            "（省能源局负责，各市人民政府负责落实。以下均需各市人民政府落实，不再列出）",
            "省能源局:resp 各市人民政府:impl",
            "各市人民政府",
        ),
        (
            "［市水务局负责，县（市）区政府负责落实。以下均需各县（市）区政府落实，不再列出］",
            "市水务局:resp 县（市）区政府:impl",
            "县（市）区政府",
        ),
        (
            "（各街道（镇）办事处（人民政府）负责落实，以下均需各街道（镇）办事处（人民政府）落实，不再逐一列出）",
            "各街道（镇）办事处（人民政府）:impl",
            "各街道（镇）办事处（人民政府）",
        ),
        ("（市水务局负责。以下各项任务均需各区政府落实，不再列出）", "市水务局:resp 各区政府:impl", "各区政府"),
        ("（市水务局负责，以下各条均涉及各区政府，不再列出）", "市水务局:resp 各区政府:resp", "各区政府"),
        ("（市水务局负责，以下任务均由各区政府落实）", "市水务局:resp 各区政府:impl", "各区政府"),
        ("（市水务局牵头，各区县政府按职责分工负责，下同）", "市水务局:lead 各区县政府:shar", "各区县政府"),
        ("（市水务局牵头，各区县政府负责落实，以下不再列出）", "市水务局:lead 各区县政府:impl", "各区县政府"),
    ],
)
def test_bodies_for_all_that_follows(text: str, expected: str, governing: str) -> None:
    clauses = inherit(found(f"{text}\n（市体育局负责）\n（{governing}负责）"))
    assert [parties(clause) for clause in clauses[:1]] == [expected]
    assert clauses[0].applies_to_following
    assert [(p.name, p.inherited) for p in clauses[1].parties] == [("市体育局", False), (governing, True)]
    assert [(p.name, p.inherited) for p in clauses[2].parties] == [(governing, False)]


def test_what_one_plan_says_does_not_reach_into_the_next() -> None:
    text = "（各市政府负责落实。以下均需各市政府落实，不再列出）\n（省教育厅负责）"
    second = text.index("\n")
    sections = (
        Section("1", 1, "一、", "甲", Span(0, 0), Span(0, second), Span(0, second), 0),
        Section("2/1", 1, "一、", "乙", Span(second, second), Span(second, len(text)), Span(second, len(text)), 1),
    )
    clauses = inherit(find_responsibilities(document(text, *sections))[0])
    assert [clause.section_id for clause in clauses] == ["1", "2/1"]
    assert parties(clauses[1]) == "省教育厅:resp"


@pytest.mark.parametrize(
    "text",
    [
        "（全社会共同参与）",
        "（党委领导、政府负责、社会参与）",
        "（家庭、学校、社会协同）",
        "（由专人负责）",
        "（责任单位：见附件）",
        "（具体分工：另行通知）",
        "责任单位：待定",
    ],
)
def test_responsibility_in_other_words_is_reported(text: str) -> None:
    clauses, diagnostics = find_responsibilities(document(f"加快推进。\n{text}"))
    assert clauses == ()
    assert [(d.name, d.span) for d in diagnostics] == [("unclear-body", Span(6, 6 + len(text)))]


_WORDS = st.sampled_from(
    [
        *"（）〔〕、，；：。\n等",
        "市发改委",
        "各区",
        "负责",
        "牵头单位",
        "以下均需",
        "不再列出",
        "和",
        "会同",
        "落实",
        "第一为牵头",
    ]
)


@given(st.lists(_WORDS, max_size=40).map("".join))
def test_any_text_gives_clauses_that_are_grounded(text: str) -> None:
    end = 0
    for clause in inherit(found(text)):
        assert end <= clause.span.start < clause.span.end <= len(text)
        end = clause.span.end
        for party in clause.parties:
            assert text[party.span.start : party.span.end] == party.name
            assert party.inherited or clause.span.contains(party.span)


def test_an_unclosed_bracket_does_not_swallow_the_text() -> None:
    assert [parties(c) for c in found("（未闭合" * 3000 + "\n（市教育局负责）")] == ["市教育局:resp"]
