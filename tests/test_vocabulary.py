"""The word classes of the lexicon: none stands there for nothing, and none has a word twice."""

from pathlib import Path

import pytest

from planparse.lexicon.tables import rows

CLASSES = [tuple(row[:2]) for table in ("predicates.tsv", "function_words.tsv") for row in rows(table)]
CODE = "\n".join(path.read_text("utf-8") for path in (Path(__file__).parent.parent / "src" / "planparse").rglob("*.py"))


@pytest.mark.parametrize(("name", "listed"), CLASSES, ids=[name for name, _ in CLASSES])
def test_each_class_is_asked_for_and_has_each_word_once(name: str, listed: str) -> None:
    assert f'"{name}"' in CODE
    words = listed.split()
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_no_class_stands_twice() -> None:
    assert len({name for name, _ in CLASSES}) == len(CLASSES)
