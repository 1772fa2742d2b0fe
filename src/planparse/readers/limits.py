"""How much is read. A notice has 5 to 50 kB of text; what is a hundred times longer is something else, or many."""

import errno
from typing import IO

from planparse.readers.decoded import UnreadableInput

_MEGABYTE = 1_000_000
MOST_BYTES = 200 * _MEGABYTE  # of a file, pictures and all
MOST_TEXT = 5 * _MEGABYTE  # bytes; a hostile text of this size (headings only) takes some 20 s


def read_all(file: IO[bytes]) -> bytes:
    """The bytes of a file or a pipe; raises :class:`OSError` where there are too many, before they fill the memory."""
    parts: list[bytes] = []
    count = 0
    while part := file.read(_MEGABYTE):
        parts.append(part)
        count += len(part)
        if count > MOST_BYTES:
            raise OSError(errno.EFBIG, f"too large: planparse reads at most {_megabytes(MOST_BYTES)} of a file")
    return b"".join(parts)


def refuse_long_text(data: bytes) -> None:
    """Raise :class:`UnreadableInput` where the bytes are too many for the text of a notice."""
    if len(data) > MOST_TEXT:
        raise UnreadableInput(
            f"this is {_megabytes(len(data))} of text; planparse reads at most {_megabytes(MOST_TEXT)}: "
            "cut it into its notices"
        )


def _megabytes(count: int) -> str:
    return f"{count / _MEGABYTE:.0f} MB"
