"""One function for each kind of item: the inner record and its id give the model."""

from collections.abc import Iterator, Sequence

from planparse import document, notice
from planparse.build.places import Places
from planparse.build.values import day, number
from planparse.lexicon.agencies import find_agency, level_in
from planparse.lexicon.indicators import find_indicator
from planparse.lexicon.jurisdictions import Jurisdiction
from planparse.lexicon.units import canonical_quantity


def target(record: document.Target, item_id: str, places: Places) -> notice.Target:
    """A result that the plan commits its place to."""
    return notice.Target(
        id=item_id,
        section_id=record.section_id,
        kind=record.kind,
        indicator=record.indicator,
        indicator_id=find_indicator(record.indicator, record.unit),
        scope=record.scope,
        action=record.action,
        change=record.change,
        comparator=record.comparator,
        value=number(record.value),
        value_max=number(record.value_max),
        unit=record.unit,
        quantity=_quantity(record),
        baseline_year=record.baseline_year,
        deadline=_target_deadline(record.deadline, places),
        commitment=record.commitment,
        evidence=places.words(record.span),
        value_span=places.span(record.value_span) if record.value_span else None,
        rule=record.rule,
        span=places.span(record.span),
        spans=places.pieces(record.span),
    )


def deadline(record: document.Deadline, item_id: str, places: Places) -> notice.Deadline:
    """By when, or in which period, something is to be done."""
    return notice.Deadline(
        id=item_id,
        section_id=record.section_id,
        text=places.words(record.span),
        kind=record.kind,
        start=day(record.start),
        end=day(record.end),
        rule=record.rule,
        span=places.span(record.span),
        spans=places.pieces(record.span),
    )


def responsibility(
    record: document.Responsibility, item_id: str, places: Places, jurisdiction: Jurisdiction
) -> notice.Responsibility:
    """A clause that names who is responsible; ``jurisdiction`` gives its bodies their places."""
    return notice.Responsibility(
        id=item_id,
        section_id=record.section_id,
        text=places.words(record.span),
        open_ended=record.open_ended,
        applies_to_following=record.applies_to_following,
        parties=[
            _party(party, places, jurisdiction, level)
            for party, level in zip(record.parties, _levels(record.parties), strict=True)
        ],
        rule=record.rule,
        span=places.span(record.span),
        spans=places.pieces(record.span),
    )


def reference(record: document.Reference, item_id: str, places: Places) -> notice.Reference:
    """A document that the notice cites."""
    return notice.Reference(
        id=item_id,
        section_id=record.section_id,
        title=record.title,
        document_number=record.document_number,
        span=places.span(record.span),
        spans=places.pieces(record.span),
    )


def table(record: document.Table, item_id: str, places: Places) -> notice.Table:
    """A table of an annex."""
    return notice.Table(
        id=item_id,
        section_id=record.section_id,
        title=record.title,
        header=list(record.header),
        rows=[list(row) for row in record.rows],
        span=places.span(record.span),
        spans=places.pieces(record.span),
    )


def _levels(parties: Sequence[document.Party]) -> Iterator[str]:
    """For each body the word of level that the list has given before it: 省工信厅、|某某集团、|发改委."""
    level = ""
    for party in parties:
        agency = find_agency(party.name)
        yield level
        if agency and not agency.placed:
            level = agency.level or level
        elif (own := level_in(party.name)) is not None:
            level = own


def _party(record: document.Party, places: Places, jurisdiction: Jurisdiction, level: str) -> notice.Party:
    agency = jurisdiction.agency(record.name)
    return notice.Party(
        name=places.words(record.span),
        canonical=jurisdiction.full_name(agency, level) if agency else None,
        agency_id=agency.agency_id if agency else None,
        also_known_as=list(record.also_known_as),
        role=record.role,
        inherited=record.inherited,
        span=places.span(record.span),
        spans=places.pieces(record.span),
    )


def _quantity(record: document.Target) -> notice.Quantity | None:
    found = canonical_quantity(record.value, record.value_max, record.unit) if record.value is not None else None
    if found is None:
        return None
    value, value_max, unit = found
    return notice.Quantity(value=number(value), value_max=number(value_max), unit=unit)


def _target_deadline(record: document.Deadline | None, places: Places) -> notice.TargetDeadline | None:
    if record is None:
        return None
    return notice.TargetDeadline(text=places.words(record.span), start=day(record.start), end=day(record.end))
