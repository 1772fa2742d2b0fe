"""Tells files that are no plain text, and says what to do with them."""

from planparse.readers.decoded import UnreadableInput

_SAVE_AS_TEXT = "open it in its own program and save it as plain text (UTF-8)"

# First bytes, what they mean, what the user can do. Source: the formats' own specifications.
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP container that is neither DOCX nor OFD (XLSX or an archive)", _SAVE_AS_TEXT),
    (b"PK\x05\x06", "an empty ZIP archive", "check the file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "recognise its text (OCR) first"),
    (b"\xff\xd8\xff", "a JPEG image", "recognise its text (OCR) first"),
    (b"GIF8", "a GIF image", "recognise its text (OCR) first"),
    (b"II*\x00", "a TIFF image", "recognise its text (OCR) first"),
    (b"MM\x00*", "a TIFF image", "recognise its text (OCR) first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
)
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x1a\x1b"))


def refuse_binary(data: bytes) -> None:
    """Raise :class:`UnreadableInput` if ``data``, which has no byte order mark, is no plain text."""
    for signature, kind, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableInput(f"this is {kind}, not plain text; {remedy}")
    if b"\0" in data:
        raise UnreadableInput(_what_nulls_mean(data))
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) // 100:
        raise UnreadableInput("this is binary data, not plain text; save the notice as plain text (UTF-8)")


def _what_nulls_mean(data: bytes) -> str:
    """ASCII characters, line ends at least, have a zero byte on one side in UTF-16."""
    if len(data) % 2 == 0 and (b"\n\0" in data or b"\0\n" in data) and 0 < data.count(0) < len(data) // 2 + 1:
        return "this looks like UTF-16 text without a byte order mark; save it as UTF-8, or with the mark"
    return "this is binary data (it holds zero bytes), not plain text; save the notice as plain text (UTF-8)"
