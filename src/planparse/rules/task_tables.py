"""Tables that share tasks out: 序号, 重点任务, 责任单位, 完成时限. A row says what is to be done, by whom and by when."""

from collections.abc import Iterator
from typing import NamedTuple

from planparse import patterns
from planparse.document import Document, Role, Table
from planparse.lexicon.roles import find_label
from planparse.span import Span

_TASK_HEAD = patterns.compile("任务|措施|举措|事项|内容|工作|项目|目标|做法|要求|行动|清单")
_DUE_HEAD = patterns.compile("(?:完成|办结|整改|落实|推进)?(?:时限|时间|期限|节点|进度|时序)(?:节点|安排|要求|进度)?")
_NO_BODIES = ("", "/", "-", "—", "——")


class Row(NamedTuple):
    """One row: the cells that say what is done, those that name bodies with the role of their column, and that of the time."""

    tasks: tuple[Span, ...]
    bodies: tuple[tuple[Span, Role], ...]
    due: Span | None


def task_rows(document: Document, table: Table) -> Iterator[Row]:
    """The rows of a table of tasks; nothing where its head names no bodies beside a task."""
    bodies = [(index, role) for index, head in enumerate(table.header) if (role := _role(head))]
    due = next((index for index, head in enumerate(table.header) if _DUE_HEAD.fullmatch(head)), None)
    others = [i for i, head in enumerate(table.header) if i != due and not find_label(head)]
    tasks = [index for index in others if _TASK_HEAD.search(table.header[index])]
    if not tasks or not bodies:
        return
    for cells in table.cells:
        named = [
            (cells[i], role) for i, role in bodies if i < len(cells) and _text(document, cells[i]) not in _NO_BODIES
        ]
        yield Row(
            tuple(cells[i] for i in tasks if i < len(cells) and len(cells[i])),
            tuple(named),
            cells[due] if due is not None and due < len(cells) else None,
        )


def _role(head: str) -> Role | None:
    """The role that a column gives: 牵头单位, 市级责任部门; None where it names no bodies."""
    label = find_label(head)
    return label.role if label and not label.start else None


def _text(document: Document, cell: Span) -> str:
    return document.chars[cell.start : cell.end]
