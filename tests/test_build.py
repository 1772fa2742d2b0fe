"""Inner records to models: values, places, ids, the section tree, faults."""

from decimal import Decimal

import pytest

from planparse import parse
from planparse.build import BuildError, Findings, build
from planparse.build.places import Places
from planparse.build.sections import section_at, section_tree
from planparse.build.values import number
from planparse.document import Document, Field, Head, Section, Target
from planparse.notice import Source, SourceSpan
from planparse.span import Span
from planparse.text import Edit, Text

SOURCE = Source(name=None, sha256="0", media_type="text/plain", encoding="utf-8", characters=9, script="simplified")
TEXT = Text.of("到2025年，能耗下降20.8%。")
TARGET = Target(
    section_id=None,
    kind="quantitative",
    indicator="能耗",
    scope=None,
    action="下降",
    change="decrease",
    comparator="eq",
    value=Decimal("20.8"),
    value_max=None,
    unit="%",
    baseline_year=None,
    deadline=None,
    commitment="firm",
    span=Span(7, 16),
    value_span=Span(11, 16),
    rule="test",
)


def findings(**parts: object) -> Findings:
    """Findings in ``TEXT`` with these parts."""
    document = Document(TEXT.chars, parts.pop("head", Head()), (), (), (), (), ())  # type: ignore[arg-type]
    return Findings(SOURCE, TEXT, document, **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "expected"),
    [("17", 17), ("20.8", 20.8), ("17.0", 17.0), ("1E+3", 1000), ("0.10", 0.1), ("123456789012345", 123456789012345)],
)
def test_values_keep_the_digits_as_written(written: str, expected: float) -> None:
    value = number(Decimal(written))
    assert value == expected
    assert type(value) is type(expected)


def test_targets_count_in_text_order_whatever_the_rules_gave() -> None:
    later = TARGET._replace(span=Span(8, 16), indicator="later")
    notice = build(findings(targets=(later, TARGET)))
    assert [(target.id, target.indicator) for target in notice.targets] == [("t1", "能耗"), ("t2", "later")]
    assert notice.targets[0].evidence == "能耗下降20.8%"
    assert notice.targets[0].quantity is not None


def test_a_record_that_fits_no_model_is_reported_with_its_place() -> None:
    faulty = TARGET._replace(comparator="more or less")  # type: ignore[arg-type]
    with pytest.raises(BuildError, match=r"(?s)^t1 \(Target\(.* at 7\.\.16 of the cleaned text .*comparator"):
        build(findings(targets=(faulty,)))
    with pytest.raises(BuildError, match=r"^the metadata at"):
        build(findings(head=Head(issue_date=Field("12月6日", Span(0, 1)))))


@pytest.mark.parametrize(
    ("source", "dropped", "pieces"),
    [
        ("能耗下降", "", None),
        ("能耗 下降", " ", None),
        ("能耗\u3000\t下降", "\u3000\t", None),
        ("能耗\n下降", "\n", [(0, 2), (3, 5)]),
        ("能耗\r\n  下降", "\r\n  ", [(0, 2), (6, 8)]),
        ("能耗\n— 3 —\n下降", "\n— 3 —\n", [(0, 2), (9, 11)]),
        ("能耗\u200b下降", "\u200b", [(0, 2), (3, 5)]),
    ],
)
def test_pieces_leave_out_what_was_dropped(source: str, dropped: str, pieces: list[tuple[int, int]] | None) -> None:
    edits = [Edit(Span(2, 2 + len(dropped)), "", "test")] if dropped else []
    places = Places(Text.of(source).apply(edits))
    whole = Span(0, 4)
    assert places.words(whole) == "能耗下降"
    assert places.span(whole) == SourceSpan(start=0, end=len(source))
    expected = None if pieces is None else [SourceSpan(start=start, end=end) for start, end in pieces]
    assert places.pieces(whole) == expected


def section(section_id: str, level: int, start: int, end: int, part: int = 0) -> Section:
    """A section whose heading is one character long."""
    return Section(section_id, level, None, "x", Span(start, start + 1), Span(start + 1, end), Span(start, end), part)


def test_the_tree_follows_the_levels_and_ends_with_the_part() -> None:
    flat = [
        section("1", 1, 0, 6),
        section("1.1", 2, 1, 4),
        section("1.1.1", 4, 2, 4),  # a level is left out
        section("1.2", 2, 4, 6),
        section("2", 1, 6, 8),
        section("2/1.1", 2, 8, 9, part=1),
    ]
    tree = section_tree(flat, Places(Text.of("0123456789")))
    assert [top.id for top in tree] == ["1", "2", "2/1.1"]
    assert [child.id for child in tree[0].children] == ["1.1", "1.2"]
    assert [child.id for child in tree[0].children[0].children] == ["1.1.1"]
    assert [top.part_id for top in tree] == ["p1", "p1", "p2"]
    assert [section_at(flat, Span(at, at + 1)) for at in (0, 2, 5, 7, 9)] == ["1", "1.1.1", "1.2", "2", None]


def test_what_is_no_notice_has_no_items() -> None:
    notice = parse("床前明月光，疑是地上霜。到2025年，下降14%。", name="poem.txt")
    assert [found.name for found in notice.diagnostics] == ["not-a-notice"]
    assert (notice.source.name, notice.source.characters) == ("poem.txt", 25)
    for items in (notice.targets, notice.deadlines, notice.responsibilities, notice.sections, notice.references):
        assert items == []
