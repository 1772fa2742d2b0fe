"""Reads the data tables of the lexicon: tab-separated rows, ``#`` starts a comment line."""

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of ``lexicon/data/NAME``, each a list of its cells."""
    text = files("planparse.lexicon").joinpath("data", name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
