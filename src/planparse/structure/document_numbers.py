"""发文字号: the number of a document, wherever it stands.

GB/T 9704: the issuing body's short name, the year in 〔〕, the number and 号 (国发〔2021〕33号). Web copies
write the year in any bracket, and decrees and announcements have a bare number (第12号, 2021年第5号).
"""

from planparse import patterns
from planparse.document import Field, Line
from planparse.span import Span

_YEAR_AND_NUMBER = patterns.compile(r"[^\w\s](\d{4})[^\w\s]\s*(第?\d{1,5})\s*号")  # \w and \s: the class is cheap
_OPEN, _CLOSE = "〔[［（(【〈", "〕]］）)】〉"
_BARE = patterns.compile(r"(?:\d{4}年)?第\w{1,5}号")
_LONGEST_NAME = 20
_LONGEST_LINE = 60
_ROOM_FOR_OTHERS = 24  # 发文字号：, 签发人：李四, 特急, a bracket
_OF_A_SENTENCE = ("。", "，", "《", "；", "通知", "意见", "方案")


def read_number(text: str) -> Field | None:
    """The first document number in the words, its year in 〔〕 and its place among them; None if there is none.

    >>> read_number("（国发[2021]33号）").value
    '国发〔2021〕33号'
    """
    for found in _YEAR_AND_NUMBER.finditer(text):
        start = _name_start(text, found.start())
        if start < found.start() and text[found.start()] in _OPEN and text[found.end(1)] in _CLOSE:
            value = f"{text[start : found.start()]}〔{found[1]}〕{found[2]}号"
            return Field(value, Span(start, found.end()))
    return None


def _name_start(text: str, end: int) -> int:
    """Where the issuing body's short name begins that ends at ``end``: 国发, 发改环资, 苏（宁）发."""
    start = end
    while start and end - start < _LONGEST_NAME and (text[start - 1].isalpha() or text[start - 1] in "）)"):
        if text[start - 1] in "）)":
            start = max(text.rfind("（", 0, start), text.rfind("(", 0, start), 0) + 1
        start -= 1
    return start


def number_line(line: Line) -> Field | None:
    """The document number of a line that holds nothing else but what a letterhead adds (签发人：…)."""
    if len(line.text) > _LONGEST_LINE or "号" not in line.text or any(mark in line.text for mark in _OF_A_SENTENCE):
        return None
    number = read_number(line.text)
    if number and len(line.text) - len(number.span) <= _ROOM_FOR_OTHERS:
        return Field(number.value, number.span.shift(line.span.start))
    words = line.text.strip("（）()【】[]［］")
    if not _BARE.fullmatch(words):
        return None
    start = line.text.index(words)
    return Field(words, Span(start, start + len(words)).shift(line.span.start))
