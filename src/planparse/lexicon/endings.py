"""Finds the longest known word that a text ends in: what Chinese names and phrases are told apart by."""

from collections.abc import Mapping
from typing import Generic, TypeVar

V = TypeVar("V")


class Endings(Generic[V]):
    """Words with a value each, looked up from the end of a text.

    >>> Endings({"局": 1, "分局": 2}).longest("市公安局城东分局")
    ('分局', 2)
    """

    def __init__(self, words: Mapping[str, V]) -> None:
        self._words = words
        self._last = frozenset(word[-1] for word in words)
        self._lengths = sorted({len(word) for word in words}, reverse=True)

    def whole(self, text: str) -> V | None:
        """The value of a text that is a known word; None if it is none."""
        return self._words.get(text)

    def longest(self, text: str, end: int | None = None) -> tuple[str, V] | None:
        """The longest word that ends at ``end`` (by default the end of the text) and its value; None if none does."""
        end = len(text) if end is None else end
        if not end or text[end - 1] not in self._last:
            return None
        for length in self._lengths:
            if length <= end and (word := text[end - length : end]) in self._words:
                return word, self._words[word]
        return None
