"""What a bracket behind a total says of its parts: 小学、幼儿园7所（其中小学3所、幼儿园4所）, 泊位2500个（含机械泊位400个）."""

from collections.abc import Iterator

from planparse import patterns
from planparse.clauses import Clause, sentences
from planparse.rules.targets.quantities import Quantity, find_quantities
from planparse.span import Span

_OPENS = patterns.compile("（(?P<said>其中|含|包括|包含)?[：，]?")


def parts_behind(chars: str, clause: Clause, total: Quantity) -> Iterator[Clause]:
    """The clauses of the bracket that stands behind a total and names its parts, with their places in ``chars``."""
    opens = next(filter(None, (_OPENS.match(clause.text, at) for at in (total.number.end, total.end))), None)
    end = clause.text.find("）", opens.end()) if opens else -1
    if opens and end > 0 and (opens["said"] or _adds_up(clause.text[opens.end() : end], total)):
        for sentence in sentences(chars, Span(clause.span.start + opens.end(), clause.span.start + end)):
            yield from sentence.clauses


def _adds_up(inside: str, total: Quantity) -> bool:
    """学位3.6万个（公办2.8万个、民办0.8万个）: parts that are not said to be parts, but together are the total."""
    parts = find_quantities(inside)
    return len(parts) > 1 and {q.unit for q in parts} == {total.unit} and sum(q.value for q in parts) == total.value
