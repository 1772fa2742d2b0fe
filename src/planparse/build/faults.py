"""A record that does not fit the models is a bug of planparse: it is reported with its place, never dropped."""

from collections.abc import Iterator
from contextlib import contextmanager

from planparse.span import Span


class BuildError(RuntimeError):
    """A finding does not fit the models of ``planparse.notice``; the message names the finding."""


@contextmanager
def reported(item: str, span: Span, record: object = None) -> Iterator[None]:
    """Turn a validation error inside the block into a :class:`BuildError` that names ``item`` and its place."""
    try:
        yield
    except ValueError as fault:  # pydantic's ValidationError is a ValueError
        place = f"{span.start}..{span.end} of the cleaned text"
        item = f"{item} ({record})" if record is not None else item
        raise BuildError(f"{item} at {place} does not fit its model: {fault}") from fault
