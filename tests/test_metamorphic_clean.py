"""One notice in another dress cleans to the same characters."""

from pathlib import Path

import pytest
from opencc import OpenCC

from planparse.clean import clean
from planparse.readers import read_bytes
from planparse.text import Text

ROOT = Path(__file__).parent
NOTICES = sorted([*(ROOT.parent / "samples").glob("*.txt"), *(ROOT / "notices").rglob("*.txt")])
HALF_WIDTH = str.maketrans("，；：（）！？％．", ",;:()!?%.")
FULL_WIDTH = str.maketrans(
    {chr(at): chr(at + 0xFEE0) for at in [*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B)]}
)


def chars(source: str) -> str:
    return clean(Text.of(source)).text.chars


@pytest.fixture(params=NOTICES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def notice(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("codec", ["gb18030", "utf-8-sig", "utf-16"])
def test_encodings(notice: str, codec: str) -> None:
    assert chars(read_bytes(notice.encode(codec)).text) == chars(notice)


def test_half_width_marks(notice: str) -> None:
    assert chars(notice.translate(HALF_WIDTH)) == chars(notice)


def test_full_width_letters_and_digits(notice: str) -> None:
    assert chars(notice.translate(FULL_WIDTH)) == chars(notice)


def test_line_ends(notice: str) -> None:
    assert chars(notice.replace("\n", "\r\n")) == chars(notice)


def test_spaces_around_numbers(notice: str) -> None:
    spaced = "".join(f" {c} " if c in "年吨家%个" else c for c in notice)
    assert chars(spaced).replace(" ", "") == chars(notice).replace(" ", "")


def test_traditional_script(notice: str) -> None:
    """OpenCC's own way there; what it does not bring back itself (批复 → 批覆) folds alike and stays."""
    assert chars(OpenCC("s2t").convert(notice)) == chars(notice)


def test_cleaning_a_clean_text_changes_nothing_but_gaps(notice: str) -> None:
    """A gap that divided two words is one space when it is seen again, like any other."""
    assert chars(chars(notice)).replace(" ", "") == chars(notice).replace(" ", "")
