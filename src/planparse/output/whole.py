"""Files and folders that appear whole or not at all: written aside, then renamed."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class Unwritable(ValueError):
    """Results cannot be written in this form or to this place; the message says why and what to do."""


@contextmanager
def whole_file(path: Path, aside: Path | None = None) -> Iterator[IO[bytes]]:
    """A file to write that appears at ``path`` when the block ends, and never where the block fails.

    It is written in the folder ``aside``, which must lie on the same disk; by default beside ``path``.
    """
    target = path.resolve()  # a link stays a link
    if target.exists() and not target.is_file():  # a device or a named pipe cannot be replaced
        with target.open("wb") as device:
            yield device
        return
    unfinished = (aside or target.parent) / f".planparse-{os.getpid()}.part"
    try:
        with unfinished.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # some file systems put a rename on the disk before what the file holds
        if target.exists():
            shutil.copymode(target, unfinished)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


@contextmanager
def whole_entry(path: Path) -> Iterator[Path]:
    """Where to make the file or folder that takes the place of ``path`` when the block ends.

    It is made in a folder beside ``path`` whose name depends on ``path`` alone, so that what a killed run left
    is cleared by the next.
    """
    target = path.resolve()
    aside = target.with_name(f".{target.name}.part")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    try:
        yield aside / target.name
        if target.is_dir():  # a folder cannot be renamed onto another
            target.rename(aside / f"{target.name}.old")
        (aside / target.name).replace(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
