"""OFD (GB/T 33190): a ZIP container of XML in which each page places its text objects by millimetres."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from planparse.readers.container import entry, open_container, parse_xml
from planparse.readers.decoded import Extract, UnreadableInput
from planparse.readers.page import Box, Glyph, Page
from planparse.readers.page_text import text_of

_HEIGHT = 297.0  # of a page that states none: A4
_LATIN = 0.5  # width of a Latin character in font sizes where no distance is given
_MOST = 10_000  # repeats that a compressed list of distances may stand for


def read(data: bytes) -> Extract:
    """The text of an OFD file."""
    with open_container(data) as container:
        pages = [_page(container, name, height) for name, height in _page_names(container)]
    if not any(page.glyphs for page in pages):
        raise UnreadableInput("the OFD file has no text, it is a scan; recognise its text (OCR) first")
    return Extract(text_of(pages))


def _page_names(container: ZipFile) -> Iterator[tuple[str, float]]:
    """The pages of all documents in order, each with its height."""
    for root in _elements(_xml(container, "OFD.xml"), "DocRoot"):
        document_name = _path("OFD.xml", root.text or "")
        document = _xml(container, document_name)
        height = next(_heights(document), _HEIGHT)
        for page in _elements(document, "Page"):
            if page.get("BaseLoc"):
                yield _path(document_name, page.get("BaseLoc")), height


def _page(container: ZipFile, name: str, height: float) -> Page:
    root = _xml(container, name)
    glyphs = [glyph for item in _elements(root, "TextObject") for glyph in _glyphs(item)]
    rules = [_box(item) for item in _elements(root, "PathObject")]
    return Page(next(_heights(root), height), tuple(glyphs), tuple(rules))


def _glyphs(item: Any) -> Iterator[Glyph]:
    """The characters of a text object: each ``TextCode`` starts at X, Y and goes on by the distances in DeltaX."""
    frame, size = _box(item), _number(item.get("Size"), 4.0)
    scale, _, _, climb, right, down = _matrix(item.get("CTM"))
    x = y = 0.0
    for code in _elements(item, "TextCode"):
        text = code.text or ""
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        steps_x, steps_y = _distances(code.get("DeltaX")), _distances(code.get("DeltaY"))
        at_x, at_y = x, y
        for index, sign in enumerate(text):
            wide = size * (_LATIN if sign.isascii() else 1.0)
            step = steps_x[index] if index < len(steps_x) else 0.0 if steps_y else wide
            base = frame.top + climb * at_y + down
            left = frame.left + scale * at_x + right
            high = size * climb
            if not sign.isspace():
                yield Glyph(
                    sign,
                    Box(
                        left,
                        base - 0.85 * high,
                        left + (step if sign.isascii() and step > 0 else wide) * scale,
                        base + 0.15 * high,
                    ),
                    high,
                )
            at_x += step
            at_y += steps_y[index] if index < len(steps_y) else 0.0


def _matrix(words: str | None) -> tuple[float, ...]:
    numbers = tuple(map(_number, (words or "").split()))
    return numbers if len(numbers) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _distances(words: str | None) -> list[float]:
    """“g 3 5.6 4” is 5.6 three times, then 4."""
    found: list[float] = []
    parts = iter((words or "").split())
    for part in parts:
        count = min(int(_number(next(parts, None), 0)), _MOST) if part == "g" else 1
        found += [_number(next(parts, None) if part == "g" else part)] * count
    return found


def _heights(root: Any) -> Iterator[float]:
    for box in _elements(root, "PhysicalBox"):
        numbers = (box.text or "").split()
        if len(numbers) == 4:
            yield _number(numbers[3], _HEIGHT) or _HEIGHT


def _box(item: Any) -> Box:
    left, top, width, height = [*map(_number, (item.get("Boundary") or "").split()), 0.0, 0.0, 0.0, 0.0][:4]
    return Box(left, top, left + width, top + height)


def _number(words: str | None, otherwise: float = 0.0) -> float:
    found = re.fullmatch(r"[+-]?\d{1,9}(?:\.\d{0,20})?|[+-]?\.\d{1,20}", (words or "").strip())
    return float(found[0]) if found else otherwise


def _xml(container: ZipFile, name: str) -> Any:
    return parse_xml(entry(container, name))


def _elements(root: Any, name: str) -> Iterator[Any]:
    """Elements by their local name; programs disagree about the namespace."""
    return (found for found in root.iter() if isinstance(found.tag, str) and found.tag.rpartition("}")[2] == name)


def _path(base: str, name: str) -> str:
    """A location in the container: absolute with a slash, else beside the file that names it."""
    return (
        name.strip("/ ")
        if name.startswith("/")
        else posixpath.normpath(posixpath.join(posixpath.dirname(base), name.strip()))
    )
