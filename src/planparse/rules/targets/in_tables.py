"""The targets of a notice's tables: of figures, cell by cell, and of tasks, whose cells are read like sentences."""

from collections.abc import Sequence

from planparse.diagnostics import Diagnostic
from planparse.document import Deadline, Document, Section, Target
from planparse.rules.deadlines.past import past_expressions
from planparse.rules.targets.annex import holds_figures, table_targets
from planparse.rules.targets.due import deadlines_in
from planparse.rules.targets.walk import Passage, Walk
from planparse.rules.task_tables import Row, task_rows


def targets_in_tables(document: Document, deadlines: Sequence[Deadline]) -> tuple[list[Target], list[Diagnostic]]:
    """The targets of all tables, and the places and tables that could not be read."""
    targets: list[Target] = []
    diagnostics: list[Diagnostic] = []
    for table in document.tables:
        rows = list(task_rows(document, table))
        section = next((section for section in document.sections if section.id == table.section_id), None)
        if rows and section:
            walk = _tasks(document, section, rows, deadlines)
            found, unclear = walk.targets, holds_figures(table)
            diagnostics += walk.diagnostics
        else:
            found, unclear = list(table_targets(document, table)), True
        targets += found
        if unclear and not found:
            diagnostics.append(Diagnostic("unclear-table", table.span, "its columns could not be told apart"))
    return targets, diagnostics


def _tasks(document: Document, section: Section, rows: Sequence[Row], deadlines: Sequence[Deadline]) -> Walk:
    """Each task under the time that its row gives."""
    walk = Walk(document, section, deadlines, past_expressions(document, section))
    for row in rows:
        due = next(iter(deadlines_in(row.due, deadlines)), None) if row.due else None
        walk.run(Passage(cell, due) for cell in row.tasks)
    return walk
