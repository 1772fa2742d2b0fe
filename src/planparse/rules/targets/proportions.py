"""Shares by which something is done: 停车场按不低于20%的比例|配建充电设施, 按不少于车位数30%的比例|建成充电桩."""

import re

from planparse import patterns
from planparse.lexicon.vocabulary import words
from planparse.rules.targets.quantities import Quantity, comparator_of

_BY = patterns.compile("(?P<who>[^，]*?)按照?(?P<compared>(?:不[低少]于|不超过|不高于|至少)?)(?P<whole>[^，按]{0,14})$")
_SHARE = patterns.compile("的?比例(?P<deed>[^，；。]{3,})")


def deed_by_share(before: str, after: str) -> "re.Match[str] | None":
    """What is done by the share that stands between the two texts; None where it is a condition or a payment."""
    deed = _SHARE.match(after) if _BY.match(before) else None
    verbs = words("make", "make-open", "do")
    return deed if deed and verbs.at(words("adverb").strip_start(deed["deed"])) else None


def by_share(left: str, right: str, quantity: Quantity) -> tuple[str, Quantity] | None:
    """The words around the share, in their order, and the share with the comparator that the whole parts from it."""
    by, deed = _BY.match(left), deed_by_share(left, right)
    if by is None or deed is None or quantity.unit_kind != "ratio":
        return None
    compared = comparator_of(by["compared"]) if by["compared"] else None
    whole = f"{by['whole']}的" if by["whole"] else ""
    return f"{by['who']}按{whole}比例{deed['deed']}", quantity._replace(comparator=compared or quantity.comparator)
