"""For people: the place, the message, the line with a caret under the place.

notice.txt:12:5: warning P608 body-of-wrong-level: “市农业农村厅”: a 厅 is …
  （责任单位：市农业农村厅）
             ^^^^^^^^^^^^
"""

from collections.abc import Iterable, Iterator

from planparse.checks import Finding
from planparse.output.columns import width
from planparse.output.findings.checked import Checked

_AROUND = 36  # characters of the line that are shown on either side
_COLOURS = {"error": "\033[31m", "warning": "\033[33m", "info": "\033[36m"}
_END = "\033[0m"


def as_text(files: Iterable[Checked], *, colour: bool = False) -> Iterator[str]:
    """The findings of each file, and a last line that counts them."""
    count = with_findings = unread = total = 0
    for file in files:
        total += 1
        count += len(file.findings)
        with_findings += bool(file.findings)
        unread += file.error is not None
        for finding in file.findings:
            yield from _lines(file, finding, colour)
    yield _summary(count, with_findings, unread, total)


def _lines(file: Checked, finding: Finding, colour: bool) -> Iterator[str]:
    severity = f"{_COLOURS[finding.severity]}{finding.severity}{_END}" if colour else finding.severity
    place = f"{file.path}:{finding.line}:{finding.column}"
    yield f"{place}: {severity} {finding.code} {finding.name}: {finding.message}\n"
    excerpt = _excerpt(file.source, finding)
    if excerpt:
        yield from (f"  {line}\n" for line in excerpt)


def _excerpt(source: str, finding: Finding) -> tuple[str, str] | None:
    """A piece of the line, and carets under the place; a wide character takes two."""
    at = finding.span.start
    start = source.rfind("\n", 0, at) + 1
    end = source.find("\n", at)
    end = len(source) if end < 0 else end
    stop = min(max(finding.span.end, at + 1), end)
    left, right = max(start, at - _AROUND), min(end, max(stop, at) + _AROUND, at + 2 * _AROUND)
    shown = source[left:right].replace("\t", " ").replace("\r", "")
    if not shown.strip():
        return None
    before = ("…" if left > start else "") + source[left:at].replace("\t", " ")
    carets = max(1, width(source[at : min(stop, right)]))
    line = ("…" if left > start else "") + shown + ("…" if right < end else "")
    return line, " " * width(before) + "^" * carets


def _summary(count: int, with_findings: int, unread: int, total: int) -> str:
    files = f"{total} file{'s' * (total != 1)}"
    told = (
        f"{count} finding{'s' * (count != 1)} in {with_findings} of {files}" if count else f"nothing found in {files}"
    )
    return f"{told}, {unread} could not be read\n" if unread else f"{told}\n"
