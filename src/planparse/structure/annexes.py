"""附件: where an annex begins, and the list that only names the annexes.

“附件” or “附件2” on a line of its own begins an annex, whose title follows; “附件：1.……” after the text is the
list (附件说明), which is no part of any section.
"""

from collections.abc import Sequence
from typing import NamedTuple

from planparse import patterns
from planparse.document import Field, Line
from planparse.lexicon.numerals import read_numeral
from planparse.span import Span

_LABEL = (
    r"(?P<number>(?:附件|附表|附录|附图|附(?=：))(?P<ordinal>\d{1,2}|[一-十]{1,3})?(?:[—-]\d{1,2})?)"
    r"(?P<divider>[：.、\s]?)\s*(?P<title>.*)"
)
_SENTENCE = frozenset("。，；")
_ITEM = r"(?:附件)?(\d{1,2})(?:\.|、|：|\s)?\s*\D"
_LONGEST_TITLE = 60


class Label(NamedTuple):
    """The words that begin an annex: 附件2, and its title where that stands on the same line."""

    number: str
    ordinal: int | None
    title: Field | None


def read_label(line: Line) -> Label | None:
    """The label of an annex that the line begins with; None where 附件 is a word of a sentence."""
    words = line.text.strip("【】[]［］")
    found = patterns.fullmatch(_LABEL, words) if words.startswith("附") else None
    title = found["title"] if found else ""
    if not found or len(title) > _LONGEST_TITLE or not _SENTENCE.isdisjoint(title):
        return None
    if title and not (found["ordinal"] or found["divider"]):
        return None
    offset = line.text.index(words)
    place = Span(*found.span("title")).shift(line.span.start + offset)
    ordinal = read_numeral(found["ordinal"]) if found["ordinal"] else None
    return Label(found["number"], int(ordinal) if ordinal else None, Field(title, place) if title else None)


def list_end(lines: Sequence[Line], at: int) -> int:
    """The index after the list of annexes that begins on line ``at``; ``at`` itself where none begins there."""
    label = read_label(lines[at])
    if not label:
        return at
    end = _items_end(lines, at + 1, expected=2 if label.title else 1)
    if end > at + 1:
        return end
    named = label.title and (
        patterns.match(_ITEM, label.title.value) or end == len(lines) or _begins_later(label, lines[end:])
    )
    return end if named else at


def _items_end(lines: Sequence[Line], at: int, expected: int) -> int:
    """The index after the items of a list that counts on from ``expected``."""
    while at < len(lines) and (found := patterns.match(_ITEM, lines[at].text)) and int(found[1]) == expected:
        if not _SENTENCE.isdisjoint(lines[at].text):
            break
        at, expected = at + 1, expected + 1
    return at


def _begins_later(label: Label, lines: Sequence[Line]) -> bool:
    """Whether the annex itself begins on one of the lines, so that the label only named it."""
    ordinals = (label.ordinal,) if label.ordinal else (None, 1)
    for line in lines:
        later = read_label(line)
        if later and not later.title and later.ordinal in ordinals:
            return True
        if label.title and line.text == label.title.value:
            return True
    return False


def without_lists(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without lists of annexes."""
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        end = list_end(lines, at)
        if end == at:
            kept.append(lines[at])
        at = max(end, at + 1)
    return tuple(kept)
