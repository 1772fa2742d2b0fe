"""The documents that a preamble gives as the plan's basis: 为贯彻落实《……》（国发〔2021〕33号）, 按照《……》要求."""

import re
from collections.abc import Iterator

from planparse.document import Document, Line, Reference
from planparse.span import Span
from planparse.structure.document_numbers import NUMBER, read_number

_TITLE = r"《(?P<title>(?:[^《》]|《[^《》]*》){1,150})》"
_CITED = re.compile(rf"{_TITLE}(?:\s*[（(](?P<number>[^（）()]{{0,8}}{NUMBER})[^）)]{{0,40}}[）)])?")
_GIVES_BASIS = re.compile("贯彻|落实|实施|执行|按照|根据|依据|遵照|依照|对照|结合|衔接|细化")
_VERB = 4
_MAKES_ANOTHER = re.compile("(?:制定|制订|编制|出台|印发|形成|修订)(?:了)?$")


def find_basis(document: Document) -> tuple[Reference, ...]:
    """The documents that the preambles of the notice and of its plans name as basis, each once."""
    own = {part.title for part in document.parts}
    own |= {field.value for field in (document.head.title, document.head.plan_title) if field}
    found: dict[tuple[str | None, str | None], Reference] = {}
    for line in _preambles(document):
        for reference in _named_as_basis(line):
            if reference.title not in own:
                found.setdefault((reference.title, reference.document_number), reference)
    return tuple(found.values())


def _preambles(document: Document) -> Iterator[Line]:
    """The lines of the notice and its plans above their first headings."""
    firsts: dict[int, int] = {}
    for section in document.sections:
        firsts.setdefault(section.part, section.span.start)
    for index, part in enumerate(document.parts):
        if part.kind != "annex":
            yield from (line for line in part.lines if line.span.end <= firsts.get(index, line.span.end))


def _named_as_basis(line: Line) -> Iterator[Reference]:
    for sentence in re.finditer("[^。]+", line.text):
        verb = _GIVES_BASIS.search(line.text, *sentence.span())
        for cited in _CITED.finditer(line.text, verb.end(), sentence.end()) if verb else ():
            if not _MAKES_ANOTHER.search(line.text, cited.start() - _VERB, cited.start()):
                number = read_number(cited["number"]) if cited["number"] else None
                title = re.sub(r"\s+", "", cited["title"])
                yield Reference(None, title, number, Span(*cited.span()).shift(line.span.start))
