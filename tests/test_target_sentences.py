"""Targets sentence by sentence: each row is a sentence as notices write them and all that it commits to.

The rows were written before the rules had seen them, by the guide alone; a row that the rules cannot read yet
carries its reason in ``known_gap`` and must fail.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from planparse.clean import clean
from planparse.document import Document, Field, Head, Part, Section, Target
from planparse.rules.deadlines import find_deadlines
from planparse.rules.targets import find_targets
from planparse.span import Span
from planparse.text import Text

ROWS = json.loads((Path(__file__).parent / "data" / "target_sentences.json").read_text("utf-8"))
FIELDS = ("indicator", "scope", "change", "comparator", "value", "value_max", "unit", "baseline_year", "commitment")


def one_section(text: str, issued: int) -> Document:
    """A notice of that year with one section whose body is the text."""
    chars = clean(Text.of(text)).text.chars
    whole, nothing = Span(0, len(chars)), Span(0, 0)
    section = Section("1", 1, "一、", "主要目标", nothing, whole, whole, 0)
    head = Head(issue_date=Field(f"{issued}-06-01", nothing))
    return Document(chars, head, (Part("plan", 1, None, whole),), (section,), (), (), ())


def as_row(target: Target) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(target, name) for name in FIELDS}
    for name in ("value", "value_max"):
        row[name] = None if row[name] is None else float(row[name])
    end = target.deadline.end if target.deadline else None
    return row | {"kind": target.kind, "deadline_end": end.isoformat() if end else None}


def expected_row(row: dict[str, Any]) -> dict[str, Any]:
    whole: dict[str, Any] = {**dict.fromkeys((*FIELDS, "deadline_end")), "kind": "quantitative", **row}
    for name in ("value", "value_max"):
        whole[name] = None if whole[name] is None else float(whole[name])
    return whole


def cases() -> list[Any]:
    return [
        pytest.param(
            row,
            id=row["text"][:24],
            marks=[pytest.mark.xfail(reason=gap, strict=True)] if (gap := row.get("known_gap")) else [],
        )
        for row in ROWS
    ]


@pytest.mark.parametrize("row", cases())
def test_sentence(row: dict[str, Any]) -> None:
    document = one_section(row["text"], row["issued"])
    deadlines, _ = find_deadlines(document)
    targets, _ = find_targets(document, deadlines)
    assert [as_row(target) for target in targets] == [expected_row(target) for target in row["targets"]]
