"""The notices in a folder and below, in the order of their names, and where the result of each goes."""

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from planparse.reasons import reason

_PLAIN = ".txt"


class Found(NamedTuple):
    """A file, or a folder that cannot be listed: its path below the folder, and why there can be no result."""

    path: str
    fault: str | None = None


class Selection(NamedTuple):
    """Which files are notices. A pattern with a slash is one for the path below the folder, else for a name.

    In both, ``*`` stands for any characters. An excluded folder is not looked into.
    """

    globs: Sequence[str]
    excludes: Sequence[str] = ()

    def takes(self, path: str) -> bool:
        """Whether the file is one of them; upper and lower case are the same for the globs."""
        return any(_fits(path.lower(), glob.lower()) for glob in self.globs) and not self.leaves(path)

    def leaves(self, path: str) -> bool:
        """Whether the file or folder is excluded."""
        return any(_fits(path, glob.rstrip("/")) for glob in self.excludes)


def walk(folder: Path, selection: Selection, without: Path) -> Iterator[Found]:
    """The files of the selection. Hidden ones are left out, and so is the folder ``without``.

    Links to files are followed, links to folders are not. Where two files would share a result, the second has
    a fault.
    """
    return _below(folder, "", selection, without.resolve())


def _below(folder: Path, prefix: str, selection: Selection, without: Path) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as fault:
        yield Found(prefix.rstrip("/") or ".", f"cannot be listed: {reason(fault)}")
        return
    owners: dict[str, str] = {}
    for entry in entries:
        path = prefix + entry.name
        if entry.name.startswith((".", "~$")):  # ~$: the lock files of Office
            continue
        if entry.is_dir(follow_symlinks=False):
            if not selection.leaves(path) and Path(entry.path).resolve() != without:
                yield from _below(Path(entry.path), f"{path}/", selection, without)
        elif _is_file(entry) and selection.takes(path):
            yield _found(path, owners)


def _is_file(entry: "os.DirEntry[str]") -> bool:
    """A file, or a link that leads nowhere: reading it says so. No pipe, no device, no link to a folder."""
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:  # a link that leads to itself
        return True


def _found(path: str, owners: dict[str, str]) -> Found:
    owner = owners.setdefault(result_path(path), path)
    fault = None if owner == path else f"its result would take the place of that of {owner}: rename one of them"
    return Found(path, fault)


def result_path(path: str) -> str:
    """Where the result of a file goes, below the output folder; other files with its name keep their suffix.

    >>> result_path("a/notice.txt"), result_path("a/notice.docx")
    ('a/notice.json', 'a/notice.docx.json')
    """
    pure = PurePosixPath(path)
    return str(pure.with_suffix(".json") if pure.suffix.lower() == _PLAIN else pure.with_name(f"{pure.name}.json"))


def _fits(path: str, glob: str) -> bool:
    return fnmatchcase(path if "/" in glob else path.rpartition("/")[2], glob)
