"""Characters of PDF pages whose fonts are not in the file, from pdfminer (through pdfplumber).

PDFium takes an object that consists of one character of such a font for empty where the system has no font
in its place, and drops it; pdfminer knows the widths of the standard Chinese fonts.
"""

from collections.abc import Iterator
from io import BytesIO

import pdfplumber

from planparse.readers.page import Box, Glyph


def glyphs_of(data: bytes, number: int) -> Iterator[Glyph]:
    """The characters of page ``number``, counted from 0."""
    with pdfplumber.open(BytesIO(data), pages=[number + 1]) as document:
        for char in document.pages[0].chars:
            if char["text"].strip():
                yield Glyph(char["text"], Box(char["x0"], char["top"], char["x1"], char["bottom"]), char["size"])
