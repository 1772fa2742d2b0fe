"""Which part of a page is its text.

What never is goes first: scripts, menus, forms' controls, blocks that the page itself calls a footer, lists of
links. The main text is then the smallest element that holds nearly all prose: sentences that are no links, and
cells of tables. Nothing inside of it is dropped.
"""

import re
from collections import defaultdict
from typing import Any

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
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|breadcrumb|crumbs?|share|sidebar|copyright|toolbar|pagination|pager|"
    r"related|recommend|search|qrcode|wzlm|dqwz)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PROSE = re.compile("[，。；：、]")
_SHARE = 0.9  # of all prose that the main text holds
_LINKS = 0.6  # share of link words that makes a block a list of links
_MARKED_MOST = 0.3  # share of a page's prose that furniture can hold; what holds more was named badly


def find_main(root: Any) -> Any:
    """The element that holds the text; furniture has been cut out of the tree."""
    body = root.find("body") if root.tag == "html" else root
    body = body if body is not None else root
    _drop(element for element in body.iter(*_NEVER))
    _drop(element for element in body.iter() if _is_hidden(element))
    weights, words, linked = _weigh(body)
    most = weights[body] * _MARKED_MOST
    _drop(element for element in body.iter() if weights[element] <= most and _is_furniture(element, words, linked))
    return _smallest(body)


def _is_hidden(element: Any) -> bool:
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    return bool(hidden) and element.tag != "body"


def _drop(elements: Any) -> None:
    """Cut elements out; what follows them stays."""
    for element in list(elements):
        if element.getparent() is not None:
            element.drop_tree()


def _is_furniture(element: Any, words: dict[Any, int], linked: dict[Any, int]) -> bool:
    if element.tag in ("body", "html", "a", "td", "tr", "tbody", "p", "span"):
        return False
    named = _FURNITURE.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    links = len(element.findall(".//a")) >= 3 and linked[element] > _LINKS * words[element]
    return bool(named or links)


def _weigh(body: Any) -> tuple[dict[Any, int], dict[Any, int], dict[Any, int]]:
    """For each element, with all that it holds: characters of prose, of any text, of links."""
    weights: dict[Any, int] = defaultdict(int)
    words: dict[Any, int] = defaultdict(int)
    linked: dict[Any, int] = defaultdict(int)
    for element in reversed(list(body.iter())):
        if not isinstance(element.tag, str):
            continue
        own = [element.text or "", *(child.tail or "" for child in element)]
        for piece in own:
            length = len(piece.strip())
            words[element] += length
            weights[element] += length if _PROSE.search(piece) or element.tag in ("td", "th") else 0
        if element.tag == "a":
            weights[element], linked[element] = 0, words[element]
        parent = element.getparent()
        if element is not body and parent is not None:
            for sums in (weights, words, linked):
                sums[parent] += sums[element]
    return weights, words, linked


def _smallest(body: Any) -> Any:
    """Go down as long as one child holds nearly all."""
    weights, words, _ = _weigh(body)
    kind, total = (weights, weights[body]) if weights[body] else (words, words[body])
    main = body
    while True:
        inner = next((child for child in main if total and kind[child] >= _SHARE * total), None)
        if inner is None or inner.tag in ("p", "tr", "tbody", "span", "h1"):
            return main
        main = inner
