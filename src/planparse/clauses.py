"""Sentences and clauses, with what stands in brackets and quotes out of sight.

A mark inside brackets, quotes or 《》 divides nothing: in “（建筑面积达到10万平方米，含地下）” there is no clause
boundary. ``Clause.plain`` shows the clause with those insides blanked out, character for character, so
that a rule that searches it for verbs and numbers cannot see them and positions still hold.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planparse import patterns
from planparse.span import Span

_PAIRS = {
    "（": "）",
    "〔": "〕",
    "［": "］",
    "【": "】",
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "(": ")",
    "[": "]",
}
_QUOTES = "“‘《〈"
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_BRACKETS = patterns.compile("[" + re.escape("".join(_PAIRS) + "".join(_CLOSERS)) + "]")
_CLAUSE_MARK = patterns.compile("[，；。！？\n]|：(?!\\d)|(?<!\\d)：")  # 4：1 is a ratio
ITEM_MARK = patterns.compile(  # ——, •, （1）, ①, 1.; 1.5万吨 is a number
    r"\s*(?:[-—－─●•·■□◆◇○◎★☆▲△▪➢✓]+|[①-⑳]|（\d{1,2}）|\d{1,2}(?:[.．、](?!\d)|）))\s*"
)
_INLINE_NUMBER = patterns.compile(  # ……3000个；（2）新建公厕50座
    r"\s*(?:(?P<circled>[①-⑳])|（(?P<number>\d{1,2})）)\s*"
)
_SENTENCE_MARKS = "。！？\n"
BLANK_BRACKET = "\ufffc"  # stands for a character inside brackets
REMOVED = "\u2060"  # stands for a character that a rule has taken out where it stood
BLANK_QUOTE = "\ufffd"  # stands for a character inside quotes or 《》: part of a name


class Clause(NamedTuple):
    """A run of text between two marks; ``mark`` is the one that ends it ("" at the end of the text).

    ``item`` is the number that stands before it in the middle of a line (……；（2）新建公厕50座); 0 where none does.
    """

    span: Span
    text: str
    plain: str
    mark: str
    item: int = 0


class Sentence(NamedTuple):
    """Clauses up to a full stop or the end of the line; ``item_mark`` is the bullet or number that its line opens with."""

    span: Span
    clauses: tuple[Clause, ...]
    opens_line: bool
    item_mark: str = ""


def blank(text: str) -> str:
    """The text with the insides of brackets and quotes blanked out; an unclosed bracket blanks nothing.

    >>> blank("园区（含集聚区）6个").count(BLANK_BRACKET)
    5
    """
    if not _BRACKETS.search(text):
        return text
    pieces: list[str] = []
    done = 0
    for start, end in _closed(text):
        filler = BLANK_QUOTE if text[start] in _QUOTES else BLANK_BRACKET
        pieces += text[done:start], filler * (end - start)
        done = end
    return "".join((*pieces, text[done:]))


def _closed(text: str) -> list[tuple[int, int]]:
    """Where the outermost brackets begin and end; none reaches over a line end.

    A bracket that closes ends what is open of other kinds. Each mark is looked at once, however deep they nest.
    """
    open_at: dict[str, list[int]] = {}
    closed: list[tuple[int, int]] = []
    line_end = before = -1
    for match in _BRACKETS.finditer(text):
        mark, at = match[0], match.start()
        line_end = max(line_end, text.rfind("\n", before + 1, at))
        before = at
        if mark in _PAIRS:
            open_at.setdefault(mark, []).append(at)
            continue
        innermost = max((places[-1] for places in open_at.values() if places), default=-1)
        same = open_at.get(_CLOSERS[mark], []) if innermost > line_end else []
        if not same or innermost != same[-1]:
            open_at = {_CLOSERS[mark]: same}
        if same:
            start = same.pop()
            while closed and closed[-1][0] > start:
                closed.pop()
            closed.append((start, at + 1))
    return closed


def sentences(chars: str, span: Span) -> Iterator[Sentence]:
    """The sentences between ``span.start`` and ``span.end`` of ``chars``, spans counted in ``chars``."""
    text = chars[span.start : span.end]
    plain = blank(text)
    clauses: list[Clause] = []
    start, opens_line, item_mark = 0, True, ""
    for match in (*_CLAUSE_MARK.finditer(plain), None):
        end, mark = (match.start(), match[0]) if match else (len(text), "")
        number = None
        if opens_line and not clauses and (item := ITEM_MARK.match(text, start, end)):
            start, item_mark = item.end(), item[0].strip()
        elif number := _INLINE_NUMBER.match(text, start, end):
            start = number.end()
        if text[start:end].strip():
            lead = len(text[start:end]) - len(text[start:end].lstrip())
            at = Span(span.start + start + lead, span.start + end)
            clauses.append(
                Clause(at, text[start + lead : end], plain[start + lead : end], mark, _ordinal(number) if number else 0)
            )
        if (not mark or mark in _SENTENCE_MARKS) and clauses:
            yield Sentence(clauses[0].span.join(clauses[-1].span), tuple(clauses), opens_line, item_mark)
            clauses, opens_line, item_mark = [], False, ""
        opens_line = opens_line or mark == "\n"
        start = end + 1


def _ordinal(number: re.Match[str]) -> int:
    """② and （2）: 2."""
    return int(number["number"]) if number["number"] else ord(number["circled"]) - ord("①") + 1
