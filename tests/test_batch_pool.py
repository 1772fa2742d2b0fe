"""The pool: a worker that is lost costs one job, and the others go on."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from batch_faults import convert_old, do
from planparse.batch.pool import Pool
from planparse.batch.worker import Lost, Worker

if os.name != "posix":
    pytest.skip("signals and limits of POSIX", allow_module_level=True)

JOBS = [str(n) for n in range(12)]

# What the work does, and what is said about it.
LOST = {
    "crash": "the worker crashed (SIGSEGV)",
    "abort": "the worker crashed (SIGABRT)",
    "leave": "the worker ended with exit code 0",
    "fail": "the worker ended with exit code 3",
    "hang": "takes longer than 6 s (--timeout)",
    "spin": "takes longer than 6 s (--timeout)",
    "eat": "needs more than 256 MB of memory (--memory)",
    "err": "bug in planparse, please report it: ZeroDivisionError: in the parser (",
}


def pool() -> "Pool[str, str]":
    """Two workers with limits."""
    return Pool(do, size=2, timeout=6, memory=256)


@pytest.mark.parametrize(("fault", "reason"), list(LOST.items()), ids=list(LOST))
def test_a_lost_worker_costs_one_job(fault: str, reason: str) -> None:
    results = dict(pool().run([*JOBS[:5], fault, *JOBS[5:]]))
    lost = results.pop(fault)
    assert isinstance(lost, Lost)
    assert lost.reason.startswith(reason)
    assert results == {job: job for job in JOBS}


def test_all_workers_lost_at_once_and_again() -> None:
    faults = ["crash", "leave", "fail", "abort"]
    results = list(pool().run(faults * 3 + JOBS))
    assert sorted(job for job, result in results if isinstance(result, Lost)) == sorted(faults * 3)
    assert sorted(job for job, result in results if job == result) == sorted(JOBS)


def test_jobs_are_taken_only_when_a_worker_is_free() -> None:
    taken: list[str] = []

    def jobs() -> Iterator[str]:
        for job in JOBS:
            taken.append(job)
            yield job

    with closing(pool().run(jobs())) as results:
        for done, _ in enumerate(results, 1):
            assert len(taken) <= done + 2


def test_closing_ends_what_is_being_done() -> None:
    started = time.monotonic()
    with closing(Pool(do, size=2, timeout=600).run(["hang", "1", "hang"])) as results:
        assert next(results) == ("1", "1")
    assert time.monotonic() - started < 30


def test_what_a_worker_started_ends_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders, alive = tmp_path / "folders", tmp_path / "alive"
    folders.mkdir()
    monkeypatch.setenv("TMPDIR", str(folders))
    monkeypatch.setattr(tempfile, "tempdir", str(folders))
    converter = tmp_path / "converter"
    converter.write_text(f"#!/bin/sh\n(while :; do echo >> {alive}; sleep 0.1; done) &\nwait\n")
    converter.chmod(0o755)
    [(_, lost)] = Pool(convert_old, size=1, timeout=4).run([str(converter)])
    assert isinstance(lost, Lost)
    assert list(folders.iterdir()) == []
    beats = alive.stat().st_size
    time.sleep(0.5)
    assert alive.stat().st_size == beats


def test_nothing_to_do_starts_nothing() -> None:
    assert list(pool().run([])) == []


def test_a_worker_that_ended_while_idle_takes_no_job() -> None:
    worker: Worker[str, str] = Worker(do, None)
    assert worker.give("1")
    assert worker.answer() == "1"
    worker.give("leave")
    worker._process.join()
    while worker.give("2"):  # until the system has noticed
        time.sleep(0.01)
    assert not worker.alive
