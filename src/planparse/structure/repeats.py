"""Passages that stand a second time: a web page that pasted a notice twice, a section copied once more.

Paragraphs are looked up by their words (or, where a copy differs, by their beginning and end), then both places
are walked in step. Only what is too long for chance counts: three paragraphs of prose, or one very long one.
Lines that recur in every section (责任单位：……) hold no prose and never count.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planparse.diagnostics import Diagnostic
from planparse.document import Line, Repeat
from planparse.span import Span

_PARAGRAPH = 24  # characters that make a paragraph of prose
_LEAST_PARAGRAPHS = 3
_LEAST_CHARACTERS = 300
_EDGE = 12  # characters by which a differing copy is found
_SHINGLE = 4
_ALIKE = 0.85  # share of shingles that two copies of a paragraph have in common
_LEAST_TO_COMPARE = 40  # characters; shorter lines are copies only if they are equal
_MOST_SKIPPED = 3  # lines that one copy may have and the other not

Pair = tuple[int, int]


def find_repeats(lines: Sequence[Line]) -> tuple[tuple[Repeat, ...], tuple[Diagnostic, ...]]:
    """The passages that repeat earlier ones, and what is to be said of them."""
    repeats: list[Repeat] = []
    diagnostics: list[Diagnostic] = []
    for pairs in _runs(lines):
        differing = [pair for pair in pairs if not _is_exact(lines, *pair)]
        of = lines[pairs[0][0]].span.join(lines[pairs[-1][0]].span)
        copy = lines[pairs[0][1]].span.join(lines[pairs[-1][1]].span)
        exact = not differing and all(_in_step(*both) for both in pairwise(pairs))
        repeats.append(Repeat(copy, of, exact))
        words = lines[pairs[0][0]].text[:20]
        message = f"{'copy' if exact else 'differing copy'} of the passage that begins “{words}”"
        diagnostics.append(Diagnostic("repeated-text", copy, message))
        diagnostics += [_difference(lines[first], lines[second]) for first, second in differing]
    return tuple(repeats), tuple(diagnostics)


def _in_step(pair: Pair, after: Pair) -> bool:
    return after == (pair[0] + 1, pair[1] + 1)


class _Index:
    """Where paragraphs of prose stood first: by all their words, by their beginning, by their end."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], int] = {}

    def add(self, line: Line, at: int) -> None:
        for key in self._keys(line):
            self._places.setdefault(key, at)

    def look_up(self, line: Line) -> Iterator[int]:
        """Earlier lines that may be the same paragraph, the likeliest first."""
        tried = set()
        for key in self._keys(line):
            at = self._places.get(key)
            if at is not None and at not in tried:
                tried.add(at)
                yield at

    @staticmethod
    def _keys(line: Line) -> tuple[tuple[str, str], ...]:
        text = line.text
        if not _is_prose(line):
            return ()
        return ("all", text), ("begins", text[:_EDGE]), ("ends", text[-_EDGE:])


def _is_prose(line: Line) -> bool:
    return len(line.text) >= _PARAGRAPH and "。" in line.text


def _runs(lines: Sequence[Line]) -> Iterator[list[Pair]]:
    """The passages that repeat an earlier one, as pairs of lines; in order, without overlap."""
    index = _Index()
    done = 0  # lines before it are read; short lines above a copy still belong to it
    at = 0
    while at < len(lines):
        pairs = next(filter(None, (_run(lines, first, at, done) for first in index.look_up(lines[at]))), None)
        if pairs:
            yield pairs
            at = done = pairs[-1][1] + 1
        else:
            index.add(lines[at], at)
            at += 1


def _run(lines: Sequence[Line], first: int, second: int, done: int) -> list[Pair] | None:
    """Walk both places in step, down and up; None if what agrees is too little."""
    if not _same(lines[first], lines[second]):
        return None
    pairs = [(first, second)]
    while (pair := _next_pair(lines, pairs[-1], second)) is not None:
        pairs.append(pair)
    while (above := (pairs[0][0] - 1, pairs[0][1] - 1))[0] >= 0 and above[1] >= done and above[1] > pairs[-1][0]:
        if lines[above[0]].text != lines[above[1]].text:
            break
        pairs.insert(0, above)
    prose = [lines[copy] for _, copy in pairs if _is_prose(lines[copy])]
    enough = sum(len(line.text) for line in prose) >= _LEAST_CHARACTERS
    very_long = any(len(lines[copy].text) >= _LEAST_CHARACTERS and _is_exact(lines, of, copy) for of, copy in pairs)
    return pairs if enough and (very_long or len(prose) >= _LEAST_PARAGRAPHS) else None


def _is_exact(lines: Sequence[Line], of: int, copy: int) -> bool:
    return lines[of].text == lines[copy].text


def _next_pair(lines: Sequence[Line], pair: Pair, limit: int) -> Pair | None:
    """The next two lines that agree; one copy may have some lines that the other has not."""
    for skipped in range(_MOST_SKIPPED + 1):
        for first, second in {(pair[0] + 1 + skipped, pair[1] + 1): 0, (pair[0] + 1, pair[1] + 1 + skipped): 0}:
            in_text = first < limit and second < len(lines)
            if in_text and _same(lines[first], lines[second]) and (not skipped or _is_prose(lines[first])):
                return first, second
    return None


def _same(line: Line, other: Line) -> bool:
    """Whether two lines are copies of each other, perhaps with a character or number changed."""
    if line.text == other.text:
        return True
    if min(len(line.text), len(other.text)) < _LEAST_TO_COMPARE or line.text[:4] != other.text[:4]:
        return False
    ours, theirs = _shingles(line.text), _shingles(other.text)
    return len(ours & theirs) >= _ALIKE * max(len(ours), len(theirs))


def _shingles(text: str) -> set[str]:
    return {text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1)}


def _difference(line: Line, other: Line) -> Diagnostic:
    """The words in which two copies of a paragraph differ: between what they have in common at both ends."""
    ours, theirs = line.text, other.text
    shortest = min(len(ours), len(theirs))
    start = next((at for at in range(shortest) if ours[at] != theirs[at]), shortest)
    end = next((at for at in range(shortest - start) if ours[-1 - at] != theirs[-1 - at]), shortest - start)
    before, after = ours[start : len(ours) - end], theirs[start : len(theirs) - end]
    context = ours[max(0, start - 8) : start]
    message = f"after “{context}” the first copy has “{_short(before)}”, the later one “{_short(after)}”"
    return Diagnostic("copies-differ", Span(start, len(theirs) - end).shift(other.span.start), message)


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[: most // 2]}……{words[-most // 2 :]}"
