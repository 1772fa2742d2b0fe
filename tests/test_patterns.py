"""Patterns compiled ahead are the patterns that ``re`` compiles; without the store everything works all the same."""

import marshal
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import ROOT
from planparse import patterns

TOOL = ROOT / "tools" / "compile_patterns.py"


@pytest.fixture
def forgotten() -> Iterator[None]:
    """What was read of the store and compiled by other tests is read and compiled anew, before and after."""
    for remembered in (patterns._store, patterns.compile):
        remembered.cache_clear()
    yield
    for remembered in (patterns._store, patterns.compile):
        remembered.cache_clear()


@pytest.fixture(scope="module")
def store() -> dict[patterns.Key, patterns.Compiled]:
    subprocess.run([sys.executable, str(TOOL)], check=True, stdout=subprocess.DEVNULL)
    maker, compiled = marshal.loads(patterns.STORE.read_bytes())
    assert maker == patterns.MAKER
    assert isinstance(compiled, dict)
    return compiled


def test_each_revived_pattern_is_what_re_compiles(store: dict[patterns.Key, patterns.Compiled]) -> None:
    assert len(store) > 100
    for (pattern, flags), compiled in store.items():
        assert patterns._revive(pattern, compiled) == re.compile(pattern, flags)  # compares the code too


@pytest.mark.usefixtures("forgotten")
@pytest.mark.parametrize("content", [None, b"", b"no store", marshal.dumps((("other",), {}))])
def test_without_a_store_of_its_own_it_compiles(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "patterns.bin"
    if content is not None:
        store.write_bytes(content)
    monkeypatch.setattr(patterns, "STORE", store)
    assert patterns.compile("能耗(.)降低") == re.compile("能耗(.)降低")
