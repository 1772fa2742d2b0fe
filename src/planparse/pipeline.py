"""The whole program on one screen: bytes → text → cleaned text → document → findings → notice."""

from hashlib import sha256
from pathlib import Path

from planparse.build import Findings, build
from planparse.clean import Cleaned, clean
from planparse.diagnostics import Diagnostic
from planparse.document import Document
from planparse.notice import Notice, Source
from planparse.readers import Decoded, UnreadableInput, read_bytes, read_file
from planparse.rules.bodies import find_responsibilities, inherit
from planparse.rules.deadlines import find_deadlines
from planparse.rules.references import find_references
from planparse.rules.targets import find_targets
from planparse.span import Span
from planparse.structure import find_basis, take_apart
from planparse.text import Text

__all__ = ["UnreadableInput", "parse", "parse_bytes", "parse_file"]


def parse(text: str, *, name: str | None = None) -> Notice:
    """Take the text of a notice apart. ``name`` is recorded as the name of its source.

    Never fails on any text: one that is no notice gives a notice without items, whose diagnostics hold
    ``not-a-notice``. The spans of the result count the code points of ``text``.
    """
    readable = _without_surrogates(text)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _run(Decoded(readable, "utf-8", "text/plain", digest, name, undecodable=readable != text))


def parse_bytes(data: bytes, *, name: str | None = None) -> Notice:
    """Take the bytes of a file apart, whatever its format and encoding.

    Raises :class:`UnreadableInput` where they hold no text (an image, a scan), or where what reads their
    format is not installed.
    """
    return _run(read_bytes(data, name))


def parse_with_text(data: bytes, *, name: str | None = None) -> tuple[str, Notice]:
    """As :func:`parse_bytes`, with the decoded text that the notice's spans count."""
    decoded = read_bytes(data, name)
    return decoded.text, _run(decoded)


def parse_file(path: str | Path) -> Notice:
    """Take a file apart, whatever its format and encoding.

    Raises :class:`OSError` where the file cannot be opened and :class:`UnreadableInput` as :func:`parse_bytes`.
    """
    return _run(read_file(path))


def _run(decoded: Decoded) -> Notice:
    """The stages, in order. What is no notice gives no findings: no rule is run on it."""
    cleaned = clean(Text.of(decoded.text))
    document = take_apart(cleaned.text.chars)
    doubts = (*_reading_doubts(decoded), *document.diagnostics)
    if not _is_notice(document):
        return build(Findings(_source(decoded, cleaned), cleaned.text, document, diagnostics=doubts))
    deadlines, undated = find_deadlines(document)
    targets, unclear = find_targets(document, deadlines)
    responsibilities, unnamed = find_responsibilities(document)
    return build(
        Findings(
            source=_source(decoded, cleaned),
            text=cleaned.text,
            document=document,
            basis=find_basis(document),
            targets=targets,
            deadlines=deadlines,
            responsibilities=inherit(responsibilities),
            references=find_references(document),
            diagnostics=(*doubts, *undated, *unclear, *unnamed),
        )
    )


def _is_notice(document: Document) -> bool:
    return all(found.name != "not-a-notice" for found in document.diagnostics)


def _reading_doubts(decoded: Decoded) -> tuple[Diagnostic, ...]:
    """What was doubtful about the bytes."""
    doubts = (
        (decoded.doubtful, "doubtful-encoding", f"read as {decoded.encoding}; the bytes fit another encoding too"),
        (decoded.undecodable, "undecodable-bytes", f"some bytes are no {decoded.encoding} text"),
    )
    return tuple(Diagnostic(name, Span(0, 0), message) for holds, name, message in doubts if holds)


def _source(decoded: Decoded, cleaned: Cleaned) -> Source:
    return Source(
        name=_without_surrogates(decoded.name) if decoded.name else None,
        sha256=decoded.sha256,
        media_type=decoded.media_type,
        encoding=decoded.encoding,
        characters=len(decoded.text),
        script=cleaned.script,
    )


def _without_surrogates(text: str) -> str:
    """Lone surrogates (undecodable bytes of a file name, say) fit no encoding: each becomes “?”."""
    return text.encode("utf-8", "replace").decode("utf-8")
