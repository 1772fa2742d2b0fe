"""The command: what goes where, what it is called, which code it ends with."""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from corpus import ROOT, SAMPLES
from made import as_docx, as_pdf
from planparse import Notice, __version__, pipeline
from planparse.checks import ALL_KINDS
from planparse.cli.app import app
from planparse.readers import read_file

YINGKOU, LAIWU = ROOT / "samples" / "yingkou.txt", ROOT / "samples" / "laiwu.txt"
POEM = "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"

Command = Callable[..., Result]


@pytest.fixture
def planparse(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs the command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)

    return run


def names_in(folder: Path) -> list[str]:
    """What the folder holds, sorted."""
    return sorted(path.name for path in folder.iterdir())


def titles(lines: Sequence[str]) -> list[str]:
    """The titles of JSON Lines."""
    return [Notice.model_validate_json(line).metadata.title or "" for line in lines]


def test_one_file_gives_one_object(planparse: Command) -> None:
    result = planparse("extract", YINGKOU)
    assert result.exit_code == 0
    assert result.stdout_bytes == YINGKOU.with_suffix(".json").read_bytes()


def test_several_files_give_json_lines_in_the_order_given(planparse: Command) -> None:
    result = planparse("extract", YINGKOU, LAIWU)
    assert [title[:3] for title in titles(result.stdout.splitlines())] == ["营口市", "济南市"]
    assert result.exit_code == 0


def test_a_folder_stands_for_its_text_files_sorted(planparse: Command, tmp_path: Path) -> None:
    for name, source in (("b.txt", YINGKOU), ("a.TXT", LAIWU), ("c.md", YINGKOU)):
        (tmp_path / name).write_bytes(source.read_bytes())
    result = planparse("extract", tmp_path)
    names = [json.loads(line)["source"]["name"] for line in result.stdout.splitlines()]
    assert names == ["a.TXT", "b.txt"]


def test_standard_input(planparse: Command) -> None:
    result = planparse("extract", "-", stdin=YINGKOU.read_bytes())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["source"]["name"] is None


@pytest.mark.parametrize(
    ("options", "lines"), [((), None), (("--indent", "0"), None), (("--compact",), 1), (("--format", "jsonl"), 1)]
)
def test_layout(planparse: Command, options: tuple[str, ...], lines: int | None) -> None:
    output = planparse("extract", YINGKOU, *options).stdout
    assert output.endswith("}\n")
    assert output.count("\n") == lines if lines else output.count("\n") > 1000
    assert Notice.model_validate_json(output).source.name == "yingkou.txt"


def test_output_to_a_file(planparse: Command, tmp_path: Path) -> None:
    result = planparse("extract", YINGKOU, "-o", "notice.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "notice.json").read_bytes() == YINGKOU.with_suffix(".json").read_bytes()
    assert names_in(tmp_path) == ["notice.json"]


@pytest.mark.parametrize("folder", ["out", "out/", "deep/out/"])
def test_output_to_a_folder_that_is_not_there(planparse: Command, tmp_path: Path, folder: str) -> None:
    result = planparse("extract", YINGKOU, LAIWU, "-o", folder)
    assert result.exit_code == 0
    assert names_in(tmp_path / folder) == ["laiwu.json", "yingkou.json"]
    assert (tmp_path / folder / "yingkou.json").read_bytes() == YINGKOU.with_suffix(".json").read_bytes()


def test_one_file_into_a_folder(planparse: Command, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    assert planparse("extract", YINGKOU, "-o", "there").exit_code == 0
    assert names_in(tmp_path / "there") == ["yingkou.json"]


def test_a_file_that_exists_keeps_its_mode_and_a_link_stays_a_link(planparse: Command, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "real.json").chmod(0o640)
    (tmp_path / "link.json").symlink_to("real.json")
    assert planparse("extract", YINGKOU, "-o", "link.json").exit_code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "real.json").read_bytes().startswith(b"{")


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="no /dev/null")
def test_a_device_is_written_to_and_not_replaced(planparse: Command) -> None:
    assert planparse("extract", YINGKOU, "-o", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()


def test_nothing_is_written_where_nothing_is_parsed(planparse: Command, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("old")
    assert planparse("extract", "-", "-o", "old.json", stdin=POEM.encode()).exit_code == 1
    assert (tmp_path / "old.json").read_text() == "old"
    assert names_in(tmp_path) == ["old.json"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (POEM.encode(), "{path}:1:1: error P101 "),
        (b"", "{path}:1:1: error P101 "),
        (" \n\n".encode("utf-16"), "{path}:1:2: error P101 "),
        (PNG, "{path}: error: this is a PNG image"),
        (bytes(range(256)), "{path}: error: this is binary data"),
    ],
    ids=["poem", "empty", "blank", "png", "binary"],
)
def test_what_is_no_notice_is_named_in_one_line(planparse: Command, tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    for command in ("extract", "show"):
        result = planparse(command, path)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(said.format(path=path))
        assert result.stderr.count("\n") == 1


def test_a_missing_file_and_a_folder_without_text_are_unreadable(planparse: Command, tmp_path: Path) -> None:
    missing = tmp_path / "none.txt"
    for path, said in (
        (missing, "no such file or directory"),
        (tmp_path, "the folder holds no file that planparse reads"),
    ):
        result = planparse("extract", path)
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{path}: error: {said}\n")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(planparse: Command, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"")
    path.chmod(0)
    result = planparse("extract", path)
    assert (result.exit_code, result.stderr) == (2, f"{path}: error: permission denied\n")


def test_a_run_goes_on_after_a_bad_file_and_the_worst_decides(planparse: Command, tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text(POEM, "utf-8")
    result = planparse("extract", tmp_path / "poem.txt", YINGKOU)
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    result = planparse("extract", tmp_path / "poem.txt", YINGKOU, tmp_path / "none.txt", LAIWU)
    assert (result.exit_code, len(result.stdout.splitlines())) == (2, 2)


def test_a_bug_costs_one_file_and_is_reported(planparse: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = pipeline.parse_bytes

    def faulty(data: bytes, *, name: str | None = None) -> Notice:
        if name == YINGKOU.name:
            raise KeyError("a bug")
        return sound(data, name=name)

    monkeypatch.setattr(pipeline, "parse_bytes", faulty)
    result = planparse("extract", YINGKOU, LAIWU)
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert result.stderr.startswith(f"{YINGKOU}: error: bug in planparse, please report it: KeyError: 'a bug'")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("extract",),
        ("extract", "--indent", "2", "--compact", YINGKOU),
        ("extract", "--indent", "-1", YINGKOU),
        ("extract", "--format", "json", YINGKOU, LAIWU),
        ("extract", "--format", "yaml", YINGKOU),
        ("extract", "--nonsense", YINGKOU),
        ("extract", YINGKOU, YINGKOU, "-o", "out/"),
        ("extract", YINGKOU, "-o", YINGKOU),
        ("explain", "P999"),
        ("nonsense",),
    ],
    ids=str,
)
def test_wrong_usage(planparse: Command, tmp_path: Path, arguments: tuple[str | Path, ...]) -> None:
    result = planparse(*arguments)
    assert result.exit_code == 2
    assert names_in(tmp_path) == []


def test_an_output_that_cannot_be_written(planparse: Command, tmp_path: Path) -> None:
    result = planparse("extract", YINGKOU, "-o", "none/notice.json")
    assert result.exit_code == 2
    assert "cannot be written: no such file or directory" in result.stderr
    assert result.stderr.count("\n") == 1


def test_diagnostics_by_wish(planparse: Command, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(YINGKOU.read_text("utf-8").replace("三、推进", "七、推进", 1), "utf-8")
    lines = {option: planparse("extract", path, *option).stderr.splitlines() for option in ((), ("-q",), ("-v",))}
    assert lines["-q",] == []
    assert any(line.startswith(f"{path}:") and " warning P201 " in line for line in lines[()])
    assert set(lines[()]) < set(lines["-v",])


def test_show(planparse: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = planparse("show", YINGKOU)
    assert result.exit_code == 0
    assert "\033" not in result.stdout
    for words in (
        "营政发〔2022〕18号",
        "  （一）重点行业绿色升级改造",
        "单位地区生产总值能耗",
        "下降 15.5%",
        "2025-12-31",
    ):
        assert words in result.stdout


def test_schema_explain_and_version(planparse: Command) -> None:
    assert planparse("schema").stdout_bytes == (ROOT / "schemas" / "notice.schema.json").read_bytes()
    assert planparse("--version").stdout == f"planparse {__version__}\n"
    assert planparse("explain", "P301").stdout.startswith("P301 list-mismatch (warning): ")
    assert len(planparse("explain").stdout.splitlines()) == len(ALL_KINDS)


@pytest.mark.parametrize("command", [(), ("extract",), ("show",), ("schema",), ("explain",)])
def test_help_names_the_options(planparse: Command, command: tuple[str, ...]) -> None:
    result = planparse(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ")


def test_all_samples_at_once(planparse: Command) -> None:
    result = planparse("extract", ROOT / "samples", "-q")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) == len(SAMPLES)


@pytest.mark.parametrize("make", [as_docx, as_pdf, lambda text: text.encode("gb18030")])
def test_text_prints_what_the_places_count(planparse: Command, tmp_path: Path, make: Callable[[str], bytes]) -> None:
    (tmp_path / "a").write_bytes(make(read_file(YINGKOU).text))
    text = planparse("text", "a").stdout_bytes.decode("utf-8")
    notice = json.loads(planparse("extract", "-q", "a").stdout)
    target = notice["targets"][0]
    assert len(text) == notice["source"]["characters"]
    assert target["evidence"] in text[target["span"]["start"] : target["span"]["end"]].replace(" ", "")


def test_text_of_what_holds_none(planparse: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PNG)
    result = planparse("text", "a.txt")
    assert (result.exit_code, result.stdout_bytes) == (1, b"")
    assert result.stderr.startswith("a.txt: error: this is a PNG image")


def test_a_folder_stands_for_all_formats(planparse: Command, tmp_path: Path) -> None:
    text = read_file(YINGKOU).text
    for name, data in (("a.docx", as_docx(text)), ("b.pdf", as_pdf(text)), ("c.csv", b""), ("d.txt", text.encode())):
        (tmp_path / name).write_bytes(data)
    result = planparse("extract", "-q", tmp_path)
    assert [json.loads(line)["source"]["name"] for line in result.stdout.splitlines()] == ["a.docx", "b.pdf", "d.txt"]
