"""The checks: each finds its bad example and leaves its good one; few and true findings in real notices."""

from collections import Counter
from pathlib import Path

import pytest

from corpus import ROOT
from planparse import parse
from planparse.checks import ALL_KINDS, CHECKS, findings
from planparse.checks.explanations import example, explanation
from planparse.diagnostics import KINDS, Kind


def codes(text: str) -> list[str]:
    return [finding.code for finding in findings(parse(text), text)]


# What bytes say, and copies, which need pages of text, have no examples.
WITHOUT_EXAMPLE = {"P001", "P002", "P103", "P104", "P404"}


@pytest.mark.parametrize("kind", [k for k in ALL_KINDS if k.code not in WITHOUT_EXAMPLE], ids=lambda kind: kind.code)
def test_examples(kind: Kind) -> None:
    bad, good = example(kind, "bad"), example(kind, "good")
    assert bad is not None
    assert good is not None
    assert kind.code in codes(bad)
    assert kind.code not in codes(good)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("市教育局、商务局", "市商务局", False),  # the list leaves the level out
        ("省环境保护厅", "省教育厅、环境保护厅", False),
        ("市交通运输局", "市交通局", True),
        ("区发展改革局", "区发展改革委", True),
    ],
)
def test_a_level_that_a_list_leaves_out_makes_no_second_name(first: str, second: str, told: bool) -> None:
    text = f"某市节能工作方案\n一、要求\n加强管理。（责任单位：{first}）\n二、任务\n加强监督。（责任单位：{second}）\n"
    assert ("P607" in codes(text)) is told


def test_codes_and_names_are_unique_and_explained() -> None:
    assert len({kind.code for kind in ALL_KINDS}) == len({kind.name for kind in ALL_KINDS}) == len(ALL_KINDS)
    assert [kind.code for kind in ALL_KINDS] == sorted(kind.code for kind in ALL_KINDS)
    assert len(ALL_KINDS) == len(KINDS) + len(CHECKS)
    for kind in ALL_KINDS:
        assert explanation(kind, "en").endswith(".")
        assert explanation(kind, "zh").endswith("。")


def test_findings_stand_where_they_say() -> None:
    text = example(next(c.kind for c in CHECKS if c.kind.code == "P608"), "bad")
    assert text is not None
    (finding,) = (f for f in findings(parse(text), text) if f.code == "P608")
    assert finding.evidence == "市农业农村厅"
    assert text.split("\n")[finding.line - 1][finding.column - 1 :].startswith("市农业农村厅")


# What a reader finds in real notices, read against the page; findings that only inform are left out. The others have none.
TRUE_FINDINGS = {
    "laiwu": {"P106": 1, "P607": 1},
    "qiqihar": {"P607": 1, "P608": 1},
    "anhui-industrial-internet": {"P607": 1},
    "chengdu-energy-structure": {"P607": 1},
    "shaanxi-business-environment": {"P602": 1},
}
REAL = [file for folder in ("samples", "tests/notices", "tests/notices-more") for file in (ROOT / folder).glob("*.txt")]


@pytest.mark.parametrize("file", sorted(REAL), ids=lambda file: file.stem)
def test_real_notices_give_few_and_true_findings(file: Path) -> None:
    text = file.read_text("utf-8")
    assert Counter(f.code for f in findings(parse(text), text) if f.severity != "info") == TRUE_FINDINGS.get(
        file.stem, {}
    )


def test_what_is_no_notice_is_not_checked_further() -> None:
    assert codes("床前明月光，疑是地上霜。") == ["P101"]
