"""The kinds of findings in words, in English and Chinese, with examples: ``explanations.toml`` holds them.

The same text serves ``planparse explain``, ``planparse rules`` and ``docs/rules.md``; a test runs the examples.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from planparse.checks import ALL_KINDS
from planparse.diagnostics import Kind

_HEADINGS = {"en": ("Found in:", "Not found in:"), "zh": ("会报告：", "不会报告：")}
_TITLES = {"en": "The rules of planparse", "zh": "planparse 的规则"}
_COLUMNS = {"en": "| code | name | severity | meaning |", "zh": "| 代码 | 名称 | 级别 | 含义 |"}
_LEVELS = {"info": "提示", "warning": "警告", "error": "错误"}


@cache
def _texts() -> dict[str, dict[str, Any]]:
    return tomllib.loads((Path(__file__).parent / "explanations.toml").read_text("utf-8"))


def explanation(kind: Kind, language: str = "en") -> str:
    """What the kind means."""
    zh: str = _texts()[kind.code]["zh"]
    return kind.explanation if language == "en" else zh


def example(kind: Kind, which: str) -> str | None:
    """The ``bad`` or the ``good`` example; None where the kind has none."""
    text: str | None = _texts()[kind.code].get(which)
    return text


def examples(kind: Kind, language: str = "en") -> Iterator[str]:
    """The lines of both examples, indented."""
    for which, heading in zip(("bad", "good"), _HEADINGS[language], strict=True):
        if text := example(kind, which):
            yield f"  {heading}"
            yield from (f"    {line}" for line in text.splitlines() if line)


def rules_page(language: str) -> str:
    """The page docs/rules.md, or its Chinese version."""
    lines = [f"# {_TITLES[language]}", "", _COLUMNS[language], "|---|---|---|---|"]
    for kind in ALL_KINDS:
        level = kind.severity if language == "en" else _LEVELS[kind.severity]
        lines.append(f"| {kind.code} | {kind.name} | {level} | {explanation(kind, language)} |")
    for kind in ALL_KINDS:
        shown = list(examples(kind, language))
        if shown:
            lines += ["", f"## {kind.code} {kind.name}", "", explanation(kind, language), "", "```text"]
            lines += [line.removeprefix("  ") for line in shown] + ["```"]
    return "\n".join(lines) + "\n"
