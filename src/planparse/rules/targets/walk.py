"""Walks a section clause by clause and keeps what reaches from one to the next: deadline, hope, subject, baseline.

Reach (guide): a deadline governs its sentence and goes on into the next one where that goes on listing
results; 力争 governs its own clause, and all that it opens by 力争到2025年，…; a clause that leaves its subject
out takes the one before it; a baseline holds for its list, for a parallel list and for “其中，…”.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from planparse.diagnostics import Diagnostic
from planparse.document import Deadline, Document, Section, Target
from planparse.rules.targets.quantities import Quantity, find_quantities
from planparse.rules.targets.readings import Reading, clause_object, is_generic, read_clause
from planparse.rules.targets.statements import classify, parts_of
from planparse.rules.targets.subject import Baseline, find_baseline, strip_openers, take_scope
from planparse.rules.targets.thresholds import pays, results
from planparse.span import Span
from planparse.structure.clauses import Clause, Sentence, sentences

_HOPES = ("力争", "争取", "努力", "力求")
_BATCH_FORMED = re.compile("(?:形成|建成)一批")
_BULLETS = ("——", "--", "－－", "──")


@dataclass(frozen=True, slots=True)
class _Reach:
    """What the clauses before hand on."""

    deadline: Deadline | None = None
    own: bool = False  # the deadline stands in this very sentence
    hoped: bool = False  # 力争到2025年，…
    evidence_from: int | None = None  # where the evidence begins: the clause of the deadline or of the subject
    indicators: tuple[str, ...] = ()
    scope: str | None = None
    clause_before: str = ""
    baseline: Baseline | None = None
    listed: bool = False  # this sentence has stated a result already
    listing: bool = True  # no measure has come between the deadline and here


@dataclass(slots=True)
class Walk:
    """The targets and findings of one section, gathered clause by clause."""

    document: Document
    section: Section
    deadlines: Sequence[Deadline]
    targets: list[Target] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def run(self, span: Span, deadline: Deadline | None = None) -> None:
        """Read all sentences of ``span``; ``deadline`` is one that governs it all from a label line."""
        reach = _Reach(deadline, own=deadline is not None)
        for sentence in sentences(self.document.chars, span):
            reach = self._open_sentence(sentence, reach, deadline)
            for clause in sentence.clauses:
                for part in _statements(clause):
                    reach = self._read(part, sentence, reach)

    def _open_sentence(self, sentence: Sentence, reach: _Reach, labelled: Deadline | None) -> _Reach:
        """A new line starts afresh, as does what follows a clause in brackets; a new sentence keeps the deadline."""
        if labelled is not None:
            return _Reach(labelled, own=True)
        first = sentence.clauses[0].text
        if sentence.opens_line or first[:1] in "（〔［【" or not reach.listing:
            return _Reach()
        keeps_baseline = first.startswith("其中")
        return replace(reach, own=False, listed=False, evidence_from=None, baseline=reach.baseline if keeps_baseline else None)

    def _read(self, clause: Clause, sentence: Sentence, reach: _Reach) -> _Reach:
        reach, start = self._take_deadline(clause, sentence, reach)
        plain = clause.plain[start:]
        found = tuple(_shift(q, start) for q in results(plain, find_quantities(plain)))
        timed = [d.span for d in self.deadlines if clause.span.overlaps(d.span)]
        found = tuple(q for q in found if not any(span.overlaps(q.number.shift(clause.span.start)) for span in timed))
        if found:
            return self._quantitative(clause, sentence, start, found, reach)
        return self._qualitative(clause, sentence, start, reach)

    def _take_deadline(self, clause: Clause, sentence: Sentence, reach: _Reach) -> tuple[_Reach, int]:
        """The deadline of this clause, if it has one, and where the words behind it begin."""
        own = [d for d in self.deadlines if clause.span.contains(d.span)]
        if not own:
            return reach, 0
        last = own[-1]
        at, end = last.span.start - clause.span.start, last.span.end - clause.span.start
        before = strip_openers(clause.plain[:at]).removesuffix("在").removesuffix("于")
        opens = not take_scope(before)[1].strip("，、： （")
        hoped = any(word in clause.plain[:at] for word in _HOPES)
        taken = replace(reach, deadline=last, own=True, hoped=hoped and opens, evidence_from=clause.span.start, listing=True)
        return taken, end if opens else 0

    def _quantitative(
        self, clause: Clause, sentence: Sentence, start: int, found: tuple[Quantity, ...], reach: _Reach
    ) -> _Reach:
        baseline = find_baseline(clause.text)
        inherited = reach.baseline if clause_is_parallel(clause, sentence) or sentence.clauses[0].text.startswith("其中") else None
        for reading in read_clause(clause.text, clause.plain, start, found):
            resolved = self._resolve_subject(reading, clause, sentence, reach)
            if resolved is None:
                continue
            elided = not reading.indicators
            change_base = baseline or ((reach.baseline if elided else inherited) if resolved.change else None)
            self._add(resolved, clause, change_base, reach)
            reach = replace(reach, indicators=resolved.indicators, scope=resolved.scope)
        return replace(reach, clause_before=clause.text[start:], baseline=baseline or reach.baseline, listed=True)

    def _resolve_subject(self, reading: Reading, clause: Clause, sentence: Sentence, reach: _Reach) -> Reading | None:
        """The reading with its subject found in the clauses before, where its own leaves it out."""
        if not reading.paired:
            self._tell("list-mismatch", clause, f"{len(reading.quantities)} numbers for “{clause.text}”: subjects and numbers do not match")
            return None
        if len(reading.indicators) == 1 and is_generic(reading.indicators[0]):
            before = self.document.chars[sentence.span.start : clause.span.start]
            return replace(reading, indicators=(before + reading.indicators[0],)) if before else None
        if reading.indicators:
            return reading
        if len(reach.indicators) == len(reading.quantities):
            return replace(reading, indicators=reach.indicators, scope=reading.scope or reach.scope)
        own_object = clause_object(reach.clause_before) if len(reading.quantities) == 1 and not reach.indicators else ""
        if own_object and reading.shape in ("counted", "made"):
            return replace(reading, indicators=(own_object,))
        self._tell("unclear-target", clause, f"no subject found for the number in “{clause.text}”")
        return None

    def _add(self, reading: Reading, clause: Clause, baseline: Baseline | None, reach: _Reach) -> None:
        for indicator, quantity in zip(reading.indicators, reading.quantities, strict=True):
            end = reading.end if quantity is reading.quantities[-1] else quantity.end
            hoped = reach.hoped or any(word in clause.plain[: quantity.start] for word in _HOPES)
            self.targets.append(
                Target(
                    section_id=self.section.id,
                    kind="quantitative",
                    indicator=indicator,
                    scope=reading.scope,
                    action=reading.action,
                    change=reading.change,
                    comparator=_comparator(quantity, reading.action),
                    value=quantity.value,
                    value_max=quantity.value_max,
                    unit=quantity.unit,
                    baseline_year=self._baseline_year(baseline, reach.deadline),
                    deadline=reach.deadline,
                    commitment="aspirational" if hoped else "firm",
                    span=Span(self._evidence_start(clause, reach), clause.span.start + end),
                    value_span=quantity.number.shift(clause.span.start),
                    rule=f"target/{reading.shape}",
                )
            )

    def _evidence_start(self, clause: Clause, reach: _Reach) -> int:
        own = reach.deadline is not None and reach.own and reach.evidence_from is not None
        return min(reach.evidence_from, clause.span.start) if own and reach.evidence_from is not None else clause.span.start

    def _baseline_year(self, baseline: Baseline | None, deadline: Deadline | None) -> int | None:
        """同比 and 比上年 compare with the year before the target's own."""
        if baseline is None:
            return None
        if baseline.year is not None:
            return baseline.year
        due: date | None = deadline.end if deadline else None
        return due.year - baseline.before if due else None

    def _qualitative(self, clause: Clause, sentence: Sentence, start: int, reach: _Reach) -> _Reach:
        said = classify(clause.plain[start:])
        text = clause.text[start:].strip("，、： ")
        after = replace(reach, clause_before=text, indicators=(), scope=None)
        opens_work = not reach.own and not reach.listed and said in ("batch", "result") and not _BATCH_FORMED.match(text)
        if said == "measure" or pays(clause.plain) or opens_work:
            # In a sentence behind the deadline's own, a verb at the head opens the next piece of work.
            return replace(after, listing=False) if reach.own else _Reach(clause_before=text, listing=False)
        due = reach.deadline is not None and reach.deadline.kind != "recurring" and reach.listing
        if due and text and said in ("result", "state", "batch") and clause.mark != "：" and not text.startswith(_BULLETS):
            self._state(clause, text, reach)
            return replace(after, listed=True)
        return after

    def _state(self, clause: Clause, text: str, reach: _Reach) -> None:
        hoped = reach.hoped or any(word in clause.plain for word in _HOPES)
        bare = next((text[len(word) :] for word in _HOPES if text.startswith(word)), text)
        scope, rest = _scope_of(bare)
        baseline = find_baseline(clause.text)
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
                baseline_year=self._baseline_year(baseline, reach.deadline),
                deadline=reach.deadline,
                commitment="aspirational" if hoped else "firm",
                span=Span(self._evidence_start(clause, reach), clause.span.end),
                value_span=None,
                rule="target/statement",
            )
        )

    def _tell(self, name: str, clause: Clause, message: str) -> None:
        self.diagnostics.append(Diagnostic(name, clause.span, message))


def _scope_of(text: str) -> tuple[str | None, str]:
    """Only a scope word that opens the clause is taken off: 全市|建成区基本淘汰…, but 完成全市… stays whole."""
    scope, rest = take_scope(text)
    return (scope, rest) if scope and text.startswith(scope) else (None, text)


def _comparator(quantity: Quantity, action: str | None) -> str:
    """突破 means more than, and 控制在 at most, where no other word says so."""
    if quantity.comparator == "eq" and action:
        if action in ("突破", "跨越"):
            return "gt"
        if action.startswith(("控制", "严控", "限制")):
            return "le"
    return quantity.comparator


def clause_is_parallel(clause: Clause, sentence: Sentence) -> bool:
    """A list with 分别 behind “；”: it runs parallel to the list before it and shares its baseline."""
    index = sentence.clauses.index(clause) if clause in sentence.clauses else 0
    return "分别" in clause.plain and index > 0 and sentence.clauses[index - 1].mark == "；"


def _shift(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, start=quantity.start + by, end=quantity.end + by, number=quantity.number.shift(by))


def _statements(clause: Clause) -> Iterator[Clause]:
    """The clause, or its parts where 、 joins whole statements."""
    parts = parts_of(clause)
    if len(parts) == 1:
        yield clause
        return
    for start, end in parts:
        span = Span(clause.span.start + start, clause.span.start + end)
        yield Clause(span, clause.text[start:end], clause.plain[start:end], clause.mark if end == len(clause.text) else "、")
