"""Word lists by class, and finding their longest words at a place in a text."""

from collections.abc import Iterable
from functools import cache, cached_property

from planparse.lexicon.tables import rows


class Words:
    """A set of words that finds the longest of its words before or behind a place.

    The first or last character is looked at first: at most places no word can stand, and that is told at once.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)

    @cached_property
    def _first(self) -> frozenset[str]:
        return frozenset([word[0] for word in self.words])

    @cached_property
    def _last(self) -> frozenset[str]:
        return frozenset([word[-1] for word in self.words])

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted(set(map(len, self.words)), reverse=True)

    def __contains__(self, word: str) -> bool:
        return word in self.words

    def at(self, text: str, start: int = 0) -> str:
        """The longest word that starts at ``start``; "" if none does."""
        if text[start : start + 1] in self._first:
            for length in self._lengths:
                if (word := text[start : start + length]) in self.words and len(word) == length:
                    return word
        return ""

    def before(self, text: str, end: int | None = None) -> str:
        """The longest word that ends at ``end`` (the text's end if not given); "" if none does."""
        end = len(text) if end is None else end
        if text[end - 1 : end] in self._last:
            for length in self._lengths:
                if length <= end and (word := text[end - length : end]) in self.words:
                    return word
        return ""

    def within(self, text: str, start: int = 0) -> bool:
        """Whether any of the words stands anywhere from ``start`` on."""
        return any(text[at] in self._first and self.at(text, at) for at in range(start, len(text)))

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


class _Union(Words):
    """The words of several sets, each of which keeps its own index."""

    def __init__(self, parts: tuple[Words, ...]) -> None:
        super().__init__(frozenset().union(*(part.words for part in parts)))
        self._parts = parts

    def at(self, text: str, start: int = 0) -> str:
        return max([part.at(text, start) for part in self._parts], key=len)

    def before(self, text: str, end: int | None = None) -> str:
        return max([part.before(text, end) for part in self._parts], key=len)

    def within(self, text: str, start: int = 0) -> bool:
        return any(part.within(text, start) for part in self._parts)


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(listed.split())
        for table in ("predicates.tsv", "function_words.tsv")
        for name, listed in rows(table)
    }


@cache
def words(*classes: str) -> Words:
    """The words of one or more classes of the tables."""
    return Words(_classes()[classes[0]]) if len(classes) == 1 else _Union(tuple(words(name) for name in classes))


@cache
def level_verbs() -> Words:
    """达到, 控制在 …, and every verb of change with 到, 至 or 为 behind it (降至, 提高到)."""
    stems = _classes()["decrease"] | _classes()["increase"] | _classes()["stem"]
    return Words(_classes()["level"] | {stem + ending for stem in stems for ending in ("到", "至", "为")})
