"""Citations: a row is a text and the titles and numbers that it cites."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.document import Document, Field, Head, Part, Reference, Section
from planparse.rules.references import find_references
from planparse.span import Span

OWN = "某市节能工作方案"


def document(chars: str, number: str | None = None) -> Document:
    own = number and Field(number, Span(chars.index(number), chars.index(number) + len(number)))
    head = Head(plan_title=Field(OWN, Span(0, 0)), document_number=own or None)
    return Document(chars, head, (Part("plan", 1, OWN, Span(0, len(chars))),), (), (), (), ())


def cited(references: tuple[Reference, ...]) -> list[tuple[str | None, str | None]]:
    return [(reference.title, reference.document_number) for reference in references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据《关于甲的通知》（国发〔2021〕33号）精神", [("关于甲的通知", "国发〔2021〕33号")]),
        ("根据《关于甲的通知》(国发[2021]33号)精神", [("关于甲的通知", "国发〔2021〕33号")]),
        ("根据《关于甲的通知》（国发（2021）33号）精神", [("关于甲的通知", "国发〔2021〕33号")]),
        ("根据国发〔2021〕33号《关于甲的通知》", [("关于甲的通知", "国发〔2021〕33号")]),
        ("按照《关于甲的意见》皖政办秘〔2021〕82号要求", [("关于甲的意见", "皖政办秘〔2021〕82号")]),
        ("《甲办法》《乙办法》、《丙办法》", [("甲办法", None), ("乙办法", None), ("丙办法", None)]),
        ("《〈甲条例〉实施细则》", [("〈甲条例〉实施细则", None)]),
        ("《关于印发《甲方案》的通知》（发改环资〔2020〕1号）", [("关于印发《甲方案》的通知", "发改环资〔2020〕1号")]),
        ("《节约能源法》（中华人民共和国主席令第77号）", [("节约能源法", "中华人民共和国主席令第77号")]),
        ("《甲目录》（2021年第5号公告）", [("甲目录", "2021年第5号公告")]),
        ("《甲办法（试行）》", [("甲办法（试行）", None)]),
        ("按照国发〔2021〕33号文件要求", [(None, "国发〔2021〕33号")]),
        ("按照国发〔2021〕33号、皖政〔2022〕5号文件", [(None, "国发〔2021〕33号"), (None, "皖政〔2022〕5号")]),
        (
            "《甲省通用目录》（以下简称《通用目录》）。执行《通用目录》。",
            [("甲省通用目录", None), ("甲省通用目录", None)],
        ),
        (
            "《关于甲的意见》（国发〔2021〕33号，以下简称《意见》）。《意见》提出",
            [("关于甲的意见", "国发〔2021〕33号"), ("关于甲的意见", "国发〔2021〕33号")],
        ),
        ("《甲意见》（试行）要求", [("甲意见", None)]),
        # a short name in a bracket of its own; one for several documents; a kind that only one cited document is
        ("《关于甲的意见》（国办发〔2020〕23号）（以下简称《意见》）", [("关于甲的意见", "国办发〔2020〕23号")]),
        (
            "《关于甲的意见》（国办发〔2020〕23号）（以下简称《意见》）。按《意见》",
            [("关于甲的意见", "国办发〔2020〕23号"), ("关于甲的意见", "国办发〔2020〕23号")],
        ),
        (
            "《甲规划》《乙规划》（以下统称《规划》）。落实《规划》",
            [("甲规划", None), ("乙规划", None), ("规划", None)],
        ),
        ("《关于甲的意见》要求。落实《意见》", [("关于甲的意见", None), ("关于甲的意见", None)]),
        (
            "《关于甲的意见》《关于乙的意见》。落实《意见》",
            [("关于甲的意见", None), ("关于乙的意见", None), ("意见", None)],
        ),
        ("《甲方案》提出。落实《方案》", [("甲方案", None), ("方案", None)]),  # the cited one or the plan itself
        # standards and decrees
        ("执行《甲定额》（GB/T 18916—2022）", [("甲定额", "GB/T 18916—2022")]),
        ("执行《甲标准》（DB44/26—2001）的较严值", [("甲标准", "DB44/26—2001")]),
        ("执行《甲规范》（JGJ 26-2018）", [("甲规范", "JGJ 26-2018")]),
        ("依据国务院令第743号执行", [(None, "国务院令第743号")]),
        (
            "根据《甲条例》（国务院令第641号）和住房城乡建设部令第21号",
            [("甲条例", "国务院令第641号"), (None, "住房城乡建设部令第21号")],
        ),
        # none
        ("《方案》明确提出", []),
        ("发布命令第1号井开工", []),
        (f"现将《{OWN}》印发给你们", []),
        (f"实施《{OWN}》（以下简称《方案》）。落实《方案》", []),
        ("现将《某市节能的工作方案》印发给你们，请认真执行。", []),
        ("《甲方案》《乙方案》等2个方案已经市政府同意，现印发给你们", []),
        ("为落实《甲意见》，现将《乙方案》印发给你们", [("甲意见", None)]),
        ("到2025年，“十四五”期间（2021—2025年）", []),
        ("未闭合《甲方案\n下一段》", []),
    ],
)
def test_references(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert cited(find_references(document(text))) == expected


def test_two_plans_that_one_notice_issues_are_no_citations() -> None:
    text = (
        "农业农村部关于印发《乙方案》和《丙方案》的通知\n我部制定了《乙方案》和《丙方案》，现印发给你们。落实《丁条例》"
    )
    source = document(text)
    title = Field(text.partition("\n")[0], Span(0, text.index("\n")))
    head = Head(title=title, plan_title=Field("乙方案", Span(0, 0)))
    assert cited(find_references(source._replace(head=head))) == [("丁条例", None)]


def test_the_notices_own_number_is_no_citation() -> None:
    text = "某政发〔2022〕1号\n根据《甲意见》（国发〔2021〕33号）"
    assert cited(find_references(document(text, "某政发〔2022〕1号"))) == [("甲意见", "国发〔2021〕33号")]


def test_a_citation_runs_to_the_end_of_its_numbers_bracket_and_knows_its_section() -> None:
    text = "一、要求\n按照《甲意见》（国发〔2021〕33号）执行。"
    section = Section("1", 1, "一、", "要求", Span(0, 4), Span(4, len(text)), Span(0, len(text)), 0)
    source = document(text)
    (reference,) = find_references(Document(source.chars, source.head, source.parts, (section,), (), (), ()))
    assert text[reference.span.start : reference.span.end] == "《甲意见》（国发〔2021〕33号）"
    assert reference.section_id == "1"


@given(
    st.lists(st.sampled_from([*"《》〈〉（）〔〕\n、甲", "2021", "号", "国发", "以下简称", "印发"]), max_size=40).map(
        "".join
    )
)
def test_citations_of_any_text_are_in_order_and_apart(text: str) -> None:
    references = find_references(document(text))
    for before, after in pairwise(references):
        assert before.span.end <= after.span.start
