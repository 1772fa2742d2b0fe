"""Which encoding a plain text is in.

A byte order mark decides; else UTF-8, which other encodings hardly ever resemble; else GB18030 (it covers
GBK and GB2312) or Big5. Both of these take nearly any bytes, so the two readings are compared: a right one
is full of the commonest characters, a wrong one of rare, private and unassigned ones. Where that leaves doubt,
charset-normalizer is asked for a second opinion and the result is marked as doubtful.
"""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import regex

# Longer marks first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be", "utf-16-be"),
)
_LEGACY = {"gb18030": "gb18030", "big5": "big5hkscs"}  # name and codec: HKSCS extends Big5
_SAMPLE = 1 << 16

# The commonest characters and marks of official prose, simplified and traditional.
_COMMON = frozenset(
    "，。、；：（）“”《》的一是在和不了有大中人上为為以年月日要会會对對实實发發展工作建设設经經业業行市区區省县縣"
    "国國政府政策部门門单單位委局各级級关關于於通知方案提高加强強推进進到目标標项項全能生产產节節"
)
_CLEAR = 0.1  # share of common characters in a right reading: official prose has 0.3 and more
_RATIO = 3  # how many times more common characters the right reading has


class Encoding(NamedTuple):
    """``codec`` reads the bytes after the first ``skip``; ``name`` is what the output says."""

    name: str
    codec: str
    skip: int = 0
    doubtful: bool = False


def marked_encoding(data: bytes) -> Encoding | None:
    """The encoding that a byte order mark names, if there is one."""
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return Encoding(name, codec, len(mark))
    return None


def guess_encoding(data: bytes) -> Encoding:
    """The likeliest encoding of a text without a byte order mark."""
    return Encoding("utf-8", "utf-8") if _is_utf8(data) else _legacy_encoding(data)


def _is_utf8(data: bytes) -> bool:
    """Whether at most one in fifty characters beyond ASCII is damaged."""
    try:
        data.decode("utf-8")
        return True
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    foreign = sum(not c.isascii() for c in text)
    return text.count("\ufffd") * 50 <= foreign


def _legacy_encoding(data: bytes) -> Encoding:
    scores = {name: _familiarity(data[:_SAMPLE].decode(codec, "replace")) for name, codec in _LEGACY.items()}
    best, other = sorted(scores, key=lambda name: -scores[name])
    if scores[best] >= _CLEAR and scores[best] >= _RATIO * scores[other]:
        return Encoding(best, _LEGACY[best])
    name = _second_opinion(data[:_SAMPLE]) if scores[best] < _RATIO * scores[other] else best
    return Encoding(name or best, _LEGACY[name or best], doubtful=True)


def _familiarity(text: str) -> float:
    """The share of common characters among those beyond ASCII; impossible ones count against it."""
    foreign = [c for c in text if not c.isascii()]
    if not foreign:
        return 0.0
    common = sum(c in _COMMON for c in foreign)
    return max(0, common - len(_impossible().findall(text))) / len(foreign)


@cache
def _impossible() -> "regex.Pattern[str]":
    """Private, unassigned and control characters: what bytes of another encoding turn into, and no text holds.

    ``regex`` knows the Unicode categories, ``re`` does not; few files come this far.
    """
    import regex

    return regex.compile(r"[\p{Co}\p{Cn}\p{Cc}--[\t\r\n\f]]", regex.VERSION1)


def _second_opinion(data: bytes) -> str | None:
    """charset-normalizer's choice between the two; it is loaded only for texts in doubt."""
    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=list(_LEGACY)).best()
    return found.encoding if found and found.encoding in _LEGACY else None
