"""Where results go: standard output, one file, a folder, tables. A file appears whole or not at all."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from planparse.cli.inputs import Input
from planparse.output.whole import whole_file

if TYPE_CHECKING:
    from planparse.notice import Notice
    from planparse.output.tables.formats import TableFormat
    from planparse.output.tables.writing import Language, Writer

Put = Callable[[str, bytes], None]
"""Writes the JSON of one notice; the first argument is the name of its source without suffix."""


def means_folder(output: str, several: bool) -> bool:
    """Whether ``-o`` names a folder: it is one, ends in a slash, or has no suffix while several inputs are given."""
    return Path(output).is_dir() or output.endswith(("/", os.sep)) or (several and not Path(output).suffix)


def clash(output: str | None, inputs: Sequence[Input], *, folder: bool) -> str | None:
    """Why this output would overwrite an input or one notice another; None if all is well."""
    if output is None:
        return None
    targets = [Path(output, f"{source.stem}.json") for source in inputs] if folder else [Path(output)]
    if len(set(targets)) < len(targets):
        twice = max(targets, key=targets.count)
        return f"two of the inputs would be written to {twice}"
    read = {source.path.resolve() for source in inputs if source.path is not None}
    return next((f"{target} is also an input" for target in targets if target.resolve() in read), None)


@contextmanager
def tables(path: Path, form: "TableFormat", language: "Language") -> Iterator[Callable[[str, "Notice"], None]]:
    """Tables at ``path``, made with the first notice: where there is none, what stands there is left alone."""
    from planparse.output.tables.formats import open_tables
    from planparse.output.tables.writing import add

    with ExitStack() as stack:
        writers: list[Writer] = []

        def put(key: str, notice: "Notice") -> None:
            if not writers:
                writers.append(stack.enter_context(open_tables(path, form, language)))
            add(writers[0], key, notice)

        yield put


def destination(output: str | None, *, folder: bool) -> AbstractContextManager[Put]:
    """Where ``-o`` sends the notices."""
    if output is None:
        return standard_output()
    return into_folder(Path(output)) if folder else one_file(Path(output))


@contextmanager
def standard_output() -> Iterator[Put]:
    """UTF-8 bytes on standard output, whatever the terminal's encoding is, each notice at once."""

    def put(_: str, data: bytes) -> None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    yield put


@contextmanager
def one_file(path: Path) -> Iterator[Put]:
    """All notices in one file; a file of that name is left alone where there is nothing to write."""
    with ExitStack() as stack:
        files: list[IO[bytes]] = []

        def put(_: str, data: bytes) -> None:
            if not files:
                files.append(stack.enter_context(whole_file(path)))
            files[0].write(data)

        yield put


@contextmanager
def into_folder(path: Path) -> Iterator[Put]:
    """One file for each notice, NAME.json; the folder is made where it is missing."""

    def put(stem: str, data: bytes) -> None:
        path.mkdir(parents=True, exist_ok=True)
        with whole_file(path / f"{stem}.json") as file:
            file.write(data)

    yield put
