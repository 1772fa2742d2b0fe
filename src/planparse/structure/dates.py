"""The dates of a notice: 成文日期 and 印发日期, in Arabic or Chinese numerals."""

import re
from datetime import date

from planparse.lexicon.numerals import read_numeral, read_year

_YEAR = r"(?:\d{4}|[一二][〇零○OＯoΟ一二三四五六七八九]{3})"
_NUMBER = "[\\d一二三四五六七八九十〇]{1,3}"
DATE = rf"{_YEAR}\s*(?:年|[.\-/．])\s*{_NUMBER}\s*(?:月|[.\-/．])\s*{_NUMBER}\s*日?"
_PARTS = re.compile(r"(.{4})\s*[年.\-/．]\s*(.{1,3}?)\s*[月.\-/．]\s*(.{1,3}?)\s*日?")


def read_date(text: str) -> date | None:
    """The day that the words name; None if there is no such day.

    >>> read_date("2018年6月19日"), read_date("二〇一三年八月一日"), read_date("2018年13月1日")
    (datetime.date(2018, 6, 19), datetime.date(2013, 8, 1), None)
    """
    found = _PARTS.fullmatch(text.strip())
    if not found:
        return None
    year = read_year(re.sub("[OＯoΟ]", "〇", found[1]))
    month, day = read_numeral(found[2]), read_numeral(found[3])
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None
