"""The notice's metadata (terms as in GB/T 9704), its parts and the place that issues it."""

from collections.abc import Iterator
from typing import NamedTuple

from planparse import document, notice
from planparse.build.findings import Findings
from planparse.build.places import Places
from planparse.build.sections import part_id
from planparse.document import Document, Field, Head
from planparse.lexicon.central import is_central
from planparse.lexicon.five_year_plans import find_plan_period
from planparse.lexicon.regions import Region, find_region
from planparse.span import Span

_SINGLE = ("title", "plan_title", "document_number", "issue_date", "print_office", "print_date", "disclosure")
_LISTS = ("issuers", "recipients", "copied_to")


class Seat(NamedTuple):
    """The place that issues a notice, and the words that name it."""

    region: Region
    named_by: Field


def find_seat(document: Document) -> Seat | None:
    """The issuer's place; where no issuer is written, or it names none (省政府办公厅), the one in a title.

    A central body has none, also where its plan is for a place (国务院关于印发某省……方案的通知).
    """
    head = document.head
    if any(is_central(field.value) for field in head.issuers):
        return None
    for field in (*head.issuers, *filter(None, (head.plan_title, head.title))):
        if region := find_region(field.value, document.chars):
            return Seat(region, field)
    return None


def metadata_of(findings: Findings, places: Places, seat: Seat | None) -> notice.Metadata:
    """All that the head and the tail say, with the place of each field that was read from the text."""
    head = findings.document.head
    return notice.Metadata(
        title=_value(head.title),
        plan_title=_value(head.plan_title),
        document_number=_value(head.document_number),
        issuers=_values(head.issuers),
        issue_date=_value(head.issue_date),
        print_office=_value(head.print_office),
        print_date=_value(head.print_date),
        recipients=_values(head.recipients),
        copied_to=_values(head.copied_to),
        disclosure=_value(head.disclosure),
        plan_period=_plan_period(_value(head.plan_title) or _value(head.title)),
        region=_region(seat),
        basis=[notice.Basis(title=b.title, document_number=b.document_number) for b in findings.basis],
        spans={name: places.span(span) for name, span in _spans(head)},
    )


def parts_of(findings: Findings, places: Places) -> list[notice.Part]:
    """The notice, its plans and its annexes."""
    return [_part(part, n, places) for n, part in enumerate(findings.document.parts)]


def _plan_period(title: str | None) -> notice.PlanPeriod | None:
    """The five-year plan that a title names."""
    period = find_plan_period(title) if title else None
    return notice.PlanPeriod(name=period.name, start=period.start, end=period.end) if period else None


def _part(part: document.Part, index: int, places: Places) -> notice.Part:
    return notice.Part(
        id=part_id(index),
        kind=part.kind,
        title=part.title,
        plan_period=_plan_period(part.title),
        span=places.span(part.span),
        spans=places.pieces(part.span),
    )


def _region(seat: Seat | None) -> notice.Region | None:
    if seat is None:
        return None
    region = seat.region
    return notice.Region(name=region.name, code=region.code, level=region.level, province=region.province)


def _spans(head: Head) -> Iterator[tuple[str, Span]]:
    for name in _SINGLE:
        field: Field | None = getattr(head, name)
        if field is not None:
            yield name, field.span
    for name in _LISTS:
        fields: tuple[Field, ...] = getattr(head, name)
        if fields:
            yield name, min(f.span for f in fields).join(max(f.span for f in fields))


def _value(field: Field | None) -> str | None:
    return field.value if field else None


def _values(fields: tuple[Field, ...]) -> list[str]:
    return [field.value for field in fields]
