"""Headings and their numbers, outlines that are none, repeats, tables: what structure makes of the lines of a plan."""

import pytest

from planparse.structure import take_apart
from planparse.structure.lines import split_lines
from planparse.structure.outlines import without_outlines
from planparse.structure.repeats import find_repeats
from planparse.structure.sections import find_headings
from planparse.structure.tables import find_tables

PROSE = "坚持问题导向和目标导向相统一，完善工作机制，压实各方责任，确保各项任务按期完成并取得实效"


def headings(text: str) -> list[tuple[int, str | None, str]]:
    """Level, number and title of each heading."""
    found, _ = find_headings(split_lines(text))
    return [(heading.level, heading.number, heading.title) for heading in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（一）强化引领。组织开展工作。", [(2, "（一）", "强化引领")]),
        ("（一）强化引领\n组织开展工作。", [(2, "（一）", "强化引领")]),
        ("（一）工作目标：到2025年，建成10家。", [(2, "（一）", "工作目标")]),
        ("（一）强化“三大工程”建设，推进改革。开展工作。", [(2, "（一）", "强化“三大工程”建设，推进改革")]),
        ("（一）强化引领（责任单位：市教育局）。开展工作。", [(2, "（一）", "强化引领")]),
        ("（一）强化引领（市教育局牵头，市财政局配合）", [(2, "（一）", "强化引领")]),
        ("（一）修订《条例（草案）》。开展工作。", [(2, "（一）", "修订《条例（草案）》")]),
        ("一、\n总体要求\n坚持创新。", [(1, "一、", "总体要求")]),
        ("一、目标\n1.扩大供给。\n（1）建设。", [(1, "一、", "目标"), (3, "1.", "扩大供给"), (4, "（1）", "建设")]),
        ("1.扩大供给；\n2.提升质量；\n3.强化监管。", []),
        (
            "一、任务\n①靠近镇区的村，纳入管网；②分散的村，建设设施。\n二、保障",
            [(1, "一、", "任务"), (1, "二、", "保障")],
        ),
        (
            "一、任务\n（1）治污。建设管网；改造泵站。\n（2）增绿。",
            [(1, "一、", "任务"), (4, "（1）", "治污"), (4, "（2）", "增绿")],
        ),
        ("一、目标\n（1）规范；\n（2）培训。\n二、任务", [(1, "一、", "目标"), (1, "二、", "任务")]),
        (
            "第一章 总则\n第一条 为规范管理。\n第二章 附则\n第二条 施行。",
            [(1, "第一章", "总则"), (2, "第一条", "为规范管理"), (1, "第二章", "附则"), (2, "第二条", "施行")],
        ),
        (
            "第一章 基础\n一、成就\n（一）教育。\n第二章 要求",
            [(1, "第一章", "基础"), (2, "一、", "成就"), (3, "（一）", "教育"), (1, "第二章", "要求")],
        ),
        (
            "一、支持创建\n第一条 给予奖励。\n第二条 给予补助。",
            [(1, "一、", "支持创建"), (2, "第一条", "给予奖励"), (2, "第二条", "给予补助")],
        ),
        (
            "1总则\n1.1目的\n高效。\n1.2依据\n法律。\n2体系\n2.1机构",
            [(1, "1", "总则"), (2, "1.1", "目的"), (2, "1.2", "依据"), (1, "2", "体系"), (2, "2.1", "机构")],
        ),
        ("一、目标\n35、到2025年建成。", [(1, "一、", "目标")]),
        ("一、目标\n1.5万吨产能建成。\n一、二级医院接入。\n3家企业达标。", [(1, "一、", "目标")]),
    ],
)
def test_headings(text: str, expected: list[tuple[int, str | None, str]]) -> None:
    assert headings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a hole before the first numbered chapter, numbering that runs on
        ("总体要求\n（一）目标。\n产业升级\n（二）转型。\n三、节能\n（三）工业。", [("总体要求", 1), ("产业升级", 2)]),
        # a hole between chapters
        ("一、要求\n以人为本。\n主要任务\n（一）转型。\n三、保障\n加强领导。", [("主要任务", 2)]),
        # after the last numbered chapter, above a numbering that begins anew
        ("一、要求\n二、任务\n（一）转型。\n（二）升级。\n保障措施\n（一）领导。\n（二）督查。", [("保障措施", 3)]),
        # no chapter has a number
        ("总体要求\n以人为本。\n任务\n（一）转型。\n保障\n（一）领导。", [("总体要求", 1), ("任务", 2), ("保障", 3)]),
        # two holes, one short line: neither is taken
        ("一、要求\n主要任务\n（一）转型。\n四、保障\n加强领导。", []),
        # no hole: a short line is a line
        ("一、要求\n近期安排\n（一）转型。\n二、保障\n加强领导。", []),
    ],
)
def test_lost_numbers(text: str, expected: list[tuple[str, int]]) -> None:
    found, faults = find_headings(split_lines(text))
    assert [(heading.title, heading.ordinal) for heading in found if heading.number is None] == expected
    assert [fault.name for fault in faults].count("number-lost") == len(expected)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("一、甲\n（一）子。\n（二）丑。\n二、乙\n（三）寅。\n（四）卯。", []),
        ("一、甲\n（一）子。\n（二）丑。\n二、乙\n（一）寅。", []),
        ("一、甲\n二、乙\n四、丁", ["numbering-gap"]),
        ("一、甲\n二、乙\n二、丙\n三、丁", ["numbering-repeat"]),
        ("一、甲\n（一）子。\n（三）寅。\n（三）卯。", ["numbering-gap", "numbering-repeat"]),
        ("二、乙\n三、丙", ["numbering-gap"]),
    ],
)
def test_faults_of_numbering(text: str, faults: list[str]) -> None:
    assert [fault.name for fault in find_headings(split_lines(text))[1]] == faults


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("一、甲\n（一）子。开展。\n（二）丑。开展。\n（一）总体要求\n（二）主要任务", 2),
        ("一、甲\n开展。\n一、总体要求\n二、主要任务\n三、保障措施", 3),
        ("一、甲\n开展。\n二、保障措施\n（一）加强领导\n（二）强化督查", 0),
        ("目录\n一、甲......1\n二、乙......5\n一、甲\n开展。\n二、乙\n开展。", 3),
        ("目录\n前言\n一、甲\n前言\n开展。\n一、甲\n开展。", 3),
    ],
)
def test_outlines(text: str, left_out: int) -> None:
    lines = split_lines(text)
    kept, outline = without_outlines(lines)
    assert len(outline) == left_out
    assert sorted((*kept, *outline), key=lambda line: line.span) == list(lines)


def paragraphs(*numbers: int) -> str:
    """Paragraphs of prose, each with its own number in it."""
    return "\n".join(f"第{number}项任务：{PROSE}，建成{number}00家示范单位，{PROSE}。" for number in numbers)


@pytest.mark.parametrize(
    ("text", "repeats", "differences"),
    [
        (paragraphs(1, 2, 3, 4), 0, 0),
        (f"{paragraphs(1, 2, 3, 4)}\n{paragraphs(1, 2, 3, 4)}", 1, 0),
        (f"标题\n{paragraphs(1, 2, 3, 4)}\n标题\n{paragraphs(1, 2, 3, 4)}", 1, 0),
        (f"{paragraphs(1, 2, 3, 4)}\n" + paragraphs(1, 2, 3, 4).replace("建成300家", "建成900家"), 1, 1),
        (f"{paragraphs(1, 2, 3, 4)}\n插入一行\n{paragraphs(1, 2)}\n多出一行\n{paragraphs(3, 4)}", 1, 0),
        (f"{paragraphs(1)}\n短行\n{paragraphs(1)}", 0, 0),
        (f"{PROSE * 8}。\n短行\n{PROSE * 8}。", 1, 0),
        ("\n".join(f"任务{n}\n责任单位：{'市教育局、' * 40}市财政局\n完成时限：2025年底" for n in range(9)), 0, 0),
        ("\n".join("（一）加强领导。各级各部门要提高认识，压实责任，狠抓落实。" for _ in range(3)), 0, 0),
    ],
    ids=[
        "once",
        "twice",
        "title too",
        "number differs",
        "lines between",
        "one paragraph",
        "long one",
        "labels",
        "refrain",
    ],
)
def test_repeats(text: str, repeats: int, differences: int) -> None:
    found, notes = find_repeats(split_lines(text))
    assert len(found) == repeats
    assert [note.name for note in notes].count("copies-differ") == differences
    assert all(repeat.of.end <= repeat.span.start for repeat in found)
    assert all(repeat.exact == (not differences and "多出" not in text) for repeat in found)


def test_a_difference_names_the_words_of_both_copies() -> None:
    text = f"{paragraphs(1, 2, 3)}\n" + paragraphs(1, 2, 3).replace("建成200家", "建成500家")
    _, notes = find_repeats(split_lines(text))
    (note,) = (note for note in notes if note.name == "copies-differ")
    assert "“2”" in note.message
    assert "“5”" in note.message
    assert text[note.span.start : note.span.end] == "5"


def test_what_two_plans_share_is_no_repeat() -> None:
    head = "云山市人民政府关于印发专项行动方案的通知\n各县人民政府：\n现将方案印发给你们，请认真执行。\n云山市人民政府\n2020年1月2日\n"
    shared = f"一、要求\n{paragraphs(1, 2, 3, 4)}\n二、保障\n{paragraphs(5, 6)}"
    own = f"三、附则\n{paragraphs(7)}"
    text = f"{head}云山市节水专项行动方案\n{shared}\n云山市节电专项行动方案\n{shared}\n{own}"
    document = take_apart(text)
    assert [section.id for section in document.sections] == ["1", "2", "2/1", "2/2", "2/3"]
    assert not document.repeats


def test_a_copy_whose_title_differs_is_a_copy() -> None:
    plan = f"云山市节水行动方案\n为节水，制定本方案。\n一、要求\n{paragraphs(1, 2, 3, 4)}\n二、保障\n{paragraphs(5, 6)}"
    document = take_apart(f"{plan}\n{plan.replace('节水行动', '节水 行劝')}")
    assert [section.id for section in document.sections] == ["1", "2"]
    assert len(document.repeats) == 1


@pytest.mark.parametrize(
    ("text", "pairs", "header", "rows"),
    [
        ("指标\t目标\n能耗\t17\n水耗\t20", False, ("指标", "目标"), (("能耗", "17"), ("水耗", "20"))),
        ("指标\t2025年\n能耗\t17%", False, ("指标", "2025年"), (("能耗", "17%"),)),
        ("能耗\t17\n水耗\t20", False, (), (("能耗", "17"), ("水耗", "20"))),
        ("|指标|目标|\n|---|---|\n|能耗|17|", False, ("指标", "目标"), (("能耗", "17"),)),
        ("指标 | 目标 | 单位\n能耗 | 17 | 吨", False, ("指标", "目标", "单位"), (("能耗", "17", "吨"),)),
        ("能耗（%）\n17\n水耗（%）\n20.5", True, (), (("能耗（%）", "17"), ("水耗（%）", "20.5"))),
        ("序号\t任务\n甲\t乙", False, ("序号", "任务"), (("甲", "乙"),)),
    ],
)
def test_tables(text: str, pairs: bool, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    (table,) = find_tables(split_lines(text), (), None, pairs)
    assert (table.header, table.rows) == (header, rows)
    assert tuple(tuple(text[cell.start : cell.end] for cell in row) for row in table.cells) == rows


@pytest.mark.parametrize(
    "text",
    [
        "组长：张三\n副组长：李四",
        "能耗\n17\n说明文字",
        "一\t二",
        "首页 | 通知\n水务 | 17",
        "能耗（%）\n17\n水耗（%）\n20.5",
    ],
)
def test_no_table(text: str) -> None:
    assert not list(find_tables(split_lines(text), (), None, pairs=False))
