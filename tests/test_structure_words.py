"""The small readers of structure: marks, titles, numbers, dates, lists of bodies, labels, five-year plans."""

from datetime import date

import pytest

from planparse.document import Line, Period
from planparse.lexicon.five_year_plans import find_plan_period, five_year_plan
from planparse.span import Span
from planparse.structure.annexes import read_label
from planparse.structure.bodies import cut_bodies, split_joint
from planparse.structure.closing import disclosure_line
from planparse.structure.dates import read_date
from planparse.structure.document_numbers import number_line
from planparse.structure.lines import split_lines
from planparse.structure.marks import read_mark
from planparse.structure.titles import find_titles


def line(text: str) -> Line:
    return Line(Span(0, len(text)), text)


@pytest.mark.parametrize(
    ("text", "kind", "ordinal", "number"),
    [
        ("一、总体要求", "一、", 1, "一、"),
        ("十二、动员全社会参与", "一、", 12, "十二、"),
        ("三.保障措施", "一、", 3, "三."),
        ("一 总体要求", "一、", 1, "一"),
        ("一、2025年目标", "一、", 1, "一、"),
        ("三、四大工程", "一、", 3, "三、"),
        ("（二十一）节能减排工程。", "（一）", 21, "（二十一）"),
        ("(一)总体要求", "（一）", 1, "（一）"),
        ("（一）、总体要求", "（一）", 1, "（一）、"),
        ("1.加快淘汰落后产能。", "1.", 1, "1."),
        ("10．制定考核方案", "1.", 10, "10．"),
        ("2、完善机制", "1.", 2, "2、"),
        ("1.2025年底前建成", "1.", 1, "1."),
        ("2.10月底前完成", "1.", 2, "2."),
        ("3.5G网络建设", "1.", 3, "3."),
        ("（3）加强培训", "（1）", 3, "（3）"),
        ("4）加强培训", "1）", 4, "4）"),
        ("③加强培训", "①", 3, "③"),
        ("第二章 总体要求", "章", 2, "第二章"),
        ("第十二条 本办法自印发之日起施行。", "条", 12, "第十二条"),
        ("第3节 目标", "节", 3, "第3节"),
        ("第一部分 发展基础", "章", 1, "第一部分"),
    ],
)
def test_mark(text: str, kind: str, ordinal: int, number: str) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert (mark.kind, mark.ordinal, mark.number) == (kind, ordinal, number)


@pytest.mark.parametrize(
    "text",
    [
        "2025年，覆盖率达到50%",
        "1.5万吨产能",
        "3家企业",
        "一、二级医院",
        "一、二、三产业融合",
        "一是扩大供给",
        "十四五期间",
        "二〇二二年",
        "1、2号机组",
        "第三产业",
        "第一条件",
        "第二批试点",
        "（以下简称）",
        "（2021—2025年）",
        "",
        "一",
        "（",
    ],
)
def test_no_mark(text: str) -> None:
    assert read_mark(text) is None


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "周村区人民政府\n关于印发周村区“十三五”节能减排\n综合工作方案的通知",
            ["周村区人民政府关于印发周村区“十三五”节能减排综合工作方案的通知"],
        ),
        ("云山市人民政府办公室\n云山市人民政府办公室关于印发方案的通知", ["云山市人民政府办公室关于印发方案的通知"]),
        ("教育部\n财政部关于印发《办法》的通知", ["教育部财政部关于印发《办法》的通知"]),
        ("云山市\n人民政府关于印发规划的通知", ["云山市人民政府关于印发规划的通知"]),
        ("中国政府网\n国务院关于印发规划的通知", ["国务院关于印发规划的通知"]),
        ("云山市城市更新三年行动\n实施方案", ["云山市城市更新三年行动实施方案"]),
        ("云山市能源行动方案\n（2021—2025年）", ["云山市能源行动方案（2021—2025年）"]),
        ("云山市能源行动方案\n（2021年3月1日）", ["云山市能源行动方案"]),
        ("云山市支持文旅产业发展二十条", ["云山市支持文旅产业发展二十条"]),
        ("云山市人民政府印发《关于加快发展的若干意见》", ["云山市人民政府印发《关于加快发展的若干意见》"]),
        ("近日，市政府印发了实施方案。", []),
        ("云山市人民政府文件", []),
        ("一、制定实施方案", []),
        ("附件：工作方案", []),
        ("2022年5月6日印发", []),
        ("工作方案", []),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    assert [title.text for title in find_titles(split_lines(text))] == titles


@pytest.mark.parametrize(
    ("text", "issuer", "issued"),
    [
        ("云山市人民政府关于印发《甲方案》和《乙办法》的通知", "云山市人民政府", ("甲方案", "乙办法")),
        ("云山市人民政府关于印发云山市节水规划（试行）的通知", "云山市人民政府", ("云山市节水规划（试行）",)),
        ("云山市人民政府关于推进节水的实施意见", "云山市人民政府", ()),
        ("云山市贯彻落实国务院关于节水工作的意见实施方案", "", ()),
        ("关于转发《甲方案》的通知", "", ("甲方案",)),
        ("国家发展改革委等部门关于印发《甲方案》的通知", "国家发展改革委等部门", ("甲方案",)),
    ],
)
def test_words_of_a_title(text: str, issuer: str, issued: tuple[str, ...]) -> None:
    (title,) = find_titles(split_lines(text))
    assert (title.issuer, title.issued) == (issuer, issued)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("国发〔2021〕33号", "国发〔2021〕33号"),
        ("（苏政办发〔2021〕105号）", "苏政办发〔2021〕105号"),
        ("国发[2021]33号", "国发〔2021〕33号"),
        ("云政（2021）3号", "云政〔2021〕3号"),
        ("云政〔2021〕第3号", "云政〔2021〕第3号"),
        ("云（宁）发〔2021〕3号", "云（宁）发〔2021〕3号"),
        ("发文字号：云政发〔2022〕2号", "云政发〔2022〕2号"),
        ("云政发〔2022〕2号 签发人：李四", "云政发〔2022〕2号"),
        ("第12号", "第12号"),
        ("2021年第5号", "2021年第5号"),
        ("根据国发〔2021〕33号文件要求，制定本方案。", None),
        ("转发国发〔2021〕33号文件的通知", None),
        ("〔2021〕33号", None),
        ("12号楼", None),
    ],
)
def test_number_line(text: str, number: str | None) -> None:
    found = number_line(line(text))
    assert (found and found.value) == number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018年6月19日", date(2018, 6, 19)),
        ("二〇一三年八月一日", date(2013, 8, 1)),
        ("二○一二年三月二十八日", date(2012, 3, 28)),
        ("2021-12-20", date(2021, 12, 20)),
        ("2021.1.5", date(2021, 1, 5)),
        ("2018年2月30日", None),
        ("2018年6月", None),
        ("十八年六月十九日", None),
        ("", None),
    ],
)
def test_date(text: str, day: date | None) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("各镇政府、街道办事处，周村经济开发区管委会", ["各镇政府", "街道办事处", "周村经济开发区管委会"]),
        ("各市、县（市、区）人民政府，省各委办厅局", ["各市、县（市、区）人民政府", "省各委办厅局"]),
        (
            "各省、自治区、直辖市人民政府，国务院各部委、各直属机构",
            ["各省、自治区、直辖市人民政府", "国务院各部委", "各直属机构"],
        ),
        ("市政府各委、办、局，各有关单位", ["市政府各委、办、局", "各有关单位"]),
        ("省直管委会、省政府各委、办、厅、局", ["省直管委会", "省政府各委、办、厅、局"]),
        ("市工业园区（高新区）、市农业产业园、市新区管委", ["市工业园区（高新区）、市农业产业园、市新区管委"]),
        ("驻市中直、区直各单位", ["驻市中直、区直各单位"]),
        ("市委、市人大、市政府、市政协各部门", ["市委、市人大、市政府、市政协各部门"]),
        ("市委办、市政协办、市法院、市政府各部门", ["市委办", "市政协办", "市法院", "市政府各部门"]),
        ("各盟行政公署、市人民政府，自治区各委、办、厅、局", ["各盟行政公署、市人民政府", "自治区各委、办、厅、局"]),
        ("各村（社区）、镇属各单位", ["各村（社区）", "镇属各单位"]),
        ("各市、县各部门", ["各市、县各部门"]),
        ("各市、县有关部门", ["各市、县有关部门"]),
        ("各国有农牧场、旗直各有关部门", ["各国有农牧场", "旗直各有关部门"]),
        ("南部战区、南海舰队、南部战区空军、省军区", ["南部战区", "南海舰队", "南部战区空军", "省军区"]),
        ("各县（市、区）党委、人民政府", ["各县（市、区）党委、人民政府"]),
        ("市委办公室、市人大办公室；市法院", ["市委办公室", "市人大办公室", "市法院"]),
        ("", []),
    ],
)
def test_list_of_bodies(text: str, bodies: list[str]) -> None:
    found = cut_bodies(text, 7)
    assert [field.value for field in found] == bodies
    assert [text[field.span.start - 7 : field.span.end - 7] for field in found] == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("教育部 财政部", ("教育部", "财政部")),
        ("教育部办公厅财政部办公厅", ("教育部办公厅", "财政部办公厅")),
        ("中共中央国务院", ("中共中央", "国务院")),
        ("中共云山市委办公室云山市人民政府办公室", ("中共云山市委办公室", "云山市人民政府办公室")),
        ("云山省财政厅中国人民银行云山省分行", ("云山省财政厅", "中国人民银行云山省分行")),
        ("省教育厅省财政厅", ("省教育厅", "省财政厅")),
        ("市市场监督管理局", ("市市场监督管理局",)),
        ("云山市生态环境局城东分局", ("云山市生态环境局城东分局",)),
    ],
)
def test_joint_signature(text: str, bodies: tuple[str, ...]) -> None:
    assert split_joint(text) == bodies


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("（此件公开发布）", "此件公开发布"),
        ("（方案正文公开发布，方案附件不公开）", "方案正文公开发布，方案附件不公开"),
        ("此件主动公开", "此件主动公开"),
        ("信息公开选项：主动公开", None),
        ("（本文有删减）", "本文有删减"),
        ("本文有删减。", None),
        ("依申请公开", "依申请公开"),
        ("推进政务公开。", None),
        ("（一）推进政务公开（责任单位：市政府办公室）", None),
    ],
)
def test_disclosure(text: str, note: str | None) -> None:
    found = disclosure_line(line(text))
    assert (found and found.value) == note
    assert found is None or text[found.span.start : found.span.end] == note


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("附件", ("附件", None, None)),
        ("附件：", ("附件", None, None)),
        ("附件2", ("附件2", 2, None)),
        ("附件一", ("附件一", 1, None)),
        ("附件1：任务分工表", ("附件1", 1, "任务分工表")),
        ("附件2任务分工表", ("附件2", 2, "任务分工表")),
        ("附：任务分工表", ("附", None, "任务分工表")),
        ("附表3", ("附表3", 3, None)),
        ("附则", None),
        ("附件所列项目应当按期完成", None),
        ("附件1所列项目，应当按期完成。", None),
    ],
)
def test_label(text: str, label: tuple[str, int | None, str | None] | None) -> None:
    found = read_label(line(text))
    assert (found and (found.number, found.ordinal, found.title and found.title.value)) == label


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("周村区“十三五”节能减排综合工作方案", Period("十三五", 2016, 2020)),
        ("云山省十四五时期教育发展规划", Period("十四五", 2021, 2025)),
        ("云山市十二五规划纲要", Period("十二五", 2011, 2015)),
        ("“十五五”能源规划", Period("十五五", 2026, 2030)),
        ("云山市“十五”计划纲要", Period("十五", 2001, 2005)),
        ("云山市支持工业十五条措施", None),
        ("“十三五”收官和“十四五”开局工作方案", None),
        ("云山市2025年行动计划", None),
    ],
)
def test_plan_period(title: str, period: Period | None) -> None:
    assert find_plan_period(title) == period


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("一五", (1953, 1957)),
        ("二五", (1958, 1962)),
        ("三五", (1966, 1970)),
        ("五五", (1976, 1980)),
        ("十五", (2001, 2005)),
        ("“十四五”", (2021, 2025)),
        ("五年", None),
        ("二十五", None),
    ],
)
def test_five_year_plan(name: str, years: tuple[int, int] | None) -> None:
    plan = five_year_plan(name)
    assert (plan and (plan.start, plan.end)) == years
