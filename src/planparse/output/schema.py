"""The JSON Schema of the output."""

from typing import Any

from planparse.notice import SCHEMA_VERSION, Notice


def json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12, made from the models."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:planparse:notice:{SCHEMA_VERSION}",
        **Notice.model_json_schema(mode="serialization"),
    }


def schema_text() -> str:
    """The schema as the file ``schemas/notice.schema.json`` holds it."""
    import json

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
