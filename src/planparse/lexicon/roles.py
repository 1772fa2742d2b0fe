"""The words that say what a body does in a task: before a list as a label (牵头单位：), or after it (牵头)."""

from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple, cast

from planparse.document import Role
from planparse.lexicon.bodies import is_body
from planparse.lexicon.endings import Endings
from planparse.lexicon.tables import rows

# Of several words the one that says most decides: 牵头负责 is lead, 指导落实 is guide, 负责落实 is implement.
_PRECEDENCE: tuple[Role, ...] = ("lead", "support", "guide", "shared", "implement", "responsible")
_SHARED: Role = "shared"
_OWNERS = ("", "各自", "各自的", "自身", "本部门", "部门")
_JOINTS = frozenset("和及与并、/或的（）()【】〔〕［］[]")


class RoleWords(NamedTuple):
    """Where the words begin in the text that they end, and the role; None if they name no role of a body."""

    start: int
    role: Role | None


@cache
def _table() -> tuple[list[str], ...]:
    return tuple(rows("roles.tsv"))


@cache
def _words(*uses: str) -> dict[str, Role | None]:
    return {word: cast(Role, role) if role else None for word, use, role in _table() if use in uses}


@cache
def _tails() -> Endings[Role | None]:
    manners = map("".join, product(_words("by"), _OWNERS, _words("duty")))
    return Endings(dict.fromkeys(manners, _SHARED) | _words("verb", "tail", "filler"))


@cache
def _stems() -> Endings[Role | None]:
    return Endings(_words("verb", "label", "filler", "label-filler"))


@cache
def _nouns() -> Endings[Role | None]:
    return Endings(_words("noun", "person-noun"))


@cache
def _other_labels() -> Endings[Role | None]:
    return Endings(_words("other-label"))


def joining_words() -> tuple[str, ...]:
    """Words that join supporting bodies to a leading one (会同)."""
    return tuple(_words("with"))


@lru_cache(4096)
def find_tail(text: str) -> RoleWords | None:
    """The role words that the text ends in: in 各市人民政府负责落实 they begin at 6.

    Where a shorter run of role words leaves a body and the whole run does not, the shorter one is taken:
    各社会组织落实 is 各社会组织 and 落实, not 各社会 and 组织落实.
    """
    cuts: list[RoleWords] = []
    start, found = len(text), set[Role]()
    while word := _tails().longest(text, start):
        start -= len(word[0])
        found |= {word[1]} if word[1] else set()
        if found:
            cuts.append(RoleWords(start, _strongest(found)))
        while start and text[start - 1] in "并和、" and _tails().longest(text, start - 1):
            start -= 1
    named = [cut for cut in cuts if not cut.start or is_body(text[: cut.start])]
    best = named or cuts
    return best[-1] if best else None


def find_label(text: str) -> RoleWords | None:
    """The label that the text ends in, without its colon: 牵头单位, 责任（配合）部门, 完成时限."""
    if other := _other_labels().longest(text):
        return RoleWords(len(text) - len(other[0]), None)
    start = _skip_joints(text, len(text))
    noun = _nouns().longest(text, start)
    people = noun is not None and noun[0] in _words("person-noun") and "单位" not in text
    start -= len(noun[0]) if noun else 0
    begin, found = start, set[Role]()
    while stem := _stems().longest(text, start) or _stems().longest(text, start := _skip_joints(text, start)):
        begin = start = start - len(stem[0])
        found |= {stem[1]} if stem[1] else set()
    if not found:
        return None
    if begin and text[begin - 1] in "【（(〔［[" and text[-1] in "】）)〕］]":
        begin -= 1
    return RoleWords(begin, None if people else _strongest(found))


def _skip_joints(text: str, end: int) -> int:
    while end and text[end - 1] in _JOINTS:
        end -= 1
    return end


def _strongest(roles: set[Role]) -> Role:
    return min(roles, key=_PRECEDENCE.index)
