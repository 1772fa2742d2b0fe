"""Characters on pages to paragraphs and tables: what geometry alone decides."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject

from made import as_pdf
from planparse.readers import read_bytes
from planparse.readers.page import Box, Glyph, Page
from planparse.readers.page_text import text_of

SIZE, LEFT, WIDE = 10.0, 50.0, 20  # points, points, characters a line


def line(words: str, y: float, indent: float = 0, size: float = SIZE) -> list[Glyph]:
    """A line of square characters; ``indent`` counts characters."""
    return [
        Glyph(sign, Box(left, y, left + size, y + size), size)
        for at, sign in enumerate(words)
        for left in (LEFT + (at + indent) * size,)
    ]


def page(*lines: tuple[str, float], rules: tuple[Box, ...] = (), pitch: float = 20, top: float = 100) -> Page:
    """A page of lines, each with its indent."""
    glyphs = [glyph for at, (words, indent) in enumerate(lines) for glyph in line(words, top + at * pitch, indent)]
    return Page(800, tuple(glyphs), rules)


FULL, REST = "全市单位地区生产总值能耗比二〇二〇年下降百", "分之十四，排放下降。"
PARAGRAPH = (("到二〇二五年，" + FULL[:11], 2.0), (FULL, 0.0), (REST, 0.0))
JOINED = PARAGRAPH[0][0] + FULL + REST


def test_a_paragraph_is_one_line() -> None:
    assert text_of([page(*PARAGRAPH, *PARAGRAPH)]).splitlines() == [JOINED, JOINED]


def test_a_page_end_cuts_no_paragraph() -> None:
    first, second = page(*PARAGRAPH, *PARAGRAPH[:2]), page(PARAGRAPH[2], *PARAGRAPH)
    assert text_of([first, second]).splitlines() == [JOINED] * 3


def test_a_full_last_line_ends_where_the_next_is_indented() -> None:
    lines = (*PARAGRAPH[:2], *PARAGRAPH)
    assert text_of([page(*lines)]).splitlines() == [PARAGRAPH[0][0] + FULL, JOINED]


@pytest.mark.parametrize("form", ["— {} —", "第{}页", "- {} -", "{}", "第 {} 页 共 9 页"])
def test_page_numbers_and_running_heads_are_dropped(form: str) -> None:
    pages = []
    for number in range(1, 5):
        sheet = page(*PARAGRAPH)
        furniture = [*line("某市人民政府公报", 30), *line(form.format(number).replace(" ", ""), 770, 9)]
        pages.append(sheet._replace(glyphs=(*furniture, *sheet.glyphs)))
    assert text_of(pages).splitlines() == [JOINED] * 4


def test_a_lone_number_in_the_margin_stays() -> None:
    sheet = page(*PARAGRAPH)
    assert "33" in text_of([sheet, sheet._replace(glyphs=(*line("33", 60), *sheet.glyphs))])


def grid(columns: int, rows: int, top: float = 300, wide: float = 60, high: float = 30) -> list[Box]:
    """The rules of a table."""
    level = [Box(LEFT, top + at * high, LEFT + columns * wide, top + at * high) for at in range(rows + 1)]
    upright = [Box(LEFT + at * wide, top, LEFT + at * wide, top + rows * high) for at in range(columns + 1)]
    return [*level, *upright]


def cells(*rows: tuple[str, ...], top: float = 300, wide: float = 60, high: float = 30) -> list[Glyph]:
    """Words in the fields of a grid."""
    return [
        glyph
        for y, row in enumerate(rows)
        for x, words in enumerate(row)
        for glyph in line(words, top + y * high + 8, (x * wide + 4) / SIZE)
    ]


ROWS = (("指标", "单位", "目标"), ("能耗", "％", "１４"), ("排放", "", "８"))


def test_a_ruled_table_gives_rows_of_cells() -> None:
    sheet = page(*PARAGRAPH)
    sheet = sheet._replace(glyphs=(*sheet.glyphs, *cells(*ROWS)), rules=tuple(grid(3, 3)))
    assert text_of([sheet]).splitlines() == [JOINED, *("\t".join(row) for row in ROWS)]


def test_rules_may_be_rectangles_around_each_cell() -> None:
    boxes = [Box(LEFT + x * 60, 300 + y * 30, LEFT + x * 60 + 60, 330 + y * 30) for x in range(3) for y in range(3)]
    assert text_of([Page(800, tuple(cells(*ROWS)), tuple(boxes))]).splitlines() == ["\t".join(row) for row in ROWS]


def test_a_merged_cell_has_its_words_once() -> None:
    rules = grid(3, 3)
    rules[1] = Box(LEFT + 60, 330, LEFT + 180, 330)  # the first two rows of the first column are one cell
    table = Page(800, tuple(cells(("", "单位", "目标"), ("能耗", "％", "１４"), ("排放", "", "８"))), tuple(rules))
    assert text_of([table]).splitlines() == ["能耗\t单位\t目标", "\t％\t１４", "排放\t\t８"]


def test_a_frame_around_text_is_no_table() -> None:
    sheet = page(*PARAGRAPH, rules=(Box(40, 80, 300, 200),))
    assert text_of([sheet]).splitlines() == [JOINED]


def test_two_lines_in_a_cell_are_one() -> None:
    table = [*cells(("指标", "目标")), *line("名称", 318, 0.4), *cells(("能耗", "８"), top=330)]
    rows = text_of([Page(800, tuple(table), tuple(grid(2, 2)))]).splitlines()
    assert rows == ["指标名称\t目标", "能耗\t８"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned(turn: int) -> None:
    text = "某市节能工作方案\n一、目标\n到2025年，全市单位地区生产总值能耗比2020年下降14%，化学需氧量排放总量下降8%。\n"
    page = PdfReader(BytesIO(as_pdf(text))).pages[0]
    writer = PdfWriter()
    writer.add_page(page)
    wide, high = float(page.mediabox.width), float(page.mediabox.height)
    turned = {
        0: (1, 0, 0, 1, 0, 0),
        90: (0, 1, -1, 0, high, 0),
        180: (-1, 0, 0, -1, wide, high),
        270: (0, -1, 1, 0, 0, wide),
    }
    writer.pages[0].add_transformation(turned[turn])
    if turn in (90, 270):
        writer.pages[0].mediabox.upper_right = (high, wide)
        writer.pages[0].cropbox.upper_right = (high, wide)
    writer.pages[0][NameObject("/Rotate")] = NumberObject(turn)
    stream = BytesIO()
    writer.write(stream)
    head = "某市人民政府公报\n"  # one page does not show that it is a running head
    assert read_bytes(stream.getvalue()).text == head + text
