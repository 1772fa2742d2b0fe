"""Automatic numbers of Word paragraphs: 一、 and （一） stand in numbering.xml, apart from the text.

A paragraph names a list (``numId``) and a level in it, or its style does, or the style's base. The list
points to an abstract one, whose levels say how to count; lists on one abstract list count on together
unless one overrides the start (ECMA-376 part 1, 17.9).
"""

import re
from collections import defaultdict
from typing import Any, NamedTuple

from planparse.readers.word_numbers import number_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BULLET = "●"
_DEEPEST = 20  # styles that one is based on


class Level(NamedTuple):
    """How one level counts: the first number, its form, the words around it (“（%1）”), whether higher levels are digits."""

    start: int
    form: str
    words: str
    legal: bool
    spaced: bool
    restart: int | None


class Numbering:
    """Counts the numbered paragraphs of one document, in the order in which they are asked for."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        found = numbering if numbering is not None else ()
        self._lists = {_id(item, "numId"): item for item in found if item.tag == f"{W}num"}
        self._abstract = {_id(item, "abstractNumId"): item for item in found if item.tag == f"{W}abstractNum"}
        self._styles = {_id(item, "styleId"): item for item in (styles if styles is not None else ())}
        self._default = next((key for key, item in self._styles.items() if _is_default(item)), "")
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[tuple[str, int]] = set()

    def number(self, paragraph: Any) -> str:
        """The number that Word shows before the paragraph, with its marks; empty where it has none."""
        list_id, depth = self._place(paragraph)
        item = self._lists.get(list_id)
        if item is None or list_id == "0":
            return ""
        abstract_id, abstract = self._resolve(item)
        levels = _levels(abstract, item)
        if depth not in levels:
            return ""
        counts = self._counts[abstract_id]
        self._restart(list_id, item, counts)
        _count(counts, levels, depth)
        return _words(levels, counts, depth)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, or those of its style."""
        own = paragraph.find(f"{W}pPr")
        list_id, depth = _reference(own)
        style = _child(own, "pStyle") or self._default
        for _ in range(_DEEPEST):
            if list_id is not None or style not in self._styles:
                break
            list_id, in_style = _reference(self._styles[style].find(f"{W}pPr"))
            if list_id is not None and depth is None:
                depth = in_style if in_style is not None else self._level_of(style, list_id)
            style = _child(self._styles[style], "basedOn") or ""
        return list_id or "", depth or 0

    def _level_of(self, style: str, list_id: str) -> int:
        """The level that a list ties to a style."""
        item = self._lists.get(list_id)
        levels = self._resolve(item)[1].findall(f"{W}lvl") if item is not None else ()
        return next((int(_id(level, "ilvl") or 0) for level in levels if _child(level, "pStyle") == style), 0)

    def _resolve(self, item: Any) -> tuple[str, Any]:
        """The abstract list of a list; one may only point to a style that points to another."""
        abstract_id = _child(item, "abstractNumId") or ""
        abstract = self._abstract.get(abstract_id, item)
        link = _child(abstract, "numStyleLink")
        if link:
            other = next((key for key, found in self._abstract.items() if _child(found, "styleLink") == link), None)
            return (other, self._abstract[other]) if other is not None else (abstract_id, abstract)
        return abstract_id, abstract

    def _restart(self, list_id: str, item: Any, counts: dict[int, int]) -> None:
        """A list that overrides a start begins anew, once."""
        for override in item.findall(f"{W}lvlOverride"):
            depth = int(_id(override, "ilvl") or 0)
            if _child(override, "startOverride") is not None and (list_id, depth) not in self._started:
                self._started.add((list_id, depth))
                counts.pop(depth, None)


def _levels(abstract: Any, item: Any) -> dict[int, Level]:
    levels = {int(_id(found, "ilvl") or 0): _level(found) for found in abstract.findall(f"{W}lvl")}
    for override in item.findall(f"{W}lvlOverride"):
        depth = int(_id(override, "ilvl") or 0)
        if (own := override.find(f"{W}lvl")) is not None:
            levels[depth] = _level(own)
        if (start := _child(override, "startOverride")) is not None and depth in levels:
            levels[depth] = levels[depth]._replace(start=int(start))
    return levels


def _level(element: Any) -> Level:
    restart = _child(element, "lvlRestart")
    return Level(
        int(_child(element, "start") or 0),
        _child(element, "numFmt") or "decimal",
        _child(element, "lvlText") or "",
        element.find(f"{W}isLgl") is not None,
        _child(element, "suff") != "nothing",
        int(restart) if restart else None,
    )


def _count(counts: dict[int, int], levels: dict[int, Level], depth: int) -> None:
    """One more on this level; those above have begun, those below begin anew unless they say otherwise."""
    for above in range(depth):
        if above in levels:
            counts.setdefault(above, levels[above].start)
    counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
    for below in [at for at in counts if at > depth]:
        restart = levels[below].restart if below in levels else None
        if restart is None or depth < restart:
            del counts[below]


def _words(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.form == "none":
        return ""
    if level.form == "bullet":  # fonts of symbols have their own signs in the private area
        return _BULLET if not level.words or "\ue000" <= level.words[0] <= "\uf8ff" else level.words

    def one(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        form = "decimal" if level.legal or at not in levels else levels[at].form
        return number_word(form, counts.get(at, levels[at].start if at in levels else 1))

    words = re.sub(r"%([1-9])", one, level.words)
    return words + " " if level.spaced and words[-1:].isalnum() else words


def _reference(properties: Any) -> tuple[str | None, int | None]:
    """``numId`` and ``ilvl`` of paragraph properties."""
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return None, None
    depth = _child(found, "ilvl")
    return _child(found, "numId"), int(depth) if depth is not None else None


def _child(element: Any, name: str) -> str | None:
    """``w:val`` of a child."""
    child = element.find(f"{W}{name}") if element is not None else None
    return child.get(f"{W}val") if child is not None else None


def _id(element: Any, name: str) -> str:
    return element.get(f"{W}{name}") or ""


def _is_default(style: Any) -> bool:
    return style.get(f"{W}default") in ("1", "true") and style.get(f"{W}type") == "paragraph"
