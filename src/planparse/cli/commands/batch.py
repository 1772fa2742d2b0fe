"""``planparse batch``: a folder of notices, in parallel, again and again."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planparse.cli.languages import Language
from planparse.cli.messages import Messages
from planparse.cli.run import Status
from planparse.reasons import reason

if TYPE_CHECKING:
    from planparse.batch.run import Order, Tally
    from planparse.output.tables.formats import TableFormat


def batch(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="The folder; also what is below it.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", file_okay=False, help="A folder for the results.")
    ],
    globs: Annotated[
        list[str] | None,
        typer.Option("--glob", metavar="PATTERN", help="Files to read (all that planparse can read); may be repeated."),
    ] = None,
    excludes: Annotated[
        list[str] | None,
        typer.Option("--exclude", metavar="PATTERN", help="Files or folders to leave out; may be repeated."),
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option(metavar="NAME", help="All results as tables: NAME.xlsx, .csv, .parquet or .duckdb."),
    ] = None,
    language: Annotated[Language, typer.Option("--lang", help="Language of the headings of xlsx and csv tables.")] = (
        Language.EN
    ),
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Workers (all cores).")] = None,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="The longest a file may take.")] = 30,
    memory: Annotated[
        int | None, typer.Option(min=64, metavar="MB", help="The most memory a worker may take, where limits exist.")
    ] = 2048,
    force: Annotated[bool, typer.Option("--force", help="Also what is neither new nor changed.")] = False,
    max_failures: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Stop when N files gave no result.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only files without a result; no progress.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also all diagnostics of each notice.")] = False,
) -> None:
    """Parse all notices of a folder: OUT/a/b.json for FOLDER/a/b.txt, and OUT/manifest.jsonl with a line for each.

    Run again, it does what is new or changed; interrupted, it goes on where it was.
    """
    from planparse.batch.run import Order
    from planparse.batch.walk import Selection
    from planparse.cli.tables import table_at
    from planparse.readers import SUFFIXES

    if output.resolve() == folder.resolve():
        raise typer.BadParameter("the results need a folder of their own", param_hint="--output")
    if table is not None and output.resolve().is_relative_to(table.resolve()):
        raise typer.BadParameter("tables may not take the place of the results", param_hint="--table")
    form = None if table is None else table_at(table)
    order = Order(
        folder,
        output,
        Selection(globs or [f"*{suffix}" for suffix in SUFFIXES], excludes or []),
        jobs=jobs or _cores(),
        timeout=timeout,
        memory=memory,
        force=force,
        max_failures=max_failures,
    )
    raise typer.Exit(_run(order, table, form, language, quiet=quiet, verbose=verbose))


def _run(
    order: "Order",
    table: Path | None,
    form: "TableFormat | None",
    language: Language,
    *,
    quiet: bool,
    verbose: bool,
) -> Status:
    from planparse.batch.tables import write_tables
    from planparse.output.whole import Unwritable

    messages = Messages(quiet=quiet, verbose=verbose, total=0)
    try:
        tally = _convert(order, messages, quiet=quiet, verbose=verbose)
        if not tally.statuses:
            messages.error(str(order.folder), "no file in it is to be read (--glob, --exclude)")
            return Status.UNREADABLE
        if table is not None and form is not None and not tally.stopped:
            write_tables(order, table, form, language.value)
    except Unwritable as fault:
        messages.error("output", str(fault))
        return Status.UNREADABLE
    except OSError as fault:
        messages.error(str(fault.filename or order.output), f"cannot be written: {reason(fault)}")
        return Status.UNREADABLE
    return Status.NOT_PARSED if tally.failures else Status.PARSED


def _convert(order: "Order", messages: Messages, *, quiet: bool, verbose: bool) -> "Tally":
    """Run it, and say what came out; also where the user has stopped it."""
    from planparse.batch.run import run
    from planparse.cli.batch_report import BatchReport, say
    from planparse.cli.progress import progress

    try:
        with progress(lambda: sum(1 for _ in order.files()), quiet=quiet) as advance:
            report = BatchReport(order.folder, messages, advance, verbose=verbose)
            tally = run(order, report)
    except (KeyboardInterrupt, SystemExit):
        say(["stopped; what is done stays: run it again to go on"])
        raise
    if not quiet:
        say(report.summary(tally))
    return tally


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
