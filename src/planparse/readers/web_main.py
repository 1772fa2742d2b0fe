"""Which part of a page is its text.

What never is goes first: scripts, menus, forms' controls, blocks that the page itself calls a footer, lists of
links. The main text is then the smallest element that holds nearly all prose: sentences that are no links, and
cells of tables. Nothing inside of it is dropped, and a table of figures behind it is its annex.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

_NEVER = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "aside",
        "footer",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "iframe",
        "object",
        "svg",
        "canvas",
        "video",
        "audio",
        "head",
        "dialog",
    ]
)
_BLOCKS = frozenset(
    [
        "div",
        "section",
        "article",
        "main",
        "ul",
        "ol",
        "dl",
        "table",
        "td",
        "form",
        "center",
        "font",
        "header",
        "fieldset",
    ]
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|breadcrumb|crumbs?|share|sidebar|copyright|toolbar|pagination|pager|"
    r"related|recommend|search|qrcode|wzlm|dqwz)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_PROSE = re.compile("[，。；：、]")
_SHARE = 0.95  # of all prose that the main text holds
_LINKS = 0.6  # share of link words that makes a block a list of links
_LEAST_LINKS = 3
_MARKED_MOST = 0.3  # share of a page's prose that furniture can hold; what holds more was named badly


class Measure(NamedTuple):
    """What an element holds, its children included: characters of prose, of all text, of links; the number of links."""

    prose: int = 0
    words: int = 0
    linked: int = 0
    links: int = 0


def find_main(root: Any) -> Any:
    """The element that holds the text; furniture has been cut out of the tree."""
    body = root.find("body") if root.tag == "html" else root
    body = body if body is not None else root
    _drop(element for element in body.iter(*_NEVER))
    _drop(element for element in body.iter() if _is_hidden(element))
    measures = _measures(body)
    most = measures[body].prose * _MARKED_MOST
    _drop(found for found, measure in measures.items() if measure.prose <= most and _is_furniture(found, measure))
    return _smallest(body)


def _is_hidden(element: Any) -> bool:
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    return bool(hidden) and element.tag != "body"


def _drop(elements: Iterable[Any]) -> None:
    """Empty elements; what follows them stays."""
    for element in list(elements):
        element.clear(keep_tail=True)


def _is_furniture(element: Any, measure: Measure) -> bool:
    """Whether a block calls itself a menu or the like, or is a list of links."""
    if element.tag not in _BLOCKS or element.tag == "td":
        return False
    named = _FURNITURE.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    return bool(named) or (measure.links >= _LEAST_LINKS and measure.linked > _LINKS * measure.words)


def _measures(body: Any) -> dict[Any, Measure]:
    measures: dict[Any, Measure] = {}
    for element in reversed(list(body.iter("*"))):
        parts = [_own(element), *(measures[child] for child in element if child in measures)]
        total = Measure(*map(sum, zip(*parts, strict=True)))
        if element.tag == "a":
            total = Measure(0, total.words, total.words, 1)
        measures[element] = total
    return measures


def _own(element: Any) -> Measure:
    """The words of an element that no child holds. A table's cells count as prose, without marks too."""
    pieces = [element.text or "", *(child.tail or "" for child in element)]
    lengths = [(piece, len(piece.strip())) for piece in pieces]
    prose = sum(length for piece, length in lengths if element.tag in ("td", "th") or _PROSE.search(piece))
    return Measure(prose, sum(length for _, length in lengths))


def _smallest(body: Any) -> Any:
    """Go down as long as one block holds nearly all prose, or nearly all words where no prose is."""
    measures = _measures(body)
    field = 0 if measures[body].prose else 1
    least = _SHARE * measures[body][field]
    main = body
    annexes: list[Any] = []
    while inner := [child for child in main if child in measures and measures[child][field] >= least > 0]:
        if inner[0].tag not in _BLOCKS:
            break
        annexes = [sibling for sibling in inner[0].itersiblings() if _is_annex(sibling)] + annexes
        main = inner[0]
    main.extend(annexes)
    return main


def _is_annex(block: Any) -> bool:
    """Whether a block behind the text holds a table of figures, as the annex of a notice does."""
    tables = [table for table in block.iter("table") if table.find(".//a") is None]
    return any(len(table.findall(".//tr")) > 1 and _FIGURE.search("".join(table.itertext())) for table in tables)
