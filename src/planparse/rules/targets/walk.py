"""Walks a section clause by clause and gathers its targets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from planparse import patterns
from planparse.clauses import BLANK_BRACKET, REMOVED, Clause, Sentence, sentences
from planparse.diagnostics import Diagnostic
from planparse.document import Deadline, Document, Section, Target
from planparse.lexicon.units import read_unit
from planparse.lexicon.vocabulary import words
from planparse.rules.preambles import section_id
from planparse.rules.targets.brackets import parts_behind
from planparse.rules.targets.carried import as_second_tier, with_subject
from planparse.rules.targets.completed import thing_of
from planparse.rules.targets.due import (
    deadlines_in,
    each_due,
    has_day,
    has_day_each_year,
    spread_over,
    take_deadline,
)
from planparse.rules.targets.measures import part_of
from planparse.rules.targets.named import is_generic
from planparse.rules.targets.payments import pays
from planparse.rules.targets.quantities import Quantity, find_quantities, holds_number, with_variant
from planparse.rules.targets.reach import Reach
from planparse.rules.targets.reading import Reading
from planparse.rules.targets.records import number_target, statement_target, year_of
from planparse.rules.targets.shapes import read_clause
from planparse.rules.targets.statements import (
    classify,
    delivers,
    is_topic,
    says_of_all,
    statements_in,
    subject_before,
    treats_case,
)
from planparse.rules.targets.subject import Baseline, find_baseline, take_scope, without_baseline, without_spell
from planparse.rules.targets.thresholds import is_routine, reached_already, results
from planparse.span import Span

_BATCH_FORMED = patterns.compile("(?:形成|建成)一批")
_LONGEST_CLAUSE = 600  # characters; what runs on longer without a mark is no sentence


class Passage(NamedTuple):
    """A stretch of a section, with the deadline that governs all of it from a label or a bracket."""

    span: Span
    due: Deadline | None = None
    is_thing: bool = False  # the passage names the one thing that is due


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
        reach = line = Reach()
        items: Reach | None = None  # what stands before the first item of a line
        self._goal = opening
        for passage in passages:
            for sentence in sentences(self.document.chars, passage.span):
                reach = self._open_sentence(sentence, reach, passage)
                line, items = (reach, None) if sentence.opens_line else (line, items)
                for clause in sentence.clauses:
                    if len(clause.text) > _LONGEST_CLAUSE:
                        continue
                    if not (reach.deadline or holds_number(clause.plain) or deadlines_in(clause.span, self.deadlines)):
                        reach = reach._replace(clause_before=clause.text, indicators=(), scope=None)
                        continue  # neither a number nor anything due: most clauses of most notices
                    if clause.item:
                        items = reach if clause.item == 1 else items or line
                        reach = items  # （1）2018年11月底前更新……；（2）新建……: a time in one item is none of the next
                    reach = reach._replace(whole=reach.indicators[-1] if _gives_parts(clause, reach) else "")
                    for part in statements_in(clause, deadlines_in(clause.span, self.deadlines)):
                        reach = _behind_part(part, reach, self._read(part, sentence, reach))
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
        return opened._replace(past=_tells_how_things_stand(first) or self._names_past(first))

    def _names_past(self, clause: Clause) -> bool:
        return any(clause.span.contains(span) for span in self.past)

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
        if self._names_past(clause) and find_baseline(clause.text) is None:
            reach = reach._replace(past=True)  # ……，2017年10月底前|淘汰312台 in a notice of 2021
        reach, clause, start = take_deadline(clause, own, reach)
        if not own and reach.deadline and not has_day(reach.deadline) and without_spell(clause.text) != clause.text:
            reach = reach._replace(deadline=None)  # 每年淘汰1000台，|三年累计淘汰3500台
        if not own and reach.deadline and not has_day(reach.deadline) and clause.text.startswith("累计"):
            reach = reach._replace(deadline=reach.outer)  # 每年培训1万人次，|累计培训不少于20万人次
        if reach.past and not own:
            return self._subject_of_fact(clause, sentence, start, reach)
        plain = clause.plain[start:]
        quantities = find_quantities(plain)
        in_payment = any(q.unit_kind == "money" for q in quantities) and any(
            pays(c.plain) for c in sentence.clauses if c.span.start <= clause.span.start
        )
        stated = results(
            plain,
            quantities,
            in_payment=in_payment,
            is_due=reach.own and reach.deadline is not None,
            is_part=bool(reach.whole),
        )
        if any(not has_day(d) for d in own):
            stated = tuple(q for q in stated if not is_routine(plain, q))
        found = tuple(with_variant(clause.text, q.shift(start)) for q in stated)
        if found:
            after = self._quantitative(clause, sentence, start, found, reach)
            years = [d for d in inside if d not in own]
            self._break_down(clause, years, after)
            for total in () if years else found:
                self._parts(clause, total, after)
            return after
        is_sum = bool(quantities) and in_payment  # that the measure pays or gets
        return self._qualitative(
            clause,
            start,
            reach,
            next((c for c in sentence.clauses if c.span.end + 1 == clause.span.start), None),
            states_nothing=is_sum or self._is_title(clause, sentence),
        )

    def _subject_of_fact(self, clause: Clause, sentence: Sentence, start: int, reach: Reach) -> Reach:
        """目前城镇化率为55%，2025年提高到62%: the fact is no target, what it is about stands for the next clause."""
        aside = Walk(self.document, self.section, self.deadlines)
        found = tuple(q.shift(start) for q in find_quantities(clause.plain[start:]))
        after = aside._quantitative(clause, sentence, start, found, reach) if found else reach
        return after._replace(clause_before=clause.text, listed=reach.listed)

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
        spread, borrows, unit_before = spread_over(clause, found, reach), False, reach.unit
        for reading in read_clause(clause.text, clause.plain, start, found, one_subject=bool(spread)):
            resolved = self._resolve(part_of(reading, reach.whole), clause, sentence, reach, spread=bool(spread))
            if resolved is None:
                continue
            resolved = as_second_tier(reading, resolved, reach)
            borrows = resolved.indicators[:1] != reading.indicators[:1]  # its subject, or the measure of it
            carried = shares and _same_kind(resolved.quantities[0], unit_before)
            compared = baseline or reach.common_baseline or (reach.baseline if carried or borrows else None)
            resolved, due = each_due(resolved, spread, reach)
            self._add(resolved, clause, compared if resolved.change or baseline else None, due, reach)
            singles = (*reach.singles, *resolved.indicators)
            reach = reach._replace(
                indicators=resolved.indicators,
                singles=singles,
                scope=resolved.scope,
                counted=(*reach.counted, *_counted(resolved)),
                change=resolved.change,
                unit=resolved.quantities[-1].unit,
            )
        baseline = baseline or (reach.baseline if shares or borrows else None)
        return reach._replace(clause_before=clause.text[start:], baseline=baseline, listed=True)

    def _break_down(self, clause: Clause, years: list[Deadline], reach: Reach) -> None:
        """新建幼儿园186所（其中2018年62所、2019年70所）: the same indicator, year by year."""
        starts = [*(d.span.start - clause.span.start for d in years[1:]), len(clause.text)]
        for deadline, end in zip(years, starts, strict=False):
            start = deadline.span.end - clause.span.start
            closed = clause.text.find("）", start, end)
            found = find_quantities(clause.text[start : closed if closed > 0 else end])
            does = len(words("make", "result", "level").at(clause.text, start))  # （2021年6月底前|完成|11万亩）
            if len(found) == 1 and len(reach.indicators) == 1 and found[0].start in (0, does):
                before = (t for t in reversed(self.targets) if t.value_span and t.value_span.end <= deadline.span.start)
                if whole := next(before, None):
                    self.targets.append(year_of(whole, deadline, found[0].shift(deadline.span.end)))

    def _parts(self, clause: Clause, total: Quantity, reach: Reach) -> None:
        """学校7所（其中小学3所、初中4所）: a target for each part that is counted as the total is."""
        at = total.number.shift(clause.span.start)
        whole = next((target for target in reversed(self.targets) if target.value_span == at), None)
        if whole is None:
            return
        within = reach._replace(own=True, evidence_from=whole.span.start, whole=whole.indicator, unit=total.unit)
        within = within._replace(indicators=(whole.indicator,), scope=whole.scope, change=whole.change)
        for part in parts_behind(self.document.chars, clause, total):
            found = find_quantities(part.plain)
            if found and all(q.unit == total.unit for q in found):
                first = len(self.targets)
                self._quantitative(part, Sentence(part.span, (part,), False), 0, found, within)
                self.targets[first:] = [t._replace(action=t.action or whole.action) for t in self.targets[first:]]

    def _resolve(
        self, reading: Reading, clause: Clause, sentence: Sentence, reach: Reach, *, spread: bool
    ) -> Reading | None:
        """The reading with all its indicators; None, and a diagnostic, where they are not certain."""
        if len(reading.indicators) == 1 and is_generic(reading.indicators[0]) and not _owned(reach):
            before = self.document.chars[sentence.span.start : clause.span.start]
            if before:
                return reading._replace(indicators=(before + reading.indicators[0],))
            self._tell("unclear-target", clause, f"no subject found for the number in “{clause.text}”")
            return None
        resolved = with_subject(reading, reach, spread=spread)
        if resolved is None and reading.paired:
            self._tell("unclear-target", clause, f"no subject found for the number in “{clause.text}”")
        elif resolved is None:
            count = len(reading.quantities)
            self._tell("list-mismatch", clause, f"{count} numbers do not pair with the subjects of “{clause.text}”")
        return resolved

    def _add(
        self, reading: Reading, clause: Clause, baseline: Baseline | None, due: Sequence[Deadline | None], reach: Reach
    ) -> None:
        for number, deadline in enumerate(due):
            self.targets.append(
                number_target(section_id(self.section), reading, number, clause, baseline, deadline, reach)
            )

    def _qualitative(
        self, clause: Clause, start: int, reach: Reach, before: Clause | None, *, states_nothing: bool
    ) -> Reach:
        text = clause.text[start:].replace(REMOVED, "").strip("，、： ")
        if not text:
            return reach  # 到2030年，|力争达到60%: nothing but a deadline
        said = classify(clause.plain[start:].replace(REMOVED, ""))
        if said == "ban":
            said = "result" if start or not reach.clause_before else "measure"  # 2020年底前，|禁止…: from that day on
        after = reach._replace(clause_before=text, indicators=(), scope=None)
        if says_of_all(text):
            after = after._replace(indicators=reach.indicators, scope=reach.scope)
        if (baseline := find_baseline(text)) and not without_baseline(text).strip("，、"):
            return reach._replace(common_baseline=baseline)
        in_goals = "目标" in self.section.title
        opens_work = (
            not (reach.own or reach.listed or in_goals)
            and said in ("batch", "result")
            and not _BATCH_FORMED.match(text)
        )
        if said == "measure" or pays(clause.plain) or opens_work or treats_case(reach.clause_before):
            # In a sentence behind the deadline's own, a verb at the head opens the next piece of work.
            if in_goals:
                return after
            return after._replace(listing=reach.labelled) if reach.own else Reach(clause_before=text, listing=False)
        due = reach.deadline is not None and reach.listing and (has_day(reach.deadline) or _recurs(reach, text))
        states = (
            (delivers(text) if reach.labelled else said in ("result", "state", "batch"))
            and clause.mark != "："
            and not (states_nothing or (clause.mark == "，" and is_topic(text)))
        )
        if due and states and text and not reached_already(clause.plain):
            if before and not reach.indicators and (subject := subject_before(text, before)):
                text, reach = subject + text, reach._replace(evidence_from=before.span.start)
            self.targets.append(statement_target(section_id(self.section), text, clause, reach))
            return after._replace(listed=True)
        return after

    def _is_title(self, clause: Clause, sentence: Sentence) -> bool:
        """——资源利用水平明显提高。……: the run-in head of an item, with more behind it in its line."""
        behind = self.document.chars[clause.span.end + 1 : clause.span.end + 2]
        return bool(sentence.item_mark) and len(sentence.clauses) == 1 and bool(behind.strip())

    def _tell(self, name: str, clause: Clause, message: str) -> None:
        self.diagnostics.append(Diagnostic(name, clause.span, message.replace(REMOVED, "")))


def _counted(reading: Reading) -> Iterator[tuple[str | None, str]]:
    """招聘教师460名: 名, 教师."""
    if reading.shape in ("counted", "made"):
        for indicator, quantity in zip(reading.indicators, reading.quantities, strict=True):
            yield quantity.unit, indicator


def _tells_how_things_stand(first: Clause) -> bool:
    """近年来，……; 全县|现有学校612所，……; 市区|现有主管网86公里: the sentence that opens so counts what is there."""
    counts = holds_number(first.plain) and words("stock-verb").at(words("place").strip_start(take_scope(first.text)[1]))
    return bool(words("past-opener").at(first.text) or counts)


def _same_kind(quantity: Quantity, unit: str | None) -> bool:
    """新增3处 is compared with no year that 提高到52% before it names; a share and percentage points are of one kind."""
    before = read_unit(unit) if unit else None
    shares = ("ratio", "point")
    return before is None or (quantity.unit_kind in shares) == (before.kind in shares)


def _recurs(reach: Reach, text: str) -> bool:
    """每年10月底前|完成项目储备: what has to be there then, but no report (每年12月底前报送总结)."""
    dated = reach.deadline is not None and has_day_each_year(reach.deadline)
    return dated and delivers(text) and not text.startswith(("报", "上报"))


def _owned(reach: Reach) -> bool:
    """Whether the clause before tells whose share a bare 占比 is."""
    return bool(reach.indicators or thing_of(reach.clause_before))


def _behind_part(clause: Clause, before: Reach, after: Reach) -> Reach:
    """三年新建厂房45万平方米，其中2023年建成12万平方米，|使用率稳定在90%: the year is that of the part alone."""
    if clause.text.startswith("其中") and before.own and before.deadline:
        return after._replace(deadline=before.deadline, deadlines=before.deadlines)
    return after


def _gives_parts(clause: Clause, reach: Reach) -> bool:
    """其中A增长40%、B增长10%: of what the clause before has measured."""
    return clause.text.startswith("其中") and bool(reach.indicators)


def _is_parallel(clause: Clause, sentence: Sentence) -> bool:
    """A list with 分别 behind “；”: it runs parallel to the list before it and shares its baseline."""
    index = next((i for i, c in enumerate(sentence.clauses) if c.span == clause.span), 0)
    return "分别" in clause.plain and index > 0 and sentence.clauses[index - 1].mark == "；"
