"""Pinyin in brackets behind a character, as pages for learners and some converters leave it: 節(jié)能.

Only a syllable with a tone mark counts; （km） and （CO2） are no pinyin.
"""

from collections.abc import Iterator

from planparse import patterns
from planparse.span import Span
from planparse.text import Edit, Text

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ"
_PINYIN = patterns.compile(rf"[（(](?<=[^\W\d_a-zA-Z].) ?(?=[a-zü]{{0,5}}[{_TONED}])[a-zü{_TONED}]{{1,6}} ?[）)]")


def edit_pinyin(text: Text) -> Iterator[Edit]:
    """Each bracketed syllable is dropped."""
    for found in _PINYIN.finditer(text.chars):
        yield Edit(Span(*found.span()), "", "pinyin")
