"""The order of the headings' numbers: which marks are headings, and what is wrong with their numbers.

Within one heading its children count 1, 2, 3; where numbering runs on through chapters they go on from the
last of their kind. A number far out of order is no heading's (a line may begin with any number).
"""

from collections.abc import Iterator, Sequence

from planparse.diagnostics import Diagnostic
from planparse.structure.headings import Heading

_FARTHEST_GAP = 4


class _Order:
    """How far each kind has counted, below the present heading and in the whole document."""

    def __init__(self) -> None:
        self.path: list[Heading] = []
        self.below: list[dict[str, int]] = [{}]
        self.ever: dict[str, int] = {}

    def leave(self, level: int) -> None:
        """Close the headings of this level and deeper ones."""
        while self.path and self.path[-1].level >= level:
            self.path.pop()
            self.below.pop()

    def enter(self, heading: Heading) -> None:
        """Make the heading the present one."""
        self.below[-1][heading.kind] = self.ever[heading.kind] = heading.ordinal
        self.path.append(heading)
        self.below.append({})

    def expected(self, heading: Heading) -> int:
        """The number that its kind has come to: below the same parent, else 1 or, running on, the document's next."""
        if (last := self.below[-1].get(heading.kind)) is not None:
            return last + 1
        runs_on = self.ever.get(heading.kind, 0) + 1
        return runs_on if runs_on <= heading.ordinal else 1


def in_order(headings: Sequence[Heading]) -> tuple[list[Heading], list[Diagnostic]]:
    """The headings whose numbers fit, in text order, and the faults of their numbering."""
    order = _Order()
    kept: list[Heading] = []
    faults: list[Diagnostic] = []
    for heading in headings:
        order.leave(heading.level)
        expected = order.expected(heading)
        if heading.ordinal > expected + _FARTHEST_GAP:
            continue
        faults += _faults(heading, expected)
        order.enter(heading)
        kept.append(heading)
    return kept, faults


def _faults(heading: Heading, expected: int) -> Iterator[Diagnostic]:
    words = heading.number or heading.title
    if heading.ordinal > expected:
        message = f"“{words}” stands where number {expected} of its kind was expected"
        yield Diagnostic("numbering-gap", heading.span, message)
    elif heading.ordinal < expected:
        message = f"“{words}” stands after number {expected - 1} of its kind"
        yield Diagnostic("numbering-repeat", heading.span, message)
