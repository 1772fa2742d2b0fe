"""``planparse check``: a linter for notices."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """Form of the findings."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"


class Level(StrEnum):
    """How bad a finding is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def check(
    paths: Annotated[list[str], typer.Argument(help="Files; a folder stands for the notices below it, - for stdin.")],
    form: Annotated[Form, typer.Option("--format", help="Form of the findings.")] = Form.TEXT,
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only these: codes (P601), beginnings (P6), names.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODE", help="Not these.")] = None,
    severity: Annotated[
        Level | None,
        typer.Option(help="Show findings of this severity and above (warning); --select shows all it names."),
    ] = None,
    fail_on: Annotated[Level | None, typer.Option(help="Exit with 1 for this severity and above (warning).")] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings; else planparse.toml or pyproject.toml above here.")
    ] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="Read no settings file.")] = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Findings that were there before: they are not told again.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write all findings there as old ones, and exit with 0.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there.")] = None,
    stdin_filename: Annotated[str, typer.Option(metavar="NAME", help="What to call standard input.")] = "<stdin>",
) -> None:
    """Look for faults in notices, as a careful reader would.

    Says where each is, with its code; planparse explain CODE tells more, planparse rules lists them all.
    """
    from planparse.checking import SettingsError, read_settings
    from planparse.cli.checks import CheckRun, find_files

    given = {
        "select": _words(select),
        "ignore": _words(ignore),
        "severity": severity and severity.value,
        "fail-on": fail_on and fail_on.value,
        "baseline": baseline,
    }
    if config and no_config:
        raise typer.BadParameter("--config and --no-config do not go together")
    try:
        settings = read_settings(None if no_config else Path.cwd(), config, given)
    except SettingsError as fault:
        raise typer.BadParameter(str(fault)) from fault
    run = CheckRun(settings, stdin_filename)
    if write_baseline:
        raise typer.Exit(run.write_baseline(find_files(paths, settings), write_baseline))
    raise typer.Exit(run.write(find_files(paths, settings), form.value, output))


def _words(options: list[str] | None) -> list[str]:
    """--select P6,P301 --select missing-date."""
    return [word for option in options or () for word in option.replace(",", " ").split()]
