"""The central bodies of Party and State by name, as ``data/central_bodies.tsv`` lists them."""

from functools import cache

from planparse.lexicon.tables import rows


@cache
def central_names() -> frozenset[str]:
    """Full and short names."""
    return frozenset(row[0] for row in rows("central_bodies.tsv"))


@cache
def central_names_by_length() -> tuple[str, ...]:
    """Full and short names, longer ones first, so that the first that fits is the longest."""
    return tuple(sorted(central_names(), key=lambda name: (-len(name), name)))
