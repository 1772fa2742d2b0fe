"""What can be wrong with a notice or with our reading of it.

A fault of a notice is a :class:`Diagnostic` value; exceptions are for unusable input and for bugs.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from planparse.span import Span

Severity = Literal["error", "warning", "info"]


class Kind(NamedTuple):
    """One kind of finding: a stable code, a name, how bad it is, and what it means to the user."""

    code: str
    name: str
    severity: Severity
    explanation: str


_KINDS = (
    Kind("P001", "doubtful-encoding", "warning", "The bytes fit more than one encoding; the likeliest was taken."),
    Kind(
        "P002",
        "undecodable-bytes",
        "warning",
        "Some bytes are no text in the encoding of the file; each reads as U+FFFD.",
    ),
    Kind("P101", "not-a-notice", "error", "The text has neither a notice's head nor a plan's numbered headings."),
    Kind("P102", "no-plan", "warning", "The notice was found, but no body with numbered headings."),
    Kind("P103", "repeated-text", "info", "A passage repeats an earlier one; it gives no results of its own."),
    Kind("P104", "copies-differ", "warning", "Two copies of one passage differ; the first copy was read."),
    Kind(
        "P105", "skipped-text", "info", "Text that is not part of the notice was left out (news lead, page furniture)."
    ),
    Kind(
        "P106",
        "stray-outline",
        "warning",
        "Headings without text stand behind the end of the plan; they were left out.",
    ),
    Kind("P201", "numbering-gap", "warning", "A heading number is missing from its sequence."),
    Kind("P202", "numbering-repeat", "warning", "A heading number stands twice in its sequence."),
    Kind("P203", "number-lost", "info", "A heading stands without its number; its place in the order was taken."),
    Kind(
        "P301",
        "list-mismatch",
        "warning",
        "A distributive list (分别) has more or fewer numbers than subjects; none was taken.",
    ),
    Kind(
        "P302",
        "unclear-target",
        "info",
        "A quantity could be a target, but its indicator is not certain; it was left out.",
    ),
    Kind("P401", "unclear-body", "info", "A bracket names who is responsible in words that are no list of bodies."),
    Kind("P402", "unresolved-deadline", "info", "A deadline could not be resolved to a date."),
    Kind(
        "P403",
        "ambiguous-region",
        "info",
        "Several places have the name of the place that issues; it got no code, and its bodies no full names.",
    ),
    Kind("P404", "unknown-unit", "info", "A unit is in no table of ours; it is kept as written, without a quantity."),
    Kind("P501", "unclear-table", "info", "An annex holds a table whose cells could not be read as targets."),
)
KINDS = {kind.name: kind for kind in _KINDS}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its kind (a name in ``KINDS``), its place in the cleaned text, and what was seen there."""

    name: str
    span: Span
    message: str

    def __post_init__(self) -> None:
        if self.name not in KINDS:
            raise ValueError(f"no such kind of diagnostic: {self.name}")

    @property
    def kind(self) -> Kind:
        """Code, severity and explanation."""
        return KINDS[self.name]
