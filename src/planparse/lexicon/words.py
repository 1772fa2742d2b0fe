"""Where words end and which of them are verbs, for the few places in which a table cannot tell.

Does 和 part two bodies (文化广电和旅游局)? Does a verb open the clause (改善|航道4800公里) or a noun that begins like
one (开发区企业50家)? jieba cuts the text by small dictionaries of our own (``data/words.tsv`` and the heads of
bodies; ``data/verbs.tsv``). Neither jieba nor a dictionary is loaded before the first such place, and nothing
is cached on disk.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path

from planparse.lexicon.bodies import head_kind, head_words
from planparse.lexicon.tables import rows

_LIKELIER = 10  # words of our table beat the heads of bodies where they overlap


def ends_word_of_body(name: str, at: int) -> bool:
    """Whether a word that names a kind of body ends at ``at``, so that the name before it is complete.

    >>> ends_word_of_body("文化广电和旅游局", 4), ends_word_of_body("市蔬菜研究所和气象台", 6)
    (False, True)
    """
    if any(0 <= at - name.find(word) < len(word) for word in _compounds() if word in name):
        return False
    end = 0
    for word in _body_cutter()(name, HMM=False):
        end += len(word)
        if end >= at:
            return end == at and head_kind(word) in ("organ", "government")
    return False


@cache
def _compounds() -> tuple[str, ...]:
    """Words with 和 in them: known names need no cutting."""
    return tuple(word for word in _dictionary() if "和" in word)


def verb_at_start(text: str) -> str:
    """The verb that opens a text; "" where a noun does, or a word that is in no dictionary of ours.

    >>> verb_at_start("改善航道"), verb_at_start("开发区企业"), verb_at_start("新能源汽车")
    ('改善', '', '')
    """
    first = next(iter(_verb_cutter()(text, HMM=False)), "")
    return first if _verbs().get(first, (0, ""))[1] == "v" else ""


@lru_cache(4096)
def is_verb(word: str) -> bool:
    """Whether a word of two characters is a verb and nothing else in the dictionary.

    >>> is_verb("改善"), is_verb("能耗"), is_verb("")
    (True, False, False)
    """
    if len(word) != 2:
        return False
    table = _verb_table()
    at = table.find(f"\n{word}\t") + 1
    return bool(at) and table.startswith("v", table.find("\n", at) - 1)


@cache
def _body_cutter() -> Callable[..., list[str]]:
    return _cutter({**dict.fromkeys(head_words(), 1), **dict.fromkeys(_dictionary(), _LIKELIER)})


@cache
def _verb_cutter() -> Callable[..., list[str]]:
    return _cutter({word: often for word, (often, _) in _verbs().items()})


@cache
def _verb_table() -> str:
    """The table as one string: looking one word up in it is faster than taking it apart."""
    return (Path(__file__).parent / "data/verbs.tsv").read_text("utf-8")


@cache
def _verbs() -> dict[str, tuple[int, str]]:
    return {word: (int(often), kind) for word, often, kind in rows("verbs.tsv")}


def _cutter(weights: dict[str, int]) -> Callable[..., list[str]]:
    """A jieba that knows these words only."""
    with _without_pkg_resources():
        from jieba import Tokenizer
    cutter = Tokenizer()
    for word, weight in weights.items():
        cutter.FREQ[word] = weight
        cutter.total += weight
        for length in range(1, len(word)):
            cutter.FREQ.setdefault(word[:length], 0)
    cutter.initialized = True  # or jieba would load its stock dictionary and write a cache file
    cut: Callable[..., list[str]] = cutter.lcut
    return cut


@cache
def _dictionary() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("words.tsv"))


@contextmanager
def _without_pkg_resources() -> Iterator[None]:
    """jieba imports pkg_resources where it is installed: 100 ms for nothing that we use."""
    if "pkg_resources" in sys.modules:
        yield
        return
    sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["pkg_resources"]
