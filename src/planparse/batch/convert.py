"""One file: read, parsed, its result written; what a worker does."""

from dataclasses import dataclass, field, replace
from hashlib import file_digest
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from planparse.batch.walk import result_path
from planparse.output.whole import whole_file
from planparse.reasons import bug, reason

if TYPE_CHECKING:
    from planparse.notice import Notice

_COUNTED = ("targets", "deadlines", "responsibilities", "references", "tables")


class Task(NamedTuple):
    """A file by its path below a folder, the folder of the results, and that of what is unfinished."""

    path: str
    folder: Path
    output: Path
    aside: Path

    @property
    def source(self) -> Path:
        """The file."""
        return self.folder / self.path

    @property
    def result(self) -> Path:
        """Where its result goes."""
        return self.output / result_path(self.path)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went; the fields are those of a line of the manifest.

    The status ``unwritable`` stands in no manifest: not the file is at fault, but the place of the results.
    """

    status: str
    sha256: str | None = None
    message: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    diagnostics: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0


def convert(task: Task) -> Outcome:
    """Parse the file and write its result."""
    started = perf_counter()
    outcome = _parse_and_write(task)
    return replace(outcome, seconds=round(perf_counter() - started, 3))


def _parse_and_write(task: Task) -> Outcome:
    from planparse.pipeline import UnreadableInput, parse_file

    try:
        notice = parse_file(task.source)
    except OSError as fault:
        return Outcome("unreadable", message=reason(fault))
    except UnreadableInput as fault:
        return Outcome("unreadable", digest(task.source), str(fault))
    except MemoryError:
        raise
    except Exception as fault:
        return Outcome("failed", digest(task.source), bug(fault))
    if any(found.name == "not-a-notice" for found in notice.diagnostics):
        return _outcome("not-a-notice", notice)
    try:
        _write(task, notice)
    except OSError as fault:
        return Outcome("unwritable", message=f"{task.result}: cannot be written: {reason(fault)}")
    return _outcome("parsed", notice)


def digest(path: Path) -> str | None:
    """The SHA-256 of a file in hexadecimal; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _write(task: Task, notice: "Notice") -> None:
    from planparse.output.json import to_json

    task.result.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(task.result, task.aside) as file:
        file.write(to_json(notice))


def _outcome(status: str, notice: "Notice") -> Outcome:
    from planparse.output.tables.notice_tables import sections

    counts = {"sections": sum(1 for _ in sections(notice)), **{name: len(getattr(notice, name)) for name in _COUNTED}}
    fields = {"code", "severity", "message", "line", "column"}
    diagnostics = [found.model_dump(include=fields) for found in notice.diagnostics]
    return Outcome(status, notice.source.sha256, None, counts, diagnostics)
