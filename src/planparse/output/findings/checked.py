"""One file that was checked."""

from typing import NamedTuple

from planparse.checks import Finding


class Checked(NamedTuple):
    """``path`` as messages call it; ``error`` says why the file could not be checked at all."""

    path: str
    source: str = ""
    findings: tuple[Finding, ...] = ()
    error: str | None = None
