"""A folder of CSV files (RFC 4180), UTF-8 with a byte order mark, by which Excel knows the encoding."""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from planparse.output.tables.definition import LIST_MARK, Row, Table, Value
from planparse.output.tables.notice_tables import TABLES
from planparse.output.tables.writing import Language

# What a spreadsheet takes for the beginning of a formula, https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvFolder:
    """Writes TABLE.csv for each table."""

    def __init__(self, folder: Path, files: ExitStack, language: Language) -> None:
        folder.mkdir()
        self._writers = {}
        for table in TABLES:
            file = (folder / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="")
            self._writers[table.name] = csv.writer(files.enter_context(file))
            self._writers[table.name].writerow(c.zh if language == "zh" else c.name for c in table.columns)

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """Add rows to a file."""
        self._writers[table.name].writerows(map(_cell, row) for row in rows)

    def finish(self) -> None:
        """Nothing remains to be done."""


def _cell(value: Value) -> str | int | float | None:
    """As text; a text that a spreadsheet would run as a formula begins with an apostrophe."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = LIST_MARK.join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
