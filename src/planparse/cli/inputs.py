"""What the arguments name: files, folders of .txt files, “-” for standard input."""

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
        if self.path.is_dir():  # a folder with .txt files is never an input itself
            raise OSError(errno.ENOENT, "the folder holds no .txt file")
        with self.path.open("rb") as file:
            return read_all(file)


def find_inputs(arguments: Iterable[str]) -> list[Input]:
    """The inputs in order; a folder stands for the .txt files in it, sorted by name."""
    return [found for argument in arguments for found in _inputs(argument)]


def _inputs(argument: str) -> Iterator[Input]:
    if argument == "-":
        yield Input(None)
        return
    path = Path(argument)
    texts = _texts(path) if path.is_dir() else []
    yield from map(Input, texts or [path])


def _texts(folder: Path) -> list[Path]:
    """The .txt files of a folder; none where it may not be listed: reading it then says why."""
    if not os.access(folder, os.R_OK | os.X_OK):
        return []
    return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".txt" and path.is_file())
