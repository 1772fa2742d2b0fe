"""What every reader gives."""

from typing import NamedTuple


class UnreadableInput(ValueError):
    """The input holds no text that planparse can read; the message says what it looks like and what to do."""


class Decoded(NamedTuple):
    """The text of a file, exactly as it stands there.

    Line ends stay as they are; a byte order mark names the encoding and is no part of the text. All
    offsets that planparse gives count the code points of ``text``.
    """

    text: str
    encoding: str
    media_type: str
    sha256: str  # of the bytes, in hexadecimal
    name: str | None = None
    doubtful: bool = False  # the bytes fit more than one encoding
    undecodable: bool = False  # some bytes are no text in this encoding; each reads as U+FFFD
