"""Work that goes wrong, for workers to do: what a parser might do to one on a hostile file."""

import ctypes
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

from planparse.batch.convert import Outcome, Task, convert
from planparse.readers import office


def crash() -> None:
    """As a fault in a C library does."""
    ctypes.string_at(0)


def abort() -> None:
    """As C's abort() does."""
    os.kill(os.getpid(), signal.SIGABRT)


def leave() -> None:
    """The process ends as if all were well."""
    os._exit(0)


def fail() -> None:
    """The process ends with an exit code."""
    os._exit(3)


def hang() -> None:
    """Nothing comes any more."""
    time.sleep(600)


def spin() -> None:
    """As a pattern that backtracks does, deaf to everything."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        pass


def eat() -> None:
    """All the memory there is."""
    eaten = []
    while True:
        eaten.append(bytearray(1 << 24))


def err() -> None:
    """A bug."""
    raise ZeroDivisionError("in the\nparser")


def convert_old(program: str) -> str:
    """Read an old document with this program as the converter."""
    office._converted(program, b"")
    return program


FAULTS = {fault.__name__: fault for fault in (crash, abort, leave, fail, hang, spin, eat, err)}


def do(name: str) -> str:
    """The fault of that name; where there is none, the name."""
    if name in FAULTS:
        FAULTS[name]()
    return name


def convert_or_fault(task: Task) -> Outcome:
    """As the parser would, but a file whose text is the name of a fault is one to the parser."""
    text = task.source.read_bytes().decode("utf-8", "replace").strip()
    do(text)
    return convert(task)


def full_disk(task: Task) -> Outcome:
    """There is no room for the result."""
    return replace(
        convert(task), status="unwritable", message=f"{task.result}: cannot be written: no space left on device"
    )


def slow(task: Task) -> Outcome:
    """Time to interrupt it."""
    time.sleep(0.1)
    return convert(task)


def folder_of_faults(folder: Path, faults: dict[str, str], texts: list[str]) -> None:
    """NAME.txt for each fault, between files with texts."""
    for n, text in enumerate(texts):
        (folder / f"{n:02}.txt").write_text(text, encoding="utf-8")
    for name, fault in faults.items():
        (folder / f"{name}.txt").write_text(fault, encoding="utf-8")
