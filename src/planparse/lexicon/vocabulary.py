"""Word lists by class, and finding their longest words at a place in a text."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

from planparse.lexicon.tables import rows


class Words:
    """A set of words that finds the longest of its words before or behind a place.

    Words are looked up by their first or last character: most places hold none, and that is told at once.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        return _grouped(self.words, 0)

    @cached_property
    def _by_last(self) -> dict[str, list[str]]:
        return _grouped(self.words, -1)

    def __contains__(self, word: str) -> bool:
        return word in self.words

    def at(self, text: str, start: int = 0) -> str:
        """The longest word that starts at ``start``; "" if none does."""
        for word in self._by_first.get(text[start : start + 1], ()):
            if text.startswith(word, start):
                return word
        return ""

    def before(self, text: str, end: int | None = None) -> str:
        """The longest word that ends at ``end`` (the text's end if not given); "" if none does."""
        end = len(text) if end is None else end
        for word in self._by_last.get(text[end - 1 : end], ()) if end else ():
            if text.endswith(word, 0, end):
                return word
        return ""

    def within(self, text: str, start: int = 0) -> bool:
        """Whether any of the words stands anywhere from ``start`` on."""
        for at in range(start, len(text)):
            group = self._by_first.get(text[at])
            if group and text.startswith(tuple(group), at):
                return True
        return False

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


def _grouped(words: Iterable[str], at: int) -> dict[str, list[str]]:
    """The words by their first (0) or last (-1) character, the longest first."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        groups[word[at]].append(word)
    return groups


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
