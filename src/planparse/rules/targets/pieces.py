"""The parts of a clause around its lists of quantities, and what is counted behind one."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from planparse import patterns
from planparse.rules.targets.quantities import Quantity
from planparse.rules.targets.verbs import SEPARATORS, does_each, member_start

# 获评绿色工厂|并给予奖补; 8个县级分中心|和N个站点
_MARK_PASSED = patterns.compile("^(?:大关|关口)")  # 突破500亿元|大关
_OBJECT_END = patterns.compile(r"(?:并|且)(?!网|购|轨|联|发|行)|以及|[和及](?=[A-Z]个)|，|后(?=[^，]*$)(?!备|勤|期)")


class Piece(NamedTuple):
    """One part of a clause: the text before a list of quantities, the list, and the text behind it."""

    left: str
    plain_left: str
    quantities: tuple[Quantity, ...]
    right: str
    plain_right: str
    end: int  # of the quantities, in the clause


def pieces(text: str, plain: str, start: int, quantities: tuple[Quantity, ...]) -> Iterator[Piece]:
    """“N Q、N Q”, “Q N、Q N” and “V Q N、V Q N” are cut at their joints; “Q、Q和Q” stays one list."""
    runs: list[list[Quantity]] = [[quantities[0]]]
    begins, ends = [start], []
    for before, this in pairwise(quantities):
        gap = plain[before.end : this.start]
        if gap in SEPARATORS:
            runs[-1].append(this)
            continue
        if (own := member_start(before, this, gap)) is not None:
            ends.append(before.end + own)
            begins.append(before.end + own + 1)
            runs.append([this])
            continue
        if (each := does_each(gap)) is not None:
            ends.append(before.end + each)
            begins.append(before.end + each + 1)
            runs.append([this])
            continue
        joint = next((s for s in SEPARATORS if gap.startswith(s)), "")
        closing = next((s for s in sorted(SEPARATORS, key=len, reverse=True) if gap.endswith(s)), "")
        ends.append(before.end if joint else this.start - len(closing))
        begins.append(before.end + len(joint) if joint else this.start)
        runs.append([this])
    for begin, run, end in zip(begins, runs, [*ends, len(text)], strict=True):
        first, last = run[0].start, run[-1].end
        yield Piece(text[begin:first], plain[begin:first], tuple(run), text[last:end], plain[last:end], last)


def object_of(piece: Piece) -> str:
    """What is counted behind the quantity; nothing where its phrase ends there."""
    if piece.right.startswith(("、", "，")):
        return ""
    return _MARK_PASSED.sub("", object_span(piece)).removeprefix("的").strip("，、： ")


def object_span(piece: Piece) -> str:
    """The text behind the quantity up to a further predicate (并给予奖补)."""
    cut = _OBJECT_END.search(piece.plain_right)
    return piece.right[: cut.start()] if cut else piece.right
