"""The JSON that planparse gives, as Pydantic models: the source of ``schemas/notice.schema.json``."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from planparse.document import (
    Change,
    Commitment,
    Comparator,
    DeadlineKind,
    PartKind,
    Role,
    TargetKind,
)

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Date = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="a day, ISO 8601")]
Number = int | float


class Record(BaseModel):
    """Common to all records: unknown fields are refused, values cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)


class SourceSpan(Record):
    """A half-open range of Unicode code points in the source text exactly as decoded."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class Grounded(Record):
    """A record with its place in the source.

    ``spans`` stands beside ``span`` only where a line break, a page break or page furniture inside it was
    skipped; it then holds the exact pieces, in order.
    """

    span: SourceSpan
    spans: list[SourceSpan] | None = None


class Source(Record):
    """The file that was read."""

    name: str | None
    sha256: Annotated[str, Field(description="of the bytes, in hexadecimal")]
    media_type: str
    encoding: str
    characters: int
    script: Literal["simplified", "traditional", "mixed"]


class PlanPeriod(Record):
    """The five-year plan that a title names: 十四五 is 2021 to 2025."""

    name: str
    start: int
    end: int


class Region(Record):
    """The place that issues, with its GB/T 2260 code; a central body issues for no place and has none.

    An area that is no division by the standard (a 新区 or 开发区 without a district's code) has neither code nor level.
    """

    name: str
    code: str | None
    level: Literal["country", "province", "prefecture", "county"] | None
    province: str | None


class Basis(Record):
    """A document that the preamble gives as the plan's basis."""

    title: str | None
    document_number: str | None


class Metadata(Record):
    """The notice's own metadata; terms as in GB/T 9704."""

    title: str | None
    plan_title: str | None
    document_number: Annotated[str | None, Field(description="发文字号")]
    issuers: Annotated[list[str], Field(description="发文机关")]
    issue_date: Annotated[Date | None, Field(description="成文日期")]
    print_office: Annotated[str | None, Field(description="印发机关")]
    print_date: Annotated[Date | None, Field(description="印发日期")]
    recipients: Annotated[list[str], Field(description="主送机关")]
    copied_to: Annotated[list[str], Field(description="抄送机关")]
    disclosure: Annotated[str | None, Field(description="附注, such as 此件公开发布, without its brackets")]
    plan_period: PlanPeriod | None
    region: Region | None
    basis: list[Basis]
    spans: dict[str, SourceSpan]


class Section(Grounded):
    """A heading with what stands under it; ``text`` is its own body, without its children's.

    ``heading_spans`` stands beside ``heading_span`` as ``spans`` does beside ``span``.
    """

    id: str
    part_id: str
    level: int
    number: str | None
    title: str
    heading_span: SourceSpan
    heading_spans: list[SourceSpan] | None = None
    text: str
    children: list["Section"]


class Quantity(Record):
    """A value in the canonical unit of its kind (万吨 gives 吨)."""

    value: Number
    value_max: Number | None
    unit: str | None


class TargetDeadline(Record):
    """The deadline that governs a target."""

    text: str
    start: Date | None
    end: Date | None


class Target(Grounded):
    """A result that the plan commits its own place to; see the guide for each field."""

    id: str
    section_id: str | None
    kind: TargetKind
    indicator: str
    indicator_id: str | None
    scope: str | None
    action: str | None
    change: Change | None
    comparator: Comparator | None
    value: Number | None
    value_max: Number | None
    unit: str | None
    quantity: Quantity | None
    baseline_year: int | None
    deadline: TargetDeadline | None
    commitment: Commitment
    evidence: str
    value_span: SourceSpan | None
    rule: str


class Deadline(Grounded):
    """By when, or in which period, something is to be done."""

    id: str
    section_id: str | None
    text: str
    kind: DeadlineKind
    start: Date | None
    end: Date | None
    rule: str


class Party(Grounded):
    """A body with its role; ``inherited`` where an earlier clause made it responsible for all that follows."""

    name: str
    canonical: str | None
    agency_id: str | None
    also_known_as: list[str]
    role: Role
    inherited: bool


class Responsibility(Grounded):
    """A clause that names who is responsible."""

    id: str
    section_id: str | None
    text: str
    open_ended: bool
    applies_to_following: bool
    parties: list[Party]
    rule: str


class Reference(Grounded):
    """A document that the notice cites."""

    id: str
    section_id: str | None
    title: str | None
    document_number: str | None


class Table(Grounded):
    """A table of an annex, cells as written."""

    id: str
    section_id: str | None
    title: str | None
    header: list[str]
    rows: list[list[str]]


class Part(Grounded):
    """The notice, a plan that it issues, or an annex."""

    id: str
    kind: PartKind
    title: str | None
    plan_period: PlanPeriod | None


class Diagnostic(Record):
    """A fault of the notice, or a place where two readings remained and none was taken."""

    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    message: str
    section_id: str | None
    span: SourceSpan
    line: int
    column: int


class Notice(Record):
    """One notice, taken apart; every item has its place in the source."""

    schema_version: Literal["1.0"]
    source: Source
    metadata: Metadata
    sections: list[Section]
    targets: list[Target]
    deadlines: list[Deadline]
    responsibilities: list[Responsibility]
    references: list[Reference]
    tables: list[Table]
    parts: list[Part]
    diagnostics: list[Diagnostic]
