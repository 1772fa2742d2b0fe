"""The commands and their options.

Nothing heavy is imported before a command needs it: ``--help`` loads neither the models nor the rules.
"""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planparse import __version__
from planparse.cli.inputs import find_inputs
from planparse.cli.messages import Messages
from planparse.cli.run import Run

EXIT_CODES = "Exit codes: 0 all parsed; 1 something is not parsed or no notice; 2 wrong usage or unreadable input."

app = typer.Typer(
    help="Turns Chinese government plan notices (通知, 工作方案, 行动计划) into validated, source-grounded JSON.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)


class Format(StrEnum):
    """Form of the output."""

    JSON = "json"
    JSONL = "jsonl"


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"planparse {__version__}")
        raise typer.Exit


@app.callback()
def _planparse(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


@app.command(epilog=EXIT_CODES)
def extract(
    files: Annotated[list[str], typer.Argument(help="Text files; a folder stands for its .txt files, - for stdin.")],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="PATH", help="A file, or a folder for one NAME.json each.")
    ] = None,
    indent: Annotated[
        int | None, typer.Option(min=0, max=16, metavar="N", help="Spaces for each level of the JSON (2).")
    ] = None,
    compact: Annotated[bool, typer.Option("--compact", help="Put the JSON on one line.")] = False,
    form: Annotated[
        Format | None, typer.Option("--format", help="jsonl: a line for each notice, the default for several files.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No diagnostics and no progress on stderr.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also diagnostics that only inform.")] = False,
) -> None:
    """Write notices as JSON.

    One file gives one JSON object, several (or a folder) give JSON Lines. Diagnostics go to stderr, one line each:
    file:line:column: severity CODE message.
    """
    from planparse.cli import outputs
    from planparse.output.json import to_json

    inputs = find_inputs(files)
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
    run = Run(Messages(quiet=quiet, verbose=verbose, total=len(inputs)))
    raise typer.Exit(run.write(inputs, destination, lambda notice: to_json(notice, indent=spaces)))


@app.command(epilog=EXIT_CODES)
def show(
    file: Annotated[str, typer.Argument(help="A text file; - for stdin.")],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No diagnostics.")] = False,
) -> None:
    """Show a notice in the terminal: headings, targets, deadlines, responsible bodies, diagnostics."""
    from planparse.cli.terminal import terminal_style, terminal_width
    from planparse.output.view import view

    run = Run(Messages(quiet=quiet, verbose=False, total=1))
    for source in find_inputs([file]):
        notice = run.parse(source)
        if notice is not None:
            for line in view(notice, terminal_width(), terminal_style()):
                print(line)
    raise typer.Exit(run.status)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the output."""
    from planparse.output.schema import schema_text

    sys.stdout.buffer.write(schema_text().encode("utf-8"))


@app.command()
def explain(
    codes: Annotated[
        list[str] | None, typer.Argument(help="P301 or list-mismatch; all of them where none is given.")
    ] = None,
) -> None:
    """Explain what the codes of diagnostics mean."""
    from planparse.diagnostics import KINDS

    wanted = [kind for kind in KINDS.values() if not codes or {kind.code, kind.name} & set(codes)]
    for kind in wanted:
        typer.echo(f"{kind.code} {kind.name} ({kind.severity}): {kind.explanation}")
    if unknown := set(codes or ()) - {word for kind in wanted for word in (kind.code, kind.name)}:
        raise typer.BadParameter(f"no such code: {', '.join(sorted(unknown))}")
