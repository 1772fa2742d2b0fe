"""A DuckDB database: the tables with their keys, and views that answer what is asked most."""

import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

import duckdb

from planparse.output.tables.definition import Column, Kind, Row, Table
from planparse.output.tables.notice_tables import TABLES
from planparse.output.whole import Unwritable

_TYPES = {
    Kind.TEXT: "VARCHAR",
    Kind.INTEGER: "BIGINT",
    Kind.NUMBER: "DOUBLE",
    Kind.DATE: "DATE",
    Kind.FLAG: "BOOLEAN",
    Kind.LIST: "VARCHAR[]",
}
_BYTES = 4  # of a character at most
_LONGEST_ROW = 1 << 20  # bytes of JSON that a row has room for at least; DuckDB sets aside memory for a few such rows
_PART = 8 << 20  # characters of rows that are loaded at once: what their keys take is then free again
_MEMORY = 128 << 20  # bytes that DuckDB may use, beside room for long rows
_ROWS_AT_ONCE = 16  # that it sets memory aside for

# Views, each with what it is for; the words become its comment in the database.
_VIEWS = (
    (
        "targets_by_indicator",
        "All targets with a number, those of one indicator together, with the notice's place and date",
        """
        SELECT coalesce(t.indicator_id, t.indicator) AS indicator_key, t.indicator, n.region, n.region_code,
               n.issue_date, n.document_number, t.scope, t.action, t.change, t.comparator, t.value, t.value_max, t.unit,
               t.quantity, t.quantity_max, t.quantity_unit, t.baseline_year, t.deadline_end, t.commitment,
               t.evidence, t.notice, t.section_id, t.id
        FROM targets t JOIN notices n USING (notice)
        WHERE t.value IS NOT NULL
        ORDER BY indicator_key, t.quantity_unit, t.deadline_end, t.notice, t.start""",
    ),
    (
        "indicators",
        "Each indicator: in how many notices and targets it stands, and between which values, in which unit",
        """
        SELECT coalesce(indicator_id, indicator) AS indicator_key, mode(indicator) AS indicator, change,
               coalesce(quantity_unit, unit) AS unit, count(DISTINCT notice) AS notices, count(*) AS targets,
               min(coalesce(quantity, value)) AS lowest, median(coalesce(quantity, value)) AS median,
               max(coalesce(quantity_max, quantity, value_max, value)) AS highest,
               min(deadline_end) AS first_deadline, max(deadline_end) AS last_deadline
        FROM targets
        WHERE value IS NOT NULL
        GROUP BY ALL
        ORDER BY notices DESC, targets DESC, indicator_key""",
    ),
    (
        "load_by_body",
        "How much each body of a place has to do: its clauses by role, without the parties that clauses inherit",
        """
        SELECT n.region, coalesce(canonical, name) AS body, mode(agency_id) AS agency_id, count(DISTINCT notice) AS notices,
               count(DISTINCT (notice, section_n)) AS sections, count(*) AS clauses,
               count(*) FILTER (role = 'lead') AS lead, count(*) FILTER (role = 'responsible') AS responsible,
               count(*) FILTER (role = 'shared') AS shared, count(*) FILTER (role = 'support') AS support,
               count(*) FILTER (role = 'implement') AS implement, count(*) FILTER (role = 'guide') AS guide
        FROM responsibilities JOIN notices n USING (notice)
        WHERE name IS NOT NULL AND NOT inherited
        GROUP BY n.region, body
        ORDER BY clauses DESC, n.region, body""",
    ),
)


class Spool:
    """The rows of one table, waiting in JSON Lines beside the database: DuckDB loads these fast, single rows slowly."""

    def __init__(self, path: Path, table: Table, files: ExitStack) -> None:
        self._path = path
        self._table = table
        self._file = files.enter_context(self._open(0))
        self._files = files
        self._filled = 0
        self.parts = 1

    def add(self, line: str) -> None:
        """Add a row; a part that is full is closed."""
        if self._filled > _PART:
            self._file.close()
            self._file = self._files.enter_context(self._open(self.parts))
            self.parts += 1
            self._filled = 0
        self._file.write(line)
        self._filled += len(line)

    def part(self, number: int) -> Path:
        """The file of a part."""
        return self._path.with_name(f"{self._table.name}.{number}.jsonl")

    def _open(self, number: int) -> TextIO:
        return self.part(number).open("w", encoding="utf-8")


class Database:
    """Writes one database, part by part, so that it takes the same memory whatever its size."""

    def __init__(self, path: Path, files: ExitStack) -> None:
        self._path = path
        self._files = files
        self._longest = _LONGEST_ROW
        self._rows = {table.name: Spool(path, table, files) for table in TABLES}

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """Add rows to a table."""
        names = [column.name for column in table.columns]
        for row in rows:
            line = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n"
            self._rows[table.name].add(line)
            self._longest = max(self._longest, len(line) * _BYTES)

    def finish(self) -> None:
        """Make the database; raises :class:`Unwritable` where that fails."""
        self._files.close()
        try:
            self._make()
        except duckdb.Error as fault:
            raise Unwritable(f"the database cannot be made: {str(fault).splitlines()[0]}") from fault

    def _make(self) -> None:
        memory = f"{_MEMORY + _ROWS_AT_ONCE * self._longest}B"
        with duckdb.connect(self._path, config={"threads": 1, "memory_limit": memory}) as database:
            for table in TABLES:
                database.execute(_create(table))
                for number in range(self._rows[table.name].parts):
                    database.execute(_load(table, self._longest), [str(self._rows[table.name].part(number))])
                    database.execute("CHECKPOINT")
                database.execute("".join(_comments(table)))
            for name, purpose, query in _VIEWS:
                database.execute(f"CREATE VIEW {name} AS {query}")
                database.execute(f"COMMENT ON VIEW {name} IS $${purpose}$$")


def _create(table: Table) -> str:
    columns = [f'"{column.name}" {_TYPES[column.kind]}' for column in table.columns]
    keys = [f"PRIMARY KEY ({_names(table.key)})"]
    keys += [f"FOREIGN KEY ({_names(link.columns)}) REFERENCES {parent}" for parent, link in table.links.items()]
    return f"CREATE TABLE {table.name} ({', '.join(columns + keys)})"


def _load(table: Table, longest: int) -> str:
    columns = ", ".join(f"{_quoted(column)}: '{_TYPES[column.kind]}'" for column in table.columns)
    form = f"format = 'newline_delimited', maximum_object_size = {longest}, columns = {{{columns}}}"
    return f"INSERT INTO {table.name} SELECT * FROM read_json(?, {form})"


def _comments(table: Table) -> Iterable[str]:
    yield f"COMMENT ON TABLE {table.name} IS '{table.zh}';"
    for column in table.columns:
        yield f"COMMENT ON COLUMN {table.name}.{_quoted(column)} IS '{column.zh}';"


def _quoted(column: Column) -> str:
    return f'"{column.name}"'


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
