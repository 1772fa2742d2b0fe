"""What changes how a notice is written, and not what it says, changes nothing in the results."""

from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC

from corpus import ANNOTATED, ROOT, WRAPPED, name_of, parsed, source_text
from planparse import Notice, parse
from planparse.pipeline import parse_bytes

_SPANS = {"span", "spans", "value_span", "heading_span", "heading_spans", "line", "column"}
_FOUND = {"targets", "deadlines", "responsibilities"}
_ALL = {*_FOUND, "sections", "metadata", "references", "tables"}
_HALF_WIDTH = str.maketrans("，；：（）", ",;:()")


def found(notice: Notice, fields: set[str]) -> Any:
    """The results without their places."""
    return _without_places(notice.model_dump(include=fields))


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(item) for key, item in value.items() if key not in _SPANS}
    return [_without_places(item) for item in value] if isinstance(value, list) else value


EVERY_NOTICE = pytest.mark.parametrize("path", ANNOTATED, ids=name_of)


@EVERY_NOTICE
def test_traditional_characters(path: Path) -> None:
    notice = parse(OpenCC("s2t").convert(source_text(path)))
    assert found(notice, _ALL) == found(parsed(path), _ALL)


@EVERY_NOTICE
def test_half_width_punctuation(path: Path) -> None:
    notice = parse(source_text(path).translate(_HALF_WIDTH))
    assert found(notice, _ALL) == found(parsed(path), _ALL)


@EVERY_NOTICE
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_encodings(path: Path, encoding: str) -> None:
    text = source_text(path)
    notice = parse_bytes(text.encode(encoding))
    everything = set(Notice.model_fields) - {"source"}
    assert notice.model_dump(include=everything) == parse(text).model_dump(include=everything)


@EVERY_NOTICE
def test_line_ends_of_windows(path: Path) -> None:
    notice = parse(source_text(path).replace("\n", "\r\n"))
    assert found(notice, _ALL) == found(parsed(path), _ALL)


@pytest.mark.parametrize("path", WRAPPED, ids=name_of)
def test_wrapped_lines(path: Path) -> None:
    whole = ROOT / "tests" / "notices" / path.name
    assert found(parsed(path), _FOUND) == found(parsed(whole), _FOUND)
