"""The columns of all tables as a page to read, made from their definition."""

from collections.abc import Iterator

from planparse.output.tables.definition import Column, Table
from planparse.output.tables.notice_tables import TABLES

_HEAD = """\
# The tables

What `planparse batch --table` and `planparse extract -o NAME.xlsx` (`.csv`, `.parquet`, `.duckdb`) write. Chinese headings
are those of `--lang zh`; databases and Parquet files keep them as comments of the columns. Dates are days, positions
count code points of the source text as `span` does in the JSON, whose field names the other columns take over.
Members of a list are joined by “；” where a cell holds one text only.
"""


def tables_page() -> str:
    """Markdown, one section a table."""
    return "\n".join((_HEAD, *(line for table in TABLES for line in _section(table))))


def _section(table: Table) -> Iterator[str]:
    yield f"## {table.name} {table.zh}\n"
    yield f"Key: {_names(table.key)}."
    for parent, link in table.links.items():
        yield f"{_names(link.columns)} lead{'s' if len(link.columns) == 1 else ''} to {parent}."
    yield "\n| column | Chinese heading | type |\n|---|---|---|"
    yield from map(_row, table.columns)
    yield ""


def _row(column: Column) -> str:
    return f"| `{column.name}` | {column.zh} | {column.kind.value} |"


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in columns)
