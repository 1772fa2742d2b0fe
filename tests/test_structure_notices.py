"""Whole notices of many shapes, taken apart: heads, tails, parts, headings (``data/structure_notices.txt``)."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from corpus import ROOT
from planparse.clean import clean
from planparse.document import Document, Field
from planparse.structure import find_basis, take_apart
from planparse.text import Text

Case = tuple[str, str, dict[str, Any]]


def cases() -> Iterator[Case]:
    text = (ROOT / "tests" / "data" / "structure_notices.txt").read_text("utf-8")
    _, body, *blocks = text.split("\n=== ")
    plan = body.removeprefix("body\n").rstrip("\n")
    for block in blocks:
        name, rest = block.split("\n", 1)
        notice, expected = ("\n" + rest).split("\n---\n")
        fields = (line.split(": ", 1) for line in expected.splitlines())
        yield name, notice[1:].replace("{body}", plan), {key: json.loads(value) for key, value in fields}


def value(field: Field | tuple[Field, ...] | None) -> Any:
    """A field as the JSON output has it."""
    if isinstance(field, Field):
        return field.value
    return None if field is None else [each.value for each in field]


def found(document: Document, key: str) -> Any:
    """What a key of the fixture names."""
    chars, sections = document.chars, document.sections
    plan = next((part for part in document.parts if part.kind == "plan"), None)
    match key:
        case "ids":
            return [section.id for section in sections]
        case "levels":
            return [section.level for section in sections]
        case "titles":
            return [section.title for section in sections]
        case "basis_numbers":
            return [reference.document_number for reference in find_basis(document)]
        case "basis":
            return [reference.title for reference in find_basis(document)]
        case "tables":
            return len(document.tables)
        case "last":
            return chars[sections[-1].body.start : sections[-1].body.end].strip()
        case "plan_begins":
            return plan and plan.lines[0].text[:3]
        case _:
            return value(getattr(document.head, key))


CASES = list(cases())


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[name for name, _, _ in CASES])
@pytest.mark.parametrize("cleaned", [False, True], ids=["as given", "cleaned"])
def test_notice(name: str, text: str, expected: dict[str, Any], cleaned: bool) -> None:
    document = take_apart(clean(Text.of(text)).text.chars if cleaned else text)
    diagnostic = expected.get("diagnostic")
    assert diagnostic is None or diagnostic in [each.name for each in document.diagnostics]
    keys = expected.keys() - {"diagnostic"}
    assert {key: found(document, key) for key in keys} == {key: expected[key] for key in keys}
