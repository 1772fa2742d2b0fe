"""Regular expressions as in ``re``, compiled ahead of time where the installation could do that.

To compile the patterns of all rules takes some 45 ms, an eighth of what ``planparse extract`` of one notice takes:
sets of Chinese characters are slow to build. So ``tools/compile_patterns.py``, which every installation runs, writes the
compiled form of each pattern beside this file. Only the interpreter that wrote it takes it, and only for the very same
pattern; every other pattern is compiled when it is first used.
"""

import _sre
import marshal
import re
import sys
from array import array
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

STORE = Path(__file__).with_suffix(".bin")
MAKER = (sys.version, _sre.MAGIC)  # compiled forms are of use to no other interpreter
CODE_TYPE = {2: "H", 4: "I"}[_sre.CODESIZE]

Key = tuple[str, int]
"""A pattern and its flags."""
Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""All flags, code, number of groups, names of groups to numbers and back: what ``_sre.compile`` wants."""


@lru_cache(maxsize=1024)  # a few are made of a notice's own names
def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As :func:`re.compile`."""
    ahead = _store().get((pattern, int(flags)))
    return re.compile(pattern, flags) if ahead is None else _revive(pattern, ahead)


def search(pattern: str, text: str) -> re.Match[str] | None:
    """As :func:`re.search`."""
    return compile(pattern).search(text)


def match(pattern: str, text: str) -> re.Match[str] | None:
    """As :func:`re.match`."""
    return compile(pattern).match(text)


def fullmatch(pattern: str, text: str) -> re.Match[str] | None:
    """As :func:`re.fullmatch`."""
    return compile(pattern).fullmatch(text)


def finditer(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """As :func:`re.finditer`."""
    return compile(pattern).finditer(text)


def sub(pattern: str, replacement: str, text: str) -> str:
    """As :func:`re.sub`."""
    return compile(pattern).sub(replacement, text)


@cache
def _store() -> dict[Key, Compiled]:
    """What was compiled ahead; empty where nothing was, or by another interpreter."""
    try:
        maker, compiled = marshal.loads(STORE.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return compiled if maker == MAKER else {}


def _revive(pattern: str, compiled: Compiled) -> re.Pattern[str]:
    flags, code, groups, names, group_names = compiled
    revived: re.Pattern[str] = _sre.compile(pattern, flags, array(CODE_TYPE, code).tolist(), groups, names, group_names)
    return revived
