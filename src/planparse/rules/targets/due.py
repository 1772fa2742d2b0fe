"""Which deadline a clause stands under: its own, one taken over, or several that its numbers are spread over."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import pairwise, takewhile

from planparse.clauses import REMOVED, Clause
from planparse.document import Deadline
from planparse.lexicon.vocabulary import words
from planparse.rules.targets.members import count_members
from planparse.rules.targets.quantities import Quantity
from planparse.rules.targets.reach import Reach
from planparse.rules.targets.reading import Reading
from planparse.rules.targets.records import HOPES, hopes
from planparse.rules.targets.subject import strip_openers, take_scope
from planparse.span import Span


def deadlines_in(span: Span, deadlines: Sequence[Deadline]) -> list[Deadline]:
    """The deadlines, given in text order, that lie within a span."""
    first = bisect_left(deadlines, span.start, key=lambda d: d.span.start)
    last = bisect_left(deadlines, span.end, first, key=lambda d: d.span.start)
    return [d for d in deadlines[first:last] if d.span.end <= span.end]


def take_deadline(clause: Clause, own: list[Deadline], reach: Reach) -> tuple[Reach, Clause, int]:
    """The state under the clause's own deadline, the clause without it, and where the words behind it begin.

    A deadline between subject and verb (吞吐量|2023年|达到650万标箱) is taken out where it stands.
    """
    if not own:
        return reach, clause, 0
    first, last = own[0], own[-1]
    before = strip_openers(clause.plain[: first.span.start - clause.span.start]).rstrip("在于从自")
    scope, said = take_scope(before)
    opens = not said.strip("，、： （")
    hoped = opens and hopes(clause.plain[: last.span.start - clause.span.start])
    taken = reach._replace(
        deadline=_dated(own, reach),
        deadlines=tuple(own),
        own=True,
        outer=reach.outer if reach.inner else reach.deadline,
        inner=not opens or last.rule == "deadline/spell",
        hoped=hoped,
        evidence_from=clause.span.start,
        listing=True,
        labelled=reach.labelled and last.end is None,  # a day of its own stands against the label's
        past=False,
    )
    leading = _side_by_side(own, clause) if opens and not scope else 0  # 全市|2025年|建成…: the scope stays
    text, plain = clause.text, clause.plain
    inside = own[leading:]
    while inside:
        together = _side_by_side(inside, clause)
        at = inside[0].span.join(inside[together - 1].span)
        text, plain = _cut_out(text, plain, at.shift(-clause.span.start))
        inside = inside[together:]
    start = own[leading - 1].span.end - clause.span.start if leading else 0
    return taken, Clause(clause.span, text, plain, clause.mark), start


def _dated(own: list[Deadline], reach: Reach) -> Deadline:
    """The last deadline; 2024至2025年|每年, 2024—2025年，|每年: the period that a 每年 directly behind it lies in."""
    last = own[-1]
    before = own[-2] if len(own) > 1 else reach.deadline if not reach.clause_before else None
    near = before is not None and before.kind == "during" and 0 <= last.span.start - before.span.end <= 1
    return before if before and near and last.kind == "recurring" else last


def _side_by_side(own: list[Deadline], clause: Clause) -> int:
    """How many deadlines stand together at the head: 2021年、2022年|全市…, 2021—2023年|全市每年…."""
    gaps = (clause.plain[a.span.end - clause.span.start : b.span.start - clause.span.start] for a, b in pairwise(own))
    return 1 + sum(1 for _ in takewhile(lambda gap: not gap.strip("、和及与，"), gaps))


def _cut_out(text: str, plain: str, at: Span) -> tuple[str, str]:
    """A clause without the deadlines inside it."""
    if text[at.start : at.start + 1] in "到至" and words("increase", "decrease", "stem").before(plain, at.start):
        at = Span(at.start + 1, at.end + text[at.end : at.end + 1].count("的"))  # 提高|到|2025年的|28%
    elif plain[at.start - 1 : at.start] in ("于", "在"):
        at = Span(at.start - 1, at.end)  # 各市县|于2025年底前|建成平台
    filler = REMOVED * len(at)
    wish = next((len(word) for word in HOPES if text.endswith(word, 0, at.start)), 0)  # 医学中心|力争2023年底前|建成
    text = text[: at.start - wish] + REMOVED * wish + filler + text[at.end :]
    return text, plain[: at.start] + filler + plain[at.end :]


def spread_over(clause: Clause, found: tuple[Quantity, ...], reach: Reach) -> tuple[Deadline, ...]:
    """The deadlines that a list of numbers is spread over, one for each; nothing where the counts differ.

    到2022年、2025年分别达到80个、90个; 2021至2024年分别达到…, year by year.
    """
    periods = reach.deadlines or (reach.deadline,)
    listed = count_members(clause.text[: found[0].start]) == len(found)  # 煤炭、矿石、集装箱联运量增速分别不低于…
    by_year = "分别" in clause.plain and reach.own and not listed
    years = map(_each_year, filter(None, periods)) if by_year else ()
    return next((due for due in (reach.deadlines, *years) if len(due) == len(found) > 1), ())


def each_due(
    reading: Reading, spread: tuple[Deadline, ...], reach: Reach
) -> tuple[Reading, tuple[Deadline | None, ...]]:
    """The reading with a deadline for each of its quantities; one that holds 分别 for all of them stands for each."""
    count = len(reading.quantities)
    if len(spread) == count:
        return reading, spread
    if reading.listed and count == 1 and len(reach.deadlines) > 1:  # “十四五”、“十五五”期间分别新增4000万千瓦
        times = len(reach.deadlines)
        repeated = reading._replace(quantities=reading.quantities * times, indicators=reading.indicators * times)
        return repeated, reach.deadlines
    return reading, (reach.deadline,) * count


def _each_year(deadline: Deadline) -> tuple[Deadline, ...]:
    """The years of a period, each a period of its own in the same words."""
    if deadline.start is None or deadline.end is None:
        return ()
    years = range(deadline.start.year, deadline.end.year + 1)
    return tuple(deadline._replace(start=date(year, 1, 1), end=date(year, 12, 31)) for year in years)


def has_day(deadline: Deadline) -> bool:
    """每年 is no day by which anything is there."""
    return deadline.kind != "recurring"


def has_day_each_year(deadline: Deadline) -> bool:
    """每年10月底前: a day for what has to be there then."""
    return deadline.text.startswith("每年") and deadline.text.endswith(("前", "底", "末"))
