"""The forms by name."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from planparse.output.findings.checked import Checked
from planparse.output.findings.github import as_github
from planparse.output.findings.json import as_json
from planparse.output.findings.junit import as_junit
from planparse.output.findings.sarif import as_sarif
from planparse.output.findings.text import as_text


class Form(Protocol):
    """Writes checked files; ``colour`` is for terminals."""

    def __call__(self, files: Iterable[Checked], *, colour: bool = False) -> Iterator[str]: ...


FORMS: dict[str, Form] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "junit": as_junit,
}
