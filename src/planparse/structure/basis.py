"""The documents that a preamble gives as the plan's basis: 为贯彻落实《……》（国发〔2021〕33号）, 按照《……》要求."""

from collections.abc import Iterator

from planparse import patterns
from planparse.document import Document, Field, Line, Reference
from planparse.lexicon.document_kinds import DECREE, STANDARD, document_kinds
from planparse.span import Span
from planparse.structure.document_numbers import read_number

_TITLE = patterns.compile("《((?:[^《》]|《[^《》]*》){1,150})》")
_GIVES_BASIS = patterns.compile("贯彻|落实|实施|执行|按照|根据|依据|遵照|依照|对照|结合|衔接|细化")
_MORE_VERBS = patterns.compile(f"(?:{_GIVES_BASIS.pattern})*")
_MAKES_ANOTHER = ("制定", "制订", "编制", "出台", "印发", "形成", "修订", "制定了", "编制了", "形成了")
_SHORT_NAME = patterns.compile('[简又]?称(?:为|作)?[：“"]?$')  # （以下简称《纲要》）
_JOINT = patterns.compile("(?:（[^（）]*）)?[、和及与，]?$")
_JOINTS = ("、", "和", "及", "与", "，")
_LONGEST_NUMBER = 60  # with its brackets and 以下简称


def find_basis(document: Document) -> tuple[Reference, ...]:
    """The documents that the preambles of the notice and of its plans name as basis, each once."""
    own = {part.title for part in document.parts}
    own |= {field.value for field in (document.head.title, document.head.plan_title) if field}
    none = own | {*document_kinds("notice", "plan", "part")}  # 《意见》 repeats what was named before
    none |= {name for line in _preambles(document) for name in _short_names(line)}
    found: dict[tuple[str | None, str | None], Reference] = {}
    for line in _preambles(document):
        for reference in _named_as_basis(line):
            if reference.title not in none:
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
    for sentence in patterns.finditer("[^。]+", line.text):
        verb = _GIVES_BASIS.search(line.text, *sentence.span())
        if verb:
            yield from _bare_numbers(line, verb.end())
        made_until = -1  # the end of the last title that is made, not followed: 制定了《甲方案》和《乙方案》
        for title in _TITLE.finditer(line.text, verb.end(), sentence.end()) if verb else ():
            before = line.text[: title.start()]
            if before.endswith(_MAKES_ANOTHER) or (made_until > 0 and _JOINT.fullmatch(before, made_until)):
                made_until = title.end()
            else:
                number = _number_after(line.text, title.end())
                end = number.span.end if number else title.end()
                place = Span(title.start(), end).shift(line.span.start)
                yield Reference(None, "".join(title[1].split()), number.value if number else None, place)


def _bare_numbers(line: Line, at: int) -> Iterator[Reference]:
    """Documents that are given by their numbers alone: 根据国发〔2021〕33号、皖政〔2022〕5号文件精神."""
    verbs = _MORE_VERBS.match(line.text, at)  # 贯彻落实
    at = verbs.end() if verbs else at
    while (number := read_number(line.text[at : at + _LONGEST_NUMBER])) and not number.span.start:
        place = number.span.shift(at)
        if line.text[place.end : place.end + 1] != "《":  # else it is the title's
            yield Reference(None, None, number.value, place.shift(line.span.start))
        joint = line.text[place.end : place.end + 1]
        if joint not in _JOINTS:
            break
        at = place.end + 1


def _short_names(line: Line) -> Iterator[str]:
    return (title[1] for title in _TITLE.finditer(line.text) if _SHORT_NAME.search(line.text, 0, title.start()))


def _number_after(text: str, at: int) -> Field | None:
    """The document number behind a title, mostly in a bracket: 《……》（国发〔2021〕33号，以下简称《方案》）."""
    if text[at : at + 1] not in ("（", "("):
        number = read_number(text[at : at + _LONGEST_NUMBER])
        return Field(number.value, number.span.shift(at)) if number and not number.span.start else None
    number = read_number(text[at + 1 : at + _LONGEST_NUMBER]) or _other_number(text[at + 1 : at + _LONGEST_NUMBER])
    if not number or "）" in text[at + 1 : at + 1 + number.span.start]:
        return None
    close = text.find("）", at + 1 + number.span.end)
    end = close + 1 if 0 <= close < at + 2 * _LONGEST_NUMBER else at + 1 + number.span.end
    return Field(number.value, Span(at, end))


def _other_number(text: str) -> Field | None:
    """The number of a decree or a standard: 国务院令第460号."""
    found = patterns.search(f"{DECREE}|{STANDARD}", text)
    return Field(found.group(), Span(*found.span())) if found else None
