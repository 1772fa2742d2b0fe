"""One process that does one job after another, behind a pipe of its own.

A worker that crashes, hangs or eats memory takes nothing along but the job at hand: it shares no lock and no pipe
with others. The executors of the standard library break as a whole when a worker dies, and pebble
5.2, whose pool survives it, lets workers share a pipe and its locks, and misses one that ends with exit code 0.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import current_thread, main_thread
from time import monotonic
from typing import Generic, NamedTuple, TypeVar

from planparse.reasons import bug

Job = TypeVar("Job")
Result = TypeVar("Result")

_OUT_OF_MEMORY = 77  # exit code
_MEGABYTE = 1 << 20
_GRACE = 1.0  # seconds that a process has for its end

if sys.platform == "win32":
    _CONTEXT = multiprocessing.get_context("spawn")
else:
    _CONTEXT = multiprocessing.get_context("forkserver")


class Lost(NamedTuple):
    """A job without a result, and why."""

    reason: str
    seconds: float


class Worker(Generic[Job, Result]):
    """The parent's end: gives a job, takes its answer. ``memory`` is the limit in megabytes, None for no limit."""

    def __init__(self, work: Callable[[Job], Result], memory: int | None) -> None:
        self._memory = memory
        self._given = monotonic()
        self.pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(theirs, work, memory), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def seconds(self) -> float:
        """Since the job was given."""
        return monotonic() - self._given

    @property
    def alive(self) -> bool:
        """Whether it can take another job."""
        return self._process.is_alive()

    def give(self, job: Job) -> bool:
        """Whether the worker is there to take the job."""
        self._given = monotonic()
        try:
            self.pipe.send(job)
        except OSError:
            self.stop()
            return False
        return True

    def answer(self) -> Result | Lost:
        """The result that is ready, or how the worker ended."""
        try:
            return self.pipe.recv()  # type: ignore[no-any-return]
        except (EOFError, OSError):
            self._process.join(_GRACE)
            lost = Lost(self._end(), self.seconds)
            self.stop()
            return lost

    def stop(self) -> None:
        """End it, and what it started; at once where it does not listen."""
        self._process.terminate()
        self._process.join(_GRACE)
        self._process.kill()
        self._process.join(_GRACE)
        self.pipe.close()

    def _end(self) -> str:
        code = self._process.exitcode
        if code == _OUT_OF_MEMORY:
            return f"needs more than {self._memory} MB of memory (--memory)"
        if code is None or code >= 0:
            return f"the worker ended with exit code {code}"
        return f"the worker crashed ({_signal_name(-code)})"


def prepare(modules: list[str]) -> None:
    """Start the process that workers are forked from, with ``modules`` loaded and deaf to Ctrl-C, as they are."""
    if sys.platform == "win32":
        return
    from multiprocessing.forkserver import ensure_running

    _CONTEXT.set_forkserver_preload(modules)
    if current_thread() is not main_thread():
        ensure_running()
        return
    former = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        ensure_running()
    finally:
        signal.signal(signal.SIGINT, former)


def _serve(pipe: "Connection[Result | Lost, Job]", work: Callable[[Job], Result], memory: int | None) -> None:
    """Answer jobs until the parent is gone or asks for an end. Ctrl-C is for the parent to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # what is open is closed: folders, other programs
    try:
        _limit_memory(memory)
        with suppress(EOFError, OSError):
            while True:
                pipe.send(_done(work, pipe.recv()))
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)  # there may be no memory to take the process apart


def _done(work: Callable[[Job], Result], job: Job) -> Result | Lost:
    started = monotonic()
    try:
        return work(job)
    except MemoryError:
        raise
    except Exception as fault:
        return Lost(bug(fault), monotonic() - started)


def _limit_memory(megabytes: int | None) -> None:
    """Where the system can (Windows cannot, macOS does not keep to it)."""
    if megabytes is None:
        return
    with suppress(ImportError, ValueError, OSError):  # a limit above the one that is there is refused
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE, megabytes * _MEGABYTE))


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
