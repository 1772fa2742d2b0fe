"""The command line: every command of planparse, in the order of ``--help``.

A command's module is imported when the command is called or described, and imports what it needs when it runs:
``--help`` loads neither the models nor the rules, and no command pays for the options of the others.
"""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from planparse import __version__

EXIT_CODES = "Exit codes: 0 all parsed; 1 something is not parsed or no notice; 2 wrong usage or unreadable input."
CHECK_CODES = "Exit codes: 0 nothing found; 1 findings; 2 a file, an option or the settings cannot be read."

# Each command is the function of its name in the module of its name; with it what its help says of exit codes.
COMMANDS: dict[str, str | None] = {
    "extract": EXIT_CODES,
    "batch": EXIT_CODES,
    "show": EXIT_CODES,
    "text": EXIT_CODES,
    "check": CHECK_CODES,
    "schema": None,
    "rules": None,
    "explain": None,
}
_LOOK: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"], "max_content_width": 110},
}


class _Commands(TyperGroup):
    """Makes each command when it is asked for."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # names alone, for “did you mean”

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"planparse.cli.commands.{cmd_name}")
        alone = typer.Typer(**_LOOK)
        alone.command(cmd_name, epilog=COMMANDS[cmd_name])(getattr(module, cmd_name))
        return get_command(alone)


app = typer.Typer(
    cls=_Commands,
    help="Turns Chinese government plan notices (通知, 工作方案, 行动计划) into validated, source-grounded JSON.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    **_LOOK,
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
