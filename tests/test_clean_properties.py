"""What cleaning must keep for any text."""

import gc
import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from planparse.clean import clean
from planparse.span import Span
from planparse.text import Text

ROOT = Path(__file__).parent
NOTICES = sorted([*(ROOT.parent / "samples").glob("*.txt"), *(ROOT / "notices").rglob("*.txt")])
CONVERTER = OpenCC("t2s")

# Scripts, widths, marks, white space of every kind, page furniture and pieces of prose.
PIECES = [
    *"一二三节能減排國國县，。；：、（）〔〕《》“”.,;:()[]!?~ab12％．＋１ａ㈠⒈⑴﹒⼯㎡①—-·\t 　\u00a0\u2003\n\n\r\f\u200b\ufeff"
]
PROSE = [
    "\r\n",
    "- 3 -\n",
    "2025年",
    "全市单位地区生产总值能耗，",
    "節能減排工作方案",
    "（一）加强领导。",
    "责任单位：",
    "10:30",
    "1,234",
    "http://a.cn",
]
TEXTS = st.lists(st.sampled_from(PIECES + PROSE), max_size=60).map("".join)


def fold(words: str) -> str:
    """The fold by which a quote is compared with its source: NFKC, simplified, no white space.

    In a text that ends its sentences with points these are full stops: the two count as one here.
    """
    return re.sub(r"\s+", "", CONVERTER.convert(unicodedata.normalize("NFKC", words))).replace("。", ".")


def is_whole(text: Text, span: Span) -> bool:
    """Whether no character of the source, such as ㈠, is cut by an end of the span."""
    return all(
        at in {0, len(text)} or text.source_span(Span(at - 1, at)) != text.source_span(Span(at, at + 1))
        for at in (span.start, span.end)
    )


def quote(text: Text, span: Span) -> str:
    return "".join(text.source[piece.start : piece.end] for piece in text.source_pieces(span))


@given(TEXTS, st.data())
@settings(max_examples=300)
def test_any_span_folds_like_its_source(source: str, data: st.DataObject) -> None:
    text = clean(Text.of(source)).text
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    span = Span(start, end)
    if is_whole(text, span):
        assert fold(quote(text, span)) == fold(text[span])


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_each_clause_of_a_notice_folds_like_its_source(path: Path) -> None:
    text = clean(Text.of(path.read_bytes().decode("utf-8"))).text
    clauses = [Span(*found.span()) for found in re.finditer("[^。；，\n]+", text.chars)]
    assert [fold(quote(text, span)) for span in clauses] == [fold(text[span]) for span in clauses]
    assert fold(quote(text, Span(0, len(text)))) == fold(text.chars)


@given(TEXTS)
def test_clean_lines_have_no_stray_white_space(source: str) -> None:
    chars = clean(Text.of(source)).text.chars
    assert not re.search(r"[^\S\n\t ]|\u200b|\ufeff", chars)
    assert all(line.lstrip("\t") == line.strip() for line in chars.split("\n"))  # empty cells open a row
    assert not re.search(r"  |[一-鿿] [0-9][年万]", chars)  # two tabs are an empty cell


@given(TEXTS)
def test_the_audit_tells_every_change(source: str) -> None:
    cleaned = clean(Text.of(source))
    for change in cleaned.changes():
        assert source[change.span.start : change.span.end] == change.before
        assert change.reason
    assert bool(cleaned.changes()) == (cleaned.text.chars != source)


LONG = {
    "white space": " ",
    "blank lines": " \n",
    "form feeds": "甲\f",
    "spaced characters": "中 ",
    "open brackets": "（",
    "digits": "1",
    "thousands": "1,",
    "page numbers": "- 3 -\n",
    "traditional without marks": "國乾",
    "addresses": "http://",
    "wrapped lines that never end": "中" * 39 + "，\n",
    "wrapped lines of open brackets": "（中" * 20 + "。\n",
    "short lines": "中\n",
    "dates": "2022年1月1日\n",
    "titles": "《" * 38 + "\n",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_time_grows_with_length(piece: str) -> None:
    """Four times the text takes four times as long, give or take; quadratic growth would take sixteen."""

    short, long = (Text.of(piece * (length // len(piece))) for length in (20_000, 80_000))
    rounds = [(seconds(short), seconds(long)) for _ in range(5)]  # in turn: a slow moment of the machine meets both
    assert min(taken for _, taken in rounds) < 9 * min(taken for taken, _ in rounds) + 0.02


def seconds(text: Text) -> float:
    """The processor's time for cleaning it once, without what other tests left to be collected."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        clean(text)
        return time.process_time() - start
    finally:
        gc.enable()
