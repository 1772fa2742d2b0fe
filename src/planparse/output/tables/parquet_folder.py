"""A folder of Parquet files, by pyarrow; rows are gathered into row groups and written as these fill."""

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow.parquet import ParquetWriter

from planparse.output.tables.definition import Column, Kind, Row, Table, Value
from planparse.output.tables.notice_tables import TABLES

_GROUP = 10_000  # rows
_TYPES = {
    Kind.TEXT: pyarrow.string(),
    Kind.INTEGER: pyarrow.int64(),
    Kind.NUMBER: pyarrow.float64(),
    Kind.DATE: pyarrow.date32(),
    Kind.FLAG: pyarrow.bool_(),
    Kind.LIST: pyarrow.list_(pyarrow.string()),
}


class ParquetFolder:
    """Writes TABLE.parquet for each table; each column's metadata holds its Chinese heading."""

    def __init__(self, folder: Path, files: ExitStack) -> None:
        folder.mkdir()
        self._waiting: dict[str, list[Row]] = {table.name: [] for table in TABLES}
        self._schemas = {table.name: pyarrow.schema(map(_field, table.columns)) for table in TABLES}
        self._writers = {
            name: files.enter_context(ParquetWriter(folder / f"{name}.parquet", schema))
            for name, schema in self._schemas.items()
        }

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """Add rows to a file."""
        self._waiting[table.name].extend(rows)
        if len(self._waiting[table.name]) >= _GROUP:
            self._flush(table)

    def finish(self) -> None:
        """Write what waits."""
        for table in TABLES:
            self._flush(table)

    def _flush(self, table: Table) -> None:
        schema, rows = self._schemas[table.name], self._waiting[table.name]
        columns = zip(*rows, strict=True) if rows else [()] * len(schema)
        arrays = [
            pyarrow.array([_value(c.kind, v) for v in values], _TYPES[c.kind])
            for c, values in zip(table.columns, columns, strict=True)
        ]
        self._writers[table.name].write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
        rows.clear()


def _field(column: Column) -> Any:
    return pyarrow.field(column.name, _TYPES[column.kind], metadata={"zh": column.zh})


def _value(kind: Kind, value: Value) -> object:
    return date.fromisoformat(str(value)) if kind is Kind.DATE and value is not None else value
