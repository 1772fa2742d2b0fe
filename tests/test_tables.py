"""Tables: what is written is read back, by the libraries that people read it with."""

import csv
import json
import re
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow.parquet
import pytest
from openpyxl.utils.escape import unescape
from typer.testing import CliRunner, Result

from corpus import ANNOTATED, ROOT, flat, parsed
from planparse import parse
from planparse.cli.app import app
from planparse.notice import Notice
from planparse.output.tables.definition import LIST_MARK
from planparse.output.tables.formats import FORMATS, open_tables, table_format
from planparse.output.tables.notice_tables import TABLES
from planparse.output.tables.workbook import _CELL
from planparse.output.tables.writing import add
from planparse.output.whole import Unwritable

YINGKOU, LAIWU = ROOT / "samples" / "yingkou.txt", ROOT / "samples" / "laiwu.txt"
Rows = list[dict[str, Any]]


def extract(*arguments: str | Path) -> Result:
    """Run ``planparse extract``."""
    return CliRunner().invoke(app, ["extract", "-q", *map(str, arguments)])


def write(path: Path, *notices: Notice | None, language: str = "en") -> Path:
    """The tables of notices called 1, 2, …; None stands for a fault."""
    with open_tables(path, table_format(path), language) as writer:  # type: ignore[arg-type]
        for n, notice in enumerate(notices, 1):
            if notice is None:
                raise ZeroDivisionError
            add(writer, str(n), notice)
    return path


def read_csv(path: Path, table: str) -> Rows:
    with (path / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{name: value or None for name, value in row.items()} for row in csv.DictReader(file)]


def read_parquet(path: Path, table: str) -> Rows:
    return pyarrow.parquet.read_table(path / f"{table}.parquet").to_pylist()  # type: ignore[no-any-return]


def read_duckdb(path: Path, table: str) -> Rows:
    with duckdb.connect(path, read_only=True) as database:
        found = database.execute(f"FROM {table}")
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def read_xlsx(path: Path, table: str) -> Rows:
    heading, *rows = openpyxl.load_workbook(path)[table].iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


READERS: dict[str, Callable[[Path, str], Rows]] = {
    ".csv": read_csv,
    ".parquet": read_parquet,
    ".duckdb": read_duckdb,
    ".xlsx": read_xlsx,
}
EACH_FORMAT = pytest.mark.parametrize("suffix", list(READERS))


def as_text(value: object) -> str | None:
    """What all formats can be compared by."""
    if isinstance(value, list):
        value = LIST_MARK.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        value = value.date()
    return None if value is None else str(value).removesuffix(".0") or None


def test_a_reader_for_each_format() -> None:
    assert set(READERS) == set(FORMATS)


@EACH_FORMAT
def test_every_value_of_every_notice_is_read_back(suffix: str, tmp_path: Path) -> None:
    notices = [parsed(path) for path in ANNOTATED]
    path = write(tmp_path / f"tables{suffix}", *notices)
    for table in TABLES:
        expected = [
            {c.name: as_text(v) for c, v in zip(table.columns, row, strict=True)}
            for n, notice in enumerate(notices, 1)
            for row in table.rows(str(n), notice)
        ]
        found = [{name: as_text(value) for name, value in row.items()} for row in READERS[suffix](path, table.name)]
        assert expected
        assert found == expected


def test_the_tables_hold_what_the_json_holds() -> None:
    notice = json.loads(YINGKOU.with_suffix(".json").read_bytes())
    rows = {
        t.name: [dict(zip((c.name for c in t.columns), r, strict=True)) for r in t.rows("k", parsed(YINGKOU))]
        for t in TABLES
    }
    for target, row in zip(notice["targets"], rows["targets"], strict=True):
        simple = ("id", "section_id", "kind", "indicator", "value", "value_max", "unit", "baseline_year", "evidence")
        assert {name: row[name] for name in simple} == {name: target[name] for name in simple}
        assert row["deadline_end"] == (target["deadline"] or {}).get("end")
        assert (row["start"], row["end"]) == (target["span"]["start"], target["span"]["end"])
    parties = [party["name"] for clause in notice["responsibilities"] for party in clause["parties"]]
    assert [row["name"] for row in rows["responsibilities"]] == parties
    assert [row["section_id"] for row in rows["sections"]] == [section.id for section in flat(parsed(YINGKOU).sections)]
    assert [row["line"] for row in rows["diagnostics"]] == [found["line"] for found in notice["diagnostics"]]


@EACH_FORMAT
def test_written_again_the_tables_are_replaced(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"tables{suffix}"
    for notice in (parsed(YINGKOU), parsed(LAIWU), parsed(LAIWU)):
        write(path, notice)
    assert [row["title"] for row in READERS[suffix](path, "notices")] == [parsed(LAIWU).metadata.title]
    assert list(tmp_path.iterdir()) == [path]


@EACH_FORMAT
def test_where_writing_fails_the_former_tables_stay(suffix: str, tmp_path: Path) -> None:
    path = write(tmp_path / f"tables{suffix}", parsed(YINGKOU))
    with pytest.raises(ZeroDivisionError):
        write(path, parsed(LAIWU), None)
    assert [row["title"] for row in READERS[suffix](path, "notices")] == [parsed(YINGKOU).metadata.title]
    assert list(tmp_path.iterdir()) == [path]


@EACH_FORMAT
def test_what_a_killed_run_left_is_cleared(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"tables{suffix}"
    left = tmp_path / f".{path.name}.part"
    left.mkdir()
    (left / path.name).write_text("half")
    write(path, parsed(YINGKOU))
    assert list(tmp_path.iterdir()) == [path]


# Workbooks


def test_headings_filters_and_widths_of_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(tmp_path / "t.xlsx", parsed(YINGKOU), language="zh"))
    assert book.sheetnames == ["文件", "章节", "目标", "期限", "责任单位", "诊断"]
    for sheet, table in zip(book.worksheets, TABLES, strict=True):
        assert [cell.value for cell in sheet[1]] == [column.zh for column in table.columns]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
    indicators = [str(cell.value) for cell in book["目标"]["F"]]
    assert book["目标"].column_dimensions["F"].width >= min(60, 2 * max(map(len, indicators)))


def test_each_record_leads_to_its_notice_and_its_section(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(tmp_path / "t.xlsx", parsed(YINGKOU), parsed(LAIWU)))
    for name in ("targets", "deadlines", "responsibilities"):
        for row in book[name].iter_rows(min_row=2):
            cells = {str(book[name].cell(1, cell.column or 0).value): cell for cell in row}
            for column, sheet in (("notice", "notices"), ("section_id", "sections")):
                place = cells[column].hyperlink.location
                assert place.startswith(f"'{sheet}'!A")
                found = book[sheet][int(place.rpartition("A")[2])]
                assert found[0].value == cells["notice"].value
                assert column == "notice" or found[2].value == cells["section_id"].value


def test_numbers_are_numbers_and_dates_dates(tmp_path: Path) -> None:
    row = next(row for row in read_xlsx(write(tmp_path / "t.xlsx", parsed(YINGKOU)), "targets") if row["value"])
    assert isinstance(row["value"], int | float)
    assert isinstance(row["deadline_end"], datetime)


def test_a_text_that_no_cell_holds_says_that_it_is_cut(tmp_path: Path) -> None:
    text = (
        "关于印发工作计划的通知\n\n一、总体要求\n"
        + "加强组织领导，落实工作责任。" * 3000
        + "\n二、主要任务\n推进节能。\n"
    )
    cell = read_xlsx(write(tmp_path / "t.xlsx", parse(text)), "sections")[0]["text"]
    assert len(cell) == _CELL
    assert cell.endswith("……（共42000字，此处截断）")


@pytest.mark.parametrize("suffix", list(FORMATS))
def test_the_page_on_tables_names_every_column_that_is_written(suffix: str, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    path = write(tmp_path / f"t{suffix}", parsed(YINGKOU))
    for table in TABLES:
        part = page.partition(f"\n## {table.name} ")[2].partition("\n## ")[0]
        assert re.findall(r"^\| `(\w+)`", part, re.MULTILINE) == list(READERS[suffix](path, table.name)[0])


# CSV


def test_excel_knows_the_encoding_of_csv(tmp_path: Path) -> None:
    for file in write(tmp_path / "t.csv", parsed(YINGKOU), language="zh").iterdir():
        assert file.read_bytes().startswith(b"\xef\xbb\xbf" + "文件,".encode())


INJECTIONS = ("=1+1", "+8612345", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")')


@pytest.mark.parametrize("text", INJECTIONS)
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_no_text_becomes_a_formula(suffix: str, text: str, tmp_path: Path) -> None:
    metadata = parsed(YINGKOU).metadata.model_copy(update={"title": text})
    path = write(tmp_path / f"t{suffix}", parsed(YINGKOU).model_copy(update={"metadata": metadata}))
    if suffix == ".csv":
        assert read_csv(path, "notices")[0]["title"] == f"'{text}"
    else:
        cell = openpyxl.load_workbook(path)["notices"]["B2"]
        assert (cell.value, cell.data_type) == (text, "s")


@EACH_FORMAT
def test_a_file_name_that_is_no_text(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"t{suffix}"
    with open_tables(path, table_format(path)) as writer:
        add(writer, "\udcff\udcfe.txt", parsed(YINGKOU))
    assert READERS[suffix](path, "notices")[0]["notice"] == "??.txt"


HOSTILE = (
    '关于印发计划的通知\n\n一、目标\n绿\x01色\ufffe工\uffff厂\x0b𠀀\u2028二\x00三_x0041_四"五\r六。\n二、措施\n加强。\n'
)


@EACH_FORMAT
def test_characters_that_a_format_forbids_are_escaped(suffix: str, tmp_path: Path) -> None:
    notice = parse(HOSTILE)
    text = str(READERS[suffix](write(tmp_path / f"t{suffix}", notice), "sections")[0]["text"])
    assert (unescape(text) if suffix == ".xlsx" else text) == notice.sections[0].text


def test_links_beyond_those_that_a_sheet_may_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planparse.output.tables.workbook._LINKS", 5)
    book = openpyxl.load_workbook(write(tmp_path / "t.xlsx", parsed(YINGKOU)))
    cells = [cell for row in book["targets"].iter_rows(min_row=2) for cell in row]
    formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
    assert sum(cell.hyperlink is not None for cell in cells) == 5
    assert formulas[-1].startswith("=HYPERLINK(\"#'sections'!A")
    assert len(formulas) > len(parsed(YINGKOU).targets)


# DuckDB


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All annotated notices."""
    return write(tmp_path_factory.mktemp("tables") / "t.duckdb", *map(parsed, ANNOTATED))


def ask(database: Path, query: str) -> list[tuple[Any, ...]]:
    """The rows that answer."""
    with duckdb.connect(database, read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_keys_between_the_tables(database: Path) -> None:
    keys = ask(
        database, "SELECT table_name, constraint_type FROM duckdb_constraints() WHERE constraint_type LIKE '% KEY'"
    )
    for table in TABLES:
        assert keys.count((table.name, "PRIMARY KEY")) == 1
        assert keys.count((table.name, "FOREIGN KEY")) == len(table.links)


def test_a_database_is_made_part_by_part(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planparse.output.tables.database._PART", 5000)
    parted = write(tmp_path / "t.duckdb", *map(parsed, ANNOTATED))
    for table in TABLES:
        assert read_duckdb(parted, table.name) == read_duckdb(database, table.name)


REPEATED = """关于印发工作计划的通知

一、总体目标
到2025年，绿色工厂达到30家。
二、主要任务
（一）节能
到2025年，单位能耗下降5%。
（一）节水
到2025年，用水总量下降3%。
三、保障措施
加强领导。
"""


def test_two_sections_with_one_number_are_told_apart(tmp_path: Path) -> None:
    path = write(tmp_path / "t.duckdb", parse(REPEATED))
    query = "SELECT s.title, t.value FROM targets t JOIN sections s ON t.section_n = s.n WHERE t.section_id = '2.1'"
    assert ask(path, query) == [("节能", 5), ("节水", 3)]


def test_targets_by_indicator(database: Path) -> None:
    with_number = sum(t.value is not None for path in ANNOTATED for t in parsed(path).targets)
    assert ask(database, "SELECT count(*) FROM targets_by_indicator") == [(with_number,)]
    rows = ask(
        database,
        "SELECT region, value, unit, deadline_end FROM targets_by_indicator "
        "WHERE indicator_key = 'energy-intensity-gdp' AND notice = '4'",
    )
    assert rows == [("营口市", 15.5, "%", date(2025, 12, 31))]


def test_indicators(database: Path) -> None:
    assert ask(database, "SELECT sum(targets) FROM indicators") == ask(
        database, "SELECT count(*) FROM targets_by_indicator"
    )


def test_load_by_body(database: Path) -> None:
    parties = [p for path in ANNOTATED for r in parsed(path).responsibilities for p in r.parties if not p.inherited]
    assert ask(database, "SELECT sum(clauses) FROM load_by_body") == [(len(parties),)]
    roles = "lead + responsible + shared + support + implement + guide"
    assert ask(database, f"SELECT count(*) FROM load_by_body WHERE clauses <> {roles}") == [(0,)]


# The command


@EACH_FORMAT
def test_extract_writes_tables_where_the_name_says_so(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"tables{suffix}"
    assert extract(YINGKOU, LAIWU, "-o", path).exit_code == 0
    assert [row["notice"] for row in READERS[suffix](path, "notices")] == [str(YINGKOU), str(LAIWU)]


def test_format_decides_where_the_name_does_not(tmp_path: Path) -> None:
    assert extract(YINGKOU, "--format", "xlsx", "--lang", "zh", "-o", tmp_path / "book").exit_code == 0
    with (tmp_path / "book").open("rb") as file:
        assert openpyxl.load_workbook(file).sheetnames[0] == "文件"


def test_tables_are_left_alone_where_nothing_is_parsed(tmp_path: Path) -> None:
    poem = tmp_path / "poem.txt"
    poem.write_text("床前明月光，疑是地上霜。")
    path = write(tmp_path / "t.csv", parsed(YINGKOU))
    assert extract(poem, "-o", path).exit_code == 1
    assert len(read_csv(path, "notices")) == 1


WRONG_USAGE = {
    "no place": ("--format xlsx", "tables need a place to go to: -o NAME.xlsx"),
    "lang": ("--lang zh", "--lang is for the headings of tables"),
    "indent": ("-o t.xlsx --indent 2", "--indent and --compact are for JSON, not for tables"),
    "a folder where a file goes": ("-o folder.xlsx", "folder.xlsx is a folder; .xlsx is one file"),
    "a file where a folder goes": ("-o file.csv", "file.csv is a file; .csv tables go to a folder"),
    "a folder of something else": ("-o other.csv", "other.csv holds diary.txt, which is no table of planparse"),
}


@pytest.mark.parametrize(("options", "message"), list(WRONG_USAGE.values()), ids=list(WRONG_USAGE))
def test_wrong_usage(options: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder.xlsx").mkdir()
    Path("file.csv").touch()
    Path("other.csv").mkdir()
    Path("other.csv/diary.txt").touch()
    before = sorted(tmp_path.rglob("*"))
    result = extract(YINGKOU, *options.split())
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert sorted(tmp_path.rglob("*")) == before


def test_an_input_given_twice_gives_no_two_records(tmp_path: Path) -> None:
    result = extract(YINGKOU, YINGKOU, "-o", tmp_path / "t.duckdb")
    assert result.exit_code == 2
    assert "is given twice" in result.stderr


@pytest.mark.parametrize(("suffix", "library"), [(s, f.library) for s, f in FORMATS.items() if f.library])
def test_a_missing_library_is_named(suffix: str, library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, library, raising=False)
    monkeypatch.setattr(sys, "path", [])
    sys.path_importer_cache.clear()
    with pytest.raises(
        Unwritable, match=rf"{suffix} needs the library {library}: pip install 'planparse\[{suffix[1:]}\]'"
    ):
        table_format(tmp_path / f"t{suffix}")
