"""SARIF 2.1.0 (OASIS standard): what code-scanning services read. Columns count code points."""

import json
import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from planparse.checks import ALL_KINDS, Finding
from planparse.output.findings.checked import Checked

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(files: Iterable[Checked], *, colour: bool = False) -> Iterator[str]:
    """One run, with every rule described and a result for each finding."""
    results: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    for file in files:
        results += (_result(file, finding) for finding in file.findings)
        if file.error:
            notifications.append(
                {
                    "level": "error",
                    "message": {"text": file.error},
                    "locations": [{"physicalLocation": _artifact(file)}],
                }
            )
    run = {
        "tool": {"driver": {"name": "planparse", "version": version("planparse"), "rules": _rules()}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}],
        "results": results,
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules() -> list[dict[str, Any]]:
    return [
        {
            "id": kind.code,
            "name": kind.name,
            "shortDescription": {"text": kind.explanation},
            "defaultConfiguration": {"level": _LEVELS[kind.severity]},
        }
        for kind in ALL_KINDS
    ]


def _result(file: Checked, finding: Finding) -> dict[str, Any]:
    lines = finding.evidence.split("\n")
    end = finding.column + len(lines[0]) if len(lines) == 1 else len(lines[-1]) + 1
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.line + len(lines) - 1,
        "endColumn": end,
        "charOffset": finding.span.start,
        "charLength": finding.span.end - finding.span.start,
    }
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {**_artifact(file), "region": region}}],
    }


def _artifact(file: Checked) -> dict[str, Any]:
    path = PurePath(file.path)
    uri = quote(os.fsencode(path.as_posix()))
    if path.is_absolute():
        return {"artifactLocation": {"uri": f"file://{uri}"}}
    return {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}
