"""The frame of a text: what opens and closes the notice, and where its plans and annexes stand.

Four shapes occur. A notice issues a plan, which follows its signature. A notice is itself the document, and
its signature follows the sections. A file holds only a plan. Or a text is neither; then nothing is read.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from planparse import patterns
from planparse.document import Field, Head, Line
from planparse.span import Span
from planparse.structure.annexes import list_end, read_label, without_lists
from planparse.structure.closing import disclosure_line, find_closing, is_note
from planparse.structure.document_numbers import number_line
from planparse.structure.furniture import trim_web_page
from planparse.structure.heads import make_head
from planparse.structure.imprint import Imprint, find_imprint
from planparse.structure.marks import TOP_KINDS, begins_with
from planparse.structure.opening import Opening, adopted_line, read_opening
from planparse.structure.parts import Segment, split_annexes, split_parts
from planparse.structure.titles import Title, find_titles, read_title

_FORMULA = patterns.compile(
    "印发(?:给)?你们|现(?:予以?)?(?:印发|发布|公布|转发)|(?:现将|将).{2,120}?(?:印发|转发|发布|公布)"
    "|[请望].{0,30}(?:执行|落实|实施|办理)"
)
_NAMED = patterns.compile("《((?:[^《》]|《[^《》]*》){2,80})》")
_GIVEN_AS_BASIS = patterns.compile("(?:根据|按照|依据|贯彻|落实)[^，。]{0,12}$")
_MAKES_A_PLAN = patterns.compile("(?:制定|制订|编制|提出|采取)(?:了)?(?:本|如下|以下|此)|特制定")
_LEAST_HEADINGS = 2
_FROM_FORMULA_TO_TITLE = 4
_LINES_ABOVE, _LINES_BELOW = 2, 4  # of a plan's title, where its number and date may stand without a notice


class Frame(NamedTuple):
    """Head and documents of a text; ``notice`` is the notice's own text, empty in a file that holds only plans."""

    head: Head
    notice: tuple[Line, ...]
    documents: tuple[Segment, ...]
    skipped: tuple[Line, ...]


def find_frame(lines: Sequence[Line]) -> Frame | None:
    """The frame of the text; None if it is neither a notice nor a plan."""
    imprint = find_imprint(lines)
    page, furniture = trim_web_page(lines, imprint.lines)
    notes = sorted((note for line in page if (note := disclosure_line(line))), key=lambda note: "有删" in note.value)
    text = [line for line in page if not is_note(line)]
    title = find_notice_title(text)
    frame = (_notice_frame(text, title, imprint) if title else None) or _plan_frame(text, imprint)
    if not frame:
        return None
    head = frame.head._replace(disclosure=notes[0] if notes else None)
    return frame._replace(head=head, skipped=(*frame.skipped, *furniture))


def find_notice_title(lines: Sequence[Line]) -> Title | None:
    """The notice's own title: the first that recipients follow, else one above all headings, best with a number."""
    titles = [title for title in find_titles(lines) if title.is_notice]
    openings = [read_opening(lines, title) for title in titles]
    first_heading = _first_heading(lines)
    above = [number for number, title in enumerate(titles) if title.last < first_heading]
    addressed = (title for title, opening in zip(titles, openings, strict=True) if opening.recipients)
    numbered = (titles[number] for number in above if openings[number].document_number)
    return next(addressed, None) or next(numbered, titles[0] if above else None)


def _is_numbered(lines: Iterable[Line]) -> bool:
    return sum(begins_with(line.text, TOP_KINDS) for line in lines) >= _LEAST_HEADINGS


def _first_heading(lines: Sequence[Line]) -> int:
    """The index of the first line that begins as a heading of the outer ranks does; after the last if none does."""
    return next((at for at, line in enumerate(lines) if begins_with(line.text, TOP_KINDS)), len(lines))


def _notice_frame(text: Sequence[Line], title: Title, imprint: Imprint) -> Frame | None:
    """The frame of a notice; None where nothing but a line like a title speaks for one."""
    opening = _with_number(read_opening(text, title), text, title)
    rest = [line for line in text[opening.last + 1 :] if not number_line(line)]
    closing = find_closing(rest, 0)
    before = rest[: closing.first] if closing else rest
    after = rest[closing.last + 1 :] if closing else []
    signs = (title.issuer, opening.recipients, opening.document_number, closing)
    if not any(signs) and not any(_FORMULA.search(line.text) for line in before):
        return None
    named = tuple(_named(before, title)) if title.issued or _is_numbered(after) else ()
    notice, documents = _divide(before, after, bool(title.issued), {field.value for field in named})
    head = make_head(title, opening, closing, imprint, named, documents)
    return Frame(head, without_lists(notice), documents, tuple(text[: opening.first]))


def _with_number(opening: Opening, text: Sequence[Line], title: Title) -> Opening:
    """The number may also stand below everything, or in the table that a web page puts above."""
    if opening.document_number:
        return opening
    elsewhere = (*text[: title.first], *reversed(text[opening.last + 1 :]))
    return opening._replace(document_number=next(filter(None, map(number_line, elsewhere)), None))


def _named(lines: Sequence[Line], title: Title) -> Iterator[Field]:
    """The titles that the notice says it issues: 《…》已经同意，现印发给你们; else those of its own title."""
    for line in lines[:_FROM_FORMULA_TO_TITLE]:
        if _FORMULA.search(line.text):
            for found in _NAMED.finditer(line.text):
                if not _GIVEN_AS_BASIS.search(line.text, 0, found.start()):
                    yield Field(found[1], Span(*found.span(1)).shift(line.span.start))
    yield from (Field(words, title.field.span) for words in title.issued)


def _divide(
    before: Sequence[Line], after: Sequence[Line], issues: bool, names: Collection[str]
) -> tuple[Sequence[Line], tuple[Segment, ...]]:
    """The notice's own text and the documents, by where the numbered headings stand."""
    if ((issues or _is_numbered(after)) and after and not _is_numbered(before)) or (issues and _is_numbered(after)):
        return before, tuple(split_parts(after, names))
    if issues and _is_numbered(before):
        start = _plan_start(before, names)
        return before[:start], (*split_parts(before[start:], names), *split_annexes(after))
    end = next((at for at in range(len(before)) if read_label(before[at]) and list_end(before, at) == at), len(before))
    return before[:end], tuple(split_annexes((*before[end:], *after)))


def _plan_start(lines: Sequence[Line], names: Collection[str]) -> int:
    """Where the plan begins in a notice that has no signature before it: at its title, else after the formula."""
    formula = next((at for at, line in enumerate(lines) if _FORMULA.search(line.text)), -1)
    for at in range(formula + 1, min(formula + 1 + _FROM_FORMULA_TO_TITLE, len(lines))):
        if begins_with(lines[at].text, TOP_KINDS):
            break
        title = read_title(lines, at, names)
        if read_label(lines[at]) or (title and title.first == at):
            return at
    return formula + 1


def _plan_frame(text: Sequence[Line], imprint: Imprint) -> Frame | None:
    """The frame of a file that holds only plans; None where no title or preamble and no text show one."""
    start = _plan_only_start(text)
    if start is None:
        return None
    lines = text[start:]
    closing = find_closing(lines, 0)
    if closing:
        lines = [*lines[: closing.first], *lines[closing.last + 1 :]]
    documents = tuple(split_parts(lines, ()))
    plan = next(iter(documents), None)
    if not plan or not _is_numbered(plan.lines) or not any("。" in line.text for line in plan.lines):
        return None
    around = text[max(0, start - _LINES_ABOVE) : start + _LINES_BELOW]
    head = Head(
        plan_title=plan.title,
        document_number=next(filter(None, map(number_line, around)), None),
        issuers=closing.issuers if closing else (),
        issue_date=closing.issue_date if closing else next(filter(None, map(adopted_line, around)), None),
        print_office=imprint.print_office,
        print_date=imprint.print_date,
        copied_to=imprint.copied_to,
    )
    return Frame(head, (), documents, tuple(text[:start]))


def _plan_only_start(text: Sequence[Line]) -> int | None:
    """The line of the plan's title or, without one, of the preamble (……制定本方案)."""
    first_heading = _first_heading(text)
    if first_heading == len(text):
        return None
    titles = list(find_titles(text[:first_heading]))
    if titles:
        first = titles[-1].first
        return first - 1 if first and read_label(text[first - 1]) else first
    preamble = first_heading - 1
    return preamble if preamble >= 0 and _MAKES_A_PLAN.search(text[preamble].text) else None
