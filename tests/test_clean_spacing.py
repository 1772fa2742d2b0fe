"""White space, line ends and characters that show nothing."""

import pytest

from planparse.clean import clean
from planparse.text import Text

PROSE = "现将《某市“十四五”节能减排综合工作方案》印发给你们，请结合实际，认真贯彻执行。"


@pytest.mark.parametrize(
    ("source", "chars"),
    [
        ("到 2025 年，创建绿色工厂 5 家", "到2025年，创建绿色工厂5家"),
        ("分别达到 1196 吨、2065 吨", "分别达到1196吨、2065吨"),
        ("漏损率控制在 7.8 % 以内", "漏损率控制在7.8%以内"),
        ("关于印发 “十四五” 方案的通知", "关于印发“十四五”方案的通知"),
        ("  　　一、总体要求　", "一、总体要求"),
        ("\u2003\u2003（一）主要任务", "（一）主要任务"),
        ("\u00a0\u00a0某市人民政府\u00a0\u00a0\u00a0", "某市人民政府"),
        ("（一） 强化。 组织 ( 一 ) 、开展", "（一）强化。组织（一）、开展"),
        ("到 2 0 2 5 年，1 5 家", "到2025年，15家"),
        # pinyin
        ("節(jié)能減（jiǎn）排（km）", "节能减排（km）"),
        # Latin words
        ("采用 Building Information Modeling 技术", "采用Building Information Modeling技术"),
        ("5 G 网络", "5 G网络"),
        ("1. 5G建设", "1. 5G建设"),
        ("1. 加快推动", "1.加快推动"),
        # a gap that divides, in a short line
        ("某区人民政府办公室                  2018年6月19日印发", "某区人民政府办公室 2018年6月19日印发"),
        ("\t  某市人民政府办公室              2022年10月17日印发 ", "某市人民政府办公室 2022年10月17日印发"),
        ("国家发展改革委    财政部", "国家发展改革委 财政部"),
        ("国家发展改革委　财政部", "国家发展改革委 财政部"),
        ("国家发展改革委　　工业和信息化部　　财政部", "国家发展改革委 工业和信息化部 财政部"),
        ("专栏1  工业互联网网络互联互通工程", "专栏1 工业互联网网络互联互通工程"),
        # a table set with blanks; signatures stand so too, without figures
        (
            "序号    指标    2025年\n1    森林覆盖率（%）    62\n2    缺水地区比例    0\n3    湿地保护率    —",
            "序号\t指标\t2025年\n1\t森林覆盖率（%）\t62\n2\t缺水地区比例\t0\n3\t湿地保护率\t—",
        ),
        (
            "甲委员会　　乙教育厅\n丁委员会　　戊财政厅\n庚委员会　　辛水利厅",
            "甲委员会 乙教育厅\n丁委员会 戊财政厅\n庚委员会 辛水利厅",
        ),
        # a gap that only fills
        ("附    件", "附件"),
        ("组　长：王某某 省长", "组长：王某某省长"),
        ("二 〇 二 二 年 六 月", "二〇二二年六月"),
        ("一、  总体要求", "一、总体要求"),
        ("（一）  总体要求", "（一）总体要求"),
        (PROSE.replace("，", "，  ").replace("综合", "综合  "), PROSE),
        # cells
        ("\t能耗强度降低目标（%）", "能耗强度降低目标（%）"),
        ("指标\t单位 \t 2025年", "指标\t单位\t2025年"),
        # line ends
        ("甲\r\n乙\r丙\n丁\u2028戊\u2029己\x0b庚\x85辛", "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛"),
        ("甲 \n\n 　\n乙", "甲\n\n\n乙"),
        # nothing to see
        ("节\u200b能\ufeff减\u00ad排\u200e", "节能减排"),
    ],
)
def test_spacing(source: str, chars: str) -> None:
    assert clean(Text.of(source)).text.chars == chars
