"""``planparse show``: a notice for eyes."""

from typing import Annotated

import typer

from planparse.cli.inputs import find_inputs
from planparse.cli.messages import Messages
from planparse.cli.run import Run


def show(
    file: Annotated[str, typer.Argument(help="A file; - for stdin.")],
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
