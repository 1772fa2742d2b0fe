"""The inner records that the stages hand on: frozen, with spans in the *cleaned* text.

``build`` turns them into the Pydantic models of ``notice`` and their spans into source spans.
"""

from bisect import bisect_right
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from planparse.diagnostics import Diagnostic
from planparse.span import Span

PartKind = Literal["notice", "plan", "annex"]
Role = Literal["lead", "support", "shared", "responsible", "implement", "guide"]
DeadlineKind = Literal["by", "during", "recurring"]
TargetKind = Literal["quantitative", "qualitative"]
Change = Literal["increase", "decrease"]
Comparator = Literal["eq", "ge", "le", "gt", "lt", "approx", "range"]
Commitment = Literal["firm", "aspirational"]


class Line(NamedTuple):
    """One paragraph of the cleaned text: no line break inside, no white space around."""

    span: Span
    text: str


class Field(NamedTuple):
    """One value of the metadata, as the notice words it, and where it stands."""

    value: str
    span: Span


class Repeat(NamedTuple):
    """Lines that stand a second time; ``exact`` is false where some character differs."""

    span: Span
    of: Span
    exact: bool


class Period(NamedTuple):
    """A five-year plan: name (十四五), first and last year."""

    name: str
    start: int
    end: int


class Head(NamedTuple):
    """What surrounds the plan: the notice's own head and tail (GB/T 9704 版头, 主体, 版记)."""

    title: Field | None = None
    plan_title: Field | None = None
    document_number: Field | None = None
    issuers: tuple[Field, ...] = ()
    issue_date: Field | None = None  # value is ISO 8601
    print_office: Field | None = None
    print_date: Field | None = None  # value is ISO 8601
    recipients: tuple[Field, ...] = ()
    copied_to: tuple[Field, ...] = ()
    disclosure: Field | None = None


class Part(NamedTuple):
    """The notice, a plan that it issues, or an annex. ``number`` counts plans from 1 (0 for the rest)."""

    kind: PartKind
    number: int
    title: str | None
    span: Span
    lines: tuple[Line, ...] = ()


class Section(NamedTuple):
    """A heading and what stands under it.

    ``heading`` covers number and title; ``body`` is the section's own text, up to its first child;
    ``span`` covers all of it, children included. ``part`` is an index into ``Document.parts``.
    """

    id: str
    level: int
    number: str | None
    title: str
    heading: Span
    body: Span
    span: Span
    part: int


class Table(NamedTuple):
    """A table of an annex: header cells and rows of cells, all as written."""

    section_id: str | None
    title: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    span: Span
    cells: tuple[tuple[Span, ...], ...]  # place of each cell of ``rows``


class Document(NamedTuple):
    """A notice taken apart: what the rules read."""

    chars: str
    head: Head
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]  # flat, in text order
    tables: tuple[Table, ...]
    repeats: tuple[Repeat, ...]
    diagnostics: tuple[Diagnostic, ...]

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that the character stands in."""
        last = bisect_right(self.sections, offset, key=lambda section: section.heading.start)
        return next((s for s in reversed(self.sections[:last]) if offset < s.span.end), None)


class Deadline(NamedTuple):
    """By when, or in which period, something is to be done.

    ``start`` and ``end`` are the first and last day; both are None for what recurs or cannot be dated.
    """

    section_id: str | None
    text: str
    kind: DeadlineKind
    start: date | None
    end: date | None
    span: Span
    rule: str


class Target(NamedTuple):
    """A result that the plan commits its own place to. ``quantitative`` if it has a value."""

    section_id: str | None
    kind: TargetKind
    indicator: str
    scope: str | None
    action: str | None
    change: Change | None
    comparator: Comparator | None
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    baseline_year: int | None
    deadline: Deadline | None
    commitment: Commitment
    span: Span  # of the evidence
    value_span: Span | None
    rule: str


class Party(NamedTuple):
    """One body with its role, as written, without 等.

    ``governs_following``: its clause makes it responsible for all that follows; ``inherited``: such a clause did.
    """

    name: str
    role: Role
    span: Span
    also_known_as: tuple[str, ...] = ()
    inherited: bool = False
    governs_following: bool = False


class Responsibility(NamedTuple):
    """One clause that names who is responsible, brackets or label included."""

    section_id: str | None
    span: Span
    open_ended: bool
    applies_to_following: bool
    parties: tuple[Party, ...]
    rule: str


class Reference(NamedTuple):
    """A document that the notice cites; ``title`` without 《》."""

    section_id: str | None
    title: str | None
    document_number: str | None
    span: Span
