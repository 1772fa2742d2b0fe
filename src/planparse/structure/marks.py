"""The marks that headings begin with: 一、 （一） 1. （1） and their like.

GB/T 9704 gives four levels (一、 （一） 1. （1）); regulations number by 编, 章, 节 and 条. A mark is
only a claim: whether its line is a heading is decided in ``headings``, from the order of the numbers.
"""

import re
from dataclasses import dataclass

from planparse.lexicon.numerals import read_numeral

# Kinds from the outermost to the innermost.
KINDS = ("编", "章", "节", "条", "一、", "（一）", "1.", "（1）", "1）", "①")
CHAPTER_KINDS = KINDS[:4]

_DIGITS = "一二三四五六七八九十百〇零"
_MARK = re.compile(
    rf"""
      第(?P<ordinal>[{_DIGITS}\d]{{1,5}})(?P<unit>编|篇|章|部分|节|条)(?![件例款约目])
    | (?P<cn>[{_DIGITS}]{{1,4}})(?:[、．﹒\s]|\.(?!\d))
    | [（(](?P<pcn>[{_DIGITS}]{{1,4}})[）)]、?
    | (?P<ar>\d{{1,2}})[.．﹒、]
    | [（(](?P<par>\d{{1,2}})[）)]、?
    | (?P<rp>\d{{1,2}})[）)]、?
    | (?P<circle>[①-⑳])
    """,
    re.VERBOSE,
)
_KIND = {"cn": "一、", "pcn": "（一）", "ar": "1.", "par": "（1）", "rp": "1）", "circle": "①"}
_UNIT = {"篇": "编", "部分": "章"}
# 一、二级公路; 一、二、三产业: the numerals are a list inside the sentence.
_NUMERAL_GOES_ON = re.compile(f"[{_DIGITS}]+(?:[、和及至级类等期线批]|产业|季度)")
# 1.5万吨, 1、2号机组; but 1.2025年底前…, 2.10月底前…, 1.5G网络 begin a heading.
_DIGIT_GOES_ON = re.compile(r"\d(?!\d{3}年|\d?月|[GDK])")


@dataclass(frozen=True, slots=True)
class Mark:
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
    found = _MARK.match(text)
    if not found:
        return None
    name = found.lastgroup if found.lastgroup != "unit" else "ordinal"
    assert name is not None
    if name == "cn" and _NUMERAL_GOES_ON.match(text, found.end()):
        return None
    if name == "ar" and _DIGIT_GOES_ON.match(text, found.end()):
        return None
    unit = found["unit"]
    kind = _UNIT.get(unit, unit) if unit else _KIND[name]
    ordinal = ord(found[name]) - ord("①") + 1 if name == "circle" else read_numeral(found[name])
    if not ordinal:
        return None
    number = found[0].replace("(", "（").replace(")", "）")
    return Mark(kind, int(ordinal), number, found.end())
