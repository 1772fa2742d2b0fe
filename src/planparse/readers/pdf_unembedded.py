"""Characters of PDF pages whose fonts are not in the file, from pdfminer (through pdfplumber).

PDFium takes an object that consists of one character of such a font for empty where the system has no font
in its place, and drops it; pdfminer knows the widths of the standard Chinese fonts.
"""

import logging
from io import BytesIO

import pdfplumber

from planparse.readers.decoded import UnreadableInput
from planparse.readers.page import Box, Glyph

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its warnings would stand among the diagnostics


def glyphs_of(data: bytes, number: int) -> list[Glyph]:
    """The characters of page ``number``, counted from 0."""
    try:
        with pdfplumber.open(BytesIO(data), pages=[number + 1]) as document:
            return [
                Glyph(char["text"], Box(char["x0"], char["top"], char["x1"], char["bottom"]), char["size"])
                for char in document.pages[0].chars
                if char["text"].strip()
            ]
    except Exception as fault:  # pdfminer names no common exception for damage
        raise UnreadableInput("a page of the PDF is damaged; get a whole copy") from fault
