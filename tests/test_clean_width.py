"""One form for each mark, letter and digit."""

import pytest

from planparse.clean import clean
from planparse.text import Text


@pytest.mark.parametrize(
    ("source", "chars"),
    [
        # half-width marks in Chinese text
        (
            "下降5%,人均综合能耗下降6%;其中:工业(规模以上)下降7%.",
            "下降5%，人均综合能耗下降6%；其中：工业（规模以上）下降7%.",
        ),
        ("(一)总体要求", "（一）总体要求"),
        ("生态环境导向的开发(EOD)模式", "生态环境导向的开发（EOD）模式"),
        ("PUE(电能利用效率)低于1.3", "PUE（电能利用效率）低于1.3"),
        ("[市发改委负责]", "［市发改委负责］"),
        ("责任单位:市发改委", "责任单位：市发改委"),
        ("原文如下:", "原文如下："),
        ("通知!怎么办?", "通知！怎么办？"),
        ("1~2个", "1～2个"),
        ("2017,2018年", "2017，2018年"),
        # marks of numbers and of Latin text
        ("投资1,234.5万元,新增12,000家", "投资1,234.5万元，新增12,000家"),
        ("减少1196吨,2065吨", "减少1196吨，2065吨"),
        ("10:30开会", "10:30开会"),
        ("按1：1配套", "按1:1配套"),
        ("按照1:1的比例", "按照1:1的比例"),
        ("Energy, Climate: a plan", "Energy, Climate: a plan"),
        ("详见https://www.gov.cn/zhengce/?x=1:2;以网站为准", "详见https://www.gov.cn/zhengce/?x=1:2；以网站为准"),
        # full-width letters, digits and signs
        ("１．推进ＰＭ２．５治理，达到９５％以上", "1.推进PM2.5治理，达到95%以上"),
        ("公交＋慢行", "公交+慢行"),
        ("微克／立方米", "微克/立方米"),
        # compatibility forms
        ("㈠总体要求", "（一）总体要求"),
        ("⒈推进", "1.推进"),
        ("⑴推进", "（1）推进"),
        ("3﹒推进", "3.推进"),
        ("﹙一﹚", "（一）"),
        ("⼯业和信息化厅，⾼质量发展", "工业和信息化厅，高质量发展"),
        ("｢十四五｣､", "「十四五」、"),
        # what stays
        ("“十四五”《方案》—…·①Ⅱ㎡℃‰SO₂", "“十四五”《方案》—…·①Ⅱ㎡℃‰SO₂"),
        ('"两高"项目', '"两高"项目'),
        ("国办发〔2018〕128号", "国办发〔2018〕128号"),
        ("30毫克/升；5—9月", "30毫克/升；5—9月"),
        ("--新型基础设施", "--新型基础设施"),
    ],
)
def test_width(source: str, chars: str) -> None:
    assert clean(Text.of(source)).text.chars == chars
