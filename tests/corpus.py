"""The notices that tests read, and what must hold for every item found in one."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unicodedata import normalize

from opencc import OpenCC

from planparse import Notice, parse_file
from planparse.notice import Grounded, Section, SourceSpan
from planparse.readers import read_file

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
ANNOTATED = [*SAMPLES, *sorted((ROOT / "tests" / "notices").glob("*.txt"))]
INVENTED = sorted((ROOT / "tests" / "invented").glob("*.txt"))
RECALLED = sorted((ROOT / "tests" / "recalled").glob("*.txt"))
WRAPPED = sorted((ROOT / "tests" / "notices" / "wrapped").glob("*.txt"))

_T2S = OpenCC("t2s")


def name_of(path: Path) -> str:
    """What a test is called: wrapped/NAME for a wrapped notice, else NAME."""
    return f"wrapped/{path.stem}" if path in WRAPPED else path.stem


@cache
def parsed(path: Path) -> Notice:
    """The notice of a file, parsed once for all tests."""
    return parse_file(path)


@cache
def source_text(path: Path) -> str:
    """The text of a file as its offsets count it."""
    return read_file(path).text


def folded(text: str) -> str:
    """What grounding compares: simplified, folded, without white space and what has no width."""
    return re.sub(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+", "", normalize("NFKC", _T2S.convert(text)))


def ungrounded(notice: Notice, source: str) -> list[str]:
    """Items whose words are not those that stand at their place in the source."""
    return [
        f"{what}: {words!r} is given, {found!r} stands there"
        for what, words, places in _claims(notice)
        if folded(found := "".join(source[place.start : place.end] for place in places)) != folded(words)
    ]


def misplaced_metadata(notice: Notice, source: str) -> list[str]:
    """Fields of the metadata whose words do not stand in their place; a plan's title may be part of the notice's."""
    spans = notice.metadata.spans
    return [
        field
        for field in ("title", "plan_title", "document_number", "print_office", "disclosure")
        if field in spans
        and _number_brackets(getattr(notice.metadata, field))
        not in _number_brackets(source[spans[field].start : spans[field].end])
    ]


def _number_brackets(text: str) -> str:
    """Folded, with the year of a document number in 〔〕, as the metadata write it whatever the notice has."""
    return re.sub(r"\[(\d{4})\]", r"〔\1〕", folded(text))


def flat(sections: list[Section]) -> Iterator[Section]:
    """All sections, in order."""
    for section in sections:
        yield section
        yield from flat(section.children)


def _claims(notice: Notice) -> Iterator[tuple[str, str, list[SourceSpan]]]:
    """What each item says stands where."""
    for target in notice.targets:
        yield target.id, target.evidence, _places(target)
    for deadline in notice.deadlines:
        yield deadline.id, deadline.text, _places(deadline)
    for clause in notice.responsibilities:
        yield clause.id, clause.text, _places(clause)
        for party in clause.parties:
            yield f"a party of {clause.id}", party.name, _places(party)
    for section in flat(notice.sections):
        yield (
            f"section {section.id}",
            f"{section.number or ''}{section.title}",
            section.heading_spans or [section.heading_span],
        )


def _places(item: Grounded) -> list[SourceSpan]:
    return item.spans or [item.span]
