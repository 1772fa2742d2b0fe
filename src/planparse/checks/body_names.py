"""One body under two names; a body of a level that has no such bodies."""

from collections import defaultdict
from collections.abc import Iterator

from planparse import patterns
from planparse.checks.check import Check, Fault
from planparse.diagnostics import Kind
from planparse.notice import Notice, Party

_HEAD = patterns.compile("(?:委员会|办公室|局|厅|部)$")
_DEPARTMENT_BELOW = patterns.compile("^[市区县州旗盟](?!.*办公厅).*厅$")  # 厅 are the departments of provinces


def find_two_names(notice: Notice, source: str) -> Iterator[Fault]:
    """Each name under which a body is met that had another name before: 区发展改革委 / 区发展改革局."""
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for section_id, party in _parties(notice):
        if party.canonical is None or party.inherited or not _HEAD.search(party.canonical):
            continue
        known = names[_HEAD.sub("", party.canonical)]
        # 市商务局 and, inside a list, 商务局: the name is one, its level is left out
        if known and not any(party.name.endswith(name) or name.endswith(party.name) for name in known):
            message = f"“{party.name}” seems to be the body that is called “{next(iter(known))}” before"
            yield Fault(party.span, message, section_id)
        known[party.name] = None


def find_wrong_level(notice: Notice, source: str) -> Iterator[Fault]:
    """Each 厅 of a city, district or county: 市农业农村厅."""
    for section_id, party in _parties(notice):
        if _DEPARTMENT_BELOW.search(party.name) and not party.inherited:
            proper = f"{party.name[:-1]}局"
            message = f"“{party.name}”: a 厅 is a department of a province; below it is “{proper}”"
            yield Fault(party.span, message, section_id)


def _parties(notice: Notice) -> Iterator[tuple[str | None, Party]]:
    for clause in notice.responsibilities:
        for party in clause.parties:
            yield clause.section_id, party


TWO_NAMES = Check(
    Kind("P607", "body-under-two-names", "warning", "One body goes by two names in one notice."), find_two_names
)
WRONG_LEVEL = Check(
    Kind("P608", "body-of-wrong-level", "warning", "A body's name belongs to another level of government."),
    find_wrong_level,
)
