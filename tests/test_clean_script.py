"""Traditional lines become simplified; simplified ones stay as they are."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from opencc import OpenCC

from planparse.clean import Script, clean
from planparse.clean.script_characters import derive
from planparse.clean.simplify import opencc_entries, simplify
from planparse.lexicon.tables import rows
from planparse.text import Text

SAMPLES = Path(__file__).parent.parent / "samples"
BODY = "全市各级各部门要加强组织领导，压实工作责任，强化监督考核，确保完成节能减排目标任务。\n"
BODY_TRADITIONAL = "全市各級各部門要加強組織領導，壓實工作責任，強化監督考核，確保完成節能減排目標任務。\n"


@pytest.mark.parametrize(
    ("source", "chars", "script"),
    [
        ("到2025年，單位建築面積能耗下降6%。", "到2025年，单位建筑面积能耗下降6%。", "traditional"),
        # poor converters leave simplified characters behind
        (
            "單位建筑面積能耗下降6%，基本建成分布式能源體系",
            "单位建筑面积能耗下降6%，基本建成分布式能源体系",
            "traditional",
        ),
        # what both scripts know is converted in a traditional document only
        (BODY_TRADITIONAL + "以後", BODY + "以后", "traditional"),
        (BODY_TRADITIONAL + "用於徵收", BODY + "用于征收", "traditional"),
        (BODY + "以後", BODY + "以後", "simplified"),
        # simplified text that OpenCC would damage
        (BODY + "乾县、乾安县、菜薹、於潜镇、甯某", BODY + "乾县、乾安县、菜薹、於潜镇、甯某", "simplified"),
        ("乾安县人民政府办公室", "乾安县人民政府办公室", "simplified"),
        # names in traditional lines
        ("乾縣、乾安縣、濛陽、瀋陽、鍾祥種植紅菜薹", "乾县、乾安县、濛阳、沈阳、钟祥种植红菜薹", "traditional"),
        ("餅乾、乾旱、乾隆、幹部、乾淨", "饼干、干旱、乾隆、干部、干净", "traditional"),
        # OpenCC does not know 批覆 (批复); what it leaves stays, since a quote must fold like its source
        (BODY_TRADITIONAL + "答覆、批覆", BODY + "答复、批覆", "traditional"),
        # a traditional news lead above a simplified notice, and a name in a simplified line
        ("方案提出，加快淘汰老舊公務用車\n" + BODY, "方案提出，加快淘汰老旧公务用车\n" + BODY, "mixed"),
        (BODY + "联系人：鍾某，办公电话略", BODY + "联系人：鍾某，办公电话略", "simplified"),
        ("12月12日", "12月12日", "simplified"),
        ("", "", "simplified"),
    ],
)
def test_script(source: str, chars: str, script: Script) -> None:
    cleaned = clean(Text.of(source))
    assert (cleaned.text.chars, cleaned.script) == (chars, script)


def test_conversion_is_that_of_opencc() -> None:
    """Phrase by phrase and character by character, but for the names of our own table."""
    convert = OpenCC("t2s").convert
    names = {traditional for traditional, _, _ in rows("traditional_names.tsv")}
    entries = [key for table in ("TSPhrases", "TSCharacters") for key, _ in opencc_entries(table)]
    assert {key: simplify(key) for key in entries} == {key: convert(key) for key in entries}
    text = (SAMPLES / "huludao.txt").read_text("utf-8")
    assert not any(name in text for name in names)
    assert simplify(text) == convert(text)


@pytest.mark.parametrize("row", list(rows("traditional_names.tsv")), ids=lambda row: row[0])
def test_each_name_needs_its_protection(row: list[str]) -> None:
    traditional, simplified, _ = row
    convert = OpenCC("t2s").convert
    assert simplify(traditional) == simplified != convert(traditional)
    assert convert(simplified) == convert(traditional)  # both fold alike, so that a quote still proves its place


def test_characters_of_one_script_are_current() -> None:
    stored = files("planparse.lexicon").joinpath("data", "script_characters.tsv").read_text("utf-8")
    assert stored == derive()


def test_a_simplified_notice_loads_no_converter() -> None:
    program = (
        "import sys; from planparse.clean import clean; from planparse.readers import read_file; "
        "from planparse.text import Text; clean(Text.of(read_file(sys.argv[1]).text)); "
        "print([m for m in ('opencc', 'jieba', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(SAMPLES / "zhoucun.txt")], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
