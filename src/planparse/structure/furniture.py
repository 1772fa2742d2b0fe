"""What a web page adds to a document: remarks under the title; links, sharing buttons, an explanation below."""

from collections.abc import Collection, Sequence
from functools import cache

from planparse import patterns
from planparse.document import Line
from planparse.lexicon.tables import rows
from planparse.structure.annexes import read_label
from planparse.structure.document_numbers import number_line
from planparse.structure.marks import read_mark

_BRACKETS = "【】[]［］（）()"
_LONGEST = 80


def trim_web_page(lines: Sequence[Line], imprint: Collection[int]) -> tuple[list[Line], list[Line]]:
    """The lines without the imprint and without the page's own lines at the end; and those lines.

    A document number below everything is kept: some notices have theirs there.
    """
    end = _explanation_start(lines)
    while end and (end - 1 in imprint or _is_below_text(lines[end - 1])):
        end -= 1
    below_imprint = max(imprint, default=end) + 1
    if not any(map(_is_text, lines[below_imprint:])):
        end = min(end, below_imprint)
    kept = [line for at, line in enumerate(lines[:end]) if at not in imprint]
    tail = [line for at, line in enumerate(lines[end:], end) if at not in imprint]
    numbers = [line for line in tail if number_line(line)]
    return kept + numbers, [line for line in tail if line not in numbers]


def is_remark(line: Line) -> bool:
    """Whether the line is a page's remark under the title: 发布时间：2022-05-05 来源：……, 【引证码】CLI.12"""
    if patterns.fullmatch("【[^】]{2,10}】[^。，：]{1,60}", line.text):
        return True
    return len(line.text) <= _LONGEST and "：" in line.text and any(word in line.text for word in _words("remark"))


def _explanation_start(lines: Sequence[Line]) -> int:
    """Where a page goes on, below the headings of the document, with an explanation of it (《……》政策解读)."""
    headings = 0
    for at, line in enumerate(lines):
        headings += read_mark(line.text) is not None
        if headings > 1 and len(line.text) <= _LONGEST and line.text.endswith(_words("explanation")):
            return at
    return len(lines)


def _is_below_text(line: Line) -> bool:
    words = line.text.strip(_BRACKETS)
    of_page = words.startswith(_words("begins")) or words.endswith(_words("ends")) or "ICP备" in words
    return of_page and len(line.text) <= _LONGEST


@cache
def _words(place: str) -> tuple[str, ...]:
    return tuple(word for word, where in rows("web_page_words.tsv") if where == place)


def _is_text(line: Line) -> bool:
    """Whether a line below the imprint shows that the document goes on there."""
    return len(line.text) > _LONGEST or read_mark(line.text) is not None or read_label(line) is not None
