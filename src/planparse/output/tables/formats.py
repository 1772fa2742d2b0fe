"""Which format a name stands for, what it needs, and the tables as they appear at that name."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from planparse.output.whole import Unwritable, whole_entry

if TYPE_CHECKING:
    from planparse.output.tables.writing import Language, Writer


class TableFormat(NamedTuple):
    """A format: its writer (module and class), the library that it needs, and whether it makes a folder."""

    writer: tuple[str, str]
    library: str | None = None
    folder: bool = False
    headings: bool = False  # whether people read its headings: these can be Chinese


FORMATS = {
    ".xlsx": TableFormat(("workbook", "Workbook"), "xlsxwriter", headings=True),
    ".csv": TableFormat(("csv_folder", "CsvFolder"), folder=True, headings=True),
    ".parquet": TableFormat(("parquet_folder", "ParquetFolder"), "pyarrow", folder=True),
    ".duckdb": TableFormat(("database", "Database"), "duckdb"),
}


def table_format(path: Path, suffix: str | None = None) -> TableFormat:
    """The format that the name (or ``suffix``) says; raises :class:`Unwritable` where tables cannot be written there."""
    suffix = suffix or path.suffix.lower()
    form = FORMATS.get(suffix)
    if form is None:
        raise Unwritable(f"{path}: tables are written as {', '.join(FORMATS)}; give a name that ends so")
    if form.library is not None and find_spec(form.library) is None:
        extra = suffix.removeprefix(".")
        raise Unwritable(f"{suffix} needs the library {form.library}: pip install 'planparse[{extra}]'")
    if form.folder:
        from planparse.output.tables.writing import refuse_foreign_folder

        refuse_foreign_folder(path, suffix)
    elif path.is_dir():
        raise Unwritable(f"{path} is a folder; {suffix} is one file: give another name")
    return form


@contextmanager
def open_tables(path: Path, form: TableFormat, language: "Language" = "en") -> Iterator["Writer"]:
    """A writer whose tables appear at ``path``, in place of what stood there, when the block ends without a fault."""
    make = _writer(form)
    with whole_entry(path) as unfinished, ExitStack() as files:
        writer = make(unfinished, files, language) if form.headings else make(unfinished, files)
        yield writer
        writer.finish()


def _writer(form: TableFormat) -> "Callable[..., Writer]":
    """The writer's class; only now is the library loaded."""
    module, name = form.writer
    return cast("Callable[..., Writer]", getattr(import_module(f"planparse.output.tables.{module}"), name))
