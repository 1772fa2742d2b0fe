"""Bytes to text, one format a file: ``formats`` tells which reader a file needs, and each gives an ``Extract``.

A reader and its library are loaded when a file of its format is met; plain text needs none of them.
"""

from hashlib import sha256
from importlib import import_module
from pathlib import Path

from planparse.readers.decoded import Decoded, Extract, UnreadableInput
from planparse.readers.formats import PLAIN, SUFFIXES, Format, recognise
from planparse.readers.limits import read_all, refuse_long_text

__all__ = ["SUFFIXES", "Decoded", "Extract", "UnreadableInput", "read_bytes", "read_file"]


def read_bytes(data: bytes, name: str | None = None) -> Decoded:
    """The text that ``data`` holds, whatever its format; ``name`` helps only where the bytes leave doubt.

    Raises :class:`UnreadableInput` where there is no text, or where what reads the format is not installed.
    """
    found = recognise(data, name)
    text, encoding, doubtful, undecodable = _extract(found, data)
    return Decoded(text, encoding, found.media_type, sha256(data).hexdigest(), name, doubtful, undecodable)


def read_file(path: str | Path) -> Decoded:
    """The text of a file; its name is recorded without the folder."""
    path = Path(path)
    with path.open("rb") as file:
        return read_bytes(read_all(file), path.name)


def _extract(found: Format, data: bytes) -> Extract:
    try:
        reader = import_module(f"planparse.readers.{found.reader}")
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("planparse"):
            raise
        install = f'pip install "planparse[{found.extra}]"'
        raise UnreadableInput(f"this is {found.kind}; to read it, install what it needs: {install}") from missing
    extract: Extract = reader.read(data)
    if found is PLAIN:  # has been looked at before it was decoded
        return extract
    text = _paired(extract.text)
    refuse_long_text(text.encode("utf-8"))
    return extract._replace(text=text)


def _paired(text: str) -> str:
    """Halves of a character beyond 16 bits, as some PDF files give them, joined; a lone half is no text."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
