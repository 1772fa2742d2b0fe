"""Which format a file has: its content decides, its name only where content is not enough.

Signatures are those of the formats' own specifications; a ZIP container is told by the entry that its
kind must have (ECMA-376 for DOCX, GB/T 33190 for OFD).
"""

import re
from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple

SUFFIXES = (".txt", ".html", ".htm", ".docx", ".pdf", ".ofd", ".doc", ".wps", ".rtf", ".odt")
"""What the names of files end in that a reader is there for."""

_HEAD = 1024  # bytes that tell a format
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = b"mimetype" + b"application/vnd.oasis.opendocument.text"  # OpenDocument 1.3, part 2, 3.3: the first entry
_MARKUP = (
    rb"(?is)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,800}?-->\s*)*"
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|div|p|table|article|section|main|center|h1|span|script|style)[\s>])"
)


class Format(NamedTuple):
    """A format: what messages call it, its media type, the module that reads it, the extra which that needs."""

    kind: str
    media_type: str
    reader: str
    extra: str = ""


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PLAIN = Format("plain text", "text/plain", "plain")
HTML = Format("an HTML page", "text/html", "web_page", "html")
PDF = Format("a PDF file", "application/pdf", "pdf", "pdf")
DOCX = Format("a Word document (DOCX)", _WORD, "word", "docx")
OFD = Format("an OFD file", "application/ofd", "ofd", "ofd")
DOC = Format("an old Office document (DOC or WPS)", "application/msword", "office", "docx")
RTF = Format("an RTF document", "application/rtf", "office", "docx")
ODT = Format("an OpenDocument text (ODT)", "application/vnd.oasis.opendocument.text", "office", "docx")


def recognise(data: bytes, name: str | None = None) -> Format:
    """The format of the bytes; what no other reader knows is left to that of plain text."""
    head = data[:_HEAD]
    for fits, found in _KNOWN:
        if fits(head, data):
            return found
    is_page = (name or "").lower().endswith((".html", ".htm")) and _is_markup(head)
    return HTML if is_page else PLAIN


def _is_pdf(head: bytes, data: bytes) -> bool:
    return b"%PDF-" in head and b"\0" not in head[: head.index(b"%PDF-")]


def _is_page(head: bytes, data: bytes) -> bool:
    return b"<" in head and re.match(_MARKUP, _ascii(head)) is not None


def _is_markup(head: bytes) -> bool:
    return _ascii(head).lstrip().startswith(b"<")


def _ascii(head: bytes) -> bytes:
    """The head of a page in UTF-16 as bytes that a pattern can read."""
    return head[2:].replace(b"\0", b"") if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head


def _holds(entry: str) -> Callable[[bytes, bytes], bool]:
    """Whether the bytes are a ZIP container with such an entry, or one cut off that begins with it."""

    def fits(head: bytes, data: bytes) -> bool:
        return head.startswith(_ZIP) and entry in _entries(data)

    return fits


def _entries(data: bytes) -> list[str]:
    """The names in a container; those in its local headers where its directory is gone."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as container:
            return container.namelist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        names = re.findall(rb"PK\x03\x04.{26}([\x20-\x7e]{1,80}?\.xml)", data, re.DOTALL)
        return [found.decode() for found in names]


_KNOWN: tuple[tuple[Callable[[bytes, bytes], bool], Format], ...] = (
    (_is_pdf, PDF),
    (_holds("word/document.xml"), DOCX),
    (_holds("OFD.xml"), OFD),
    (lambda head, data: head.startswith(_ZIP) and _ODT in head, ODT),
    (lambda head, data: head.startswith(_OLE), DOC),
    (lambda head, data: head.startswith(b"{\\rtf"), RTF),
    (_is_page, HTML),
)
