"""``python -m planparse`` and the console script."""

import gc
import os
import signal
import sys
from io import TextIOWrapper
from types import FrameType
from typing import TextIO

from planparse.deferred import defer

_GARBAGE_THRESHOLD = 100_000  # starting up makes many objects and no garbage


def main() -> None:
    """Run the command."""
    signal.signal(signal.SIGINT, _stop)
    _replace_unshowable(sys.stdout)
    gc.set_threshold(_GARBAGE_THRESHOLD)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # or it looks for them in all installed packages
    defer()
    from planparse.cli.app import app

    try:
        app()
    except SystemExit as end:
        if isinstance(end.code, int) and _flushed():
            os._exit(end.code)  # all files are closed; to take the interpreter apart would only take time
        raise


def _flushed() -> bool:
    """Whether all output is out; what could not be written is reported on the regular way out."""
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (AttributeError, OSError):  # a closed stream is None
        return False
    return True


def _replace_unshowable(stream: TextIO) -> None:
    """What the terminal's encoding cannot show becomes “?”; JSON goes out as bytes and is not touched by this."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")


def _stop(signal_number: int, frame: FrameType | None) -> None:
    """Ctrl-C ends the run quietly, with the exit code that shells give it."""
    sys.exit(128 + signal_number)


if __name__ == "__main__":
    main()
