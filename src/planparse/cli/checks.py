"""One run of ``planparse check`` over files: a bad file is named and the run goes on."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from planparse.checking import Baseline, BaselineError, Settings
from planparse.checking.settings import matches
from planparse.checks import findings
from planparse.cli.inputs import Input, find_inputs
from planparse.cli.messages import Messages
from planparse.output.findings import FORMS, Checked
from planparse.output.whole import whole_file
from planparse.pipeline import UnreadableInput, parse_with_text
from planparse.readers import SUFFIXES
from planparse.reasons import bug, reason

CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2


def find_files(arguments: Iterable[str], settings: Settings) -> list[Input]:
    """The inputs, a folder with all the folders below it, but for those that the settings exclude."""
    found: list[Input] = []
    for argument in arguments:
        path = Path(argument)
        below = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
        found += map(Input, below) if below else find_inputs([argument])
    return [one for one in found if not any(matches(one.label, glob) for glob in settings.exclude)]


def _from_here(path: str) -> str:
    """The path as seen from the current folder, however it was typed: baselines and SARIF are read elsewhere too."""
    here = Path.cwd()
    absolute = Path(os.path.normpath(here / path))
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else path


class CheckRun:
    """Checks files, and remembers whether anything was found or could not be read."""

    def __init__(self, settings: Settings, stdin_name: str) -> None:
        self._settings = settings
        self._stdin_name = stdin_name
        self._messages = Messages(quiet=True, verbose=False, total=1)
        self._failed = self._unreadable = False

    def write(self, inputs: list[Input], form: str, output: Path | None) -> int:
        """Write the findings in a form; the exit code."""
        if not inputs:
            return self._refuse("check", "no files to check")
        try:
            old = Baseline.read(self._settings.baseline) if self._settings.baseline else Baseline()
        except BaselineError as fault:
            return self._refuse("--baseline", str(fault))
        colour = output is None and sys.stdout.isatty()
        try:
            with whole_file(output) if output else nullcontext(sys.stdout.buffer) as file:
                for piece in FORMS[form](self._checked(inputs, old), colour=colour):
                    file.write(piece.encode("utf-8", "backslashreplace"))  # a file name may be no text
        except BrokenPipeError:
            raise
        except OSError as fault:
            return self._refuse(str(output or "output"), f"cannot be written: {reason(fault)}")
        return COULD_NOT_RUN if self._unreadable else FOUND if self._failed else CLEAN

    def write_baseline(self, inputs: list[Input], path: Path) -> int:
        """Write all findings of the inputs as old ones, whatever their severity; the exit code."""
        baseline = Baseline()
        self._settings = self._settings._replace(severity="info")
        for file in self._checked(inputs, Baseline()):
            baseline.add(file.path, file.findings)
        try:
            with whole_file(path) as unfinished:
                unfinished.write(baseline.text().encode("utf-8"))
        except OSError as fault:
            return self._refuse(str(path), f"cannot be written: {reason(fault)}")
        return COULD_NOT_RUN if self._unreadable else CLEAN

    def _checked(self, inputs: Iterable[Input], old: Baseline) -> Iterator[Checked]:
        for one in inputs:
            path = self._stdin_name if one.path is None else _from_here(one.label)
            file = self._check(one, path, old)
            self._unreadable = self._unreadable or file.error is not None
            self._failed = self._failed or any(map(self._settings.fails, file.findings))
            yield file

    def _check(self, one: Input, path: str, old: Baseline) -> Checked:
        try:
            source, notice = parse_with_text(one.read(), name=one.name)
            shown = [finding for finding in findings(notice, source) if self._settings.shows(finding, path)]
            return Checked(path, source, tuple(old.new(path, shown)))
        except OSError as fault:
            error = reason(fault)
        except UnreadableInput as fault:
            error = str(fault)
        except Exception as fault:  # a bug must not cost the user the rest of a long run
            error = bug(fault)
        self._messages.error(path, error)
        return Checked(path, error=error)

    def _refuse(self, what: str, why: str) -> int:
        self._messages.error(what, why)
        return COULD_NOT_RUN
