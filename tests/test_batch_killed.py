"""Five hundred notices, and a run that is killed again and again: nothing is lost, nothing half-written."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from notice_folders import contents, make_folder

if not Path("/proc/self/status").exists():
    pytest.skip("process groups and memory of Linux", allow_module_level=True)

FILES = 500
KILLS = 20
SEED = 20181204
MOST_MEMORY = 300 * 1024  # kB
COMMAND = [sys.executable, "-m", "planparse", "batch", "in", "-o", "out", "--jobs", "2"]

# Runs the command in this process and says how much memory it took at most.
MEASURED = """
import sys
from planparse.cli.app import app
try:
    app(sys.argv[1:])
finally:
    print([line for line in open("/proc/self/status") if line.startswith("VmHWM")][0].split()[1])
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose ``in`` holds the notices."""
    folder = tmp_path_factory.mktemp("batch")
    assert len(make_folder(folder / "in", FILES)) == FILES
    return folder


def memory(folder: Path, *options: str) -> int:
    """The kilobytes that the parent takes at most for a run that nobody disturbs."""
    command = [sys.executable, "-c", MEASURED, "batch", "in", "-o", "whole", "--jobs", "2", "-q", *options]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    assert done.returncode == 1  # there are poems among them
    return int(done.stdout)


@pytest.fixture(scope="module")
def uninterrupted_memory(folder: Path) -> int:
    """What a run takes that does all."""
    return memory(folder)


@pytest.fixture(scope="module")
def uninterrupted(folder: Path, uninterrupted_memory: int) -> dict[str, bytes]:
    """What that run writes."""
    assert uninterrupted_memory
    return contents(folder / "whole")


def entries(manifest: bytes) -> list[dict[str, Any]]:
    """The lines that are whole, without what differs from run to run."""
    lines = manifest.splitlines(keepends=True)
    return [{**json.loads(line), "seconds": None} for line in lines if line.endswith(b"\n")]


def start(folder: Path) -> "subprocess.Popen[bytes]":
    """A run in a process group of its own."""
    return subprocess.Popen(COMMAND, cwd=folder, start_new_session=True, stderr=subprocess.DEVNULL)


def lines_in(manifest: Path) -> int:
    return manifest.read_bytes().count(b"\n") if manifest.exists() else 0


def kill_at_random(folder: Path, chance: random.Random) -> None:
    """Kill a run, its workers too: while it starts up, or when it has done some more files."""
    manifest = folder / "out" / "manifest.jsonl"
    process = start(folder)
    if chance.random() < 0.2:
        time.sleep(chance.uniform(0, 0.5))
    else:
        until = lines_in(manifest) + chance.randrange(1, 16)
        while process.poll() is None and lines_in(manifest) < until:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.02))
    assert process.poll() is None, "it was done before it could be killed"
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_killed_twenty_times_nothing_is_lost(folder: Path, uninterrupted: dict[str, bytes]) -> None:
    print(f"seed {SEED}")  # shown where the test fails
    chance = random.Random(SEED)
    expected = entries(uninterrupted["manifest.jsonl"])
    for _ in range(KILLS):
        kill_at_random(folder, chance)
        so_far = contents(folder / "out")
        paths = [entry["path"] for entry in entries(so_far.get("manifest.jsonl", b""))]
        assert len(paths) == len(set(paths)), "a file that was done is done again"
        for path in set(so_far) & set(uninterrupted) - {"manifest.jsonl"}:
            assert so_far[path] == uninterrupted[path]
    assert start(folder).wait() == 1
    final = contents(folder / "out")
    assert entries(final.pop("manifest.jsonl")) == expected
    assert final == {path: data for path, data in uninterrupted.items() if path != "manifest.jsonl"}
    assert sorted(path.name for path in folder.iterdir()) == ["in", "out", "whole"]


def test_the_parent_takes_little_memory(folder: Path, uninterrupted_memory: int) -> None:
    assert uninterrupted_memory < MOST_MEMORY


@pytest.mark.parametrize("form", ["xlsx", "csv", "parquet", "duckdb"])
def test_tables_take_little_memory(form: str, folder: Path, uninterrupted_memory: int, tmp_path: Path) -> None:
    assert uninterrupted_memory
    assert memory(folder, "--table", str(tmp_path / f"all.{form}")) < MOST_MEMORY


def test_control_c_ends_the_run_with_a_word(tmp_path: Path) -> None:
    make_folder(tmp_path / "in", 200)
    process = subprocess.Popen(COMMAND, cwd=tmp_path, start_new_session=True, stderr=subprocess.PIPE)
    with process:
        while lines_in(tmp_path / "out" / "manifest.jsonl") < 20:
            assert process.poll() is None
            time.sleep(0.005)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        assert process.stderr is not None
        said = process.stderr.read().decode()
    assert process.returncode == 130
    assert said.splitlines()[-1] == "stopped; what is done stays: run it again to go on"
    assert "Traceback" not in said
    assert not (tmp_path / "out" / ".unfinished").exists()
    before = lines_in(tmp_path / "out" / "manifest.jsonl")
    again = subprocess.run(COMMAND, cwd=tmp_path, capture_output=True, check=False)
    assert f"{before} of them done before" in again.stderr.decode()
    assert lines_in(tmp_path / "out" / "manifest.jsonl") == 200


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    make_folder(tmp_path / "in", 200)
    with subprocess.Popen(COMMAND, cwd=tmp_path, start_new_session=True, stderr=subprocess.PIPE) as process:
        while lines_in(tmp_path / "out" / "manifest.jsonl") < 20:
            assert process.poll() is None
            time.sleep(0.005)
        process.kill()
        process.communicate(timeout=30)  # standard error is at its end when the last worker is gone
