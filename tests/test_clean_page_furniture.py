"""Page numbers, running headers and form feeds go; what only looks like them stays."""

import pytest

from planparse.clean import clean
from planparse.span import Span
from planparse.text import Text

PARAGRAPH = "各级各部门要提高政治站位，坚持节约优先，实施全面节约战略，持续降低能源资源消耗。" * 5


def lines(source: str) -> list[str]:
    return [line for line in clean(Text.of(source)).text.chars.split("\n") if line]


@pytest.mark.parametrize(
    "number",
    ["- 3 -", "— 12 —", "－3－", "-3-", "–3–", "·3·", "第 3 页 共 20 页", "第3页", "第三页", "第3页/共20页", "共 20 页 第 3 页",
     "Page 3 of 20", "page 3", "～ 3 ～", "—３—"],
)  # fmt: skip
def test_page_numbers_go(number: str) -> None:
    source = f"一、总体要求\n\n{number}\n\n二、主要目标\n{number}\n"
    assert lines(source) == ["一、总体要求", "二、主要目标"]


@pytest.mark.parametrize("line", ["3", "17", "10.3", "第3条", "2025年", "3/20", "—", "——————", "-3", "第一页面建设"])
def test_what_is_no_page_number_stays(line: str) -> None:
    assert line in lines(f"一、总体要求\n{line}\n二、主要目标")


def test_a_series_of_bare_numbers_a_page_apart_goes() -> None:
    assert lines("\n\n".join(f"{PARAGRAPH}\n\n{page}" for page in range(1, 5))) == [PARAGRAPH] * 4
    assert lines("\n\n".join(f"{PARAGRAPH}\n\n{page}/4" for page in range(1, 5))) == [PARAGRAPH] * 4


def test_a_column_of_numbers_stays() -> None:
    cells = [cell for number in range(1, 6) for cell in (str(number), "能耗强度降低")]
    assert lines("\n".join(cells)) == cells


def test_running_headers_go() -> None:
    page = "某市人民政府公报  2022年第{0}期\n" + PARAGRAPH + "\n- {0} -\n"
    assert lines("".join(page.format(number) for number in range(1, 5))) == [PARAGRAPH] * 4
    assert lines("\f".join(f"节能减排方案\n{PARAGRAPH}" for _ in range(4))) == [PARAGRAPH] * 4


def test_labels_that_repeat_stay() -> None:
    task = "1.制定方案。\n责任单位：市发改委\n完成时限：2022年2月底前\n"
    assert len(lines(task * 5 + "- 1 -\n" + task * 5 + "- 2 -\n")) == 30


def test_a_paragraph_over_a_page_end_is_whole_and_its_pieces_leave_the_number_out() -> None:
    source = f"{PARAGRAPH}新增绿色建筑面\n\n- 3 -\n\n积320万平方米，建成一批示范项目。"
    text = clean(Text.of(source)).text
    assert text.chars == f"{PARAGRAPH}新增绿色建筑面积320万平方米，建成一批示范项目。"
    at = text.chars.index("面积")
    pieces = text.source_pieces(Span(at, at + 2))
    assert [source[piece.start : piece.end] for piece in pieces] == ["面", "积"]


def test_pieces_over_a_page_end_between_paragraphs_leave_the_number_out() -> None:
    source = "甲。\n\n- 3 -\n\n乙。\f丙。"
    text = clean(Text.of(source)).text
    assert text.chars == "甲。\n乙。\n丙。"
    pieces = text.source_pieces(Span(0, len(text)))
    assert "".join(source[piece.start : piece.end] for piece in pieces).split() == ["甲。", "乙。", "丙。"]
