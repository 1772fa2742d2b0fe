"""One run at a time in an output folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planparse.output.whole import Unwritable


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the folder; raises :class:`Unwritable` where another run does. The system frees it when a run is killed.

    Where the system has no such locks (Windows), nobody is kept out.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Unwritable(f"{folder}: another run writes its results there; wait for its end") from None
        yield
    finally:
        os.close(handle)
