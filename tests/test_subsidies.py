"""A notice of nothing but subsidies (tests/notices-more/fanchang-…): whom a district pays how much; there is no target in it."""

import pytest

from corpus import ROOT, parsed
from planparse.rules.deadlines import find_deadlines
from planparse.rules.targets import find_targets
from test_target_sentences import one_section


def test_a_notice_of_subsidies_has_no_target() -> None:
    notice = parsed(ROOT / "tests" / "notices-more" / "fanchang-district-energy-measures.txt")
    assert [target.evidence for target in notice.targets] == []
    assert notice.sections


@pytest.mark.parametrize(
    "text",
    [
        "2023、2024年补助标准根据政策实施情况予以调整（不超过900元）。",
        "2025年底前，奖补标准另行制定。",
        "2023年补贴标准按原政策执行。",
        "“十四五”期间，对年节能量500吨标准煤以上的项目，按每吨300元给予补助，单个项目最高不超过100万元。",
    ],
)
def test_what_is_paid_is_no_target(text: str) -> None:
    section = one_section(text, 2022)
    assert find_targets(section, find_deadlines(section)[0])[0] == ()
