"""Derives ``lexicon/data/script_characters.tsv`` from OpenCC's dictionaries.

Run ``python -m planparse.clean.script_characters > src/planparse/lexicon/data/script_characters.tsv``
when OpenCC's dictionaries change.

A character is evidence for one script only where the other does not use it: what GB2312 holds is no
evidence for traditional script, what Big5 holds is none for simplified. Characters beyond the BMP are left
out: they are rare and make the pattern slow.
"""

from planparse.clean.simplify import opencc_entries

_HEAD = """\
# Characters that occur in one script only: derived from the dictionaries of OpenCC (Apache License 2.0) by
# python -m planparse.clean.script_characters
# script	characters
"""


def derive() -> str:
    """The content of the file."""
    pairs = [(t, s) for t, s in opencc_entries("TSCharacters") if t != s]
    traditional = {t for t, _ in pairs if t < "\U00010000" and not _encodable(t, "gb2312")}
    simplified = {s for _, s in pairs if s < "\U00010000" and not _encodable(s, "big5")}
    rows = {"traditional": traditional, "simplified": simplified - traditional}
    return _HEAD + "".join(f"{script}\t{''.join(sorted(chars))}\n" for script, chars in rows.items())


def _encodable(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    print(derive(), end="")
