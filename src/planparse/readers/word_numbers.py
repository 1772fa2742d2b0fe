"""The forms in which Word writes a number (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def number_word(form: str, number: int) -> str:
    """``number`` in a form of Word: ``chineseCounting`` makes 十二 of 12; digits where the form is not known."""
    return _FORMS[form](number) if form in _FORMS and number > 0 else str(number)


def _chinese(number: int, digits: str = _DIGITS, units: str = "十百千", zero: str = "零") -> str:
    """一 to 九千九百九十九; 十二, not 一十二."""
    if number > 9999:
        return str(number)
    words = ""
    for place, digit in enumerate(reversed(str(number))):
        unit = units[place - 1] if place else ""
        words = digits[int(digit)] + unit + words if digit != "0" else zero + words
    while zero * 2 in words:
        words = words.replace(zero * 2, zero)
    words = words.rstrip(zero)
    return words[1:] if 10 <= number < 20 and digits is _DIGITS else words


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _series(first: str, most: int) -> Callable[[int], str]:
    """Signs that Unicode has in a row, as ① to ⑳."""
    return lambda number: chr(ord(first) + number - 1) if number <= most else str(number)


def _letters(first: str) -> Callable[[int], str]:
    """a to z, then aa, bb, as Word counts."""
    return lambda number: chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    words = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        words += sign * count
    return words


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand", "koreanCounting"),
        _chinese,
    ),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"), _digital),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional"), lambda n: _chinese(n, _LEGAL, "拾佰仟", "零")
    ),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _series("①", 20)),
    "decimalEnclosedParen": _series("⑴", 20),
    "decimalEnclosedFullstop": _series("⒈", 20),
    "ideographEnclosedCircle": _series("㊀", 10),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _full_width),
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters("a"),
    "upperLetter": _letters("A"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}  # fmt: skip
