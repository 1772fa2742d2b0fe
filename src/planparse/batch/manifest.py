"""``manifest.jsonl``: what was done with each file, a line each; the last line on a file counts.

A line is appended with one write when its result is in place, so that a run that is killed goes on where it was. A
last line without its end was cut off by that: it does not count. When a run ends, the lines that count are written
anew, in the order of the paths.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from planparse.output.whole import whole_file


class Entry(NamedTuple):
    """One line. ``status`` is ``parsed``, ``not-a-notice``, ``unreadable`` or ``failed``.

    ``sha256`` is that of the bytes, None where they could not be had; ``version`` is that of planparse;
    ``message`` says what went wrong; ``counts`` are those of the items of a notice.
    """

    path: str
    sha256: str | None
    version: str
    status: str
    result: str | None
    message: str | None
    counts: dict[str, int]
    diagnostics: list[dict[str, Any]]
    seconds: float

    def line(self) -> bytes:
        """As JSON; bytes of a file name that are no text are escaped."""
        return json.dumps(self._asdict(), ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


class Manifest:
    """A manifest to read and to add to. In memory is only where the line on each file begins."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.touch()
        self._file = path.open("r+b", buffering=0)
        self._begins: dict[str, int] = {}
        self._end = 0
        self._lines = path.open("rb")
        for line in self._lines:
            self._index(line)
        self._file.truncate(self._end)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()
        self._lines.close()

    def __iter__(self) -> Iterator[Entry]:
        """All entries, in the order of the paths."""
        return (entry for path in sorted(self._begins) if (entry := self.get(path)))

    def get(self, path: str) -> Entry | None:
        """What is known about a file."""
        if path not in self._begins:
            return None
        self._lines.seek(self._begins[path])
        return _entry(self._lines.readline())

    def add(self, entry: Entry) -> None:
        """Append a line; raises :class:`OSError` where the disk is full."""
        line = entry.line()
        self._file.seek(self._end)
        if self._file.write(line) != len(line):
            raise OSError(28, "no space left on device", str(self._path))
        self._index(line)

    def compact(self) -> None:
        """Write the lines that count anew."""
        with whole_file(self._path) as file:
            file.writelines(entry.line() for entry in self)

    def _index(self, line: bytes) -> None:
        entry = _entry(line)
        if entry is not None:
            self._begins[entry.path] = self._end
        if line.endswith(b"\n"):
            self._end += len(line)


def _entry(line: bytes) -> Entry | None:
    """The entry of a line; None where it is cut off or none of ours."""
    if not line.endswith(b"\n"):
        return None
    try:
        return Entry(**json.loads(line))
    except (ValueError, TypeError):
        return None
