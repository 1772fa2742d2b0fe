"""What nobody should feed to planparse and somebody will: no crash, no hang, one clear line."""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from corpus import ROOT
from planparse.batch.convert import Task, convert
from planparse.batch.walk import Found, Selection, walk
from planparse.cli.app import app

if os.name != "posix":
    pytest.skip("links, permissions and limits of POSIX", allow_module_level=True)

YINGKOU = (ROOT / "samples" / "yingkou.txt").read_text(encoding="utf-8")
MEGABYTE = 1_000_000
PATIENCE = 60  # seconds; a run that hangs takes for ever
NO_NOTICE = "error P101"

# Name, bytes, and what the line says (None: it is parsed, faults of the bytes are warnings).
BYTES: dict[str, tuple[bytes, str | None]] = {
    "empty": (b"", NO_NOTICE),
    "one byte": (b"\xb5", NO_NOTICE),
    "one line end": (b"\r", NO_NOTICE),
    "only a byte order mark": (b"\xef\xbb\xbf", NO_NOTICE),
    "binary": (bytes(range(256)) * 40, "this is binary data (it holds zero bytes), not plain text"),
    "image": (b"\x89PNG\r\n\x1a\n" + bytes(99), "this is a PNG image, not plain text"),
    "NUL bytes": (b"\0" * 1000, "this is binary data (it holds zero bytes), not plain text"),
    "a NUL in a notice": (YINGKOU.replace("节能", "节\0能", 1).encode(), "this is binary data (it holds zero bytes)"),
    "a NUL in UTF-16": (YINGKOU.replace("节能", "节\0能", 1).encode("utf-16"), None),
    "100 MB of text": (
        ("能耗下降5%。" * 100).encode() * 58_824,
        "this is 100 MB of text; planparse reads at most 5 MB",
    ),
    "a line of 10 MB": (b"7" * 10 * MEGABYTE, "this is 10 MB of text; planparse reads at most 5 MB"),
    "a line of 4 MB": (b"7" * 4 * MEGABYTE, NO_NOTICE),
    "deep nesting": (("（" * 200_000 + "）" * 200_000).encode(), NO_NOTICE),
    "deep nesting in a notice": ((YINGKOU + "（《" * 50_000 + "责任单位：市科技局" + "》）" * 50_000).encode(), None),
    "brackets never closed": ((YINGKOU + "（牵头单位：市科技局、" * 20_000).encode(), None),
    "half a surrogate in UTF-8": (YINGKOU.encode() + b"\xed\xa0\x80", None),
    "half a surrogate in UTF-16": (YINGKOU.encode("utf-16") + b"\x00\xd8", None),
    "two encodings": ((YINGKOU + "\n").encode() + YINGKOU.encode("gb18030"), None),
    "a number of 400 digits": ((YINGKOU + f"到2025年，绿色工厂达到{'7' * 400}家。\n").encode(), None),
    "a number of 5,000 digits": ((YINGKOU + f"到2025年，绿色工厂达到{'7' * 5000}家。\n").encode(), None),
    "a range up to 400 digits": ((YINGKOU + f"到2025年，绿色工厂达到3—{'7' * 400}家。\n").encode(), None),
    "a period of 99,999 years": (
        (YINGKOU + "2012年起99999年内完成改造，9999年内全部建成，9999年底前投产。\n").encode(),
        None,
    ),
    "a year of 400 digits": ((YINGKOU + f"到{'2' * 400}年，绿色工厂达到3家。\n").encode(), None),
}
ROWS = pytest.mark.parametrize(("data", "message"), list(BYTES.values()), ids=list(BYTES))


def extract(*arguments: str | Path) -> Result:
    """Run ``planparse extract``."""
    return CliRunner().invoke(app, ["extract", *map(str, arguments)])


def in_time(run: Callable[[], Result]) -> Result:
    """What the run gives; it is measured by this process's own clock, whatever else the machine does."""
    started = time.process_time()
    result = run()
    assert time.process_time() - started < PATIENCE
    return result


def one_line(result: Result, message: str) -> str:
    """The only line on standard error that tells of an error; it holds the message."""
    [line] = [line for line in result.stderr.splitlines() if "error" in line]
    assert message in line
    assert isinstance(result.exception, SystemExit)
    return line


@ROWS
def test_bytes(data: bytes, message: str | None, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    result = in_time(lambda: extract(path, "-o", tmp_path / "x.json"))
    assert (tmp_path / "x.json").exists() == (message is None)
    if message is None:
        assert result.exit_code == 0
        assert "error" not in result.stderr
    else:
        assert result.exit_code == 1
        assert one_line(result, message).startswith(f"{path}:")


def test_all_of_them_in_a_folder(tmp_path: Path) -> None:
    for name, (data, _) in BYTES.items():
        (tmp_path / f"{name}.txt").write_bytes(data)
    command = ["batch", str(tmp_path), "-o", str(tmp_path / "out"), "--jobs", "2", "--timeout", "300"]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 1
    for name, (_, message) in BYTES.items():
        said = [line for line in result.stderr.splitlines() if line.startswith(f"{tmp_path / name}.txt:")]
        assert len(said) == (message is not None)
        assert (message or "") in "".join(said)
        assert (tmp_path / "out" / f"{name}.json").exists() == (message is None)


def test_more_than_a_file_may_have(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    with path.open("wb") as file:
        file.truncate(10_000 * MEGABYTE)  # of nothing: a hole
    result = in_time(lambda: extract(path))
    assert result.exit_code == 2
    one_line(result, f"{path}: error: too large: planparse reads at most 200 MB of a file")


NAMES = ("有 空格的 通知.txt", "（附件）通知——“终稿”.txt", "$HOME;rm.txt", "-q.txt", "e\u0301.txt", "名" * 60 + ".txt")


@pytest.mark.parametrize("name", NAMES)
def test_names(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(YINGKOU, encoding="utf-8")
    assert extract(tmp_path / name, "-q", "-o", tmp_path / "x.json").exit_code == 0
    [found] = walk(tmp_path, Selection(["*.txt"]), tmp_path / "out")
    outcome = convert(Task(found.path, tmp_path, tmp_path / "out", tmp_path))
    assert outcome.status == "parsed"
    assert (tmp_path / "out" / name.replace(".txt", ".json")).exists()


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    result = extract(tmp_path / "x.txt")
    assert result.exit_code == 2
    one_line(result, "x.txt: error: ")
    (tmp_path / "x.txt" / "y.txt").write_text(YINGKOU, encoding="utf-8")
    assert list(walk(tmp_path, Selection(["*.txt"]), tmp_path / "out")) == [Found("x.txt/y.txt")]


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "x.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name, words in (("x.txt", "no such file or directory"), ("loop.txt", "too many levels of symbolic links")):
        result = extract(tmp_path / name)
        assert result.exit_code == 2
        one_line(result, f"{name}: error: {words}")
        assert Found(name) in list(walk(tmp_path, Selection(["*.txt"]), tmp_path / "out"))
        assert convert(Task(name, tmp_path, tmp_path / "out", tmp_path)).message == words


def test_links_to_folders_and_pipes_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert list(walk(tmp_path, Selection(["*"]), tmp_path / "out")) == []


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may read everything: be somebody else meanwhile."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_no_permission(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    (tmp_path / "closed").mkdir()
    (tmp_path / "x.txt").write_text(YINGKOU, encoding="utf-8")
    extract(tmp_path / "x.txt")  # loads all that is loaded when it is used
    (tmp_path / "x.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    with as_nobody():
        result = extract(tmp_path / "x.txt")
        found = list(walk(tmp_path, Selection(["*.txt"]), tmp_path / "out"))
        outcome = convert(Task("x.txt", tmp_path, tmp_path / "out", tmp_path))
    assert result.exit_code == 2
    one_line(result, "x.txt: error: permission denied")
    assert found == [Found("closed", "cannot be listed: permission denied"), Found("x.txt")]
    assert (outcome.status, outcome.message) == ("unreadable", "permission denied")
    (tmp_path / "closed").chmod(0o755)


# A full disk: a small one where there may be one, and a limit that the system sets to files.

ROOM = 48 * 1024  # bytes
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(params=["disk", "limit"])
def full(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Run]:
    """Runs planparse in a folder where there is room for little."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = request.param == "disk" and _mount(folder)
    if request.param == "disk" and not mounted:
        pytest.skip("no disk can be made here")

    def limit() -> None:
        if not mounted:
            resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "planparse", *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, preexec_fn=limit)

    yield run
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


def _mount(folder: Path) -> bool:
    if os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


FULL = {
    "a file": ["extract", "{}/yingkou.txt", "-q", "-o", "x.json"],
    "a folder": ["extract", "{}", "-q", "-o", "out/"],
    "xlsx": ["extract", "{}", "-q", "-o", "x.xlsx"],
    "csv": ["extract", "{}", "-q", "-o", "x.csv"],
    "parquet": ["extract", "{}", "-q", "-o", "x.parquet"],
    "duckdb": ["extract", "{}", "-q", "-o", "x.duckdb"],
    "batch": ["batch", "{}", "-q", "-o", "out", "--jobs", "2"],
}


@pytest.mark.parametrize("arguments", list(FULL.values()), ids=list(FULL))
def test_full_disk(arguments: list[str], full: Run, tmp_path: Path) -> None:
    result = full(*(argument.format(ROOT / "samples") for argument in arguments))
    assert result.returncode == 2
    [line] = result.stderr.splitlines()
    assert "error: " in line
    assert any(words in line.lower() for words in ("no space left on device", "file too large", "cannot be made"))
    left = [path for path in (tmp_path / "small").rglob("*") if path.is_file()]
    assert all((path.suffix == ".json" and path.parent.name == "out") or path.name == "manifest.jsonl" for path in left)
    assert not list((tmp_path / "small").glob(".*"))
