"""Readers: bytes to text, with the encoding found and doubts told."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.readers import Decoded, UnreadableInput, read_bytes, read_file

SIMPLIFIED = "到2025年，全市单位地区生产总值能耗比2020年下降14.5%。\r\n各县（市）区人民政府，市政府各部门：\n"
TRADITIONAL = "到2025年，全市單位地區生產總值能耗比2020年下降14.5%。\r\n各縣（市）區人民政府，市政府各部門：\n"
NOTICES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))


@pytest.mark.parametrize(
    ("text", "data", "encoding"),
    [
        (SIMPLIFIED, SIMPLIFIED.encode(), "utf-8"),
        (SIMPLIFIED, codecs.BOM_UTF8 + SIMPLIFIED.encode(), "utf-8-sig"),
        (SIMPLIFIED, codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le"), "utf-16-le"),
        (SIMPLIFIED, codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"), "utf-16-be"),
        (SIMPLIFIED, codecs.BOM_UTF32_LE + SIMPLIFIED.encode("utf-32-le"), "utf-32-le"),
        (SIMPLIFIED, codecs.BOM_UTF32_BE + SIMPLIFIED.encode("utf-32-be"), "utf-32-be"),
        (SIMPLIFIED, SIMPLIFIED.encode("gb2312"), "gb18030"),
        (SIMPLIFIED, SIMPLIFIED.encode("gbk"), "gb18030"),
        (SIMPLIFIED + "㐂", (SIMPLIFIED + "㐂").encode("gb18030"), "gb18030"),
        (TRADITIONAL, TRADITIONAL.encode("gbk"), "gb18030"),
        (TRADITIONAL, TRADITIONAL.encode("big5"), "big5"),
        (TRADITIONAL + "邨埗", (TRADITIONAL + "邨埗").encode("big5hkscs"), "big5"),
        ("各区县人民政府：", "各区县人民政府：".encode("gbk"), "gb18030"),
        ("各區縣人民政府：", "各區縣人民政府：".encode("big5"), "big5"),
        ("", b"", "utf-8"),
        ("GDP 14.5%\r\n", b"GDP 14.5%\r\n", "utf-8"),
    ],
)
def test_encodings(text: str, data: bytes, encoding: str) -> None:
    decoded = read_bytes(data)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert not decoded.doubtful
    assert not decoded.undecodable


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-8-sig"])
def test_a_notice_reads_alike_in_each_encoding(path: Path, codec: str) -> None:
    text = path.read_bytes().decode("utf-8")
    decoded = read_bytes(text.encode(codec))
    assert decoded.text == text
    assert not decoded.doubtful


def test_bytes_that_fit_both_are_doubtful() -> None:
    decoded = read_bytes("鹿鸣".encode("gbk"))
    assert decoded.doubtful
    assert decoded.encoding in {"gb18030", "big5"}


@pytest.mark.parametrize(
    ("data", "encoding", "start"),
    [
        (SIMPLIFIED.encode() * 3 + b"\xe5\x85", "utf-8", SIMPLIFIED),  # cut in the middle of a character
        (SIMPLIFIED.encode() * 3 + b"\xff" + SIMPLIFIED.encode(), "utf-8", SIMPLIFIED),
        (SIMPLIFIED.encode("gbk") + b"\xff\xff" + SIMPLIFIED.encode("gbk"), "gb18030", SIMPLIFIED),
        (codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le") + b"\x00", "utf-16-le", SIMPLIFIED),
    ],
)
def test_undecodable_bytes(data: bytes, encoding: str, start: str) -> None:
    decoded = read_bytes(data)
    assert decoded.encoding == encoding
    assert decoded.undecodable
    assert decoded.text.startswith(start)
    assert "\ufffd" in decoded.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "DOCX"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"abc\x00def", "zero bytes"),
        ("甲\n".encode("utf-16-le"), "UTF-16"),
        ("到2025年\r\n".encode("utf-16-be"), "UTF-16"),
        (bytes(range(1, 9)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        read_bytes(data)


@given(st.binary(max_size=200))
@settings(deadline=None)  # what begins like RTF goes through LibreOffice, where it is installed
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = read_bytes(data)
    except UnreadableInput:
        return
    assert len(decoded.text) <= len(data)
    assert "\ufffd" in decoded.text or not decoded.undecodable


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=100))
def test_any_text_survives_utf8_and_utf16(text: str) -> None:
    assert read_bytes(codecs.BOM_UTF8 + text.encode()).text == text
    assert read_bytes(codecs.BOM_UTF16_LE + text.encode("utf-16-le")).text == text


def test_a_file_gives_name_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(b"\xef\xbb\xbfabc")
    assert read_file(path) == Decoded(
        "abc",
        "utf-8-sig",
        "text/plain",
        "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c",
        "通知.txt",
    )
