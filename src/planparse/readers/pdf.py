"""PDF with a text layer: characters and ruled lines from PDFium, put together by ``page_text``."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from planparse.readers.decoded import Extract, UnreadableInput
from planparse.readers.page import Box, Glyph, Page
from planparse.readers.page_text import text_of

_MOST_PAGES = 2000
_LEAST = 10  # characters a page that a text layer has on average; stamps of scanners have fewer
_NO_WIDTH = 1e-3
_LEAST_SIZE = 1.0  # of a font, in points
_INVISIBLE = {"\0", "\r", "\n", "\ufffe", "\ufeff", "\u200b", "\x02"}


def read(data: bytes) -> Extract:
    """The text of a PDF; raises :class:`UnreadableInput` where it is protected, damaged, or holds images only."""
    document = _open(data)
    try:
        if len(document) > _MOST_PAGES:
            raise UnreadableInput(f"the PDF has {len(document)} pages, more than any notice; split it first")
        pages = [_page(document[number], data, number) for number in range(len(document))]
    except pdfium.PdfiumError as fault:
        raise UnreadableInput("a page of the PDF is damaged; get a whole copy") from fault
    finally:
        document.close()
    if not pages:
        raise UnreadableInput("the PDF has no pages; get a whole copy")
    if sum(len(page.glyphs) for page in pages) < _LEAST * min(len(pages), 3):
        raise UnreadableInput("the PDF has no text layer, it is a scan; recognise its text (OCR) first")
    return Extract(text_of(pages))


def _open(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if b"/Encrypt" in data and fault.err_code == raw.FPDF_ERR_PASSWORD:  # the code may be that of an earlier file
            raise UnreadableInput("the PDF is protected by a password; save a copy without one") from fault
        raise UnreadableInput("the PDF is damaged or cut off, or has no pages; get a whole copy") from fault


class Sheet(NamedTuple):
    """How the coordinates of a page lie: its box there, and by how many quarters it is shown turned."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int

    def place(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box as the reader of the page sees it."""
        left, right, bottom, top = left - self.left, right - self.left, bottom - self.bottom, top - self.bottom
        wide, high = self.right - self.left, self.top - self.bottom
        return (
            Box(left, high - top, right, high - bottom),
            Box(bottom, left, top, right),
            Box(wide - right, bottom, wide - left, top),
            Box(high - top, wide - right, high - bottom, wide - left),
        )[self.turned]


def _page(page: Any, data: bytes, number: int) -> Page:
    left, bottom, right, top = page.get_bbox()
    sheet = Sheet(left, bottom, right, top, page.get_rotation() // 90)
    rules = tuple(sheet.place(*shape.get_bounds()) for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]))
    height = page.get_size()[1]
    if any(_is_lost(item) for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])):
        from planparse.readers.pdf_unembedded import glyphs_of

        return Page(height, tuple(glyphs_of(data, number)), rules)
    return Page(height, tuple(_glyphs(page, sheet)), rules)


def _is_lost(item: Any) -> bool:
    """Whether PDFium drops a text object: it has no width, and its font is not in the file."""
    left, _, right, _ = item.get_bounds()
    return right - left < _NO_WIDTH and not raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(item))


def _glyphs(page: Any, sheet: Sheet) -> Iterator[Glyph]:
    """The characters on the page. Boxes are the font's own, as high for “一” as for “国”."""
    layer = page.get_textpage()
    area = sheet.place(sheet.left, sheet.bottom, sheet.right, sheet.top)
    for at in range(layer.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(layer, at))
        if text in _INVISIBLE or text.isspace() or raw.FPDFText_IsGenerated(layer, at) == 1:
            continue
        box = sheet.place(*layer.get_charbox(at, loose=True))
        if area.holds(*box.middle):
            yield Glyph(text, box, max(box.height, _LEAST_SIZE))
    layer.close()
