"""What a bracket behind a total says of its parts: 小学、幼儿园7所（其中小学3所、幼儿园4所）, 泊位2500个（含机械泊位400个）."""

from collections.abc import Iterator

from planparse import patterns
from planparse.clauses import Clause, sentences
from planparse.rules.targets.quantities import Quantity
from planparse.span import Span

_OPENS_PARTS = patterns.compile("（(?:其中|含|包括|包含)[：，]?")


def parts_behind(chars: str, clause: Clause, total: Quantity) -> Iterator[Clause]:
    """The clauses of the bracket that stands behind a total and names its parts, with their places in ``chars``."""
    opens = _OPENS_PARTS.match(clause.text, total.number.end) or _OPENS_PARTS.match(clause.text, total.end)
    end = clause.text.find("）", opens.end()) if opens else -1
    if opens and end > 0:
        for sentence in sentences(chars, Span(clause.span.start + opens.end(), clause.span.start + end)):
            yield from sentence.clauses
