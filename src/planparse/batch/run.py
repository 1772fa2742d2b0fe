"""A run over a folder: only what is new or changed is done, and each result stands before the manifest says so."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from planparse import __version__
from planparse.batch.convert import Outcome, Task, convert, digest
from planparse.batch.lock import lock
from planparse.batch.manifest import Entry, Manifest
from planparse.batch.pool import Pool
from planparse.batch.walk import Found, Selection, result_path, walk
from planparse.batch.worker import Lost
from planparse.output.whole import Unwritable

MANIFEST = "manifest.jsonl"
_UNFINISHED = ".unfinished"
_SETTLED = ("parsed", "not-a-notice")  # what could not be read may be readable now: by right, or by an extra

Work = Callable[[Task], Outcome]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done; ``timeout`` in seconds a file, ``memory`` in megabytes a worker."""

    folder: Path
    output: Path
    selection: Selection
    jobs: int
    timeout: float
    memory: int | None = None
    force: bool = False
    max_failures: int | None = None

    def files(self) -> Iterator[Found]:
        """The files of the folder that are to be read."""
        return walk(self.folder, self.selection, self.output)


@dataclass(slots=True)
class Tally:
    """What came out: files by status, how many of them were not done again, and the findings by severity."""

    statuses: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    unchanged: int = 0
    stopped: bool = False
    orphans: list[str] = field(default_factory=list)  # results whose notice is no longer there

    @property
    def failures(self) -> int:
        """Files without a result."""
        return self.statuses.total() - self.statuses["parsed"]

    def count(self, entry: Entry) -> None:
        """Add a file."""
        self.statuses[entry.status] += 1
        self.findings.update(found["severity"] for found in entry.diagnostics)


class Report(Protocol):
    """Hears of each file when it is done, or when it need not be done again."""

    def done(self, entry: Entry) -> None:
        """The line that the manifest has on it."""


def run(order: Order, report: Report, work: Work = convert) -> Tally:
    """Do what the order says; raises :class:`Unwritable` or :class:`OSError` where the results cannot be written."""
    order.output.mkdir(parents=True, exist_ok=True)
    with lock(order.output), _unfinished(order.output) as aside, Manifest(order.output / MANIFEST) as manifest:
        tally = _Run(order, report, manifest, aside).run(work)
        manifest.compact()
    return tally


@contextmanager
def _unfinished(output: Path) -> Iterator[Path]:
    """A folder for files that are being written; what a killed run left there is cleared."""
    aside = output / _UNFINISHED
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


class _Run:
    """One run: which files are left, and what is noted about each."""

    def __init__(self, order: Order, report: Report, manifest: Manifest, aside: Path) -> None:
        self._order = order
        self._report = report
        self._manifest = manifest
        self._aside = aside
        self._tally = Tally()

    def run(self, work: Work) -> Tally:
        order = self._order
        modules = ["planparse.pipeline", "planparse.batch.convert"]
        pool = Pool(work, size=order.jobs, timeout=order.timeout, memory=order.memory, modules=modules)
        with closing(pool.run(self._left())) as results:
            for task, outcome in results:
                self._note(task, outcome)
                if self._enough():
                    break
        self._tally.stopped = self._enough()
        self._tally.orphans = [] if self._tally.stopped else list(self._orphans())
        return self._tally

    def _enough(self) -> bool:
        most = self._order.max_failures
        return most is not None and self._tally.failures >= most

    def _left(self) -> Iterator[Task]:
        """The files that are to be done; those that need not be are counted on the way."""
        for found in self._order.files():
            if self._enough():
                return
            known = None if self._order.force else self._manifest.get(found.path)
            if found.fault is not None:
                self._add(found.path, Outcome("unreadable", message=found.fault))
            elif known is not None and self._holds(known):
                self._tally.unchanged += 1
                self._count(known)
            else:
                yield Task(found.path, self._order.folder, self._order.output, self._aside)

    def _holds(self, known: Entry) -> bool:
        """Whether what the manifest says is what would come out again."""
        if known.version != __version__ or known.status not in _SETTLED or known.sha256 is None:
            return False
        there = known.result is None or (self._order.output / known.result).is_file()
        return there and digest(self._order.folder / known.path) == known.sha256

    def _note(self, task: Task, outcome: Outcome | Lost) -> None:
        if isinstance(outcome, Lost):
            seconds = round(outcome.seconds, 3)
            outcome = Outcome("failed", digest(task.source), outcome.reason, seconds=seconds)
        if outcome.status == "unwritable":
            raise Unwritable(outcome.message)
        if outcome.status != "parsed":  # what an earlier version of the file gave is no longer true
            task.result.unlink(missing_ok=True)
        self._add(task.path, outcome)

    def _add(self, path: str, outcome: Outcome) -> None:
        entry = _entry(path, outcome)
        self._manifest.add(entry)
        self._count(entry)

    def _count(self, entry: Entry) -> None:
        self._tally.count(entry)
        self._report.done(entry)

    def _orphans(self) -> Iterator[str]:
        for entry in self._manifest:
            if entry.result is not None and not (self._order.folder / entry.path).exists():
                yield entry.result


def _entry(path: str, outcome: Outcome) -> Entry:
    return Entry(
        path=path,
        sha256=outcome.sha256,
        version=__version__,
        status=outcome.status,
        result=result_path(path) if outcome.status == "parsed" else None,
        message=outcome.message,
        counts=outcome.counts,
        diagnostics=outcome.diagnostics,
        seconds=outcome.seconds,
    )
