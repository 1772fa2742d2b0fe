"""What a table is: columns with a type and a way to their value, a key, and links to other tables."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from planparse.notice import Notice

Value = str | int | float | bool | list[str] | None
Row = tuple[Value, ...]
"""The values of one record in the order of the table's columns, as JSON would hold them."""


class Kind(Enum):
    """The type of a column; each writer says what it makes of it."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"  # ISO 8601 in a row
    FLAG = "flag"
    LIST = "list"  # of text


LIST_MARK = "；"
"""Between the members of a list where a cell can hold one text only; the members themselves may hold 、."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its Chinese heading, its type, and where the value stands in a record.

    ``get`` is a dotted path of fields (``deadline.end``; None anywhere on it gives None), or a function of the
    record; without it the path is the name.
    """

    name: str
    zh: str
    kind: Kind = Kind.TEXT
    get: str | Callable[[Any], Value] | None = None

    def value(self, record: object) -> Value:
        """What the record holds for this column."""
        if callable(self.get):
            return self.get(record)
        found = record
        for name in (self.get or self.name).split("."):
            found = None if found is None else attrgetter(name)(found)
        return found  # type: ignore[return-value]  # the models' fields are such values


class Link(NamedTuple):
    """The columns that hold the key of a row of another table, and the one in which people look for the link."""

    columns: tuple[str, ...]
    shown: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table. Its first column is the notice's key, which stands in no record but is given with the notice.

    ``key`` names the columns that tell its rows apart; ``links`` gives, by name, the tables that its rows point
    to. A table stands behind those it points to.
    """

    name: str
    zh: str
    columns: tuple[Column, ...]
    records: Callable[["Notice"], Iterable[Any]]
    key: tuple[str, ...]
    links: Mapping[str, Link] = field(default_factory=dict)

    def rows(self, key: str, notice: "Notice") -> Iterable[Row]:
        """The rows that a notice gives, in the order of its text."""
        own = self.columns[1:]
        return ((key, *(column.value(record) for column in own)) for record in self.records(notice))

    def places(self, columns: Iterable[str]) -> tuple[int, ...]:
        """Where the named columns stand in a row."""
        names = [column.name for column in self.columns]
        return tuple(names.index(name) for name in columns)
