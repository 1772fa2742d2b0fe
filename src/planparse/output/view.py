"""A notice for eyes, in a terminal: heading tree, targets, deadlines, responsible bodies."""

from collections.abc import Callable, Iterator, Sequence

from planparse.notice import Deadline, Diagnostic, Notice, Party, Section, Target
from planparse.output.columns import Column, table, wrap
from planparse.output.summary import summary

Style = Callable[[str], str]

_COMPARATORS = {"ge": "≥ ", "le": "≤ ", "gt": "> ", "lt": "< ", "approx": "≈ "}
_CHANGES = {"increase": "+", "decrease": "−"}


def bold(text: str) -> str:
    """Bold, by the terminal's escape codes (ECMA-48)."""
    return f"\033[1m{text}\033[0m"


def plain(text: str) -> str:
    """As it is."""
    return text


def view(notice: Notice, width: int, heading: Style = plain) -> Iterator[str]:
    """The lines of the view, at most ``width`` cells wide."""
    yield from summary(notice, width)
    for title, lines in _blocks(notice, width):
        yield ""
        yield heading(title)
        yield from lines


def _blocks(notice: Notice, width: int) -> Iterator[tuple[str, Iterator[str]]]:
    if notice.sections:
        yield "Sections", _tree(notice.sections, "", width)
    if notice.targets:
        yield "Targets", table(_TARGETS, [_target_row(t) for t in notice.targets], width)
    if notice.deadlines:
        yield "Deadlines", table(_DEADLINES, [_deadline_row(d) for d in notice.deadlines], width)
    if notice.responsibilities:
        yield "Responsible bodies (* by an earlier clause)", table(_BODIES, list(_body_rows(notice)), width)
    if notice.diagnostics:
        yield "Diagnostics", table(_DIAGNOSTICS, [_diagnostic_row(d) for d in notice.diagnostics], width)


def _tree(sections: Sequence[Section], indent: str, width: int) -> Iterator[str]:
    for section in sections:
        heading = wrap(f"{section.number or ''}{section.title}", max(10, width - len(indent) - 4))
        yield from (f"{indent}{'    ' if n else ''}{line}" for n, line in enumerate(heading))
        yield from _tree(section.children, indent + "  ", width)


_TARGETS = (
    Column("section"),
    Column("indicator", flexible=True),
    Column("value", flexible=True),
    Column("against"),
    Column("by", flexible=True),
    Column("scope"),
)


def _target_row(target: Target) -> tuple[str, ...]:
    return (
        target.section_id or "",
        target.indicator,
        _value(target),
        str(target.baseline_year or ""),
        _until(target),
        target.scope or "",
    )


def _value(target: Target) -> str:
    """力争 下降 16%; without a verb, a sign says which way: +5%. The words of a qualitative target say it all."""
    if target.value is None:
        return ""
    upper = "" if target.value_max is None else f"—{target.value_max}"
    sign = _COMPARATORS.get(target.comparator or "", "")
    if not target.action:
        sign += _CHANGES.get(target.change or "", "")
    tried = "力争" if target.commitment == "aspirational" else ""
    return " ".join(filter(None, (tried, target.action, f"{sign}{target.value}{upper}{target.unit or ''}")))


def _until(target: Target) -> str:
    if target.deadline is None:
        return ""
    return target.deadline.end or target.deadline.text


_DEADLINES = (Column("section"), Column("words", flexible=True), Column("kind"), Column("from"), Column("to"))


def _deadline_row(deadline: Deadline) -> tuple[str, ...]:
    return deadline.section_id or "", deadline.text, deadline.kind, deadline.start or "", deadline.end or ""


_BODIES = (Column("section"), Column("role"), Column("bodies", flexible=True))


def _body_rows(notice: Notice) -> Iterator[tuple[str, ...]]:
    """One row for each role of a clause."""
    for clause in notice.responsibilities:
        roles = dict.fromkeys(party.role for party in clause.parties)
        for role in roles:
            names = "、".join(_body(party) for party in clause.parties if party.role == role)
            yield clause.section_id or "", role, names


def _body(party: Party) -> str:
    aliases = f"（{'、'.join(party.also_known_as)}）" if party.also_known_as else ""
    return f"{party.name}{aliases}{'*' if party.inherited else ''}"


_DIAGNOSTICS = (Column("line"), Column("severity"), Column("code"), Column("message", flexible=True))


def _diagnostic_row(found: Diagnostic) -> tuple[str, ...]:
    return f"{found.line}:{found.column}", found.severity, found.code, found.message
