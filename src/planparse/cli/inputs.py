"""What the arguments name: files, folders of files, “-” for standard input."""

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class Input(NamedTuple):
    """One file to read; ``path`` is None for standard input."""

    path: Path | None

    @property
    def label(self) -> str:
        """What messages call it."""
        return "<stdin>" if self.path is None else str(self.path)

    @property
    def name(self) -> str | None:
        """What the output calls it: the file's name without its folder."""
        return None if self.path is None else self.path.name

    @property
    def stem(self) -> str:
        """What an output file of its own is called, without .json."""
        return "stdin" if self.path is None else self.path.stem

    def read(self) -> bytes:
        """Its bytes; raises :class:`OSError`."""
        from planparse.readers.limits import read_all

        if self.path is None:
            return read_all(sys.stdin.buffer)
        if self.path.is_dir():  # a folder with notices is never an input itself
            raise OSError(errno.ENOENT, "the folder holds no file that planparse reads")
        with self.path.open("rb") as file:
            return read_all(file)


def find_inputs(arguments: Iterable[str]) -> list[Input]:
    """The inputs in order; a folder stands for the files in it that a reader is there for, sorted by name."""
    return [found for argument in arguments for found in _inputs(argument)]


def _inputs(argument: str) -> Iterator[Input]:
    if argument == "-":
        yield Input(None)
        return
    path = Path(argument)
    notices = _readable(path) if path.is_dir() else []
    yield from map(Input, notices or [path])


def _readable(folder: Path) -> list[Path]:
    """The files of a folder by their suffixes; none where it may not be listed: reading it then says why."""
    from planparse.readers import SUFFIXES

    if not os.access(folder, os.R_OK | os.X_OK):
        return []
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file())
