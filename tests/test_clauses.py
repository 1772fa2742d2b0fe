"""Sentences and clauses; what stands in brackets and quotes divides nothing."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planparse.clauses import blank, sentences
from planparse.span import Span


def cut(text: str) -> list[list[str]]:
    return [[clause.text for clause in s.clauses] for s in sentences(text, Span(0, len(text)))]


def test_marks_divide() -> None:
    assert cut("甲，乙；丙。丁：戊\n己") == [["甲", "乙", "丙"], ["丁", "戊"], ["己"]]


def test_brackets_and_quotes_do_not() -> None:
    assert cut("园区（甲，乙。丙）6个，《丁。戊》“己，庚”") == [["园区（甲，乙。丙）6个", "《丁。戊》“己，庚”"]]


def test_an_unclosed_bracket_swallows_nothing() -> None:
    assert cut("甲（乙，丙。丁") == [["甲（乙", "丙"], ["丁"]]


def test_a_ratio_is_no_colon() -> None:
    assert cut("比例达到4：1，其余：不变") == [["比例达到4：1", "其余", "不变"]]


@given(st.text(alphabet="甲乙（）〔〕“”《》，。；：\n1", max_size=60))
def test_blank_keeps_the_length_and_clauses_lie_in_order(text: str) -> None:
    plain = blank(text)
    assert len(plain) == len(text)
    spans = [clause.span for s in sentences(text, Span(0, len(text))) for clause in s.clauses]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[span.start : span.end].strip() for span in spans)
