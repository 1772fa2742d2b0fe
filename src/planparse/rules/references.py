"""Every document that a notice cites: 《title》, its number in the bracket behind it, and numbers that stand alone.

====================================================  ============================================================
《关于……的通知》（国发〔2021〕33号）                     title and number
国发〔2021〕33号《关于……的通知》                        the same
《甲办法》《乙办法》、《〈丙条例〉实施细则》             three documents
《通用目录》 after 《……通用目录》（以下简称《通用目录》）   the document that the short name stands for
按照国发〔2021〕33号文件要求                            a number without a title
现将《……工作方案》印发给你们                            none: the plan itself
====================================================  ============================================================
"""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from planparse import patterns
from planparse.document import Document, Reference
from planparse.lexicon.bodies import is_body
from planparse.lexicon.document_kinds import DECREE, STANDARD, document_kinds
from planparse.span import Span
from planparse.structure.title_words import issued_by

_OPEN_OR_CLOSE = patterns.compile("[《》\n]")
_LONGEST_TITLE = 200
_YEAR_AND_SERIAL = patterns.compile(r"[^\w\s]((?:19|20)\d{2})[^\w\s](第?\d{1,5})号")  # \w and \s: the class is cheap
_OPENING, _CLOSING = frozenset("〔[［（(【〈"), frozenset("〕]］）)】〉")
_LONGEST_NAME = 15  # 国发, 发改环资
_LONGEST_NUMBER = 30  # the name, year and serial number with their marks
_OTHER_NUMBER = f"{DECREE}|{STANDARD}"
_DECREE_ALONE = patterns.compile(r"([\u4e00-\u9fff]{2,20}令)(第[\d一二三四五六七八九十百〇]{1,5}号)")
_BRACKET = r"[（(〔\[]([^（()）]{0,8}(?:[（(][^（()）]{0,8}[）)])?[^（()）]{0,60})[）)〕\]]"
_SHORT_NAME = r"(?:以下|下)?(?:简称|(?P<all>统)?称)为?：?[“\"]?《(?P<name>[^》\n]{1,40})》"
# What stands before a number in a sentence: 按照国发〔2021〕33号.
_NOT_IN_NUMBERS = patterns.compile(
    "按照|根据|依据|依照|参照|对照|贯彻|落实|执行|印发|转发|通知|意见|文件|精神|[和及与的以由见经原]"
)
_ISSUED = r"，?(?:等[^，。《\n]{0,15})?(?:已|业经|经|现|予以|印发)[^。《\n]{0,60}?(?:印发|公布|发布|执行)|印发"
_BETWEEN_TITLES = patterns.compile("[、和及与，]?$")
_QUOTES = str.maketrans("", "", "“”‘’\"'《》〈〉 　")


class _Cited(NamedTuple):
    title: str
    number: str | None


class _Known(NamedTuple):
    """Titles that are the plan's own, and what short names stand for, both without quotes.

    A short name for several documents (以下统称《规划》) stands for None; ``cited`` are the full titles met so far.
    """

    own: set[str]
    short: dict[str, "_Cited | None"]
    cited: dict[str, "_Cited"]

    def is_own(self, name: str) -> bool:
        """Whether it is the plan's own title, or 《方案》 where no other 方案 has been cited."""
        only_own = name in document_kinds("notice", "plan", "part") and name not in self.short
        cited = any(title.endswith(name) for title in self.cited)
        return name in self.own or (only_own and not cited and any(own.endswith(name) for own in self.own))

    def meant_by(self, name: str) -> "_Cited | None":
        """What a short name stands for; 《意见》 that nobody has introduced is the only 意见 that was cited."""
        if name in self.short:
            return self.short[name]
        if name not in document_kinds("notice", "plan", "part"):
            return None
        cited = [document for title, document in self.cited.items() if title.endswith(name)]
        return cited[0] if len(cited) == 1 and not any(own.endswith(name) for own in self.own) else None


class _ShortName(NamedTuple):
    name: str
    of_several: bool


class _Number(NamedTuple):
    """A document number in running text; words of the sentence may stand before its name."""

    at: int
    words: str
    year: str
    serial: str
    end: int

    @property
    def start(self) -> int:
        """Where the number begins: behind the last word that belongs to the sentence."""
        others = list(_NOT_IN_NUMBERS.finditer(self.words))
        return self.at + (others[-1].end() if others else 0)

    @property
    def name(self) -> str:
        """The issuer's short name (机关代字), which the year follows."""
        return self.words[self.start - self.at :]

    @property
    def written(self) -> str:
        """The number with the brackets of the standard."""
        return f"{self.name}〔{self.year}〕{self.serial}号"


def find_references(document: Document) -> tuple[Reference, ...]:
    """The citations in text order; the plan's own title and its own number are none."""
    chars = document.chars
    known = _Known({_fold(title) for title in _own_titles(document)}, {}, {})
    repeated = [repeat.span for repeat in document.repeats]
    titles = [span for span in _titles(chars) if not any(span.overlaps(other) for other in repeated)]
    found: list[Reference] = []
    for span, is_issued in zip(titles, _issued(document, titles), strict=True):
        reference = _reference(document, span, is_issued, known)
        if reference and not (found and reference.span.overlaps(found[-1].span)):
            found.append(reference)
    taken = [reference.span for reference in found] + titles + repeated
    found += _bare_numbers(document, taken)
    return tuple(sorted(found, key=lambda reference: reference.span))


def _own_titles(document: Document) -> Iterator[str]:
    if document.head.plan_title:
        yield document.head.plan_title.value
    if document.head.title:
        yield from issued_by(document.head.title.value)
    for part in document.parts:
        if part.kind == "plan" and part.title:
            yield part.title


def _fold(title: str) -> str:
    return title.translate(_QUOTES)


def _titles(chars: str) -> Iterator[Span]:
    """Outermost 《…》 on one line, brackets included; 《A〈B〉》 and 《A《B》》 are one title."""
    depth = start = 0
    for found in _OPEN_OR_CLOSE.finditer(chars):
        mark, at = found.group(), found.start()
        if mark == "《":
            if not depth or at - start > _LONGEST_TITLE:
                depth, start = 0, at
            depth += 1
        elif mark == "》" and depth:
            depth -= 1
            if not depth and 1 < at - start <= _LONGEST_TITLE:
                yield Span(start, at + 1)
        elif mark == "\n":
            depth = 0


def _issued(document: Document, titles: list[Span]) -> list[bool]:
    """For each title whether the notice's formula issues it: 现将《A》《B》印发给你们; 《A》已经同意，现印发给你们."""
    chars = document.chars
    body = document.sections[0].heading.start if document.sections else len(chars)
    issued: list[bool] = []
    for span, after in reversed(list(zip_longest(titles, titles[1:]))):
        between = chars[span.end : after.start] if after else ""
        listed = after is not None and len(between) < 2 and bool(_BETWEEN_TITLES.match(between))
        formula = patterns.match(_ISSUED, chars[span.end : span.end + 90])
        issued.append(span.start < body and (issued[-1] if listed and issued else bool(formula)))
    return issued[::-1]


def _reference(document: Document, span: Span, is_issued: bool, known: _Known) -> Reference | None:
    chars = document.chars
    title = chars[span.start + 1 : span.end - 1]
    short_name, number, end = _behind(chars, span.end)
    start = span.start
    if number is None and (before := _number_before(chars, start)):
        number, start = before
    if is_issued or known.is_own(_fold(title)):
        known.own.update({_fold(title)}, {_fold(short_name.name)} if short_name else ())
        return None
    if short_name:
        known.short[_fold(short_name.name)] = None if short_name.of_several else _Cited(title, number)
    elif number is None and (meant := known.meant_by(_fold(title))):
        title, number = meant
    if _fold(title) not in document_kinds("notice", "plan", "part"):
        known.cited.setdefault(_fold(title), _Cited(title, number))
    section = document.section_at(span.start)
    return Reference(section.id if section else None, title, number, Span(start, end))


def _behind(chars: str, at: int) -> tuple[_ShortName | None, str | None, int]:
    """The short name and the number that stand behind a title, and where the citation ends.

    They stand in one bracket or in two: （国发〔2021〕33号，以下简称《意见》）, （国发〔2021〕33号）（以下简称《意见》）.
    """
    direct = next(_numbers(chars, at, at + _LONGEST_NUMBER), None)
    if direct and direct.at == at:
        return None, direct.written, direct.end
    short, number, end = _in_bracket(chars, at)
    if number and not short:
        name, other, after = _in_bracket(chars, end)
        if name and not other:
            return name, number, after
    return short, number, end


def _in_bracket(chars: str, at: int) -> tuple[_ShortName | None, str | None, int]:
    bracket = patterns.compile(_BRACKET).match(chars, at)
    if not bracket:
        return None, None, at
    short = patterns.search(_SHORT_NAME, bracket[1])
    found = next(_numbers(bracket[1]), None)
    other = None if found else patterns.search(_OTHER_NUMBER, bracket[1])
    number = found.written if found else other.group() if other else None
    name = _ShortName(short["name"], short["all"] is not None) if short else None
    return name, number, bracket.end() if number or short else at


def _number_before(chars: str, at: int) -> tuple[str, int] | None:
    for found in _numbers(chars, max(0, at - _LONGEST_NUMBER), at):
        if found.end == at:
            return found.written, found.start
    return None


def _numbers(chars: str, start: int = 0, end: int | None = None) -> Iterator[_Number]:
    """The document numbers between two places; the year in its brackets shows them."""
    for found in _YEAR_AND_SERIAL.finditer(chars, start, len(chars) if end is None else end):
        bracket = found.start()
        if chars[bracket] in _OPENING and chars[found.end(1)] in _CLOSING:
            at = bracket
            while at > max(start, bracket - _LONGEST_NAME) and _is_letter(chars[at - 1]):
                at -= 1
            if at < bracket:
                yield _Number(at, chars[at:bracket], found[1], found[2], found.end())
                start = found.end()


def _is_letter(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or (char.isascii() and char.isalpha())


def _bare_numbers(document: Document, taken: list[Span]) -> Iterator[Reference]:
    own = document.head.document_number
    numbers = [(found.written, Span(found.start, found.end)) for found in _numbers(document.chars) if found.name]
    for written, span in (*numbers, *_decrees(document.chars)):
        if any(span.overlaps(other) for other in taken) or (own and (span.overlaps(own.span) or written == own.value)):
            continue
        section = document.section_at(span.start)
        yield Reference(section.id if section else None, None, written, span)


def _decrees(chars: str) -> Iterator[tuple[str, Span]]:
    """Decrees without a title: 依据国务院令第743号."""
    for found in _DECREE_ALONE.finditer(chars):
        words = list(_NOT_IN_NUMBERS.finditer(found[1]))
        start = found.start() + (words[-1].end() if words else 0)
        issuer = chars[start : found.end(1)].removesuffix("令")
        if is_body(issuer) or issuer.endswith("主席"):
            yield chars[start : found.end()], Span(start, found.end())
