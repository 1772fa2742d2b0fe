"""发文字号: the number of a document, wherever it stands.

GB/T 9704: the issuing body's short name, the year in 〔〕, the number and 号 (国发〔2021〕33号). Web copies
write the year in any bracket, and decrees and announcements have a bare number (第12号, 2021年第5号).
"""

import re

from planparse.document import Field, Line
from planparse.span import Span

_SHORT_NAME = r"[A-Za-z\u4e00-\u9fff](?:[A-Za-z\u4e00-\u9fff]|[（(][\u4e00-\u9fff]{1,4}[）)]){0,14}"
_YEAR = r"[〔\[［（(【〈](\d{4})[〕\]］）)】〉]"
NUMBER = rf"({_SHORT_NAME}){_YEAR}\s*(第?\d{{1,5}})\s*号"
_SERIAL = r"(?:\d{4}年)?第[\d一二三四五六七八九十百]{1,5}号"
_NUMBER = re.compile(NUMBER)
_OF_A_SENTENCE = re.compile("[。，《》；]|通知|意见|方案")
_BARE = re.compile(rf"[（(\[【]?({_SERIAL})[）)\]】]?")
_ROOM_FOR_OTHERS = 24  # 发文字号：, 签发人：李四, 特急, a bracket
_LONGEST = 60


def read_number(text: str) -> str | None:
    """The first document number in the words, its year in 〔〕; None if there is none.

    >>> read_number("（国发[2021]33号）")
    '国发〔2021〕33号'
    """
    found = _NUMBER.search(text)
    return f"{found[1]}〔{found[2]}〕{found[3]}号" if found else None


def number_line(line: Line) -> Field | None:
    """The document number of a line that holds nothing else but what a letterhead adds (签发人：…)."""
    if len(line.text) > _LONGEST or _OF_A_SENTENCE.search(line.text):
        return None
    if (found := _NUMBER.search(line.text)) and len(line.text) - len(found[0]) <= _ROOM_FOR_OTHERS:
        value = f"{found[1]}〔{found[2]}〕{found[3]}号"
    elif found := _BARE.fullmatch(line.text):
        value = found[1]
    else:
        return None
    return Field(value, Span(line.span.start + found.start(), line.span.start + found.end()))
