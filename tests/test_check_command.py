"""``planparse check``: forms, settings, baseline, exit codes."""

import json
import os
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from sarif_pydantic import Sarif
from typer.testing import CliRunner, Result

from corpus import ROOT
from planparse.checks import CHECKS
from planparse.checks.explanations import example
from planparse.cli.app import app
from planparse.output.columns import width

TEXTS = {check.kind.code: (example(check.kind, "bad") or "", example(check.kind, "good") or "") for check in CHECKS}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "草稿 一.txt").write_text(TEXTS["P608"][0], "utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "good.txt").write_text(TEXTS["P608"][1], "utf-8")
    return tmp_path


def check(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(app, ["check", *arguments], input=text)


def test_text_has_the_line_with_carets_under_the_place(folder: Path) -> None:
    done = check(".")
    assert done.exit_code == 1
    first, line, carets, summary = done.stdout.splitlines()
    assert first.startswith("草稿 一.txt:4:17: warning P608 body-of-wrong-level: “市农业农村厅”")
    before = line[: line.index("市农业农村厅")]
    assert carets == " " * width(before) + "^" * 12
    assert summary == "1 finding in 1 of 2 files"
    assert "\033" not in done.stdout


def test_exit_codes(folder: Path) -> None:
    assert check("below").exit_code == 0
    assert check("--fail-on", "error", ".").exit_code == 0
    assert check(".", "nosuch.txt").exit_code == 2
    assert "nosuch.txt: error: no such file or directory" in check("nosuch.txt").stderr
    assert check("--select", "P999", ".").exit_code == 2
    (folder / "poem.txt").write_text("床前明月光。", "utf-8")
    assert check("poem.txt").exit_code == 1


def test_select_and_ignore(folder: Path) -> None:
    assert check("--ignore", "body-of-wrong-level", ".").exit_code == 0
    assert check("--select", "P601,P602", ".").exit_code == 0
    assert check("--select", "P6", ".").exit_code == 1


def test_standard_input_has_a_name(folder: Path) -> None:
    done = check("-", "--stdin-filename", "new.txt", text=TEXTS["P608"][0])
    assert done.stdout.startswith("new.txt:4:17: ")


def test_json(folder: Path) -> None:
    files = json.loads(check("--format", "json", ".").stdout)["files"]
    (finding,) = (f for file in files for f in file["findings"])
    assert (finding["code"], finding["line"], finding["evidence"]) == ("P608", 4, "市农业农村厅")


def test_github(folder: Path) -> None:
    expected = (
        "::warning file=草稿 一.txt,line=4,col=17,endColumn=22,title=P608 body-of-wrong-level::“市农业农村厅”: a 厅 is a "
        "department of a province; below it is “市农业农村局”\n"
    )
    assert check("--format", "github", ".").stdout == expected


def test_junit_has_one_case_a_file(folder: Path) -> None:
    suite = ElementTree.fromstring(check("--format", "junit", ".", "nosuch.txt").stdout)
    assert (suite.attrib["tests"], suite.attrib["failures"], suite.attrib["errors"]) == ("3", "1", "1")


def test_sarif_is_valid_and_counts_code_points(folder: Path) -> None:
    text = TEXTS["P608"][0].replace("某市", "𠮷市")  # a character beyond the basic plane
    (folder / "草稿 一.txt").write_text(text, "utf-8")
    content = json.loads(check("--format", "sarif", ".").stdout)
    Sarif.model_validate(content, strict=False)
    (run,) = content["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    location: Any = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "%E8%8D%89%E7%A8%BF%20%E4%B8%80.txt"
    region = location["region"]
    assert text[region["charOffset"] :][: region["charLength"]] == "市农业农村厅"
    assert (
        text.split("\n")[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == "市农业农村厅"
    )


def test_settings_of_the_nearest_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "planparse.toml").write_text('ignore = ["P608"]\n', "utf-8")
    assert check(".").exit_code == 0
    assert check("--no-config", ".").exit_code == 1
    (folder / "planparse.toml").unlink()
    (folder / "pyproject.toml").write_text('[tool.planparse.per-path-ignores]\n"草稿*" = ["P6"]\n', "utf-8")
    assert check(".").exit_code == 0
    monkeypatch.chdir(folder / "below")
    assert check("../草稿 一.txt").exit_code == 0


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ('selct = ["P6"]', "unknown setting “selct”"),
        ('select = "P6"', "“select” must be a list of words"),
        ('fail-on = "often"', "must be info, warning or error"),
        ("select = [", "cannot be read"),
        ('ignore = ["P999"]', "no such code or name: “P999”"),
        ("select = [1]", "“select” must be a list of words"),
        ("severity = 3", "must be info, warning or error"),
        ("fail-on = [1]", "must be info, warning or error"),
        ("baseline = 3", "“baseline” must be a path"),
        ('per-path-ignores = ["P6"]', "must be a table from globs to lists of codes"),
        ('[per-path-ignores]\n"*.txt" = [6]', "must be a table from globs to lists of codes"),
    ],
)
def test_settings_that_cannot_be_used(folder: Path, settings: str, why: str) -> None:
    (folder / "planparse.toml").write_text(settings, "utf-8")
    done = check(".")
    assert done.exit_code == 2
    assert "planparse.toml: " in "".join(done.stderr.split("\n"))
    assert why in " ".join(done.stderr.replace("│", " ").split())


def test_a_settings_file_that_is_no_table_of_ours(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("tool = 3\n", "utf-8")
    assert check(".").exit_code == 1
    (folder / "pyproject.toml").write_text("[tool]\nplanparse = 3\n", "utf-8")
    assert check(".").exit_code == 2
    assert check("--no-config", ".").exit_code == 1
    assert check("--no-config", "--config", "pyproject.toml", ".").exit_code == 2


@pytest.mark.parametrize("form", ["text", "json", "github", "junit", "sarif"])
def test_a_name_that_is_no_text(folder: Path, form: str) -> None:
    name = os.fsdecode(b"\xce\xc4.txt")  # GBK
    (folder / name).write_text(TEXTS["P608"][0], "utf-8")
    done = check("--format", form, name)
    assert done.exit_code == 1
    assert "P608" in done.stdout


def test_a_path_is_told_from_here_however_it_is_typed(folder: Path) -> None:
    draft = folder / "草稿 一.txt"
    assert check(str(draft)).stdout.startswith("草稿 一.txt:4:17: ")
    assert check("--write-baseline", "old.json", str(draft)).exit_code == 0
    assert check("--baseline", "old.json", "./草稿 一.txt").exit_code == 0
    assert check("--baseline", "old.json", "--severity", "info", ".").exit_code == 0


def test_old_findings_are_not_told_again(folder: Path) -> None:
    assert check("--write-baseline", "old.json", ".").exit_code == 0
    assert check("--baseline", "old.json", ".").exit_code == 0
    draft = folder / "草稿 一.txt"
    draft.write_text("\n\n" + draft.read_text("utf-8"), "utf-8")  # lines move, findings stay old
    assert check("--baseline", "old.json", ".").exit_code == 0
    draft.write_text(
        draft.read_text("utf-8").replace("二、保障", "（二）用水。管理。（市水利厅负责）\n二、保障"), "utf-8"
    )
    done = check("--baseline", "old.json", ".")
    assert done.exit_code == 1
    assert "市水利厅" in done.stdout
    assert "市农业农村厅" not in done.stdout
    assert check("--baseline", "nosuch.json", ".").exit_code == 2
    (folder / "broken.json").write_text("[]", "utf-8")
    assert "this is no baseline" in check("--baseline", "broken.json", ".").stderr


def test_output_goes_to_a_file_whole(folder: Path) -> None:
    assert check("--format", "sarif", "-o", "out.sarif", ".").exit_code == 1
    assert json.loads((folder / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert check("-o", "nosuch/out.txt", ".").exit_code == 2


def test_the_sample_workflow_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workflow = yaml.safe_load((ROOT / "docs" / "check-workflow.yml").read_text("utf-8"))
    steps = [step["run"].split() for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    monkeypatch.chdir(ROOT)
    ran = [step for step in steps if step[:2] == ["planparse", "check"]]
    assert len(ran) == 2
    for _, *arguments in ran:
        arguments = [str(folder / "out.sarif") if word == "planparse.sarif" else word for word in arguments]
        assert CliRunner().invoke(app, arguments).exit_code == 0


def test_the_hook_and_the_action_call_the_command() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert hook["entry"] == "planparse check"
    assert any("planparse check --format github" in step.get("run", "") for step in action["runs"]["steps"])
