"""Word lists by class, and finding their longest words at a place in a text."""

import re
from collections.abc import Iterable
from functools import cache, cached_property

from planparse.lexicon.tables import rows


class Words:
    """A set of words that finds the longest of its words before or behind a place."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._longest = max(map(len, self.words), default=0)

    def __contains__(self, word: str) -> bool:
        return word in self.words

    def at(self, text: str, start: int = 0) -> str:
        """The longest word that starts at ``start``; "" if none does."""
        last = min(len(text), start + self._longest)
        return next((text[start:end] for end in range(last, start, -1) if text[start:end] in self.words), "")

    def before(self, text: str, end: int | None = None) -> str:
        """The longest word that ends at ``end`` (the text's end if not given); "" if none does."""
        end = len(text) if end is None else end
        first = max(0, end - self._longest)
        return next((text[start:end] for start in range(first, end) if text[start:end] in self.words), "")

    def within(self, text: str, start: int = 0) -> bool:
        """Whether any of the words stands anywhere from ``start`` on."""
        return bool(self.words) and self._pattern.search(text, start) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self.words))))

    def strip_start(self, text: str) -> str:
        """The text without the words that open it, one after another."""
        while word := self.at(text):
            text = text[len(word) :]
        return text

    def strip_end(self, text: str) -> str:
        """The text without the words that close it, one after another."""
        while word := self.before(text):
            text = text[: -len(word)]
        return text


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(words.split(" ")) - {""}
        for table in ("predicates.tsv", "function_words.tsv")
        for name, words in rows(table)
    }


@cache
def words(*classes: str) -> Words:
    """The words of one or more classes of the tables."""
    return Words(word for name in classes for word in _classes()[name])


@cache
def level_verbs() -> Words:
    """达到, 控制在 …, and every verb of change with 到, 至 or 为 behind it (降至, 提高到)."""
    stems = _classes()["decrease"] | _classes()["increase"] | _classes()["stem"]
    return Words(_classes()["level"] | {stem + ending for stem in stems for ending in ("到", "至", "为")})
