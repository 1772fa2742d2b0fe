"""``planparse schema``: the JSON Schema of the output."""

import sys


def schema() -> None:
    """Print the JSON Schema of the output."""
    from planparse.output.schema import schema_text

    sys.stdout.buffer.write(schema_text().encode("utf-8"))
