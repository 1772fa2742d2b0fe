"""A look for years spares most sections the reading of all their times: it must never hide one that lies before the notice."""

from pathlib import Path

import pytest

from corpus import ANNOTATED, INVENTED, RECALLED, name_of
from planparse import parse_file
from planparse.document import Document, Section
from planparse.rules import targets
from planparse.rules.deadlines import past
from planparse.span import Span


@pytest.mark.parametrize("path", [*ANNOTATED, *INVENTED, *RECALLED], ids=name_of)
def test_the_look_for_years_hides_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    differing: list[tuple[Span, ...]] = []

    def read_twice(document: Document, section: Section) -> tuple[Span, ...]:
        quick = past.past_expressions(document, section)
        with monkeypatch.context() as patch:
            patch.setattr(past, "_may_tell_of_past", lambda *_: True)
            if (whole := past.past_expressions(document, section)) != quick:
                differing.append(whole)
        return quick

    monkeypatch.setattr(targets, "past_expressions", read_twice)
    parse_file(path)
    assert differing == []
