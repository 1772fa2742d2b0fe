"""A bar that says how far a long run has come, on a terminal; nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(count: Callable[[], int], *, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Something to call with the name of each file that is done. Lines said meanwhile appear above the bar.

    ``count`` says how many there are; it is asked only where there is a bar.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=count(), name="")
        yield lambda name: bar.update(task, advance=1, name=name)
