"""What every writer of tables is, and what it may not overwrite."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from planparse.output.tables.definition import Row, Table
from planparse.output.tables.notice_tables import TABLES
from planparse.output.whole import Unwritable

if TYPE_CHECKING:
    from planparse.notice import Notice

Language = Literal["en", "zh"]


class Writer(Protocol):
    """Takes the rows of one notice after another; holds none of them longer than it must.

    It is made with the path that it writes and a stack to which it gives the files that it opens.
    """

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """Add rows to a table."""

    def finish(self) -> None:
        """Put together what was written; all files are closed afterwards."""


def add(writer: Writer, key: str, notice: "Notice") -> None:
    """Write the rows that a notice gives; ``key`` tells it from all others."""
    shown = key.encode("utf-8", "replace").decode("utf-8")  # a file name may hold bytes that are no text
    for table in TABLES:
        writer.write(table, table.rows(shown, notice))


def refuse_foreign_folder(path: Path, suffix: str) -> None:
    """Raise :class:`Unwritable` where tables in a folder would take the place of something else."""
    ours = {f"{table.name}{suffix}" for table in TABLES}
    if path.exists() and not path.is_dir():
        raise Unwritable(f"{path} is a file; {suffix} tables go to a folder: remove it or give another name")
    if path.is_dir() and (foreign := sorted({found.name for found in path.iterdir()} - ours)):
        raise Unwritable(f"{path} holds {foreign[0]}, which is no table of planparse: give another name")
