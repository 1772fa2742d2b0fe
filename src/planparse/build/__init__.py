"""Inner records to the Pydantic models: cleaned spans become source spans, every item gets its id."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol, TypeVar

from planparse import diagnostics, notice
from planparse.build import items
from planparse.build.faults import BuildError, reported
from planparse.build.findings import Findings
from planparse.build.metadata import Seat, find_seat, metadata_of, parts_of
from planparse.build.places import Places
from planparse.build.sections import section_at, section_tree
from planparse.document import Target
from planparse.lexicon.jurisdictions import Jurisdiction
from planparse.lexicon.units import MULTIPLIERS, read_unit
from planparse.span import Span

__all__ = ["BuildError", "Findings", "build"]


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_Record = TypeVar("_Record", bound=_Placed)
_Item = TypeVar("_Item")


def build(findings: Findings) -> notice.Notice:
    """The notice as its models have it; raises :class:`BuildError` where a record does not fit them."""
    places = Places(findings.text)
    seat = find_seat(findings.document)
    issuers = (field.value for field in findings.document.head.issuers)
    jurisdiction = Jurisdiction.of(seat.region if seat else None, issuers)
    doubts = (*findings.diagnostics, *_unsure_seat(seat), *_unknown_units(findings.targets))
    with reported("the metadata", Span(0, len(findings.text))):
        head, all_parts = metadata_of(findings, places, seat), parts_of(findings, places)
    return notice.Notice(
        schema_version=notice.SCHEMA_VERSION,
        source=findings.source,
        metadata=head,
        sections=section_tree(findings.document.sections, places),
        targets=_items("t", sorted(findings.targets, key=_target_order), items.target, places),
        deadlines=_items("d", _in_text_order(findings.deadlines), items.deadline, places),
        responsibilities=_items(
            "r",
            _in_text_order(findings.responsibilities),
            partial(items.responsibility, jurisdiction=jurisdiction),
            places,
        ),
        references=_items("ref", _in_text_order(findings.references), items.reference, places),
        tables=_items("tab", _in_text_order(findings.document.tables), items.table, places),
        parts=all_parts,
        diagnostics=[_diagnostic(d, findings, places) for d in _in_text_order(doubts)],
    )


def _unsure_seat(seat: Seat | None) -> Iterator[diagnostics.Diagnostic]:
    """The finding that several places have the issuer's name."""
    if seat and seat.region.among:
        places = "、".join(seat.region.among)
        message = f"“{seat.region.name}” may be {places}; the notice does not say which, so it has no code"
        yield diagnostics.Diagnostic("ambiguous-region", seat.named_by.span, message)


def _unknown_units(targets: Iterable[Target]) -> Iterator[diagnostics.Diagnostic]:
    """A finding for each place with a unit that the table does not know; a bare 万 or 亿 is no unit."""
    written = dict.fromkeys((target.value_span or target.span, target.unit) for target in targets)
    for place, unit in written:
        if unit and unit not in MULTIPLIERS and read_unit(unit) is None:
            yield diagnostics.Diagnostic("unknown-unit", place, f"“{unit}” is a unit that planparse does not know")


def _items(
    prefix: str, records: Iterable[_Record], make: Callable[[_Record, str, Places], _Item], places: Places
) -> list[_Item]:
    """The models of the records, numbered in their order."""
    made = []
    for number, record in enumerate(records, start=1):
        with reported(f"{prefix}{number}", record.span, record):
            made.append(make(record, f"{prefix}{number}", places))
    return made


def _in_text_order(records: Iterable[_Record]) -> list[_Record]:
    return sorted(records, key=lambda record: record.span)


def _target_order(target: Target) -> tuple[Span, Span]:
    """Targets of one list share their evidence: the place of the number decides."""
    return target.span, target.value_span or target.span


def _diagnostic(found: diagnostics.Diagnostic, findings: Findings, places: Places) -> notice.Diagnostic:
    span = places.span(found.span)
    line, column = findings.text.line_and_column(span.start)
    return notice.Diagnostic(
        code=found.kind.code,
        name=found.name,
        severity=found.kind.severity,
        message=found.message,
        section_id=section_at(findings.document.sections, found.span),
        span=span,
        line=line,
        column=column,
    )
