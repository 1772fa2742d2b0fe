"""Reads the data tables of the lexicon: tab-separated rows, ``#`` starts a comment line."""

from collections.abc import Iterator
from pathlib import Path

# Not importlib.resources: importing it costs as much as reading all the tables.
_DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[list[str]]:
    """The rows of ``lexicon/data/NAME``, each a list of its cells."""
    for line in (_DATA / name).read_bytes().decode("utf-8").splitlines():
        if line and line[0] != "#":
            yield line.split("\t")
