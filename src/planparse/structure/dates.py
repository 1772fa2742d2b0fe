"""The dates of a notice: 成文日期 and 印发日期, in Arabic or Chinese numerals."""

from datetime import date

from planparse import patterns
from planparse.lexicon.numerals import read_numeral, read_year

# Loose, since read_date tells whether it is a date: 2018年6月19日, 二〇一三年八月一日, 2018-06-19.
DATE = r"\S{4}年\S{1,3}月\S{1,3}日|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
_PARTS = patterns.compile(r"(.{4})[年./-](.{1,3})[月./-](.{1,3}?)日?")
_ZEROS = str.maketrans("OＯoΟ", "〇〇〇〇")


def read_date(text: str) -> date | None:
    """The day that the words name; None if there is no such day.

    >>> read_date("2018年6月19日"), read_date("二〇一三年八月一日"), read_date("2018年13月1日")
    (datetime.date(2018, 6, 19), datetime.date(2013, 8, 1), None)
    """
    found = _PARTS.fullmatch(text)
    if not found:
        return None
    year, month, day = read_year(found[1].translate(_ZEROS)), read_numeral(found[2]), read_numeral(found[3])
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None
