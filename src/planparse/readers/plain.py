"""Plain text: UTF-8, UTF-16 and UTF-32 with their marks, GB18030 (GBK, GB2312) and Big5."""

from hashlib import sha256
from pathlib import Path

from planparse.readers.binary import refuse_binary
from planparse.readers.decoded import Decoded
from planparse.readers.encodings import guess_encoding, marked_encoding
from planparse.readers.limits import read_all, refuse_long_text


def read_bytes(data: bytes, name: str | None = None) -> Decoded:
    """The text that ``data`` holds; raises :class:`UnreadableInput` if it is no plain text."""
    encoding = marked_encoding(data)
    if encoding is None:
        refuse_binary(data)
    refuse_long_text(data)
    if encoding is None:
        encoding = guess_encoding(data)
    text, undecodable = _decode(data[encoding.skip :], encoding.codec)
    digest = sha256(data).hexdigest()
    return Decoded(text, encoding.name, "text/plain", digest, name, encoding.doubtful, undecodable)


def read_file(path: str | Path) -> Decoded:
    """The text of a file; its name is recorded without the folder."""
    path = Path(path)
    with path.open("rb") as file:
        return read_bytes(read_all(file), path.name)


def _decode(data: bytes, codec: str) -> tuple[str, bool]:
    """The text, and whether some bytes had to be replaced by U+FFFD."""
    try:
        return data.decode(codec), False
    except UnicodeDecodeError:
        return data.decode(codec, "replace"), True
