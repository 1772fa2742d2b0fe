"""The settings of a run: the command line's, else those of ``planparse.toml`` or of ``[tool.planparse]``.

The file is looked for in the current folder and the folders above it. Keys: select, ignore (codes such as P601, their
beginnings such as P6, or names), severity, fail-on, exclude (globs of paths), per-path-ignores (a glob to codes), baseline.
"""

import tomllib
from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from planparse.checks import ALL_KINDS, Finding
from planparse.diagnostics import Severity

_FILES = ("planparse.toml", "pyproject.toml")
_RANK: dict[str, int] = {"info": 0, "warning": 1, "error": 2}
_LISTS = ("select", "ignore", "exclude")
_WORDS = ("severity", "fail-on", "baseline")
_KEYS = (*_LISTS, *_WORDS, "per-path-ignores")


class SettingsError(ValueError):
    """The settings cannot be used; the message says which, where, and what would be right."""


class Settings(NamedTuple):
    """Which findings are shown, and which fail the run."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severity = "warning"
    fail_on: Severity = "warning"
    exclude: tuple[str, ...] = ()
    per_path_ignores: Mapping[str, tuple[str, ...]] = {}
    baseline: Path | None = None

    def shows(self, finding: Finding, path: str) -> bool:
        """Whether the finding is wanted: its kind is selected, else severe enough, and not ignored for this path."""
        ignored = [
            *self.ignore,
            *(code for glob, codes in self.per_path_ignores.items() if matches(path, glob) for code in codes),
        ]
        if _names(finding, ignored):
            return False
        return _names(finding, self.select) if self.select else _RANK[finding.severity] >= _RANK[self.severity]

    def fails(self, finding: Finding) -> bool:
        """Whether a finding that is shown makes the run fail."""
        return _RANK[finding.severity] >= _RANK[self.fail_on]


def matches(path: str, glob: str) -> bool:
    """Whether a path, or its end, fits a glob: drafts/*.txt fits work/drafts/a.txt."""
    posix = PurePath(path).as_posix()
    return fnmatch(posix, glob) or fnmatch(posix, f"*/{glob}")


def read_settings(folder: Path | None, file: Path | None, given: Mapping[str, Any]) -> Settings:
    """The settings of the file, or of the nearest one in or above ``folder``, with what is ``given`` put over them.

    Raises :class:`SettingsError`.
    """
    found = _table(file) if file else _nearest(folder) if folder else None
    where, table = found or (None, {})
    merged = {**_checked(table, where), **{key: value for key, value in given.items() if value}}
    for key in ("select", "ignore"):
        _refuse_unknown(given.get(key, ()))
    baseline = merged.get("baseline")
    return Settings(
        tuple(merged.get("select", ())),
        tuple(merged.get("ignore", ())),
        merged.get("severity", "warning"),
        merged.get("fail-on", "warning"),
        tuple(merged.get("exclude", ())),
        {glob: tuple(codes) for glob, codes in merged.get("per-path-ignores", {}).items()},
        where.parent / baseline if where and isinstance(baseline, str) else baseline,
    )


def _nearest(folder: Path) -> tuple[Path, dict[str, Any]] | None:
    for above in (folder, *folder.parents):
        for name in _FILES:
            if (above / name).is_file() and (found := _table(above / name, optional=True)):
                return found
    return None


def _table(file: Path, *, optional: bool = False) -> tuple[Path, dict[str, Any]] | None:
    """The file, and its settings; None where an ``optional`` file has no table for planparse."""
    try:
        content = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise SettingsError(f"{file}: cannot be read: {fault}") from fault
    if file.name == "pyproject.toml":
        tools = content.get("tool")
        if optional and not (isinstance(tools, dict) and "planparse" in tools):
            return None
        content = tools.get("planparse", {}) if isinstance(tools, dict) else {}
    if not isinstance(content, dict):
        raise SettingsError(f"{file}: “tool.planparse” must be a table")
    return file, content


def _checked(table: Mapping[str, Any], where: Path | None) -> dict[str, Any]:
    for key, value in table.items():
        if key not in _KEYS:
            raise SettingsError(f"{where}: unknown setting “{key}”; known are {', '.join(_KEYS)}")
        wanted, right = _wanted(key, value)
        if not right:
            raise SettingsError(f"{where}: “{key}” must be {wanted}")
        codes = [value] if key in ("select", "ignore") else value.values() if key == "per-path-ignores" else ()
        for words in codes:
            _refuse_unknown(words, f"{where}: ")
    return dict(table)


def _wanted(key: str, value: object) -> tuple[str, bool]:
    if key in _LISTS:
        return "a list of words", _is_words(value)
    if key == "per-path-ignores":
        return "a table from globs to lists of codes", isinstance(value, dict) and all(map(_is_words, value.values()))
    if key == "baseline":
        return "a path", isinstance(value, str)
    return "info, warning or error", isinstance(value, str) and value in _RANK


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _refuse_unknown(words: Sequence[str], where: str = "") -> None:
    for word in words:
        if not any(word == kind.name or kind.code.startswith(word) for kind in ALL_KINDS):
            raise SettingsError(f"{where}no such code or name: “{word}” (planparse rules lists them)")


def _names(finding: Finding, words: Sequence[str]) -> bool:
    return any(word == finding.name or finding.code.startswith(word) for word in words)
