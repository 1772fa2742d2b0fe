"""What the command says on standard error: one line for each finding, and how far a long run has come."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planparse.notice import Notice

_SHOWN = {"quiet": (), "normal": ("error", "warning"), "verbose": ("error", "warning", "info")}


class Messages:
    """Writes to standard error; what its encoding cannot show is escaped, never a fault."""

    def __init__(self, *, quiet: bool, verbose: bool, total: int) -> None:
        self._severities = _SHOWN["quiet" if quiet else "verbose" if verbose else "normal"]
        self._total = total
        self._progress = total > 1 and not quiet and sys.stderr.isatty()
        self._done = 0

    def start(self, label: str) -> None:
        """Say on a terminal which file is being read."""
        self._done += 1
        if self._progress:
            _write(f"\r\033[K[{self._done}/{self._total}] {label}")

    def finish(self) -> None:
        """Take the progress line away."""
        if self._progress:
            _write("\r\033[K")

    def diagnostics(self, label: str, notice: "Notice") -> None:
        """``file:line:col: severity CODE message`` for each finding that the user asked to see."""
        for found in notice.diagnostics:
            if found.severity in self._severities:
                self.finding(label, found.code, found.severity, found.message, found.line, found.column)

    def finding(self, label: str, code: str, severity: str, message: str, line: int, column: int) -> None:
        """One finding, whoever asked for it."""
        self._say(f"{label}:{line}:{column}: {severity} {code} {message}")

    def error(self, label: str, message: str) -> None:
        """A file that gave no result at all: said even to those who asked for quiet."""
        self._say(f"{label}: error: {message}")

    def _say(self, line: str) -> None:
        self.finish()
        _write(" ".join(line.splitlines()) + "\n")


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
