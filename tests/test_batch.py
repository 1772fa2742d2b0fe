"""``planparse batch``: what goes where, what is done again, what is said, which code it ends with."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner, Result

import planparse.batch.run
from batch_faults import FAULTS, convert_or_fault, folder_of_faults, full_disk
from corpus import ROOT, SAMPLES
from notice_folders import POEM, contents, short_notices
from planparse.batch.convert import Outcome, Task, convert
from planparse.batch.manifest import Entry, Manifest
from planparse.batch.run import Order, run
from planparse.batch.walk import Selection
from planparse.cli.app import app
from planparse.output.whole import Unwritable

Batch = Callable[..., Result]
A, B, C = short_notices(3)


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Batch:
    """Runs ``planparse batch in -o out`` with two workers, where ``in`` is an empty folder to fill."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()

    def invoke(*options: str) -> Result:
        return CliRunner().invoke(app, ["batch", "in", "-o", "out", "--jobs", "2", *options])

    return invoke


def fill(texts: dict[str, str]) -> None:
    """Write files below ``in``."""
    for path, text in texts.items():
        Path("in", path).parent.mkdir(parents=True, exist_ok=True)
        Path("in", path).write_text(text, encoding="utf-8")


def results() -> list[str]:
    """What ``out`` holds beside the manifest."""
    return sorted(set(contents(Path("out"))) - {"manifest.jsonl"})


def manifest() -> dict[str, dict[str, Any]]:
    """The lines of the manifest by path; every line counts."""
    lines = [json.loads(line) for line in Path("out/manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    entries = {line["path"]: line for line in lines}
    assert list(entries) == sorted(line["path"] for line in lines)
    return entries


def done(result: Result) -> str:
    """How many files the summary counts, and how many of them were done before."""
    return next(line.partition(";")[0] for line in result.stderr.splitlines() if " parsed" in line)


def test_results_mirror_the_tree(batch: Batch) -> None:
    fill({"a.txt": A, "b/甲 乙/c.TXT": B, "b/notes.md": C, ".hidden/d.txt": C, "~$e.txt": C})
    assert batch().exit_code == 0
    assert results() == ["a.json", "b/甲 乙/c.json"]


def test_a_result_is_that_of_extract(batch: Batch) -> None:
    Path("in/yingkou.txt").write_bytes((ROOT / "samples" / "yingkou.txt").read_bytes())
    assert batch().exit_code == 0
    assert Path("out/yingkou.json").read_bytes() == (ROOT / "samples" / "yingkou.json").read_bytes()


def test_two_files_with_one_stem(batch: Batch) -> None:
    fill({"n.txt": A, "n.text": B, "n": C})
    result = batch("--glob", "*")
    assert results() == ["n.json", "n.text.json"]
    assert result.exit_code == 1
    assert "in/n.txt: error: its result would take the place of that of n: rename one of them" in result.stderr


def test_a_line_of_the_manifest(batch: Batch) -> None:
    fill({"a.txt": A, "poem.txt": POEM})
    batch()
    notice = json.loads(Path("out/a.json").read_bytes())
    line = manifest()["a.txt"]
    assert line["sha256"] == notice["source"]["sha256"]
    assert (line["version"], line["status"], line["result"]) == (planparse.__version__, "parsed", "a.json")
    assert line["counts"]["targets"] == len(notice["targets"])
    assert line["counts"]["deadlines"] == len(notice["deadlines"])
    assert [found["code"] for found in line["diagnostics"]] == [found["code"] for found in notice["diagnostics"]]
    assert line["seconds"] > 0
    assert manifest()["poem.txt"]["status"] == "not-a-notice"
    assert manifest()["poem.txt"]["result"] is None


SELECTIONS = {
    "all": ((), ["a", "b/a", "b/c", "d/e"]),
    "name": (("--glob", "a.*"), ["a", "b/a"]),
    "path": (("--glob", "b/*"), ["b/a", "b/c"]),
    "several": (("--glob", "c.txt", "--glob", "e.txt"), ["b/c", "d/e"]),
    "without names": (("--exclude", "a.*"), ["b/c", "d/e"]),
    "without a folder": (("--exclude", "b/"), ["a", "d/e"]),
    "without paths": (("--exclude", "b/*", "--exclude", "d"), ["a"]),
}


@pytest.mark.parametrize(("options", "expected"), list(SELECTIONS.values()), ids=list(SELECTIONS))
def test_selection(options: tuple[str, ...], expected: list[str], batch: Batch) -> None:
    fill({"a.txt": A, "b/a.txt": B, "b/c.txt": C, "d/e.txt": A})
    assert batch(*options).exit_code == 0
    assert results() == [f"{path}.json" for path in expected]


def test_the_folder_of_results_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(A, encoding="utf-8")
    for _ in range(2):
        result = CliRunner().invoke(app, ["batch", ".", "-o", "out", "--glob", "*"])
        assert done(result).startswith("1 file: 1 parsed")


def test_only_what_is_new_or_changed_is_done_again(batch: Batch) -> None:
    fill({"a.txt": A, "b.txt": B, "poem.txt": POEM, "binary.txt": "\0" * 9})
    assert done(batch()) == "4 files: 2 parsed, 1 no notice, 1 unreadable"
    before = Path("out/a.json").stat().st_mtime_ns
    fill({"b.txt": B + "附注", "c.txt": C})
    again = batch()
    assert done(again) == "5 files: 3 parsed, 1 no notice, 1 unreadable, 2 of them done before"
    assert again.exit_code == 1
    assert again.stderr.count("poem.txt") == again.stderr.count("binary.txt") == 1
    assert Path("out/a.json").stat().st_mtime_ns == before
    assert done(batch("--force")) == "5 files: 3 parsed, 1 no notice, 1 unreadable"
    assert Path("out/a.json").stat().st_mtime_ns > before


def test_another_version_does_all_again(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    fill({"a.txt": A, "b.txt": B})
    batch()
    monkeypatch.setattr(planparse.batch.run, "__version__", "99")
    assert done(batch()) == "2 files: 2 parsed"
    assert {line["version"] for line in manifest().values()} == {"99"}


def test_a_result_that_is_gone_is_made_again(batch: Batch) -> None:
    fill({"a.txt": A, "b.txt": B})
    batch()
    Path("out/b.json").unlink()
    assert done(batch()) == "2 files: 2 parsed, 1 of them done before"
    assert results() == ["a.json", "b.json"]


def test_what_is_no_notice_any_more_has_no_result(batch: Batch) -> None:
    fill({"a.txt": A})
    batch()
    fill({"a.txt": POEM})
    assert batch().exit_code == 1
    assert results() == []


def test_results_of_notices_that_are_gone_are_named(batch: Batch) -> None:
    fill({"a.txt": A, "b.txt": B})
    batch()
    Path("in/b.txt").unlink()
    result = batch()
    assert "1 result whose notice is no longer there: b.json" in result.stderr
    assert result.exit_code == 0


def test_a_torn_last_line_does_not_count(batch: Batch) -> None:
    fill({"a.txt": A, "b.txt": B})
    batch()
    whole = Path("out/manifest.jsonl").read_bytes()
    Path("out/manifest.jsonl").write_bytes(whole[:-20])
    assert done(batch()) == "2 files: 2 parsed, 1 of them done before"
    assert list(manifest()) == ["a.txt", "b.txt"]


def test_the_last_line_on_a_file_counts(tmp_path: Path) -> None:
    def entry(path: str, status: str) -> Entry:
        return Entry(path, None, "1", status, None, None, {}, [], 0.0)

    with Manifest(tmp_path / "m.jsonl") as written:
        for path, status in (("b", "failed"), ("\udcff", "failed"), ("b", "parsed")):
            written.add(entry(path, status))
    with Manifest(tmp_path / "m.jsonl") as read:
        assert [(found.path, found.status) for found in read] == [("b", "parsed"), ("\udcff", "failed")]
        read.compact()
    assert len((tmp_path / "m.jsonl").read_bytes().splitlines()) == 2


def test_failures_stop_the_run_where_the_user_says_so(batch: Batch) -> None:
    fill({f"{n}.txt": POEM for n in range(20)})
    result = batch("--max-failures", "3")
    assert result.exit_code == 1
    assert "stopped at --max-failures; run it again to go on" in result.stderr
    assert 3 <= len(manifest()) <= 5


def test_diagnostics_are_said_to_those_who_ask(batch: Batch) -> None:
    fill({"a.txt": A.replace("（二）", "（五）") + "\n一、其他\n二、其他\n二、其他\n"})
    assert "in/a.txt:" not in batch().stderr
    assert "in/a.txt:" in batch("-v").stderr
    assert batch("-q").stderr == ""


WRONG_USAGE = {
    "no folder": (["none", "-o", "out"], "does not exist"),
    "a file": (["in/a.txt", "-o", "out"], "is a file"),
    "no output": (["in"], "Missing option"),
    "output is input": (["in", "-o", "in/../in"], "the results need a folder of their own"),
    "output is a file": (["in", "-o", "in/a.txt"], "is a file"),
    "table": (["in", "-o", "out", "--table", "t.pdf"], "tables are written as .xlsx, .csv, .parquet, .duckdb"),
    "table is output": (["in", "-o", "o.csv", "--table", "o.csv"], "tables may not take the place of the results"),
    "table holds output": (["in", "-o", "o.csv/a", "--table", "o.csv"], "tables may not take the place of the results"),
    "no file": (["in", "-o", "out", "--glob", "*.none"], "no file in it is to be read"),
}


@pytest.mark.parametrize(("arguments", "message"), list(WRONG_USAGE.values()), ids=list(WRONG_USAGE))
def test_wrong_usage(arguments: list[str], message: str, batch: Batch) -> None:
    fill({"a.txt": A})
    result = CliRunner().invoke(app, ["batch", *arguments])
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


# Tables


def test_tables_of_all_results(batch: Batch) -> None:
    fill({"b.txt": A, "a/c.txt": B, "poem.txt": POEM})
    for _ in range(2):
        assert batch("--table", "all.duckdb").exit_code == 1
        with duckdb.connect("all.duckdb", read_only=True) as database:
            assert database.sql("SELECT notice FROM notices").fetchall() == [("a/c.txt",), ("b.txt",)]
    Path("in/b.txt").unlink()
    batch("--table", "all.duckdb")
    with duckdb.connect("all.duckdb", read_only=True) as database:
        assert database.sql("SELECT notice FROM notices").fetchall() == [("a/c.txt",)]


def test_a_result_that_somebody_changed_gives_no_table(batch: Batch) -> None:
    fill({"a.txt": A})
    batch()
    Path("out/a.json").write_text("{}")
    result = batch("--table", "all.csv")
    assert result.exit_code == 2
    assert "output: error: out/a.json is no longer what planparse wrote; run with --force" in result.stderr
    assert not Path("all.csv").exists()


# Workers that are lost


class Silent:
    """Hears all and says nothing."""

    def done(self, entry: Entry) -> None:
        """A file is done."""


def order(folder: Path, **options: Any) -> Order:
    """All text files of ``folder/in`` to ``folder/out``."""
    settings = {"jobs": 2, "timeout": 8.0, "memory": 256, **options}
    return Order(folder / "in", folder / "out", Selection(["*.txt"]), **settings)


@pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")
def test_faults_of_the_parser_cost_a_file_each(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    texts = short_notices(12)
    folder_of_faults(tmp_path / "in", {name: name for name in FAULTS}, texts)
    tally = run(order(tmp_path), Silent(), convert_or_fault)
    assert tally.statuses == {"parsed": len(texts), "failed": len(FAULTS)}
    assert sorted(contents(tmp_path / "out")) == [*(f"{n:02}.json" for n in range(len(texts))), "manifest.jsonl"]
    with Manifest(tmp_path / "out" / "manifest.jsonl") as found:
        messages = {Path(entry.path).stem: entry.message or "" for entry in found if entry.status == "failed"}
    assert set(messages) == set(FAULTS)
    assert messages["crash"] == "the worker crashed (SIGSEGV)"
    assert messages["eat"] == "needs more than 256 MB of memory (--memory)"
    assert messages["hang"] == messages["spin"] == "takes longer than 8 s (--timeout)"
    assert "\n" not in messages["err"]
    again = run(order(tmp_path), Silent(), convert)
    assert again.unchanged == len(texts)
    assert again.statuses == {"parsed": len(texts), "not-a-notice": len(FAULTS)}


@pytest.mark.skipif(os.name != "posix", reason="workers import the test's own modules")
def test_a_full_disk_stops_the_run_and_leaves_nothing_unfinished(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(A, encoding="utf-8")
    with pytest.raises(Unwritable, match=r"a\.json: cannot be written: no space left on device"):
        run(order(tmp_path), Silent(), full_disk)
    assert not (tmp_path / "out" / ".unfinished").exists()


def test_a_result_that_cannot_be_written_is_not_the_fault_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(A, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.json").mkdir()
    outcome = convert(Task("a.txt", tmp_path, tmp_path / "out", tmp_path / "nowhere"))
    assert isinstance(outcome, Outcome)
    assert outcome.status == "unwritable"


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX")
def test_one_run_at_a_time(batch: Batch) -> None:
    from planparse.batch.lock import lock

    fill({"a.txt": A})
    Path("out").mkdir()
    with lock(Path("out")):
        result = batch()
    assert result.exit_code == 2
    assert "another run writes its results there" in result.stderr
    assert batch().exit_code == 0


# The samples, as a process


@pytest.mark.parametrize("terminal", [False, True])
def test_a_bar_on_a_terminal_and_none_in_a_pipe(terminal: bool, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "planparse", "batch", str(ROOT / "samples"), "-o", str(tmp_path / "out")]
    if terminal:
        pty = pytest.importorskip("pty")
        parent, child = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
        with subprocess.Popen(command, stderr=child, env=environment):
            os.close(child)
            said = b"".join(iter(lambda: _read(parent), b""))
        os.close(parent)
    else:
        said = subprocess.run(command, capture_output=True, check=True).stderr
    assert ("━" in said.decode()) == terminal
    assert f"{len(SAMPLES)} files: {len(SAMPLES)} parsed".encode() in said


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""
