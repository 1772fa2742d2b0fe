"""Adds to each clause the bodies that an earlier one made responsible for all that follows (以下均需……落实)."""

from collections.abc import Iterable

from planparse.document import Party, Responsibility


def inherit(responsibilities: Iterable[Responsibility]) -> tuple[Responsibility, ...]:
    """The clauses in order, each with the bodies of earlier clauses that govern it, marked ``inherited``.

    A body that the clause names itself is not added again. What one plan says does not reach into the next plan
    of the same notice.
    """
    part: str | None = None
    governing: tuple[Party, ...] = ()
    result: list[Responsibility] = []
    for clause in responsibilities:
        if (of := _part_of(clause)) != part:
            part, governing = of, ()
        named = {_key(party) for party in clause.parties}
        added = tuple(party for party in governing if _key(party) not in named)
        result.append(clause._replace(parties=clause.parties + added) if added else clause)
        if clause.applies_to_following:
            known = {_key(party) for party in governing}
            new = (p for p in clause.parties if p.governs_following and _key(p) not in known)
            governing += tuple(p._replace(inherited=True, governs_following=False) for p in new)
    return tuple(result)


def _key(party: Party) -> str:
    return party.name.lstrip("各")


def _part_of(clause: Responsibility) -> str:
    return (clause.section_id or "").rpartition("/")[0]
