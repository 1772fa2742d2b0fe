"""What every reader gives."""

from typing import NamedTuple


class UnreadableInput(ValueError):
    """The input holds no text that planparse can read; the message says what it looks like and what to do."""


class Extract(NamedTuple):
    """The text that one reader found in a file.

    ``encoding`` is that of the file where it is text itself, else UTF-8, in which ``planparse text`` prints it.
    """

    text: str
    encoding: str = "utf-8"
    doubtful: bool = False  # the bytes fit more than one encoding
    undecodable: bool = False  # some bytes are no text in this encoding; each reads as U+FFFD


class Decoded(NamedTuple):
    """The text of a file with where it comes from.

    Of plain text it is exactly what stands there: line ends stay as they are; a byte order mark names the
    encoding and is no part of the text. Of other formats it is one line a paragraph, and one line of
    tab-separated cells a table row. All offsets that planparse gives count the code points of ``text``.
    """

    text: str
    encoding: str
    media_type: str
    sha256: str  # of the bytes, in hexadecimal
    name: str | None = None
    doubtful: bool = False
    undecodable: bool = False
