"""From places in the cleaned text to places in the user's own file."""

from typing import NamedTuple

from planparse.notice import SourceSpan
from planparse.span import Span
from planparse.text import Text


class Places(NamedTuple):
    """The way back to the source of one text."""

    text: Text

    def words(self, span: Span) -> str:
        """The words that stand there, as one run: line ends inside it are dropped."""
        return self.lines(span).replace("\n", "")

    def lines(self, span: Span) -> str:
        """The words that stand there, with their line ends; a full stop that is a point in the source stays one."""
        words = self.text[span]
        stop = words.find("。")
        while stop >= 0:
            words = words[:stop] + self._stop(span.start + stop) + words[stop + 1 :]
            stop = words.find("。", stop + 1)
        return words

    def _stop(self, at: int) -> str:
        written = self.text.source_span(Span(at, at + 1))
        return "." if self.text.source[written.start : written.end] in (".", "．") else "。"

    def span(self, span: Span) -> SourceSpan:
        """The place in the source."""
        return _source_span(self.text.source_span(span))

    def pieces(self, *spans: Span) -> list[SourceSpan] | None:
        """The exact pieces, where cleaning dropped a line end, a page break or page furniture, or between the spans."""
        if len(spans) == 1 and self.text.is_whole(spans[0]):
            return None
        pieces: list[Span] = []
        for piece in (piece for span in spans for piece in self.text.source_pieces(span)):
            if pieces and _is_spacing(self.text.source[pieces[-1].end : piece.start]):
                pieces[-1] = pieces[-1].join(piece)
            else:
                pieces.append(piece)
        return [_source_span(piece) for piece in pieces] if len(pieces) > 1 else None


def _is_spacing(dropped: str) -> bool:
    """White space inside one line: it changes nothing that the words say."""
    return (not dropped or dropped.isspace()) and len(dropped.splitlines()) <= 1 and not dropped.endswith(("\n", "\r"))


def _source_span(span: Span) -> SourceSpan:
    return SourceSpan(start=span.start, end=span.end)
