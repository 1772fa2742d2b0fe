"""DOCX: the numbers that Word shows, and what stands in which line."""

from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from planparse.readers import read_bytes
from planparse.readers.word_numbers import number_word

W = nsdecls("w")


@pytest.mark.parametrize(
    ("form", "number", "words"),
    [
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("japaneseCounting", 31, "三十一"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 2, "乙"),
        ("ideographZodiac", 12, "亥"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("cardinalText", 4, "4"),
    ],
)
def test_forms_of_numbers(form: str, number: int, words: str) -> None:
    assert number_word(form, number) == words


def text_of(document: Document) -> list[str]:
    """The lines that the reader gives."""
    stream = BytesIO()
    document.save(stream)
    return read_bytes(stream.getvalue()).text.splitlines()


def with_list(levels: str, *, start: str = "") -> Document:
    """A document with one list, number 900."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="900">{levels}</w:abstractNum>'))
    for number in (900, 901):
        numbering.append(
            parse_xml(
                f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="900"/>{start if number == 901 else ""}</w:num>'
            )
        )
    return document


def level(at: int, form: str, words: str, more: str = "") -> str:
    """One level that starts at 1."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{words}"/></w:lvl>'
    )


def add(document: Document, words: str, at: int, number: int = 900) -> None:
    """A numbered paragraph."""
    properties = document.add_paragraph(words)._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'))


THREE = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
)


def test_levels_count_on_and_begin_anew() -> None:
    document = with_list(THREE)
    for words, at in (
        ("总体要求", 0),
        ("主要目标", 0),
        ("工业", 1),
        ("钢铁", 2),
        ("水泥", 2),
        ("建筑", 1),
        ("绿色建筑", 2),
    ):
        add(document, words, at)
    document.add_paragraph("正文。")
    add(document, "保障", 0)
    expected = [
        "一、总体要求",
        "二、主要目标",
        "（一）工业",
        "1.钢铁",
        "2.水泥",
        "（二）建筑",
        "1.绿色建筑",
        "正文。",
        "三、保障",
    ]
    assert text_of(document) == expected


def test_lists_on_one_abstract_list_count_on_unless_one_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for start, numbers in (("", "一二三四"), (anew, "一二一二")):
        document = with_list(THREE, start=start)
        for number in (900, 900, 901, 901):
            add(document, "节", 0, number)
        assert text_of(document) == [f"{sign}、节" for sign in numbers]


def test_a_style_numbers_its_paragraphs() -> None:
    document = with_list(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="Heading1"/>')
        + level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="Heading2"/>')
    )
    for name in ("Heading 1", "Heading 2"):
        style = document.styles[name].element
        style.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="900"/></w:numPr>'))
    document.add_paragraph("目标", style="Heading 1")
    document.add_paragraph("工业", style="Heading 2")
    assert text_of(document) == ["一、目标", "（一）工业"]


def test_numbers_of_several_levels_bullets_and_none() -> None:
    document = with_list(
        level(0, "chineseCounting", "第%1章")
        + level(1, "decimal", "%1.%2", "<w:isLgl/>")
        + level(2, "bullet", "\uf0b7")
        + level(3, "none", "")
    )
    for words, at in (("总则", 0), ("范围", 1), ("甲", 2), ("乙", 3)):
        add(document, words, at)
    assert text_of(document) == ["第一章 总则", "1.1 范围", "●甲", "乙"]


def test_merged_cells_text_boxes_changes_and_breaks() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("周村区人民政府")
    paragraph._p.append(
        parse_xml(
            f'<w:r {W}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r>'
            "<w:t>周政发〔2018〕3号</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )
    changed = document.add_paragraph("到2020年")._p
    changed.append(parse_xml(f"<w:ins {W}><w:r><w:t>下降15%</w:t></w:r></w:ins>"))
    changed.append(parse_xml(f"<w:del {W}><w:r><w:delText>下降14%</w:delText></w:r></w:del>"))
    table = document.add_table(3, 3)
    for at, words in enumerate("甲乙丙丁戊己庚辛壬"):
        table.cell(at // 3, at % 3).text = words
    table.cell(0, 0).merge(table.cell(0, 1)).text = "指标"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "能耗"
    assert text_of(document) == [
        "周村区人民政府",
        "周政发〔2018〕3号",
        "到2020年下降15%",
        "指标\t\t丙",
        "能耗\t戊\t己",
        "\t辛\t壬",
    ]
