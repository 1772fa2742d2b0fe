"""The baseline: findings that were there before, so that a build fails for new ones only.

A finding is known by its file, its code and the words at its place, not by its line: lines move when a text is edited.
The same words may stand several times: as many findings are old as were counted.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePath

from planparse.checks import Finding

_Key = tuple[str, str, str]


class BaselineError(ValueError):
    """The file is no baseline; the message says what is wrong."""


class Baseline:
    """Old findings, counted."""

    def __init__(self, counts: Counter[_Key] | None = None) -> None:
        self._counts = counts or Counter()

    @classmethod
    def read(cls, file: Path) -> "Baseline":
        """The baseline that a file holds; raises :class:`BaselineError`."""
        try:
            rows = json.loads(file.read_text("utf-8"))["findings"]
            return cls(Counter({(row["path"], row["code"], row["evidence"]): int(row["count"]) for row in rows}))
        except OSError as fault:
            raise BaselineError(f"{file}: cannot be read: {fault.strerror}") from fault
        except (ValueError, KeyError, TypeError) as fault:
            raise BaselineError(f"{file}: this is no baseline of planparse; write it with --write-baseline") from fault

    def add(self, path: str, findings: Iterable[Finding]) -> None:
        """Count the findings of a file as old."""
        self._counts.update(_key(path, finding) for finding in findings)

    def new(self, path: str, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that are more than the counted ones."""
        left = Counter(self._counts)
        fresh: list[Finding] = []
        for finding in findings:
            key = _key(path, finding)
            if left[key]:
                left[key] -= 1
            else:
                fresh.append(finding)
        return fresh

    def text(self) -> str:
        """The file's content, sorted, one finding a line."""
        rows = [
            json.dumps({"path": path, "code": code, "evidence": evidence, "count": count}, ensure_ascii=False)
            for (path, code, evidence), count in sorted(self._counts.items())
        ]
        return '{"findings": [\n' + ",\n".join(rows) + "\n]}\n"


def _key(path: str, finding: Finding) -> _Key:
    return PurePath(path).as_posix(), finding.code, "".join(finding.evidence.split())
