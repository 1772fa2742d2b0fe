"""``planparse text``: the text that the places in the output count."""

import sys
from typing import Annotated

import typer

from planparse.cli.inputs import find_inputs
from planparse.cli.messages import Messages
from planparse.cli.run import Run


def text(file: Annotated[str, typer.Argument(help="A file in any format that planparse reads; - for stdin.")]) -> None:
    """Print the text of a file as UTF-8: exactly the text that the spans of extract count the characters of."""
    run = Run(Messages(quiet=False, verbose=False, total=1))
    for source in find_inputs([file]):
        decoded = run.decode(source)
        if decoded is not None:
            sys.stdout.buffer.write(decoded.text.encode("utf-8"))
    raise typer.Exit(run.status)
