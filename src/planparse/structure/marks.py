"""The marks that headings begin with: 一、 （一） 1. （1） and their like.

GB/T 9704 gives four levels (一、 （一） 1. （1）); regulations number by 编, 章, 节 and 条. A mark is
only a claim: whether its line is a heading is decided in ``headings``, from the order of the numbers.
"""

from typing import NamedTuple

from planparse import patterns
from planparse.lexicon.numerals import read_numeral

# Kinds from the outermost to the innermost.
KINDS = ("编", "章", "节", "条", "一、", "（一）", "1.", "（1）", "1）", "①")
CHAPTER_KINDS = KINDS[:4]
FIRST_KINDS = ("编", "章", "一、")
TOP_KINDS = (*FIRST_KINDS, "（一）")

_NUMERALS = frozenset("一二三四五六七八九十百〇零")
_AFTER_NUMBER = frozenset("、.．﹒")
_LONGEST_NUMBER = 5
_UNITS = {"编": "编", "篇": "编", "章": "章", "部分": "章", "节": "节", "条": "条"}
_NOT_A_UNIT = ("条件", "条例", "条款", "条约", "条目", "节目", "节点", "节约", "章程", "编制")
# 一、二级公路; 一、二、三产业: the numerals are a list inside the sentence.
_LIST_GOES_ON = frozenset("、和及至级类等期线批产季")
# 1.5万吨, 1、2号机组 are numbers; but 1.2025年底前…, 2.10月底前…, 1.5G网络 begin a heading.
_TITLE_FROM_DIGIT = patterns.compile(r"\d{4}年|\d{1,2}月|\d[GDK]")


class Mark(NamedTuple):
    """A heading's mark: its kind, its number's value, its words, and where the title begins after it."""

    kind: str
    ordinal: int
    number: str
    end: int


def read_mark(text: str) -> Mark | None:
    """The mark that a line begins with; None if it begins with none.

    >>> read_mark("（十二）推进农业农村节能。").ordinal, read_mark("1.5万吨"), read_mark("一、二级公路")
    (12, None, None)
    """
    first = text[:1]
    if first in "（(":
        return _in_brackets(text)
    if first in _NUMERALS:
        return _chinese(text)
    if first in "0123456789":
        return _arabic(text)
    if first == "第":
        return _of_a_chapter(text)
    return _mark("①", ord(first) - ord("①") + 1, text, 1) if "①" <= first <= "⑳" else None


def begins_with(text: str, kinds: tuple[str, ...]) -> bool:
    """Whether the line begins with a mark of one of the kinds."""
    mark = read_mark(text)
    return mark is not None and mark.kind in kinds


def _mark(kind: str, ordinal: int, text: str, end: int) -> Mark | None:
    number = text[:end].strip().replace("(", "（").replace(")", "）")
    return Mark(kind, ordinal, number, end) if ordinal else None


def _number_end(text: str, start: int) -> int:
    """Where the Chinese or Arabic numeral ends that begins at ``start``."""
    end = start
    numerals = _NUMERALS if text[start : start + 1] in _NUMERALS else frozenset("0123456789")
    while end < len(text) and text[end] in numerals:
        end += 1
    return end


def _value(text: str) -> int:
    """The numeral's value; 0 if it is none, or too long for a heading's number."""
    return int(read_numeral(text) or 0) if text and len(text) <= _LONGEST_NUMBER else 0


def _in_brackets(text: str) -> Mark | None:
    """（一） and （1）, with or without 、 after them."""
    close = _number_end(text, 1)
    if text[close : close + 1] not in ("）", ")"):
        return None
    kind = "（一）" if text[1] in _NUMERALS else "（1）"
    return _mark(kind, _value(text[1:close]), text, close + 1 + text.startswith("、", close + 1))


def _chinese(text: str) -> Mark | None:
    """一、 or 一. or 一 with white space after it."""
    end = _number_end(text, 0)
    divider = text[end : end + 1]
    if not divider or not (divider in _AFTER_NUMBER or divider.isspace()):
        return None
    goes_on = _number_end(text, end + 1)
    if end + 1 < goes_on < len(text) and text[goes_on] in _LIST_GOES_ON and text[end + 1] in _NUMERALS:
        return None
    return _mark("一、", _value(text[:end]), text, end + 1)


def _arabic(text: str) -> Mark | None:
    """1. or 1、 or 1）."""
    end = _number_end(text, 0)
    divider = text[end : end + 1]
    if end > 2 or not divider:
        return None
    if divider in "）)":
        return _mark("1）", _value(text[:end]), text, end + 1)
    if divider not in _AFTER_NUMBER or (
        text[end + 1 : end + 2].isdigit() and not _TITLE_FROM_DIGIT.match(text, end + 1)
    ):
        return None
    return _mark("1.", _value(text[:end]), text, end + 1)


def _of_a_chapter(text: str) -> Mark | None:
    """第一章, 第二节, 第三条, 第四部分."""
    end = _number_end(text, 1)
    for unit, kind in _UNITS.items():
        if text.startswith(unit, end) and not text.startswith(_NOT_A_UNIT, end):
            return _mark(kind, _value(text[1:end]), text, end + len(unit))
    return None
