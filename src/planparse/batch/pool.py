"""Workers side by side: each has one job at a time, and results come as they are ready."""

from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import wait
from typing import Generic

from planparse.batch.worker import Job, Lost, Result, Worker, prepare


class Pool(Generic[Job, Result]):
    """Does ``work``, a function that can be imported, in at most ``size`` processes.

    A job that takes longer than ``timeout`` seconds or needs more than ``memory`` megabytes, or whose worker
    ends, is :class:`Lost`; a new worker goes on with the next. ``modules`` are loaded before the work.
    """

    def __init__(
        self,
        work: Callable[[Job], Result],
        *,
        size: int,
        timeout: float,
        memory: int | None = None,
        modules: Iterable[str] = (),
    ) -> None:
        self._work = work
        self._size = size
        self._timeout = timeout
        self._memory = memory
        self._modules = list(modules)
        self._idle: list[Worker[Job, Result]] = []
        self._busy: dict[Worker[Job, Result], Job] = {}

    def run(self, jobs: Iterable[Job]) -> Generator[tuple[Job, Result | Lost], None, None]:
        """Each job with its result, in the order in which they are done. Jobs are taken as workers are free.

        To close the iterator ends all workers at once.
        """
        left = iter(jobs)
        try:
            while self._hand_out(left):
                yield from self._ready()
                yield from self._overdue()
        finally:
            for worker in (*self._idle, *self._busy):
                worker.stop()
            self._idle.clear()
            self._busy.clear()

    def _hand_out(self, jobs: Iterator[Job]) -> bool:
        """Whether anything is being done."""
        while len(self._busy) < self._size:
            try:
                job = next(jobs)
            except StopIteration:
                break
            worker = self._worker()
            while not worker.give(job):  # it ended while it was idle
                worker = self._worker()
            self._busy[worker] = job
        return bool(self._busy)

    def _worker(self) -> Worker[Job, Result]:
        if self._idle:
            return self._idle.pop()
        prepare(self._modules)
        return Worker(self._work, self._memory)

    def _ready(self) -> Iterator[tuple[Job, Result | Lost]]:
        """Wait for the next answers, but no longer than until a job is overdue."""
        by_pipe = {worker.pipe: worker for worker in self._busy}
        patience = max(0.0, self._timeout - max(worker.seconds for worker in self._busy))
        for pipe in wait(list(by_pipe), patience):
            worker = by_pipe[pipe]  # type: ignore[index]
            result = worker.answer()
            job = self._busy.pop(worker)
            if worker.alive:
                self._idle.append(worker)
            yield job, result

    def _overdue(self) -> Iterator[tuple[Job, Result | Lost]]:
        for worker in [worker for worker in self._busy if worker.seconds >= self._timeout]:
            worker.stop()
            yield self._busy.pop(worker), Lost(f"takes longer than {self._timeout:g} s (--timeout)", worker.seconds)
