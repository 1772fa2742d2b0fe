"""Plain text: UTF-8, UTF-16 and UTF-32 with their marks, GB18030 (GBK, GB2312) and Big5."""

from planparse.readers.binary import refuse_binary
from planparse.readers.decoded import Extract
from planparse.readers.encodings import Encoding, guess_encoding, marked_encoding
from planparse.readers.limits import refuse_long_text


def read(data: bytes) -> Extract:
    """The text that ``data`` holds; raises :class:`UnreadableInput` if it is no plain text."""
    encoding = marked_encoding(data)
    if encoding is None:
        refuse_binary(data)
    refuse_long_text(data)
    if encoding is None:
        encoding = guess_encoding(data)
    return decode(data, encoding)


def decode(data: bytes, encoding: Encoding) -> Extract:
    """The text of bytes in a known encoding; bytes that are none in it become U+FFFD."""
    body = data[encoding.skip :]
    try:
        return Extract(body.decode(encoding.codec), encoding.name, encoding.doubtful)
    except UnicodeDecodeError:
        return Extract(body.decode(encoding.codec, "replace"), encoding.name, encoding.doubtful, undecodable=True)
