"""An Excel workbook, by XlsxWriter: a sheet a table, each row with links to its notice and its section."""

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from xlsxwriter import Workbook as Book
from xlsxwriter.exceptions import XlsxWriterException

from planparse.output.columns import width
from planparse.output.tables.definition import LIST_MARK, Kind, Row, Table, Value
from planparse.output.tables.notice_tables import TABLES
from planparse.output.tables.writing import Language
from planparse.output.whole import Unwritable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

# Limits of the format: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
_ROWS = 1_048_576
_CELL = 32_767  # characters
_LINKS = 65_530  # a sheet; formulas that link are not counted
_FORMULA_TEXT = 255  # characters of a text in a formula
_WIDEST = 60  # cells of a terminal; a column wider than this hides the others
_MEASURED = 1_000  # rows that decide how wide a column is
_FILTER = 4  # what the filter's button takes of a heading


class Workbook:
    """Writes all tables to one file. XlsxWriter keeps finished rows in files of its own, in ``path``'s folder."""

    def __init__(self, path: Path, files: ExitStack, language: Language) -> None:
        self._book = Book(path, {"constant_memory": True, "tmpdir": str(path.parent)})
        self._date = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._link = self._book.add_format({"font_color": "blue", "underline": 1})
        heading = self._book.add_format({"bold": True})
        self._places: dict[tuple[str, Row], int] = {}  # rows of the notice at hand, by table and key
        self._sheets = {table.name: _Sheet(self._book, table, language) for table in TABLES}
        for sheet in self._sheets.values():
            files.callback(sheet.cells.row_data_fh.close)
            sheet.begin(heading)

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """Add rows to a sheet."""
        if table is TABLES[0]:
            self._places.clear()
        key = table.places(table.key)
        for row in rows:
            self._places[table.name, tuple(row[n] for n in key)] = self._sheets[table.name].next
            self._write(table, row)

    def finish(self) -> None:
        """Set filters and widths, and put the file together; raises :class:`Unwritable` where that fails."""
        for sheet in self._sheets.values():
            sheet.finish()
        try:
            self._book.close()
        except XlsxWriterException as fault:
            raise Unwritable(f"the workbook cannot be written: {fault}") from fault

    def _write(self, table: Table, row: Row) -> None:
        sheet = self._sheets[table.name]
        links = dict(self._links(table, row))
        for n, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            if value is not None:
                self._cell(sheet, n, column.kind, value, links.get(n))
        sheet.advance(row)

    def _links(self, table: Table, row: Row) -> Iterable[tuple[int, str]]:
        """For the column that shows each link, the cell that it leads to."""
        for name, link in table.links.items():
            place = self._places.get((name, tuple(row[n] for n in table.places(link.columns))))
            if place is not None:
                yield table.places([link.shown])[0], f"'{self._sheets[name].title}'!A{place + 1}"

    def _cell(self, sheet: "_Sheet", column: int, kind: Kind, value: Value, link: str | None) -> None:
        at, cells = (sheet.next, column), sheet.cells
        if link is not None and sheet.links < _LINKS:
            sheet.links += 1
            cells.write_url(*at, f"internal:{link}", self._link, str(value))
        elif link is not None and len(str(value)) <= _FORMULA_TEXT:
            shown = str(value).replace('"', '""')
            cells.write_formula(*at, f'=HYPERLINK("#{link}","{shown}")', self._link, str(value))
        elif kind is Kind.DATE:
            cells.write_datetime(*at, date.fromisoformat(str(value)), self._date)
        elif isinstance(value, bool):
            cells.write_boolean(*at, value)
        elif isinstance(value, int | float):
            cells.write_number(*at, value)
        else:
            cells.write_string(*at, _fitting(_text(value)))


class _Sheet:
    """One sheet, and how far it is written."""

    def __init__(self, book: Book, table: Table, language: Language) -> None:
        self.title = table.zh if language == "zh" else table.name
        self.cells: Worksheet = book.add_worksheet(self.title)
        self.next = 1
        self.links = 0
        self._headings = [column.zh if language == "zh" else column.name for column in table.columns]
        self._widths = [width(heading) + _FILTER for heading in self._headings]

    def begin(self, form: object) -> None:
        """The row of headings, which stays in sight."""
        self.cells.write_row(0, 0, self._headings, form)
        self.cells.freeze_panes(1, 0)

    def advance(self, row: Row) -> None:
        """The row is written; raises :class:`Unwritable` where a sheet holds no more."""
        if self.next < _MEASURED:
            cells = (min(width(_text(value)) + 1, _WIDEST) for value in row)
            self._widths = [max(both) for both in zip(self._widths, cells, strict=True)]
        self.next += 1
        if self.next > _ROWS:
            raise Unwritable(f"a sheet of a workbook ends at row {_ROWS}: use .csv, .parquet or .duckdb")

    def finish(self) -> None:
        """The filter over all rows, and the widths."""
        self.cells.autofilter(0, 0, self.next - 1, len(self._headings) - 1)
        for n, cells in enumerate(self._widths):
            self.cells.set_column(n, n, cells)


def _text(value: Value) -> str:
    if value is None:
        return ""
    return LIST_MARK.join(value) if isinstance(value, list) else str(value)


def _fitting(text: str) -> str:
    """What a cell can hold; a longer text ends in words that say how long it is."""
    if len(text) <= _CELL:
        return text
    end = f"……（共{len(text)}字，此处截断）"
    return text[: _CELL - len(end)] + end
