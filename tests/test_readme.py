"""The commands of both READMEs run as they are written, from a folder that holds what the repository holds."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import ROOT

# Sections whose commands name files of the repository; the others show how commands look.
RUNNABLE = {
    "README.md": ("A folder of notices", "Tables", "Checking notices"),
    "README.zh-CN.md": ("整个文件夹", "表格", "检查通知"),
}
COMMANDS = [
    pytest.param(readme, section, id=f"{readme}: {section}") for readme in RUNNABLE for section in RUNNABLE[readme]
]


def commands(readme: str, section: str) -> list[str]:
    """The lines of the section's shell blocks."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    body = text.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return [line for block in re.findall(r"```sh\n(.*?)```", body, re.DOTALL) for line in block.splitlines()]


@pytest.mark.skipif(os.name != "posix", reason="commands for a shell of POSIX")
@pytest.mark.parametrize(("readme", "section"), COMMANDS)
def test_commands_run_as_written(readme: str, section: str, tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    lines = commands(readme, section)
    assert lines
    for line in lines:
        done = subprocess.run(
            ["sh", "-c", line],
            cwd=tmp_path,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (line, done.stderr)
    for named in re.findall(r"(?:-o|--table) (\S+)", "\n".join(lines)):
        assert (tmp_path / named).exists(), f"{named} was to be written"


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (
        [line.partition("#")[0].strip() for section in sections for line in commands(readme, section)]
        for readme, sections in RUNNABLE.items()
    )
    assert english == chinese
