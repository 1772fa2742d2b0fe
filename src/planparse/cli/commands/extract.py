"""``planparse extract``: notices as JSON."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planparse.cli.inputs import find_inputs
from planparse.cli.languages import Language
from planparse.cli.messages import Messages
from planparse.cli.run import Run


class Format(StrEnum):
    """Form of the output."""

    JSON = "json"
    JSONL = "jsonl"
    XLSX = "xlsx"
    CSV = "csv"
    PARQUET = "parquet"
    DUCKDB = "duckdb"


def extract(
    files: Annotated[
        list[str], typer.Argument(help="Files; a folder stands for those in it that can be read, - for stdin.")
    ],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="PATH", help="A file, or a folder for one NAME.json each.")
    ] = None,
    indent: Annotated[
        int | None, typer.Option(min=0, max=16, metavar="N", help="Spaces for each level of the JSON (2).")
    ] = None,
    compact: Annotated[bool, typer.Option("--compact", help="Put the JSON on one line.")] = False,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="jsonl: a line for each notice, the default for several files. xlsx, csv, parquet, duckdb: tables, "
            "also without this option where -o ends so.",
        ),
    ] = None,
    language: Annotated[
        Language | None, typer.Option("--lang", help="Language of the headings of xlsx and csv tables (en).")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No diagnostics and no progress on stderr.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also diagnostics that only inform.")] = False,
) -> None:
    """Write notices as JSON or as tables.

    One file gives one JSON object, several (or a folder) give JSON Lines. Diagnostics go to stderr, one line each:
    file:line:column: severity CODE message.
    """
    from planparse.cli import outputs
    from planparse.cli.tables import table_suffix, write_tables
    from planparse.output.json import to_json

    inputs = find_inputs(files)
    run = Run(Messages(quiet=quiet, verbose=verbose, total=len(inputs)))
    if suffix := table_suffix(form, output):
        if indent is not None or compact:
            raise typer.BadParameter("--indent and --compact are for JSON, not for tables")
        raise typer.Exit(write_tables(run, inputs, output, suffix, language or Language.EN))
    if language is not None:
        raise typer.BadParameter("--lang is for the headings of tables")
    several = len(inputs) > 1 or Path(files[0]).is_dir()
    folder = output is not None and outputs.means_folder(output, several)
    lines = form is Format.JSONL or (form is None and several and not folder)
    if form is Format.JSON and several and not folder:
        raise typer.BadParameter("several notices need --format jsonl, or a folder to go to (-o FOLDER/)")
    if indent is not None and (compact or lines):
        raise typer.BadParameter("--indent does not go with --compact or JSON Lines")
    if clash := outputs.clash(output, inputs, folder=folder):
        raise typer.BadParameter(clash)
    destination = outputs.destination(output, folder=folder)
    spaces = None if compact or lines else 2 if indent is None else indent
    raise typer.Exit(
        run.write(inputs, destination, lambda put, source, notice: put(source.stem, to_json(notice, indent=spaces)))
    )
