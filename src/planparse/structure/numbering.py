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

    def last_sibling(self, kind: str) -> int | None:
        """The number of the last heading of that kind below the same parent."""
        return self.below[-1].get(kind)


def in_order(headings: Sequence[Heading]) -> tuple[list[Heading], list[Diagnostic]]:
    """The headings whose numbers fit, in text order, and the faults of their numbering."""
    order = _Order()
    kept: list[Heading] = []
    faults: list[Diagnostic] = []
    for heading in headings:
        order.leave(heading.level)
        last = order.last_sibling(heading.kind)
        runs_on = last is None and heading.ordinal == order.ever.get(heading.kind, 0) + 1
        expected = 1 if last is None else last + 1
        if not runs_on and heading.ordinal > expected + _FARTHEST_GAP:
            continue
        if not runs_on:
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
