"""JUnit XML: one case a file, which fails where the file has findings and is in error where it could not be checked."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from planparse.output.findings.checked import Checked


def as_junit(files: Iterable[Checked], *, colour: bool = False) -> Iterator[str]:
    """One test suite named planparse."""
    suite = ElementTree.Element("testsuite", name="planparse")
    failures = errors = tests = 0
    for file in files:
        tests += 1
        case = ElementTree.SubElement(suite, "testcase", classname="planparse.check", name=_clean(file.path))
        if file.error:
            errors += 1
            ElementTree.SubElement(case, "error", message=_clean(file.error))
        elif file.findings:
            failures += 1
            lines = [f"{f.line}:{f.column}: {f.severity} {f.code} {f.name}: {f.message}" for f in file.findings]
            failure = ElementTree.SubElement(case, "failure", message=f"{len(lines)} findings")
            failure.text = _clean("\n".join(lines))
    suite.attrib.update(tests=str(tests), failures=str(failures), errors=str(errors))
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield ElementTree.tostring(suite, encoding="unicode") + "\n"


def _clean(text: str) -> str:
    """Without the control characters that XML 1.0 does not allow."""
    return "".join(char if char >= " " or char in "\n\t" else "\ufffd" for char in text)
