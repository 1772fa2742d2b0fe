"""The JSON of a notice, as UTF-8 bytes."""

from planparse.notice import Notice


def to_json(notice: Notice, *, indent: int | None = 2) -> bytes:
    """One JSON object and a line end; ``indent`` None puts it on one line, so that many make JSON Lines."""
    return notice.model_dump_json(indent=indent).encode("utf-8") + b"\n"
