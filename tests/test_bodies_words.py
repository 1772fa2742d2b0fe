"""The words that clauses of responsibility are read by: heads of bodies, areas, role words, labels."""

import pytest

from planparse.document import Role
from planparse.lexicon.bodies import is_area, is_body
from planparse.lexicon.roles import find_label, find_tail
from planparse.lexicon.words import ends_word_of_body


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("市发展改革委", True),
        ("各县（市、区）人民政府", True),
        ("各街道（镇）办事处（人民政府）", True),
        ("人民银行某市分行", True),
        ("市人民检察院", True),
        ("有关企业", True),
        ("金堂县", True),
        ("中国移动", True),
        ("优化布局", False),
        ("经济社会", False),
        ("全部", False),
        ("局", False),
        ("2025年底前", False),
        ("", False),
    ],
)
def test_is_body(name: str, expected: bool) -> None:
    assert is_body(name) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("各区", True),
        ("县级市", True),
        ("各县（市、区）", True),
        ("省各市县", True),
        ("各区人民政府", False),
        ("金堂县", False),
    ],
)
def test_is_area(words: str, expected: bool) -> None:
    assert is_area(words) is expected


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("市教育局负责", "市教育局", "responsible"),
        ("市教育局牵头负责", "市教育局", "lead"),
        ("各区政府负责落实", "各区政府", "implement"),
        ("各社会组织落实", "各社会组织", "implement"),
        ("市财政局按职责分工负责", "市财政局", "shared"),
        ("各部门结合各自职责抓好落实", "各部门", "shared"),
        ("市财政局按职责分工配合", "市财政局", "support"),
        ("市水利局督促指导", "市水利局", "guide"),
        ("按照职责分工", "", "shared"),
    ],
)
def test_role_words_after_a_list(text: str, name: str, role: Role) -> None:
    words = find_tail(text)
    assert words is not None
    assert (text[: words.start], words.role) == (name, role)


@pytest.mark.parametrize("text", ["市委组织部", "市工作专班", "市统筹城乡办", "各自", ""])
def test_names_end_in_no_role_words(text: str) -> None:
    assert find_tail(text) is None


@pytest.mark.parametrize(
    ("text", "before", "role"),
    [
        ("牵头单位", "", "lead"),
        ("市级责任单位", "", "responsible"),
        ("牵头（责任）单位", "", "lead"),
        ("牵头和配合部门", "", "lead"),
        ("市教育局参与单位", "市教育局", "support"),
        ("【落实部门】", "", "implement"),
        ("责任领导", "", None),
        ("市教育局完成时限", "市教育局", None),
    ],
)
def test_labels(text: str, before: str, role: Role | None) -> None:
    words = find_label(text)
    assert words is not None
    assert (text[: words.start], words.role) == (before, role)


@pytest.mark.parametrize("text", ["主要任务", "市教育局", "注", ""])
def test_other_words_are_no_label(text: str) -> None:
    assert find_label(text) is None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("市蔬菜研究所", "气象台", True),
        ("某某学会", "体育馆", True),
        ("文化广电", "旅游局", False),
        ("市经济社会", "法制研究会", False),
    ],
)
def test_where_the_segmenter_decides_whether_a_joint_parts_two_bodies(left: str, right: str, expected: bool) -> None:
    assert ends_word_of_body(f"{left}和{right}", len(left)) is expected
