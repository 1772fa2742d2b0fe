"""The JSON Schema, and that what planparse writes obeys it and is current."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from corpus import ROOT, SAMPLES, name_of, parsed
from planparse import Notice
from planparse.output.json import to_json
from planparse.output.schema import json_schema

sys.path.insert(0, str(ROOT / "tools"))
from generate import generated


def test_generated_files_are_current() -> None:
    stale = [path.name for path, data in generated() if not path.exists() or path.read_bytes() != data]
    assert stale == [], "run “make generate” and look at what changed"


def test_every_sample_has_its_json() -> None:
    assert {path.stem for path in (ROOT / "samples").glob("*.json")} == {path.stem for path in SAMPLES}


def test_the_schema_says_what_it_is() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["schema_version"]["const"] == "1.0"
    assert schema["additionalProperties"] is False


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """All objects of a schema or a notice."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from objects(item)


def test_every_field_is_required_and_no_other_is_allowed() -> None:
    for schema in objects(json_schema()):
        if "properties" in schema:
            assert set(schema["required"]) == set(schema["properties"])
            assert schema["additionalProperties"] is False


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_the_output_reads_back_as_the_same_notice(path: Any) -> None:
    notice = parsed(path)
    assert Notice.model_validate_json(to_json(notice)) == notice
    assert to_json(notice, indent=None).count(b"\n") == 1


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_what_is_not_there_is_null_and_never_an_empty_string(path: Any) -> None:
    written = json.loads(to_json(parsed(path)))
    for item in objects(written):
        empty = [key for key, value in item.items() if value == ""]
        assert empty in ([], ["text"])  # a chapter that opens with its first section has no text of its own
