"""The same notice in other formats: files as offices make them, written by the tests.

DOCX has Word's automatic numbers (they are in no paragraph's text), HTML stands among menus and footers, PDF and OFD
have wrapped lines, page numbers and running heads. Lines of cells between tabs become tables.
"""

import re
from collections.abc import Mapping
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

_LEVELS = (
    (re.compile("([一二三四五六七八九十]{1,3})、"), "chineseCountingThousand", "%1、"),
    (re.compile("（([一二三四五六七八九十]{1,3})）"), "chineseCountingThousand", "（%2）"),
    (re.compile(r"(\d{1,2})[.．](?!\d)"), "decimal", "%3."),
)
_DIGITS = "零一二三四五六七八九"
_MARGIN, _SIZE, _PITCH = 80.0, 16.0, 28.0
_MM = 72 / 25.4
_CLOSING = "，、。；：！？）〕》”%"


def blocks_of(text: str) -> list[list[str]]:
    """Runs of table rows, and single lines."""
    lines = [_row(line) for line in text.split("\n") if line.strip()]
    return [
        block
        for is_table, run in groupby(lines, key=lambda line: "\t" in line)
        for block in ([list(run)] if is_table else [[line] for line in run])
    ]


def _row(line: str) -> str:
    """A line without the white space around it; a table row keeps its first, empty cells."""
    words = line.strip(" \u3000\r\t")
    return line.strip(" \u3000\r") if "\t" in words else words


def as_html(text: str, *, encoding: str = "utf-8", title: str = "") -> bytes:
    """A page of a government's site, with a menu, a list of links and a footer around the notice."""
    body = "".join(_html_block(block) for block in blocks_of(text))
    page = (
        f'<!DOCTYPE html>\n<html><head><meta charset="{encoding}"><title>{escape(title)}_某市人民政府</title>'
        '<style>.a{color:red}</style><script>var hidden = "到2099年，全市下降99%。";</script></head><body>'
        '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>'
        '<div class="layout"><div class="sidebar"><p>到2098年，栏目更新率达到98%。</p></div>'
        f'<div class="article"><div id="zoom">{body}</div></div></div>'
        '<ul><li><a href="/1">关于印发甲方案的通知</a></li><li><a href="/2">关于印发乙方案的通知</a></li>'
        '<li><a href="/3">关于印发丙方案的通知</a></li></ul>'
        '<div class="footer"><p>主办：某市人民政府，地址：某路1号，到2097年备案率达到97%。</p></div></body></html>'
    )
    return page.encode(encoding)


def _html_block(block: list[str]) -> str:
    if "\t" not in block[0]:
        return f"<p>{escape(block[0])}</p>\n"
    rows = ("".join(f"<td><p>{escape(cell)}</p></td>" for cell in line.split("\t")) for line in block)
    return "<table>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>\n"


def as_docx(text: str) -> bytes:
    """A Word document in which numbers that count on are automatic."""
    document = docx.Document()
    _define_lists(document)
    counts = [0, 0, 0]
    lists = 0
    for block in blocks_of(text):
        if "\t" in block[0]:
            _add_table(document, [line.split("\t") for line in block])
            continue
        level, rest = _numbered(block[0], counts)
        paragraph = document.add_paragraph(rest)
        if level is not None:
            lists = lists + 1 if level == 0 and counts[0] == 1 else lists
            _number(document, paragraph, level, max(lists, 1))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _numbered(line: str, counts: list[int]) -> tuple[int | None, str]:
    """The level of a line whose number is the next one of its level, and its words without the number."""
    for level, (pattern, _, _) in enumerate(_LEVELS):
        found = pattern.match(line)
        if found is None:
            continue
        number = _value(found[1])
        if number == counts[level] + 1 or (level == 0 and number == 1):
            counts[level] = number
            counts[level + 1 :] = [0] * (2 - level)
            return level, line[found.end() :]
    return None, line


def _value(words: str) -> int:
    if words.isdecimal():
        return int(words)
    tens, _, ones = words.rpartition("十")
    return (_DIGITS.index(tens) if tens else 1 if "十" in words else 0) * 10 + (_DIGITS.index(ones) if ones else 0)


def _define_lists(document: Document) -> None:
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
        for at, (_, form, words) in enumerate(_LEVELS)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="900">{levels}</w:abstractNum>'))
    for number in range(1, 30):
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="1"/></w:lvlOverride>' for at in range(3)
        )
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{900 + number}"><w:abstractNumId w:val="900"/>{starts}</w:num>')
        )


def _number(document: Document, paragraph: Paragraph, level: int, at: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{900 + at}"/></w:numPr>')
    )


def _add_table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), max(map(len, rows)))
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(at, column).text = words


class _Sheet:
    """Lays lines of 16 points on A4 and says what stands where; a paragraph is indented by two characters."""

    def __init__(self) -> None:
        registerFont(UnicodeCIDFont("STSong-Light"))
        self.pages: list[list[tuple[float, float, str]]] = [[]]
        self.rules: list[list[tuple[float, float, float, float]]] = [[]]
        self.y = _MARGIN + 20

    def step(self, needed: float = _PITCH) -> None:
        if self.y + needed > A4[1] - _MARGIN - 20:
            self.pages.append([])
            self.rules.append([])
            self.y = _MARGIN + 20

    def paragraph(self, words: str, indent: float) -> None:
        for at, line in enumerate(_wrapped(words, A4[0] - 2 * _MARGIN, indent)):
            self.step()
            self.pages[-1].append((_MARGIN + (0 if at else indent), self.y, line))
            self.y += _PITCH

    def table(self, rows: list[list[str]]) -> None:
        wide = (A4[0] - 2 * _MARGIN) / max(map(len, rows))
        for row in rows:
            cells = [_wrapped(cell, wide - 8, 0) for cell in row]
            height = max(map(len, cells)) * _PITCH * 0.8 + 8
            self.step(height)
            for column, lines in enumerate(cells):
                left = _MARGIN + column * wide
                self.rules[-1].append((left, self.y - 20, wide, height))
                self.pages[-1] += [(left + 4, self.y + at * _PITCH * 0.8, line) for at, line in enumerate(lines)]
            self.y += height
        self.y += _PITCH / 2


def _wrapped(words: str, width: float, indent: float) -> list[str]:
    lines, line, room = [], "", width - indent
    for piece in re.findall(rf"(?:[A-Za-z0-9.,%-]+|.)[{_CLOSING}]*", words):
        if line and stringWidth(line + piece, "STSong-Light", _SIZE) > room:
            lines.append(line)
            line, room = "", width
        line += piece
    return [*lines, line]


def _laid_out(text: str) -> _Sheet:
    sheet = _Sheet()
    for block in blocks_of(text):
        if "\t" in block[0]:
            sheet.table([line.split("\t") for line in block])
        else:
            ends = block[0][-1] in "。；！）)" or len(block[0]) > 30
            sheet.paragraph(block[0], 2 * _SIZE if ends or _LEVELS[0][0].match(block[0]) else 0)
    return sheet


def as_pdf(text: str) -> bytes:
    """A PDF with a text layer, a running head and page numbers."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    sheet = _laid_out(text)
    for number, (page, rules) in enumerate(zip(sheet.pages, sheet.rules, strict=True), 1):
        canvas.setFont("STSong-Light", 10)
        canvas.drawString(_MARGIN, A4[1] - 40, "某市人民政府公报")
        canvas.drawCentredString(A4[0] / 2, 40, f"— {number} —")
        canvas.setFont("STSong-Light", _SIZE)
        for x, y, line in page:
            canvas.drawString(x, A4[1] - y, line)
        for left, top, width, height in rules:
            canvas.rect(left, A4[1] - top - height, width, height)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def as_ofd(text: str) -> bytes:
    """An OFD file of the same sheets: millimetres, one TextCode a line."""
    sheet = _laid_out(text)
    names = [f"Pages/Page_{number}/Content.xml" for number in range(len(sheet.pages))]
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    area = f"<ofd:PhysicalBox>0 0 {A4[0] / _MM:.2f} {A4[1] / _MM:.2f}</ofd:PhysicalBox>"
    entries = {
        "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea>{area}</ofd:PageArea></ofd:CommonData>"
        + "<ofd:Pages>"
        + "".join(f'<ofd:Page ID="{at}" BaseLoc="{name}"/>' for at, name in enumerate(names))
        + "</ofd:Pages></ofd:Document>",
    }
    for number, name in enumerate(names):
        head = [(_MARGIN, 40, "某市人民政府公报"), (A4[0] / 2, A4[1] - 40, f"— {number + 1} —")]
        texts = "".join(_text_object(*line) for line in [*head, *sheet.pages[number]])
        paths = "".join(
            f'<ofd:PathObject Boundary="{" ".join(f"{value / _MM:.3f}" for value in rule)}"/>'
            for rule in sheet.rules[number]
        )
        entries[f"Doc_0/{name}"] = (
            f"<ofd:Page {space}><ofd:Content><ofd:Layer>{texts}{paths}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return zipped(entries)


def _text_object(x: float, y: float, line: str) -> str:
    steps = " ".join(f"{stringWidth(sign, 'STSong-Light', _SIZE) / _MM:.3f}" for sign in line[:-1])
    return (
        f'<ofd:TextObject Boundary="{x / _MM:.3f} {(y - _SIZE) / _MM:.3f} 150 8" Size="{_SIZE / _MM:.3f}">'
        f'<ofd:TextCode X="0" Y="{_SIZE / _MM:.3f}" DeltaX="{steps}">{escape(line)}</ofd:TextCode></ofd:TextObject>'
    )


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    """A ZIP container."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as container:
        for name, content in entries.items():
            container.writestr(name, content)
    return stream.getvalue()
