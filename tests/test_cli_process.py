"""The command as a process of its own: encodings, pipes, signals."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus import ROOT

YINGKOU = ROOT / "samples" / "yingkou.txt"
COMMAND = [sys.executable, "-m", "planparse"]

ENVIRONMENTS = {
    "gbk": {"PYTHONIOENCODING": "gbk"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "c-locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "windows-console": {"PYTHONIOENCODING": "cp437"},
}
IN_ANY_LOCALE = pytest.mark.parametrize("environment", list(ENVIRONMENTS.values()), ids=list(ENVIRONMENTS))


def run(*arguments: str, environment: dict[str, str] | None = None) -> "subprocess.CompletedProcess[bytes]":
    """Run to the end."""
    return subprocess.run(
        [*COMMAND, *arguments], env={**os.environ, **(environment or {})}, capture_output=True, check=False
    )


@IN_ANY_LOCALE
def test_json_is_utf8_in_any_locale(environment: dict[str, str]) -> None:
    result = run("extract", "-v", str(YINGKOU), environment=environment)
    assert result.returncode == 0
    assert result.stdout == YINGKOU.with_suffix(".json").read_bytes()


@IN_ANY_LOCALE
def test_views_never_break_in_any_locale(environment: dict[str, str]) -> None:
    for arguments in (("show", str(YINGKOU)), ("--help",), ("explain",), ("extract", "没有.txt")):
        result = run(*arguments, environment=environment)
        assert b"Traceback" not in result.stderr
        assert result.returncode == (2 if "没有.txt" in arguments else 0)


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xff\xfe.txt")  # noqa: PTH118
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(YINGKOU.read_bytes())
    result = subprocess.run([*map(os.fsencode, COMMAND), b"extract", path], capture_output=True, check=False)
    assert result.returncode == 0
    assert json.loads(result.stdout)["source"]["name"] == "??.txt"


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
@pytest.mark.parametrize("command", ["extract", "show"])
def test_a_pipe_closed_early_ends_the_run_without_a_word(command: str) -> None:
    with subprocess.Popen([*COMMAND, command, str(YINGKOU)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait() == 1


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_control_c_ends_the_run_without_a_word(tmp_path: Path) -> None:
    command = [*COMMAND, "extract", "-", "-o", str(tmp_path / "x.json")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(1)  # it waits for its input
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert not list(tmp_path.iterdir())
