"""For programs: one JSON object with the findings of every file."""

import json
from collections.abc import Iterable, Iterator

from planparse.output.findings.checked import Checked


def as_json(files: Iterable[Checked], *, colour: bool = False) -> Iterator[str]:
    """``{"files": [{"path", "error", "findings": [{code, name, severity, message, line, …}]}]}``."""
    listed = [
        {
            "path": file.path,
            "error": file.error,
            "findings": [
                {**finding._asdict(), "span": {"start": finding.span.start, "end": finding.span.end}}
                for finding in file.findings
            ],
        }
        for file in files
    ]
    yield json.dumps({"files": listed}, ensure_ascii=False, indent=2) + "\n"
