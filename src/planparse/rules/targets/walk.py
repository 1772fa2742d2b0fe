"""Walks a section clause by clause and gathers its targets."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise, takewhile
from typing import NamedTuple

from planparse import patterns
from planparse.clauses import BLANK_BRACKET, REMOVED, Clause, Sentence, sentences
from planparse.diagnostics import Diagnostic
from planparse.document import Comparator, Deadline, Document, Section, Target
from planparse.lexicon.vocabulary import words
from planparse.rules.targets.quantities import Quantity, find_quantities, holds_number
from planparse.rules.targets.reach import Reach, part_of, with_subject
from planparse.rules.targets.readings import Reading, is_generic, read_clause
from planparse.rules.targets.statements import classify, delivers, parts_of
from planparse.rules.targets.subject import Baseline, find_baseline, strip_openers, take_scope, without_baseline
from planparse.rules.targets.thresholds import pays, reached_already, results
from planparse.span import Span

_HOPES = ("力争", "争取", "努力", "力求")
_CASE = patterns.compile("(?:对|对于|凡).*的(?P<noun>[^的]{1,12})")
_BATCH_FORMED = patterns.compile("(?:形成|建成)一批")
_LONGEST_CLAUSE = 600  # characters; what runs on longer without a mark is no sentence


class Passage(NamedTuple):
    """A stretch of a section, with the deadline that governs all of it from a label or a bracket."""

    span: Span
    due: Deadline | None = None
    is_thing: bool = False  # the passage names the one thing that is due


def deadlines_in(span: Span, deadlines: Sequence[Deadline]) -> list[Deadline]:
    """The deadlines, given in text order, that lie within a span."""
    first = bisect_left(deadlines, span.start, key=lambda d: d.span.start)
    last = bisect_left(deadlines, span.end, first, key=lambda d: d.span.start)
    return [d for d in deadlines[first:last] if d.span.end <= span.end]


@dataclass(slots=True)
class Walk:
    """The targets and findings of one section."""

    document: Document
    section: Section
    deadlines: Sequence[Deadline]
    past: Sequence[Span] = ()  # expressions of a time before the notice
    targets: list[Target] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _before_bullets: Reach | None = None
    _goal: Reach | None = None

    def run(self, passages: Iterable[Passage], opening: Reach | None = None) -> Reach:
        """Read the passages in order and give the state at their end.

        What a paragraph hands on reaches into the bullets below it; ``opening`` is what a section of goals hands
        on to the sections below it.
        """
        reach = Reach()
        self._goal = opening
        for passage in passages:
            for sentence in sentences(self.document.chars, passage.span):
                reach = self._open_sentence(sentence, reach, passage)
                for clause in sentence.clauses:
                    if len(clause.text) > _LONGEST_CLAUSE:
                        continue
                    if not (reach.deadline or holds_number(clause.plain) or deadlines_in(clause.span, self.deadlines)):
                        reach = reach._replace(clause_before=clause.text, indicators=(), scope=None)
                        continue  # neither a number nor anything due: most clauses of most notices
                    reach = reach._replace(whole=reach.indicators[-1] if _gives_parts(clause, reach) else "")
                    for part in _statements(clause):
                        reach = self._read(part, sentence, reach)
        return reach

    def _open_sentence(self, sentence: Sentence, reach: Reach, passage: Passage) -> Reach:
        """A new line starts afresh, as does what follows a clause in brackets; a new sentence keeps the deadline."""
        told_anew = passage.is_thing and reach.listing and reach.deadline not in (None, passage.due)
        if passage.due is not None and not (told_anew and not sentence.opens_line):
            return Reach(passage.due, own=True, labelled=not passage.is_thing)
        first = sentence.clauses[0]
        if sentence.opens_line:
            opened = self._open_line(sentence, reach)
        elif first.text[:1] in "（〔［【" or not (reach.listing or reach.bullet):
            opened = Reach()
        else:
            opened = reach.next_sentence(keeps_baseline=first.text.startswith("其中"))
        return opened._replace(past=any(first.span.contains(span) for span in self.past))

    def _open_line(self, sentence: Sentence, reach: Reach) -> Reach:
        """A new paragraph starts afresh; items stand under the deadline of the paragraph that opens their list."""
        if not sentence.item_mark:
            self._before_bullets = None
            return self._goal or Reach()
        if self._before_bullets is None:
            self._before_bullets = reach
        opening = self._before_bullets
        return Reach(opening.deadline, own=True, bullet=True, hoped=opening.hoped) if opening.listing else Reach()

    def _read(self, clause: Clause, sentence: Sentence, reach: Reach) -> Reach:
        inside = deadlines_in(clause.span, self.deadlines)
        own = [d for d in inside if clause.plain[d.span.start - clause.span.start] != BLANK_BRACKET]
        reach, clause, start = _take_deadline(clause, own, reach)
        if reach.past and not own:
            return reach._replace(clause_before=clause.text)
        plain = clause.plain[start:]
        quantities = find_quantities(plain)
        in_payment = any(q.unit_kind == "money" for q in quantities) and any(pays(c.plain) for c in sentence.clauses)
        stated = results(plain, quantities, in_payment=in_payment)
        found = tuple(_shift(q, start) for q in stated)
        if found:
            after = self._quantitative(clause, sentence, start, found, reach)
            self._break_down(clause, [d for d in inside if d not in own], after)
            return after
        return self._qualitative(
            clause, start or _behind_deadline(clause, own), reach, is_title=self._is_title(clause, sentence)
        )

    def _quantitative(
        self,
        clause: Clause,
        sentence: Sentence,
        start: int,
        found: tuple[Quantity, ...],
        reach: Reach,
    ) -> Reach:
        baseline = find_baseline(clause.text)
        shares = bool(reach.whole) or _is_parallel(clause, sentence) or sentence.clauses[0].text.startswith("其中")
        spread = _spread_over(clause, found, reach)
        for reading in read_clause(clause.text, clause.plain, start, found, one_subject=bool(spread)):
            resolved = self._resolve(part_of(reading, reach.whole), clause, sentence, reach)
            if resolved is None:
                continue
            inherited = reach.baseline if shares or not reading.indicators else None
            compared = baseline or reach.common_baseline or inherited
            count = len(reading.quantities)
            due = spread if len(spread) == count else (reach.deadline,) * count
            self._add(resolved, clause, compared if resolved.change or baseline else None, due, reach)
            singles = (*reach.singles, *resolved.indicators)
            reach = reach._replace(indicators=resolved.indicators, singles=singles, scope=resolved.scope)
        return reach._replace(clause_before=clause.text[start:], baseline=baseline or reach.baseline, listed=True)

    def _break_down(self, clause: Clause, years: list[Deadline], reach: Reach) -> None:
        """新建幼儿园186所（其中2018年62所、2019年70所）: the same indicator, year by year."""
        starts = [*(d.span.start - clause.span.start for d in years[1:]), len(clause.text)]
        for deadline, end in zip(years, starts, strict=False):
            start = deadline.span.end - clause.span.start
            found = find_quantities(clause.text[start:end])
            if len(found) == 1 and len(reach.indicators) == 1 and not found[0].start:
                self.targets.append(_part_of(self.targets[-1], deadline, _shift(found[0], deadline.span.end)))

    def _resolve(self, reading: Reading, clause: Clause, sentence: Sentence, reach: Reach) -> Reading | None:
        """The reading with all its indicators; None, and a diagnostic, where they are not certain."""
        if len(reading.indicators) == 1 and is_generic(reading.indicators[0]):
            before = self.document.chars[sentence.span.start : clause.span.start]
            return reading._replace(indicators=(before + reading.indicators[0],)) if before else None
        resolved = with_subject(reading, reach)
        if resolved is None and reading.paired:
            self._tell("unclear-target", clause, f"no subject found for the number in “{clause.text}”")
        elif resolved is None:
            count = len(reading.quantities)
            self._tell("list-mismatch", clause, f"{count} numbers do not pair with the subjects of “{clause.text}”")
        return resolved

    def _add(
        self, reading: Reading, clause: Clause, baseline: Baseline | None, due: Sequence[Deadline | None], reach: Reach
    ) -> None:
        for indicator, quantity, deadline in zip(reading.indicators, reading.quantities, due, strict=True):
            end = reading.end if quantity is reading.quantities[-1] else quantity.end
            before = clause.plain[: quantity.start]
            self.targets.append(
                Target(
                    section_id=self.section.id,
                    kind="quantitative",
                    indicator=indicator.replace(REMOVED, ""),
                    scope=reading.scope,
                    action=reading.action,
                    change=reading.change,
                    comparator=_comparator(quantity, reading.action, before),
                    value=quantity.value,
                    value_max=quantity.value_max,
                    unit=quantity.unit,
                    baseline_year=_baseline_year(baseline, deadline),
                    deadline=deadline,
                    commitment="aspirational" if reach.hoped or _hopes(before) else "firm",
                    span=Span(_evidence_start(clause, reach), clause.span.start + end),
                    value_span=quantity.number.shift(clause.span.start),
                    rule=f"target/{reading.shape}",
                )
            )

    def _qualitative(self, clause: Clause, start: int, reach: Reach, *, is_title: bool) -> Reach:
        text = clause.text[start:].replace(REMOVED, "").strip("，、： ")
        said = classify(clause.plain[start:].replace(REMOVED, ""))
        after = reach._replace(clause_before=text, indicators=(), scope=None)
        if (baseline := find_baseline(text)) and not without_baseline(text).strip("，、"):
            return reach._replace(common_baseline=baseline)
        in_goals = "目标" in self.section.title
        opens_work = (
            not (reach.own or reach.listed or in_goals)
            and said in ("batch", "result")
            and not _BATCH_FORMED.match(text)
        )
        if said == "measure" or pays(clause.plain) or opens_work or _treats_case(reach):
            # In a sentence behind the deadline's own, a verb at the head opens the next piece of work.
            if in_goals:
                return after
            return after._replace(listing=reach.labelled) if reach.own else Reach(clause_before=text, listing=False)
        due = reach.deadline is not None and reach.deadline.kind != "recurring" and reach.listing
        states = (
            said in ("result", "state", "batch")
            and (not reach.labelled or delivers(text))
            and clause.mark != "："
            and not is_title
        )
        if due and states and text and not reached_already(clause.plain):
            self._state(clause, text, reach)
            return after._replace(listed=True)
        return after

    def _is_title(self, clause: Clause, sentence: Sentence) -> bool:
        """——资源利用水平明显提高。……: the run-in head of an item, with more behind it in its line."""
        behind = self.document.chars[clause.span.end + 1 : clause.span.end + 2]
        return bool(sentence.item_mark) and len(sentence.clauses) == 1 and bool(behind.strip())

    def _state(self, clause: Clause, text: str, reach: Reach) -> None:
        bare = next((text[len(word) :] for word in _HOPES if text.startswith(word)), text)
        scope, rest = _scope_of(bare)
        self.targets.append(
            Target(
                section_id=self.section.id,
                kind="qualitative",
                indicator=rest,
                scope=scope,
                action=None,
                change=None,
                comparator=None,
                value=None,
                value_max=None,
                unit=None,
                baseline_year=_baseline_year(find_baseline(clause.text), reach.deadline),
                deadline=reach.deadline,
                commitment="aspirational" if reach.hoped or _hopes(clause.plain) else "firm",
                span=Span(_evidence_start(clause, reach), clause.span.end),
                value_span=None,
                rule="target/statement",
            )
        )

    def _tell(self, name: str, clause: Clause, message: str) -> None:
        self.diagnostics.append(Diagnostic(name, clause.span, message.replace(REMOVED, "")))


def _part_of(whole: Target, deadline: Deadline, quantity: Quantity) -> Target:
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


def _take_deadline(clause: Clause, own: list[Deadline], reach: Reach) -> tuple[Reach, Clause, int]:
    """The state under the clause's own deadline, the clause without it, and where the words behind it begin.

    A deadline between subject and verb (吞吐量|2023年|达到650万标箱) is taken out where it stands.
    """
    if not own:
        return reach, clause, 0
    first, last = own[0], own[-1]
    before = strip_openers(clause.plain[: first.span.start - clause.span.start]).rstrip("在于从自")
    opens = not take_scope(before)[1].strip("，、： （")
    hoped = opens and _hopes(clause.plain[: last.span.start - clause.span.start])
    taken = reach._replace(
        deadline=last,
        deadlines=tuple(own),
        own=True,
        hoped=hoped,
        evidence_from=clause.span.start,
        listing=True,
        past=False,
    )
    leading = _side_by_side(own, clause) if opens else 0
    text, plain = clause.text, clause.plain
    inside = own[leading:]
    while inside:
        together = _side_by_side(inside, clause)
        at = inside[0].span.join(inside[together - 1].span)
        text, plain = _cut_out(text, plain, at.shift(-clause.span.start))
        inside = inside[together:]
    start = own[leading - 1].span.end - clause.span.start if leading else 0
    return taken, Clause(clause.span, text, plain, clause.mark), start


def _side_by_side(own: list[Deadline], clause: Clause) -> int:
    """How many deadlines stand together at the head: 2021年、2022年|全市…, 2021—2023年|全市每年…."""
    gaps = (clause.plain[a.span.end - clause.span.start : b.span.start - clause.span.start] for a, b in pairwise(own))
    return 1 + sum(1 for _ in takewhile(lambda gap: not gap.strip("、和及与，"), gaps))


def _cut_out(text: str, plain: str, at: Span) -> tuple[str, str]:
    """A clause without the deadlines inside it."""
    if text[at.start : at.start + 1] in "到至" and words("increase", "decrease", "stem").before(plain, at.start):
        at = Span(at.start + 1, at.end + text[at.end : at.end + 1].count("的"))  # 提高|到|2025年的|28%
    filler = REMOVED * len(at)
    return text[: at.start] + filler + text[at.end :], plain[: at.start] + filler + plain[at.end :]


def _spread_over(clause: Clause, found: tuple[Quantity, ...], reach: Reach) -> tuple[Deadline, ...]:
    """The deadlines that a list of numbers is spread over, one for each; nothing where the counts differ.

    到2022年、2025年分别达到80个、90个; 2021至2024年分别达到…, year by year.
    """
    periods = reach.deadlines or (reach.deadline,)
    years = map(_each_year, filter(None, periods)) if "分别" in clause.plain else ()
    return next((due for due in (reach.deadlines, *years) if len(due) == len(found) > 1), ())


def _each_year(deadline: Deadline) -> tuple[Deadline, ...]:
    """The years of a period, each a period of its own in the same words."""
    if deadline.start is None or deadline.end is None:
        return ()
    years = range(deadline.start.year, deadline.end.year + 1)
    return tuple(deadline._replace(start=date(year, 1, 1), end=date(year, 12, 31)) for year in years)


def _treats_case(reach: Reach) -> bool:
    """对首次达标的企业，|推荐享受…: what is done in a case that may arise."""
    case = _CASE.fullmatch(reach.clause_before)
    return case is not None and not words("measure", "make").within(case["noun"])


def _behind_deadline(clause: Clause, own: list[Deadline]) -> int:
    """各镇要于6月底前|制定方案: where a thing to be delivered begins; 0 where the clause is read as a whole."""
    start = own[-1].span.end - clause.span.start if own else 0
    return start if start and words("deliver").at(clause.plain, start) else 0


def _hopes(text: str) -> bool:
    return any(word in text for word in _HOPES)


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


def _gives_parts(clause: Clause, reach: Reach) -> bool:
    """其中A增长40%、B增长10%: of what the clause before has measured."""
    return clause.text.startswith("其中") and bool(reach.indicators)


def _is_parallel(clause: Clause, sentence: Sentence) -> bool:
    """A list with 分别 behind “；”: it runs parallel to the list before it and shares its baseline."""
    index = next((i for i, c in enumerate(sentence.clauses) if c.span == clause.span), 0)
    return "分别" in clause.plain and index > 0 and sentence.clauses[index - 1].mark == "；"


def _shift(quantity: Quantity, by: int) -> Quantity:
    return quantity._replace(start=quantity.start + by, end=quantity.end + by, number=quantity.number.shift(by))


def _statements(clause: Clause) -> Iterator[Clause]:
    """The clause, or its parts where 、 joins whole statements."""
    parts = parts_of(clause)
    if len(parts) == 1:
        yield clause
        return
    for start, end in parts:
        span = Span(clause.span.start + start, clause.span.start + end)
        yield Clause(
            span, clause.text[start:end], clause.plain[start:end], clause.mark if end == len(clause.text) else "、"
        )
