"""Traditional to simplified characters, with OpenCC's dictionaries.

The phrases (longest first) and characters are OpenCC's t2s; the conversion itself is a pattern and a
translation table, since opencc-python-reimplemented needs quadratic time on text without punctuation and
gives the same result. Phrases of our own protect names that OpenCC gets wrong.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from planparse import patterns
from planparse.lexicon.tables import rows


def simplify(chars: str) -> str:
    """The characters in simplified script; their number does not change."""
    pattern, phrases, characters = _dictionaries()
    pieces = pattern.split(chars)
    pieces[::2] = [piece.translate(characters) for piece in pieces[::2]]
    pieces[1::2] = [phrases[piece] for piece in pieces[1::2]]
    return "".join(pieces)


@cache
def _dictionaries() -> "tuple[re.Pattern[str], dict[str, str], dict[int, str]]":
    names = {traditional: simplified for traditional, simplified, _ in rows("traditional_names.tsv")}
    phrases = dict(opencc_entries("TSPhrases")) | names
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    pattern = patterns.compile(f"({'|'.join(map(re.escape, longest_first))})")
    return pattern, phrases, str.maketrans(dict(opencc_entries("TSCharacters")))


def opencc_entries(dictionary: str) -> Iterator[tuple[str, str]]:
    """The entries of one of OpenCC's dictionaries, each with its first choice."""
    import opencc

    path = Path(opencc.__file__).with_name("dictionary") / f"{dictionary}.txt"
    for line in path.read_text("utf-8").splitlines():
        key, values = line.split("\t")
        yield key, values.split(" ")[0]
