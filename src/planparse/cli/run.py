"""One run over the inputs: a bad file is named and the run goes on; the worst of what happened is the exit code."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from enum import IntEnum
from typing import TYPE_CHECKING, TypeVar

from planparse.cli.inputs import Input
from planparse.cli.messages import Messages
from planparse.reasons import bug, reason

if TYPE_CHECKING:
    from planparse.notice import Notice
    from planparse.readers import Decoded

T = TypeVar("T")


class Status(IntEnum):
    """Exit codes of the command."""

    PARSED = 0
    NOT_PARSED = 1
    UNREADABLE = 2


class Run:
    """Parses inputs and remembers the worst that happened."""

    def __init__(self, messages: Messages) -> None:
        self.status = Status.PARSED
        self._messages = messages

    def parse(self, source: Input) -> "Notice | None":
        """The notice, or None where there is none: the reason has then been said."""
        from planparse.pipeline import parse_bytes

        notice = self._understand(source, lambda data, name: parse_bytes(data, name=name))
        if notice is None:
            return None
        self._messages.diagnostics(source.label, notice)
        if any(found.name == "not-a-notice" for found in notice.diagnostics):
            self._worsen(Status.NOT_PARSED)
            return None
        return notice

    def decode(self, source: Input) -> "Decoded | None":
        """The text of an input, or None where there is none: the reason has then been said."""
        from planparse.readers import read_bytes

        return self._understand(source, read_bytes)

    def write(
        self,
        sources: Iterable[Input],
        destination: AbstractContextManager[T],
        put: Callable[[T, Input, "Notice"], None],
    ) -> Status:
        """Put each notice to the destination."""
        from planparse.output.whole import Unwritable

        try:
            with destination as opened:
                for source in sources:
                    notice = self.parse(source)
                    if notice is not None:
                        put(opened, source, notice)
        except BrokenPipeError:  # nobody reads on (planparse … | head): stop without a word
            raise
        except OSError as fault:
            self._fail(Status.UNREADABLE, str(fault.filename or "output"), f"cannot be written: {reason(fault)}")
        except Unwritable as fault:
            self._fail(Status.UNREADABLE, "output", str(fault))
        self._messages.finish()
        return self.status

    def _worsen(self, status: Status) -> None:
        self.status = max(self.status, status)

    def _understand(self, source: Input, take: Callable[[bytes, str | None], T]) -> T | None:
        """What ``take`` makes of the bytes of an input and its name."""
        from planparse.readers import UnreadableInput

        self._messages.start(source.label)
        try:
            data = source.read()
        except OSError as fault:
            self._fail(Status.UNREADABLE, source.label, reason(fault))
            return None
        try:
            return take(data, source.name)
        except UnreadableInput as fault:
            self._fail(Status.NOT_PARSED, source.label, str(fault))
        except Exception as fault:  # a bug must not cost the user the rest of a long run
            self._fail(Status.NOT_PARSED, source.label, bug(fault))
        return None

    def _fail(self, status: Status, label: str, message: str) -> None:
        self._worsen(status)
        self._messages.error(label, message)
