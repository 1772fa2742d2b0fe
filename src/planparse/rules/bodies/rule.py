"""The rule: candidates in text order, each read, judged and placed in its section."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from planparse import patterns
from planparse.diagnostics import Diagnostic
from planparse.document import Document, Party, Responsibility
from planparse.lexicon.roles import find_label, find_tail
from planparse.rules.bodies.candidates import Candidate, brackets, labelled_lines, lines_of_bodies
from planparse.rules.bodies.effects import FirstLeads, first_leads
from planparse.rules.bodies.pieces import Piece
from planparse.rules.bodies.reading import Reading, read, read_columns
from planparse.rules.task_tables import task_rows
from planparse.span import Span

_CUE = patterns.compile(
    "负责|牵头|配合|落实|责任|指导|督[促导办]|单位|参[与加]|协[助同办作]|[主承会]办|分工|实施|支持|推进|为主|主责"
)
_GENERIC = ("牵头", "责任", "配合", "参与", "成员", "主责", "上述", "以上", "该", "其")
_SENTENCE_END = "。；！"
_LABEL_NOUN = patterns.compile("单位|部门|主体")
_LONGEST_LABEL = 10


def find_responsibilities(document: Document) -> tuple[tuple[Responsibility, ...], tuple[Diagnostic, ...]]:
    """All clauses in text order, and a diagnostic for each place that looks like one but cannot be read."""
    found: list[tuple[Candidate, Reading]] = []
    unclear: list[Diagnostic] = []
    done = 0
    for candidate in _candidates(document):
        if candidate.span.start < done:
            continue
        read_as = _read(document.chars, candidate)
        if read_as:
            found.append(read_as)
            done = read_as[0].span.end
        elif _looks_responsible(candidate):
            unclear.append(Diagnostic("unclear-body", candidate.span, "who is responsible could not be read"))
    found += _in_tables(document, unclear)
    found.sort(key=lambda one: one[0].span.start)
    return tuple(_responsibilities(document, found)), tuple(unclear)


def _in_tables(document: Document, unclear: list[Diagnostic]) -> Iterator[tuple[Candidate, Reading]]:
    """The bodies of each row of a table of tasks, with the roles that their columns give."""
    for table in document.tables:
        for row in task_rows(document, table):
            if not row.bodies:
                continue
            span = row.bodies[0][0].join(row.bodies[-1][0])
            cells = [(Piece(document.chars[cell.start : cell.end], cell.start), role) for cell, role in row.bodies]
            if reading := read_columns(cells):
                yield Candidate(span, Piece(document.chars[span.start : span.end], span.start), "table-row"), reading
            else:
                unclear.append(Diagnostic("unclear-body", span, "who is responsible could not be read"))


def _candidates(document: Document) -> list[Candidate]:
    chars = document.chars
    headings = {section.heading.start for section in document.sections}
    skipped = sorted([repeat.span for repeat in document.repeats] + [table.span for table in document.tables])
    candidates: list[Candidate] = []
    for region in [part.span for part in document.parts] or [Span(0, len(chars))]:
        lines = [line for line in _lines(chars, region) if not any(line.overlaps(span) for span in skipped)]
        candidates += labelled_lines(chars, lines)
        candidates += (one for one in brackets(chars, region) if _CUE.search(one.inner.text) or _closes(chars, one))
        candidates += lines_of_bodies(chars, [line for line in lines if line.start not in headings])
    kept = [one for one in candidates if not any(one.span.overlaps(span) for span in skipped)]
    return sorted(kept, key=lambda one: (one.span.start, -one.span.end))


def _lines(chars: str, region: Span) -> Iterator[Span]:
    start = region.start
    while start < region.end:
        end = chars.find("\n", start, region.end)
        end = region.end if end < 0 else end
        if chars[start:end].strip():
            yield Span(start, end)
        start = end + 1


def _read(chars: str, candidate: Candidate) -> tuple[Candidate, Reading] | None:
    """The candidate with its reading; a labelled line is cut where its end cannot be read as bodies."""
    best: tuple[Candidate, Reading] | None = None
    for end in _ends(candidate):
        reading = read(candidate.inner.cut(0, end))
        if not reading or not _is_clause(chars, candidate, reading):
            continue
        missing = len(candidate.inner.text) - end
        if best and missing and _opens_with_label(candidate.inner.text[end:].lstrip()):
            break  # what would be cut off names bodies too, if one that no table knows
        cut = (
            candidate._replace(span=Span(candidate.span.start, candidate.span.end - missing)) if missing else candidate
        )
        if reading.bodies == len(reading.parties) and not reading.unknown:
            return cut, reading
        best = best or (cut, reading)
    return best


def _opens_with_label(text: str) -> bool:
    label = text.find("：", 0, _LONGEST_LABEL)
    return label > 0 and bool(_LABEL_NOUN.search(text, 0, label))


def _ends(candidate: Candidate) -> Iterator[int]:
    """Where the clause may end: with its candidate; a labelled line also before a further line or sentence."""
    text = candidate.inner.text
    yield len(text)
    if candidate.form == "labelled-line":
        yield from (found.start() for found in reversed([*patterns.finditer("\n", text)]))
        yield from (found.end() for found in [*patterns.finditer("。(?=.)", text)][:1])


def _is_clause(chars: str, candidate: Candidate, reading: Reading) -> bool:
    """Whether the reading, in this form, says who is responsible."""
    only_bodies = reading.bodies == len(reading.parties)
    if candidate.form == "labelled-line":
        return reading.labelled
    if candidate.form == "line-of-bodies":
        of_itself = not any(party.name.startswith(_GENERIC) for party in reading.parties)
        only_bodies = only_bodies and not reading.unknown
        return (reading.worded or reading.labelled) and only_bodies and reading.organs > 0 and of_itself
    if reading.labelled:
        return True
    if reading.worded:  # not 党委领导、政府负责、社会参与
        return only_bodies or (reading.organs > 0 and 2 * reading.bodies > len(reading.parties))
    return only_bodies and not reading.unknown and reading.organs > 0 and _closes(chars, candidate)


def _closes(chars: str, candidate: Candidate) -> bool:
    """Whether a bracket stands where a mere list of bodies says who is responsible: closing a paragraph."""
    after = chars[candidate.span.end : candidate.span.end + 2].lstrip("。；")
    if candidate.form != "bracketed-clause" or after[:1] not in ("", "\n"):
        return False
    return "、" in candidate.inner.text or chars[candidate.span.start - 1] in _SENTENCE_END


def _looks_responsible(candidate: Candidate) -> bool:
    text = candidate.inner.text.rstrip("。")
    if candidate.form != "bracketed-clause":
        return candidate.form == "labelled-line" and bool(_LABEL_NOUN.search(text, 0, _LONGEST_LABEL))
    label = find_label(text[: text.find("：")]) if "：" in text else None
    tail = find_tail(text)
    return bool(label and label.role and not label.start) or bool(tail and tail.role and tail.start)


def _responsibilities(document: Document, found: list[tuple[Candidate, Reading]]) -> Iterator[Responsibility]:
    """The clauses with their sections; the first body leads where an earlier remark says so."""
    inside = [candidate.span for candidate, _ in found]
    starts = [span.start for span in inside]
    outside = [one for one in first_leads(document.chars) if one.is_general and not _within(one.at, inside, starts)]
    below = [(one.at, one) for one in outside]
    below += [(c.span.start, r.first_leads) for c, r in found if r.first_leads and r.first_leads.below_too]
    for candidate, reading in found:
        section = document.section_at(candidate.span.start)
        governing = (one for at, one in below if _governs(document, at, candidate.span.start))
        leads = reading.first_leads or next(governing, None)
        yield Responsibility(
            section.id if section else None,
            candidate.span,
            reading.open_ended,
            reading.applies_to_following,
            _with_leaders(document.chars, reading.parties, leads) if leads else reading.parties,
            candidate.form,
        )


def _within(at: int, spans: list[Span], starts: list[int]) -> bool:
    before = bisect_right(starts, at) - 1
    return before >= 0 and at < spans[before].end


def _governs(document: Document, remark: int, clause: int) -> bool:
    """A remark counts for what follows it in the same part."""
    return remark <= clause and not any(remark < part.span.start <= clause for part in document.parts)


def _with_leaders(chars: str, parties: tuple[Party, ...], remark: FirstLeads) -> tuple[Party, ...]:
    """The parties, with those leading that the remark means, unless the clause's own words say who leads."""
    count = _before_comma(chars, parties) if remark.before_comma else 1
    leaders, others = parties[:count], parties[count:]
    if any(party.role == "lead" for party in parties) or any(party.role in ("support", "guide") for party in leaders):
        return parties
    if others and all(party.role in ("support", "guide") for party in others):
        return parties  # 甲负责，乙配合: the clause itself says who does what
    if remark.others_support:
        others = tuple(p._replace(role="support") if p.role == "responsible" else p for p in others)
    return (*(party._replace(role="lead") for party in leaders), *others)


def _before_comma(chars: str, parties: tuple[Party, ...]) -> int:
    """How many bodies stand before the first comma or semicolon; none of a list that has neither."""
    gaps = (chars[one.span.end : other.span.start] for one, other in pairwise(parties))
    ends = (at for at, gap in enumerate(gaps, 1) if "，" in gap or "；" in gap)
    return next(ends, 1 if len(parties) == 1 else 0)
