"""The document number (发文字号): that a notice has one, and that it is written as GB/T 9704-2012, 7.2.5, wants it."""

from collections.abc import Iterator
from unicodedata import normalize

from planparse import patterns
from planparse.checks.check import Check, Fault, head_span
from planparse.diagnostics import Kind
from planparse.notice import Notice

# 年份 in full within 〔〕, 顺序号 without 第 and without leading noughts: 某政发〔2021〕12号
_PROPER = patterns.compile(r"[^〔〕]+〔(?:19|20)\d\d〕[1-9]\d*号")


def find_missing(notice: Notice, source: str) -> Iterator[Fault]:
    """A notice of its own (not a plan alone) without a number."""
    if notice.metadata.title and not notice.metadata.document_number:
        yield Fault(head_span(notice, "title"), "the notice has no document number (发文字号)")


def find_malformed(notice: Notice, source: str) -> Iterator[Fault]:
    """A number that is written otherwise: [2021] or （2021） for 〔2021〕, 第12号, 012号."""
    place = notice.metadata.spans.get("document_number")
    if place is None:
        return
    written = "".join(normalize("NFKC", source[place.start : place.end]).split())
    if not _PROPER.fullmatch(written):
        message = (
            f"“{written}” is not of the form 某政发〔2021〕12号, which stands for “{notice.metadata.document_number}”"
        )
        yield Fault(place, message)


MISSING = Check(
    Kind("P609", "missing-document-number", "info", "A notice has no document number (发文字号)."), find_missing
)
MALFORMED = Check(
    Kind(
        "P610",
        "malformed-document-number",
        "warning",
        "A document number is not written as the standard for official documents wants it.",
    ),
    find_malformed,
)
