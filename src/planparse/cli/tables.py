"""Tables that a command writes: which format is meant, and what stands against it."""

from collections.abc import Sequence
from pathlib import Path

import typer

from planparse.cli import outputs
from planparse.cli.inputs import Input
from planparse.cli.languages import Language
from planparse.cli.run import Run, Status
from planparse.output.tables.formats import FORMATS, TableFormat, table_format
from planparse.output.whole import Unwritable


def table_suffix(form: str | None, output: str | None) -> str | None:
    """The suffix of the tables that ``--format``, or without it the name of the output, asks for."""
    asked = f".{form}" if form else Path(output or "").suffix.lower()
    return asked if asked in FORMATS else None


def table_at(path: Path, suffix: str | None = None) -> TableFormat:
    """The format of tables at ``path``; wrong usage where they cannot be written there."""
    try:
        return table_format(path, suffix)
    except Unwritable as fault:
        raise typer.BadParameter(str(fault)) from None


def write_tables(run: Run, inputs: Sequence[Input], output: str | None, suffix: str, language: Language) -> Status:
    """Write the notices of all inputs as tables."""
    if output is None:
        raise typer.BadParameter(f"tables need a place to go to: -o NAME{suffix}")
    if twice := next((source for source in inputs if inputs.count(source) > 1), None):
        raise typer.BadParameter(f"{twice.label} is given twice")
    if clash := outputs.clash(output, inputs, folder=False):
        raise typer.BadParameter(clash)
    destination = outputs.tables(Path(output), table_at(Path(output), suffix), language.value)
    return run.write(inputs, destination, lambda put, source, notice: put(source.label, notice))
