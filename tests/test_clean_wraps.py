"""Paragraphs cut by line wraps and page breaks become whole again; all else stays."""

import re
from itertools import product
from pathlib import Path

import pytest

from planparse.clean import clean
from planparse.text import Text

NOTICES = Path(__file__).parent / "notices"
WRAPPED = sorted((NOTICES / "wrapped").glob("*.txt"))
WHOLE = sorted([*NOTICES.glob("*.txt"), *(Path(__file__).parent.parent / "samples").glob("*.txt")])
NO_START = "，、。；：）〕］】》”’！？%"
NO_END = "（〔［【《“‘"


def lines(source: str) -> list[str]:
    return [line for line in clean(Text.of(source)).text.chars.split("\n") if line]


def wrap(paragraph: str, width: int) -> list[str]:
    """The lines of a paragraph as a word processor sets them: numbers whole, no mark first on a line."""
    units: list[str] = []
    for unit in re.findall(r"[A-Za-z0-9.%]+|.", paragraph):
        if units and (unit[0] in NO_START or units[-1][-1] in NO_END):
            units[-1] += unit
        else:
            units.append(unit)
    set_lines = [""]
    for unit in units:
        if columns(set_lines[-1] + unit) > width:
            set_lines.append("")
        set_lines[-1] += unit
    return set_lines


def columns(words: str) -> int:
    return sum(1 if c.isascii() else 2 for c in words)


@pytest.mark.parametrize("path", WRAPPED, ids=lambda path: path.stem)
def test_a_wrapped_notice_reads_like_the_whole_one(path: Path) -> None:
    assert lines(path.read_text("utf-8")) == lines((NOTICES / path.name).read_text("utf-8"))


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_whole_paragraphs_stay(path: Path) -> None:
    changes = clean(Text.of(path.read_text("utf-8"))).changes()
    joins = [change for change in changes if change.reason in {"line-wrap", "page-break", "page-furniture"}]
    if path.stem == "laiwu":  # ten pages of it end inside a sentence
        assert [change.reason for change in joins] == ["page-break"] * 10
    else:
        assert joins == []


@pytest.mark.parametrize("name", ["anhui", "jiangsu-whole-society-energy-saving", "laibin-green-circular-economy"])
def test_a_notice_set_in_lines_and_pages_reads_like_the_whole_one(name: str) -> None:
    """In four widths, with and without indents, with page numbers, at most one line in a hundred differs."""
    whole = lines((NOTICES / f"{name}.txt").read_text("utf-8"))
    for width, indent, page_end in product((56, 64, 72, 78), ("", "　　"), ([], ["", "— {} —", ""], ["\f"])):
        set_lines = [line for paragraph in whole for line in wrap(indent + paragraph, width)]
        pages = [set_lines[at : at + 25] for at in range(0, len(set_lines), 25)]
        source = "\n".join(
            line for number, page in enumerate(pages) for line in [*page, *(mark.format(number) for mark in page_end)]
        )
        read = lines(source)
        assert len([line for line in whole if line not in read]) <= len(whole) / 100 + 1, (width, indent, page_end)


PROSE = "各县（市）区、各有关部门要切实加强组织领导，健全工作机制，细化任务分工，强化督促检查，确保各项措施落到实处、取得实效"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # a page ended inside a sentence
        (
            "到2025年，全区单位地区生产总值能耗较2020年下降20.8%，氮氧化物、挥发性有机物、化学需\n\n氧量、氨氮减排量分别达到1196吨、2065吨。",
            ["到2025年，全区单位地区生产总值能耗较2020年下降20.8%，氮氧化物、挥发性有机物、化学需氧量、氨氮减排量分别达到1196吨、2065吨。"],
        ),
        (
            "推动重点行业节能改造，提升能效水平。（区发展改革局、区水务局、区\n\n市场监管局等按职责分工负责）",
            ["推动重点行业节能改造，提升能效水平。（区发展改革局、区水务局、区市场监管局等按职责分工负责）"],
        ),
        (
            "完善城乡物流配送体系建设，强化快递包装绿色治理，\n\n\n建设邮政业绿色网点。",
            ["完善城乡物流配送体系建设，强化快递包装绿色治理，建设邮政业绿色网点。"],
        ),
        # something new begins
        (f"{PROSE}\n\n（一）加强领导。", [PROSE, "（一）加强领导。"]),
        (f"{PROSE}\n\n责任单位：市发改委", [PROSE, "责任单位：市发改委"]),
        (f"{PROSE}\n\n附件：任务分工表", [PROSE, "附件：任务分工表"]),
        (f"{PROSE}\n2022年3月9日", [PROSE, "2022年3月9日"]),
        (f"{PROSE}。\n\n有关部门要加强指导。", [f"{PROSE}。", "有关部门要加强指导。"]),
        ("抄送：区委各部门，区人大办，区政协办，区人武部，区法院，\n\n      区检察院。",
         ["抄送：区委各部门，区人大办，区政协办，区人武部，区法院，", "区检察院。"]),
        # lists without full stops are lists
        (
            "\n".join(f"{word}重点用能单位节能管理，健全能耗在线监测系统，推动开展节能诊断和能源审计，提升能源利用效率" for word in "甲乙丙丁"),
            [f"{word}重点用能单位节能管理，健全能耗在线监测系统，推动开展节能诊断和能源审计，提升能源利用效率" for word in "甲乙丙丁"],
        ),
        # verse
        ("白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。", ["白日依山尽，", "黄河入海流。", "欲穷千里目，", "更上一层楼。"]),
        # names of about the same length
        (
            "\n".join(["中国人民银行营口市中心支行国库会计科科长某某同志"] * 5),
            ["中国人民银行营口市中心支行国库会计科科长某某同志"] * 5,
        ),
    ],
)  # fmt: skip
def test_page_breaks_and_lists(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


BODY = [
    "一、总体要求",
    "各级各部门要提高政治站位，坚持节约优先，实施全面节约战略，持续降低单位产出能源资源消耗和碳排放，提高利用效率。",
    "（一）推动第一、二、三产业融合发展，统筹推进重点领域节能降碳，加快建立健全绿色低碳循环发展的经济体系，助力转型。",
    "（二）建立健全协调机制。强化部门联动和信息共享，及时研究解决工作中的困难和问题，重大事项按程序报告。",
]


def layout(width: int, indent: str) -> str:
    return "\n".join(line for paragraph in BODY for line in wrap(indent + paragraph, width))


@pytest.mark.parametrize("width", range(40, 84, 2))
@pytest.mark.parametrize("indent", ["　　", "    "])
def test_indented_paragraphs_of_any_width(width: int, indent: str) -> None:
    """A line can begin with 一、 or 二、 inside a sentence and end with 。 inside a paragraph."""
    assert lines(layout(width, indent)) == BODY


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("来宾市人民政府关于印发加快建立健\n全绿色低碳循环发展经济体系实施方案的通知\n各县（市、区）人民政府：\n", ""),
        ("", "\n\n                    江苏省人民政府办公厅\n                    2021年12月20日"),
        ("", "\n附件：1.重点任务分工表\n      2.主要指标表"),
        ("", "\n（此件公开发布）"),
        ("", "\n责任单位：市发展改革委、市工业和信息化局\n完成时限：2022年2月底前"),
    ],
)
def test_head_and_tail_are_left_alone(before: str, after: str) -> None:
    around = [line.strip() for line in (before + "\n" + after).split("\n") if line.strip()]
    read = lines(before + layout(60, "　　") + after)
    assert [line for line in read if line not in BODY] == around
    assert [line for line in read if line in BODY] == BODY
