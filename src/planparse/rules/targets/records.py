"""The records that are made of what was read: one target for a number, one for a statement, one for a year's share."""

from planparse.clauses import REMOVED, Clause
from planparse.document import Commitment, Comparator, Deadline, Target
from planparse.rules.targets.quantities import Quantity
from planparse.rules.targets.reach import Reach
from planparse.rules.targets.reading import Reading
from planparse.rules.targets.subject import Baseline, find_baseline, take_scope
from planparse.span import Span

HOPES = ("力争", "争取", "努力", "力求")


def number_target(
    section_id: str | None,
    reading: Reading,
    number: int,
    clause: Clause,
    baseline: Baseline | None,
    deadline: Deadline | None,
    reach: Reach,
) -> Target:
    """The target of the reading's quantity with that number, counted from 0, under its deadline."""
    quantity = reading.quantities[number]
    end = reading.end if quantity is reading.quantities[-1] else quantity.end
    before = clause.plain[: quantity.start]
    return Target(
        section_id=section_id,
        kind="quantitative",
        indicator=reading.indicators[number].replace(REMOVED, ""),
        scope=reading.scope,
        action=reading.action,
        change=reading.change,
        comparator=_comparator(quantity, reading.action, before),
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        baseline_year=_baseline_year(baseline, deadline),
        deadline=deadline,
        commitment=_commitment(before, reach),
        span=Span(_evidence_start(clause, reach), clause.span.start + end),
        value_span=quantity.number.shift(clause.span.start),
        rule=f"target/{reading.shape}",
    )


def statement_target(section_id: str | None, text: str, clause: Clause, reach: Reach) -> Target:
    """The target that the clause states in words; ``text`` is the clause without its deadline."""
    bare = next((text[len(word) :] for word in HOPES if text.startswith(word)), text)
    scope, indicator = _scope_of(bare)
    return Target(
        section_id=section_id,
        kind="qualitative",
        indicator=indicator,
        scope=scope,
        action=None,
        change=None,
        comparator=None,
        value=None,
        value_max=None,
        unit=None,
        baseline_year=_baseline_year(find_baseline(clause.text), reach.deadline),
        deadline=reach.deadline,
        commitment=_commitment(clause.plain, reach),
        span=Span(_evidence_start(clause, reach), clause.span.end),
        value_span=None,
        rule="target/statement",
    )


def year_of(whole: Target, deadline: Deadline, quantity: Quantity) -> Target:
    """A year's share of a target; ``quantity`` has its place in the text."""
    return whole._replace(
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        comparator=quantity.comparator,
        deadline=deadline,
        span=Span(whole.span.start, quantity.end),
        value_span=quantity.number,
        rule="target/breakdown",
    )


def _evidence_start(clause: Clause, reach: Reach) -> int:
    """The clause of the deadline where it stands in the same sentence, else the clause itself."""
    if reach.own and reach.evidence_from is not None:
        return min(reach.evidence_from, clause.span.start)
    return clause.span.start


def _baseline_year(baseline: Baseline | None, deadline: Deadline | None) -> int | None:
    """同比 and 比上年 compare with the year before the target's own."""
    if baseline is None:
        return None
    if baseline.year is not None:
        return baseline.year
    return deadline.end.year - baseline.before if deadline and deadline.end else None


def _scope_of(text: str) -> tuple[str | None, str]:
    """Only a scope word that opens the clause is taken off: 全市|建成区基本淘汰…; 完成全市… and 各市制定… stay whole."""
    scope, rest = take_scope(text)
    return (scope, rest) if scope and text.startswith(scope) and scope[0] not in "各每" else (None, text)


def _comparator(quantity: Quantity, action: str | None, before: str) -> Comparator:
    """突破 means more than, 控制在 at most, 至少建成 at least, where no other word says so."""
    if quantity.comparator != "eq":
        return quantity.comparator
    if action in ("突破", "跨越"):
        return "gt"
    if action and action.startswith(("控制", "严控", "限制")):
        return "le"
    return "ge" if "至少" in before else "eq"


def hopes(text: str) -> bool:
    """Whether a word of trying stands in the text."""
    return any(word in text for word in HOPES)


def _commitment(text: str, reach: Reach) -> Commitment:
    return "aspirational" if reach.hoped or hopes(text) else "firm"
