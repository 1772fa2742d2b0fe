"""What a clause hands on to the clauses behind it.

Reach (guide): a deadline governs its sentence and goes on into the next one where that goes on listing
results; 力争 governs its own clause, and all that it opens by 力争到2025年，…; a clause that leaves its subject
out takes the one before it; a baseline holds for its list, for a parallel list and for “其中，…”.
"""

from typing import NamedTuple

from planparse.document import Change, Deadline
from planparse.rules.targets.subject import Baseline


class Reach(NamedTuple):
    """The state between two clauses."""

    deadline: Deadline | None = None
    deadlines: tuple[Deadline, ...] = ()  # all that stand side by side with it: 到2022年、2025年
    own: bool = False  # the deadline stands in this very sentence
    outer: Deadline | None = None  # the one before, where this one stands behind a subject: 监控率|2024年|不低于75%
    inner: bool = False
    hoped: bool = False  # 力争到2025年，…
    evidence_from: int | None = None  # where the clause with the deadline begins
    indicators: tuple[str, ...] = ()  # of the reading before
    whole: str = ""  # what a clause with 其中 gives the parts of
    counted: tuple[tuple[str | None, str], ...] = ()  # in this sentence: the unit, and what is counted in it
    singles: tuple[str, ...] = ()  # of all readings of this sentence, for a list that leaves them all out
    scope: str | None = None
    change: Change | None = None  # of the reading before, with the unit of its size
    unit: str | None = None
    clause_before: str = ""
    baseline: Baseline | None = None  # of the reading before
    common_baseline: Baseline | None = None  # 与2020年相比，…
    listed: bool = False  # this sentence has stated a result already
    listing: bool = True  # no measure has come between the deadline and here
    labelled: bool = False  # the deadline stands on a label line or in a bracket: only things delivered are due
    bullet: bool = False  # a bullet below the paragraph with the deadline: all of it is governed
    past: bool = False  # the sentence tells what has been reached

    def next_sentence(self, *, keeps_baseline: bool) -> "Reach":
        """The state at the start of the next sentence of the paragraph."""
        return Reach(
            self.outer if self.inner else None if len(self.deadlines) > 1 else self.deadline,
            own=self.bullet,
            bullet=self.bullet,
            hoped=self.hoped,
            indicators=self.indicators,
            scope=self.scope,
            baseline=self.baseline if keeps_baseline else None,
        )
