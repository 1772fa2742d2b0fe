"""The command line: every command of planparse, in the order of ``--help``.

Nothing heavy is imported before a command needs it: ``--help`` loads neither the models nor the rules.
"""

from typing import Annotated

import typer

from planparse import __version__
from planparse.cli.commands.batch import batch
from planparse.cli.commands.check import CHECK_CODES, check
from planparse.cli.commands.explain import explain
from planparse.cli.commands.extract import extract
from planparse.cli.commands.rules import rules
from planparse.cli.commands.schema import schema
from planparse.cli.commands.show import show
from planparse.cli.commands.text import text

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


app.command(epilog=EXIT_CODES)(extract)
app.command(epilog=EXIT_CODES)(batch)
app.command(epilog=EXIT_CODES)(show)
app.command(epilog=CHECK_CODES)(check)
app.command(epilog=EXIT_CODES)(text)
app.command()(schema)
app.command()(rules)
app.command()(explain)
