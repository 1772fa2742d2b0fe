"""What a batch says: a line for each file without a result, and a summary."""

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from planparse.cli.messages import Messages

if TYPE_CHECKING:
    from planparse.batch.manifest import Entry
    from planparse.batch.run import Tally

_STATUSES = {"parsed": "parsed", "not-a-notice": "no notice", "unreadable": "unreadable", "failed": "failed"}
_NAMED = 3  # orphans


class BatchReport:
    """Hears of each file; what is wrong with the notices themselves stands in the manifest, or is asked for by -v."""

    def __init__(self, folder: Path, messages: Messages, advance: Callable[[str], None], *, verbose: bool) -> None:
        self._folder = folder
        self._messages = messages
        self._advance = advance
        self._severities = ("error", "warning", "info") if verbose else ("error",)
        self._started = monotonic()

    def done(self, entry: "Entry") -> None:
        """Name a file that gave no result, and why."""
        label = str(self._folder / entry.path)
        if entry.message is not None:
            self._messages.error(label, entry.message)
        for found in entry.diagnostics:
            if found["severity"] in self._severities:
                self._messages.finding(label, **found)
        self._advance(entry.path)

    def summary(self, tally: "Tally") -> list[str]:
        """What came out, in a line or some."""
        counts = [
            f"{tally.statuses[s]} {words}" for s, words in _STATUSES.items() if tally.statuses[s] or s == "parsed"
        ]
        unchanged = f", {tally.unchanged} of them done before" if tally.unchanged else ""
        warnings = f"; {_number(tally.findings['warning'], 'warning')}" if tally.findings["warning"] else ""
        lines = [
            f"{_number(tally.statuses.total(), 'file')}: {', '.join(counts)}{unchanged}{warnings}; {self._seconds()}"
        ]
        if tally.stopped:
            lines.append("stopped at --max-failures; run it again to go on")
        if tally.orphans:
            more = ", …" if len(tally.orphans) > _NAMED else ""
            names = ", ".join(tally.orphans[:_NAMED]) + more
            lines.append(f"{_number(len(tally.orphans), 'result')} whose notice is no longer there: {names}")
        return lines

    def _seconds(self) -> str:
        return f"{monotonic() - self._started:.1f} s"


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def say(lines: list[str]) -> None:
    """On standard error, where no result is taken for them."""
    for line in lines:
        print(line, file=sys.stderr)
