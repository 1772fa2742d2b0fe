"""Numbers as notices write them: 1,754, 20.8, 三, 二十五, 百分之七."""

from decimal import Decimal

from planparse import patterns

_DIGITS = {
    digit: value
    for value, digits in enumerate(("〇零○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for digit in digits
}
_PLACES = {"十": 10, "百": 100, "千": 1000}

ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_LONGEST = 20  # characters; no figure of a notice is longer, and programs that read the output hold no such number
CHINESE = "[〇零○一二两三四五六七八九十百千]+"


def read_numeral(text: str) -> Decimal | None:
    """The value of an Arabic or Chinese numeral without its unit; None if it is none.

    >>> read_numeral("1,754"), read_numeral("二十五"), read_numeral("两"), read_numeral("五五")
    (Decimal('1754'), Decimal('25'), Decimal('2'), None)
    """
    if len(text) > _LONGEST:
        return None
    if patterns.fullmatch(ARABIC, text):
        return Decimal(text.replace(",", ""))
    value = _read_chinese(text)
    return None if value is None else Decimal(value)


def read_year(text: str) -> int | None:
    """A year written in four digits, Arabic or Chinese (2025, 二〇二五); None if it is none."""
    if patterns.fullmatch(r"\d{4}", text):
        return int(text)
    if len(text) == 4 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    return None


def _read_chinese(text: str) -> int | None:
    """Place-value reading up to thousands: 三百二十 is 320, 十二 is 12; digits side by side are none."""
    total, digit = 0, None
    lowest = 10_000
    for char in text:
        if char in _PLACES:
            place = _PLACES[char]
            if place >= lowest or (digit is None and total):
                return None
            total += (1 if digit is None else digit) * place
            lowest, digit = place, None
        elif char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        else:
            return None
    return total + (digit or 0) if text else None
