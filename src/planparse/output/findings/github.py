"""Workflow commands of GitHub Actions: each finding becomes an annotation at its line.

Source of the form and of its escapes: “Workflow commands for GitHub Actions” in GitHub's documentation.
"""

from collections.abc import Iterable, Iterator

from planparse.output.findings.checked import Checked

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def as_github(files: Iterable[Checked], *, colour: bool = False) -> Iterator[str]:
    """``::error file=…,line=…,col=…,endColumn=…,title=…::message``."""
    for file in files:
        for finding in file.findings:
            last = finding.column + max(1, len(finding.evidence.split("\n")[0])) - 1
            where = {
                "file": file.path,
                "line": str(finding.line),
                "col": str(finding.column),
                "endColumn": str(last),
                "title": f"{finding.code} {finding.name}",
            }
            properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
            yield f"::{_LEVELS[finding.severity]} {properties}::{_data(finding.message)}\n"
        if file.error:
            yield f"::error file={_property(file.path)}::{_data(file.error)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
