"""One form for each mark, letter and digit.

Digits, Latin letters and signs are half width (％ → %, ． → .); brackets and the marks ，；：！？～ are full
width where they stand in Chinese text: “下降5%,人均(综合)能耗” → “下降5%，人均（综合）能耗”. Half width stay
the marks of a number or of Latin text (1,234; 10:30; “A, B”; web addresses). Compatibility forms, such as
㈠, ⒈, ﹒ and the radicals that PDF extraction gives (⼯ for 工), become what NFKC makes of them. Units and
numerals that carry their own sense (㎡, ℃, ①, Ⅱ) stay, and so do quotation marks, dashes and dots. In a text that ends
its sentences with points (本方案.一、总体要求) these are full stops.
"""

import re
import unicodedata
from collections.abc import Iterator

from planparse import patterns
from planparse.span import Span
from planparse.text import Edit, Text

_WIDE = str.maketrans("(),:;!?[]~", "（），：；！？［］～")
_ALWAYS_WIDE = frozenset("()[]~")

_FULL_WIDTH = "\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff3a\uff3c\uff3e-\uff5d"
_PUNCTUATION_FORMS = "\ufe10-\ufe19\ufe35-\ufe44\ufe50-\ufe6b\uff61-\uff64"  # vertical, small, half width
_NUMBER_FORMS = "\u2474-\u249b\u3220-\u3229"  # ⑴ ⒈ ㈠
_IDEOGRAPH_FORMS = "\u2f00-\u2fd5\uf900-\ufaff"  # Kangxi radicals, compatibility ideographs
_CANDIDATE = patterns.compile(rf"[.(),:;!?\[\]~：{_FULL_WIDTH}{_PUNCTUATION_FORMS}{_NUMBER_FORMS}{_IDEOGRAPH_FORMS}]")
_ADDRESS = patterns.compile(r"(?:https?://|www\.)[\w./?%&=#~+:@!$*;-]*[\w/=&%#]", re.ASCII | re.IGNORECASE)
_GROUP = patterns.compile(r"\d{3}(?!\d)")  # the thousands after a comma
_POINT_STOP = patterns.compile(r"(?<=[\u4e00-\u9fff)）%”\"》])[.．](?![A-Za-z.．])")
_FEW = 2
_HEADING_NUMBER = patterns.compile(r"\s*[(（]?(?:第?[一二三四五六七八九十百]+|\d+)[)）]?$")
_LATIN_WORD = patterns.compile("[ \u00a0]+[A-Za-z]")


def edit_width(text: Text) -> Iterator[Edit]:
    """Each character that has another form here."""
    chars = text.chars
    addresses = [found.span() for found in _ADDRESS.finditer(chars)]
    stops = _point_stops(chars)
    for found in _CANDIDATE.finditer(chars):
        at = found.start()
        while addresses and addresses[0][1] <= at:
            addresses.pop(0)
        if addresses and addresses[0][0] <= at:
            continue
        form = "。" if at in stops else _form(chars, at)
        if form != found[0]:
            yield Edit(Span(at, at + 1), form, "width")


def _point_stops(chars: str) -> frozenset[int]:
    """Where points end sentences; nowhere in a text that has as many full stops, or few points."""
    points = [found.start() for found in _POINT_STOP.finditer(chars)]
    if len(points) <= max(_FEW, chars.count("。")):
        return frozenset()
    return frozenset(at for at in points if not _HEADING_NUMBER.match(chars, chars.rfind("\n", 0, at) + 1, at))


def _form(chars: str, at: int) -> str:
    mark = chars[at]
    if mark in ",:;!?：":
        return _mark_form(chars, at)
    if mark in _ALWAYS_WIDE:
        return mark.translate(_WIDE)
    return unicodedata.normalize("NFKC", mark).translate(_WIDE)


def _mark_form(chars: str, at: int) -> str:
    """The form of a mark that numbers and Latin text use too."""
    mark, before, after = chars[at], chars[at - 1 : at], chars[at + 1 : at + 2]
    if mark in ":：" and before.isdecimal() and after.isdecimal():
        return ":"
    if mark == "," and before.isdecimal() and _GROUP.match(chars, at + 1):
        return ","
    if before.isascii() and before.isalpha() and _LATIN_WORD.match(chars, at + 1):
        return mark
    return mark.translate(_WIDE)
