"""DOCX: paragraphs with the numbers that Word shows before them, table rows, text boxes."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx

from planparse.readers.container import DAMAGED, entry, open_container, parse_xml
from planparse.readers.decoded import Extract, UnreadableInput
from planparse.readers.word_numbering import Numbering, W

_BOX = f"{W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", _BOX, _FALLBACK}
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
_WIDEST = 63  # columns of a table, as Word has it
_XML = ("word/document.xml", "word/numbering.xml", "word/styles.xml")


def read(data: bytes) -> Extract:
    """The text of a Word document: one line a paragraph or table row."""
    with open_container(data) as container:
        for name in set(_XML) & set(container.namelist()):
            parse_xml(entry(container, name))
    try:
        part = docx.Document(BytesIO(data)).part
        numbering = Numbering(_related(part, "numbering"), _related(part, "styles"))
        text = "\n".join(_lines(part.element.body, numbering))
    except UnreadableInput:
        raise
    except Exception as fault:  # python-docx names no exceptions for files that break the standard
        raise UnreadableInput(DAMAGED) from fault
    if not text.strip():
        raise UnreadableInput("the Word document holds no text (a scan?); recognise its text (OCR) first")
    return Extract(text + "\n")


def _related(part: Any, kind: str) -> Any:
    """The XML of a part that the document refers to, if it does."""
    for link in part.rels.values():
        if not link.is_external and link.reltype.endswith(f"/{kind}"):
            target = link.target_part
            element = getattr(target, "element", None)
            return element if element is not None else parse_xml(target.blob)
    return None


def _lines(parent: Any, numbering: Numbering) -> Iterator[str]:
    """The lines of a body, cell or text box, in order."""
    for child in parent:
        if child.tag == f"{W}p":
            words = _text(child)
            yield numbering.number(child) + words if words.strip() else ""
            for box in _boxes(child):
                yield from _lines(box, numbering)
        elif child.tag == f"{W}tbl":
            yield from _rows(child, numbering)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins") and not _is_contents(child):
            yield from _lines(child, numbering)


def _is_contents(control: Any) -> bool:
    """Whether a control is the table of contents: it repeats the headings."""
    return any("Contents" in (item.get(f"{W}val") or "") for item in control.iter(f"{W}docPartGallery"))


def _text(paragraph: Any) -> str:
    """The words of a paragraph as it stands with all changes accepted."""
    words: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}t":
            words.append(element.text or "")
        elif element.tag == f"{W}br" and element.get(f"{W}type") in ("page", "column"):
            continue
        elif element.tag in _SIGNS:
            words.append(_SIGNS[element.tag])
        elif element.tag not in _SKIPPED:
            waiting += reversed(element)
    return "".join(words).strip(" \n")


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Text boxes that hang on a paragraph: the red head of a notice may stand in one."""
    for box in paragraph.iter(_BOX):
        if not any(above.tag in (_FALLBACK, _BOX) for above in box.iterancestors()):
            yield box


def _rows(table: Any, numbering: Numbering) -> Iterator[str]:
    """Each row as cells between tabs. A merged cell has its words once; where it goes on stands an empty one."""
    for row in table.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl")) is not table:
            continue
        cells: list[str] = []
        for cell in (found for found in row.iter(f"{W}tc") if next(found.iterancestors(f"{W}tr")) is row):
            words = "".join(" ".join(_lines(cell, numbering)).split("\n"))
            cells += [words.replace("\t", " ").strip(), *[""] * (_columns(cell) - 1)]
        yield "\t".join(cells)


def _columns(cell: Any) -> int:
    """How many columns a cell takes."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return min(int(span.get(f"{W}val")), _WIDEST) if span is not None else 1
