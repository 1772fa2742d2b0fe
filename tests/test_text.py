"""Text: edits are carried out and every character keeps its exact place in the source."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.span import Span
from planparse.text import Edit, Text


def edit(start: int, end: int, replacement: str) -> Edit:
    return Edit(Span(start, end), replacement, "test")


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and edits that do not overlap, in any order."""
    source = draw(st.text("一二三，。\n ab1", max_size=40))
    bounds = sorted(draw(st.lists(st.integers(0, len(source)), max_size=12)))
    pairs = list(zip(bounds[::2], bounds[1::2], strict=False))
    edits = [edit(start, end, draw(st.text("甲乙x", max_size=4))) for start, end in pairs if start < end]
    return source, draw(st.permutations(edits))


@pytest.mark.parametrize(
    ("source", "edits", "chars", "span", "pieces"),
    [
        ("挥发性有机\n\n物", [edit(5, 7, "")], "挥发性有机物", (3, 6), [(3, 5), (7, 8)]),
        ("挥发性有机\n\n物", [edit(5, 7, "")], "挥发性有机物", (0, 5), [(0, 5)]),
        ("（㈠）", [edit(1, 2, "（一）")], "（（一））", (2, 3), [(1, 2)]),
        ("節能減排", [edit(0, 4, "节能减排")], "节能减排", (1, 3), [(1, 3)]),
        ("甲\r\n乙", [edit(1, 3, "\n")], "甲\n乙", (1, 3), [(1, 4)]),
        ("甲  乙", [edit(1, 3, " ")], "甲 乙", (0, 3), [(0, 4)]),
    ],
)
def test_pieces(
    source: str, edits: list[Edit], chars: str, span: tuple[int, int], pieces: list[tuple[int, int]]
) -> None:
    text = Text.of(source).apply(edits)
    assert text.chars == chars
    assert [(p.start, p.end) for p in text.source_pieces(Span(*span))] == pieces
    assert text.source_span(Span(*span)) == Span(pieces[0][0], pieces[-1][1])


@given(st.text(max_size=30))
def test_an_uncleaned_text_stands_for_itself(source: str) -> None:
    text = Text.of(source)
    assert text.source_pieces(Span(0, len(source))) == ((Span(0, len(source)),) if source else ())
    assert text.apply([]) is text


@given(texts_with_edits())
def test_edits_are_carried_out(case: tuple[str, list[Edit]]) -> None:
    source, edits = case
    expected = source
    for change in sorted(edits, reverse=True):
        expected = expected[: change.span.start] + change.replacement + expected[change.span.end :]
    assert Text.of(source).apply(edits).chars == expected


@given(texts_with_edits())
def test_each_character_knows_its_place(case: tuple[str, list[Edit]]) -> None:
    """An unchanged character stands for itself, a replaced one lies within what it replaces."""
    source, edits = case
    text = Text.of(source).apply(edits)
    for at, character in enumerate(text.chars):
        place = text.source_span(Span(at, at + 1))
        if not any(change.span.overlaps(place) for change in edits):
            assert source[place.start : place.end] == character
        else:
            assert any(change.span.contains(place) for change in edits)


@given(texts_with_edits(), st.data())
def test_pieces_hold_the_characters_and_nothing_dropped(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    source, edits = case
    text = Text.of(source).apply(edits)
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    pieces = text.source_pieces(Span(start, end))
    covered = {at for piece in pieces for at in range(piece.start, piece.end)}
    places = [text.source_span(Span(at, at + 1)) for at in range(start, end)]
    assert covered == {at for place in places for at in range(place.start, place.end)}
    assert all(before.end < after.start for before, after in pairwise(pieces))


@given(texts_with_edits(), st.data())
def test_a_second_pass_maps_through_the_first(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    """Dropping some characters later leaves the places of the others as they were."""
    source, edits = case
    once = Text.of(source).apply(edits)
    dropped = data.draw(st.sets(st.integers(0, max(0, len(once) - 1)), max_size=5)) if len(once) else set()
    twice = once.apply(edit(at, at + 1, "") for at in dropped)
    kept = [at for at in range(len(once)) if at not in dropped]
    assert twice.chars == "".join(once.chars[at] for at in kept)
    for new, old in enumerate(kept):
        assert twice.source_span(Span(new, new + 1)) == once.source_span(Span(old, old + 1))


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        Text.of("甲乙丙").apply([edit(0, 2, ""), edit(1, 3, "")])


def test_an_empty_span_stands_before_its_character() -> None:
    text = Text.of("甲\n乙").apply([edit(1, 2, "")])
    assert text.source_span(Span(1, 1)) == Span(2, 2)
    assert text.source_span(Span(2, 2)) == Span(3, 3)


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (1, 1, 2), (2, 2, 1), (3, 2, 2), (4, 3, 1), (5, 4, 1)]
)
def test_line_and_column(offset: int, line: int, column: int) -> None:
    assert Text.of("甲\n乙\n\n").line_and_column(offset) == (line, column)
