"""Files that are damaged, protected, hostile or not what their name says: one clear line each, no crash, no hang."""

import struct
import sys
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from made import as_docx, as_html, as_ofd, as_pdf, zipped
from planparse.readers import UnreadableInput, read_bytes

NOTICE = (
    "某市节能工作方案\n一、目标\n到2025年，全市单位地区生产总值能耗下降14%，化学需氧量排放总量下降8%。\n"
    "二、任务\n（一）工业节能。推进钢铁、水泥行业改造，淘汰落后产能。（市发展改革委、市工业和信息化局负责）\n"
    "（二）建筑节能。城镇新建建筑全面执行绿色建筑标准，推进既有建筑改造。（市住房城乡建设局负责）\n"
)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))
BOMB = (
    '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&%s;</w:t></w:r></w:p></w:body></w:document>'


def protected_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(as_pdf(NOTICE))))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def scan() -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream)
    for _ in range(3):
        canvas.rect(10, 10, 500, 700, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def docx_with(document: str) -> bytes:
    """A Word document whose text is replaced."""
    with ZipFile(BytesIO(as_docx(NOTICE))) as sound:
        return zipped({name: sound.read(name) for name in sound.namelist()} | {"word/document.xml": document})


def zip_bomb(name: str) -> bytes:
    """One entry that unpacks to 300 million bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w", 8) as container, container.open(name, "w") as entry:
        for _ in range(300):
            entry.write(b" " * 1_000_000)
    return stream.getvalue()


def lying_bomb() -> bytes:
    """A bomb whose directory says that it is small."""
    bomb = bytearray(zip_bomb("word/document.xml"))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = bomb.index(mark) + at
        bomb[place : place + 4] = struct.pack("<I", 1000)
    return bytes(bomb)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # a compound file, [MS-CFB]

BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "a truncated DOCX": (lambda: as_docx(NOTICE)[:-3000], "damaged or cut off"),
    "a truncated PDF": (lambda: as_pdf(NOTICE)[:300], "damaged or cut off"),
    "a truncated OFD": (lambda: as_ofd(NOTICE)[:-60], "damaged or cut off"),
    "a protected PDF": (protected_pdf, "protected by a password"),
    "a PDF that is a scan": (scan, "no text layer"),
    "a PDF without pages": (lambda: written(PdfWriter()), "no pages"),
    "a PDF in name only": (lambda: b"%PDF-1.7\nhello", "damaged or cut off"),
    "a bomb like a DOCX": (lambda: zip_bomb("word/document.xml"), "far more than a notice can hold"),
    "a bomb that lies": (lying_bomb, "damaged or cut off"),
    "a bomb like an OFD": (lambda: zip_bomb("OFD.xml"), "far more than a notice can hold"),
    "a ZIP that is no DOCX": (lambda: zipped({"a.txt": "hello"}), "ZIP container"),
    "a DOCX of one entry": (lambda: zipped({"word/document.xml": "<a/>"}), "damaged or cut off"),
    "a DOCX without text": (lambda: as_docx(""), "holds no text"),
    "laughs in a DOCX": (lambda: docx_with(BOMB + BODY % "j"), "declares XML entities"),
    "an outside entity in a DOCX": (lambda: docx_with(OUTSIDE + BODY % "a"), "declares XML entities"),
    "laughs in an OFD": (lambda: zipped({"OFD.xml": BOMB + "<a>&j;</a>"}), "declares XML entities"),
    "an OFD without its document": (
        lambda: zipped({"OFD.xml": "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"}),
        "damaged or cut off",
    ),
    "an OFD without pages": (lambda: zipped({"OFD.xml": "<OFD/>"}), "no text"),
    "an image": (lambda: PNG, "PNG image"),
    "HTML without text": (lambda: b"<html><body><script>load()</script></body></html>", "no text"),
    "HTML of menus": (lambda: b"<html><body><nav>menu</nav></body></html>", "no text"),
    "a DOCX of 6 MB of text": (
        lambda: docx_with((BODY % "#19968").replace("&#19968;", "一" * 2_000_000)),
        "MB of text",
    ),
    "an HTML page of 30 MB": (lambda: b"<html><p>" + b"a" * 30_000_000, "more than 20 MB"),
    "HTML nested too deep": (lambda: b"<html><body>" + b"<div>" * 50_000 + b"text", "deeper than any notice"),
    "an old document": (lambda: OLE + bytes(4000), "LibreOffice"),
    "an old spreadsheet": (lambda: OLE + "Workbook".encode("utf-16-le") + bytes(400), "this is a spreadsheet"),
    "an old presentation": (
        lambda: OLE + "PowerPoint Document".encode("utf-16-le") + bytes(400),
        "this is a presentation",
    ),
    "a document with a spreadsheet in it": (
        lambda: OLE + "WordDocument".encode("utf-16-le") + "Workbook".encode("utf-16-le") + bytes(400),
        "LibreOffice",
    ),
    "an RTF document": (lambda: b"{\\rtf1\\ansi hello}", "LibreOffice"),
    "a protected DOCX": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "protected by a password",
    ),
}


@pytest.mark.parametrize("name", list(BAD))
def test_bad_files_are_refused_in_one_line(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # where there is no LibreOffice
    make, words = BAD[name]
    with pytest.raises(UnreadableInput) as refused:
        read_bytes(make(), "notice.txt")
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_nested_html_keeps_its_text() -> None:
    page = "<html><body>" + "<div>" * 1000 + "到2025年，全市能耗下降14%。" + "</div>" * 1000 + "</body></html>"
    assert read_bytes(page.encode()).text == "到2025年，全市能耗下降14%。\n"


@pytest.mark.parametrize(("encoding", "name"), [("gb2312", "gb18030"), ("gbk", "gb18030"), ("utf-8", "utf-8")])
def test_the_encoding_that_a_page_declares(encoding: str, name: str) -> None:
    decoded = read_bytes(as_html(NOTICE, encoding=encoding))
    assert decoded.text == NOTICE
    assert decoded.encoding == name


def test_a_page_that_declares_the_wrong_encoding() -> None:
    page = as_html(NOTICE).replace(b'charset="utf-8"', b'charset="gb2312"')
    assert read_bytes(page).text == NOTICE


def test_content_decides_and_not_the_name() -> None:
    assert read_bytes(as_pdf(NOTICE), "notice.txt").media_type == "application/pdf"
    assert read_bytes(NOTICE.encode(), "notice.pdf").media_type == "text/plain"
    assert read_bytes(as_html(NOTICE), "notice").media_type == "text/html"


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "planparse.readers.pdf", raising=False)
    with pytest.raises(UnreadableInput, match=r'pip install "planparse\[pdf\]"'):
        read_bytes(as_pdf(NOTICE))


@pytest.mark.parametrize("make", [as_html, as_docx, as_pdf, as_ofd])
@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_read_or_refused(make: Callable[[str], bytes], seed: int) -> None:
    chance = Random(seed)
    sound = make(NOTICE)
    for _ in range(12):
        said = outcome(damaged(sound, chance))
        assert "\n" not in said
        said.encode("utf-8")


def outcome(data: bytes) -> str:
    """The reason why a file is refused, or the first line of its text."""
    try:
        return read_bytes(data).text.strip("\n").partition("\n")[0]
    except UnreadableInput as refused:
        return str(refused)


def damaged(data: bytes, chance: Random) -> bytes:
    """A copy with bytes changed, lost and doubled; inside a ZIP container, those of its XML."""
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as sound:
            entries = {name: sound.read(name) for name in sound.namelist()}
        hit = chance.choice([name for name in entries if name.endswith(".xml")])
        return zipped(entries | {hit: damaged(entries[hit], chance)})
    copy = bytearray(data)
    for _ in range(chance.choice([1, 5, 40])):
        at = chance.randrange(len(copy))
        copy[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
    return bytes(copy)


def test_controls_in_a_page_are_no_fault() -> None:
    page = as_html(NOTICE).replace("二、任务".encode(), "二、任务<script>x</script>&#1;&#xFFFE;\v".encode())
    assert "二、任务" in read_bytes(page).text


@pytest.mark.parametrize(("halves", "text"), [("\ud842\udfb7", "𠮷"), ("\ud842", "\ufffd")])
def test_halves_of_characters(halves: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from planparse.readers import pdf

    monkeypatch.setattr(pdf, "text_of", lambda pages: halves)
    assert read_bytes(as_pdf(NOTICE)).text == text
