"""The same notice as text, HTML, DOCX, PDF and OFD gives the same results."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import ROOT, folded, misplaced_metadata, parsed, source_text, ungrounded
from made import as_docx, as_html, as_ofd, as_pdf, blocks_of
from planparse import Notice, parse
from planparse.output.json import to_json
from planparse.pipeline import parse_bytes
from planparse.readers import UnreadableInput, read_bytes
from test_accuracy import FLOORS, GOLD, examiner

MADE: dict[str, tuple[Callable[[str], bytes], str]] = {
    "html": (as_html, "text/html"),
    "docx": (as_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (as_pdf, "application/pdf"),
    "ofd": (as_ofd, "application/ofd"),
}
NOTICES = [
    ROOT / folder / f"{name}.txt"
    for folder, name in (
        ("samples", "yingkou"),
        ("samples", "zhoucun"),
        ("samples", "laiwu"),
        ("tests/notices", "shandong-green-low-carbon-2022"),
        ("tests/invented", "enshi-tea-industry-2023"),
    )
]


def results(notice: Notice) -> dict[str, list[tuple[object, ...]]]:
    """What must not depend on the format, in order."""
    return {
        "targets": [
            (t.indicator, t.scope, t.comparator, t.value, t.value_max, t.unit, t.deadline and t.deadline.end)
            for t in notice.targets
        ],
        "deadlines": [(folded(d.text), d.kind, d.start, d.end) for d in notice.deadlines],
        "parties": [(p.name, p.role, p.inherited) for clause in notice.responsibilities for p in clause.parties],
        "tables": [(tuple(table.header), *map(tuple, table.rows)) for table in notice.tables],
    }


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", list(MADE))
def test_the_same_notice_gives_the_same_results(path: Path, form: str) -> None:
    text = "\n".join(line for block in blocks_of(read_bytes(path.read_bytes()).text) for line in block) + "\n"
    make, media_type = MADE[form]
    data = make(text)
    notice = parse_bytes(data)
    assert notice.source.media_type == media_type
    assert results(notice) == results(parse(text))
    source = read_bytes(data).text
    assert not ungrounded(notice, source)
    assert not misplaced_metadata(notice, source)


PDFS = sorted((ROOT / "tests" / "pdf").glob("*.pdf"))


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_real_pdfs_score_as_their_clean_texts(path: Path, tmp_path: Path) -> None:
    gold, out = tmp_path / "gold", tmp_path / "out"
    for folder in (gold, out):
        folder.mkdir()
    (gold / f"{path.stem}.json").write_bytes((GOLD / f"{path.stem}.json").read_bytes())
    notice = parsed(path)
    (out / f"{path.stem}.json").write_bytes(to_json(notice))
    figures = examiner().score(gold, out, False)["all"]
    assert {kind: figures[kind]["f1"] for kind in FLOORS["samples"]} == dict.fromkeys(FLOORS["samples"], 1.0)
    assert not ungrounded(notice, source_text(path))


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_paragraphs_of_real_pdfs_are_those_of_the_clean_texts(path: Path) -> None:
    clean = ROOT / "tests" / "notices" / f"{path.stem}.txt"
    assert paragraphs(path) == paragraphs(clean)


def paragraphs(path: Path) -> list[str]:
    """The lines that had to be joined: those with a full stop."""
    return [folded(line) for line in source_text(path).splitlines() if "。" in line]


PLAN = "某市节能工作方案\n一、目标\n到2025年，全市节能。\n二、任务\n推进节能。\n附件\n主要指标表\n"
TABLE = (
    "类别\t指标\t单位\t2025年目标\n能耗\t单位地区生产总值能耗\t%\t14\n\t煤炭消费量\t万吨\t100\n"
    "排放\t化学需氧量\t吨\t20\n\t氨氮\t吨\t30\n"
)


@pytest.mark.parametrize("make", [str.encode, as_html, as_docx, as_pdf, as_ofd])
def test_an_empty_first_cell_keeps_its_column(make: Callable[[str], bytes]) -> None:
    notice = parse_bytes(make(PLAN + TABLE))
    assert [["\t".join(row) for row in table.rows] for table in notice.tables] == [TABLE.splitlines()[1:]]
    assert [(target.indicator, target.value) for target in notice.targets if target.value] == [
        ("单位地区生产总值能耗", 14),
        ("煤炭消费量", 100),
        ("化学需氧量", 20),
        ("氨氮", 30),
    ]


WORD_RTF = rb"""{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}
{\*\listtable{\list\listtemplateid1
{\listlevel\levelnfc39\leveljc0\levelfollow2\levelstartat1{\leveltext\'02\'00\u12289\'a1\'a2;}{\levelnumbers\'01;}}
{\listlevel\levelnfc39\leveljc0\levelfollow2\levelstartat1{\leveltext\'03\u-248\'a3\'a8\'01\u-247\'a3\'a9;}{\levelnumbers\'02;}}
\listid1}}{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}
\pard\plain \'c4\'b3\'ca\'d0\'bd\'da\'c4\'dc\par
\pard\plain\ls1\ilvl0 \'c4\'bf\'b1\'ea\par
\pard\plain\ls1\ilvl1 \'bd\'da\'c4\'dc\par
\pard\plain\ls1\ilvl1 \'bd\'da\'cb\'ae\par
\pard\plain\ls1\ilvl0 \'c8\'ce\'ce\'f1\par
\trowd\cellx3000\cellx6000\pard\intbl \'d6\'b8\'b1\'ea\cell \'b5\'a5\'ce\'bb\cell\row
}"""  # as Word writes lists: levels by number, texts in the code page and as code points

with_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@with_libreoffice
@pytest.mark.parametrize("form", ["doc", "odt"])
def test_an_old_document_is_read_through_libreoffice(form: str, tmp_path: Path) -> None:
    text = "某市节能工作方案\n一、目标\n到2025年，全市单位地区生产总值能耗下降14%。\n主要指标表\n" + TABLE + "印发\n"
    (tmp_path / "notice.docx").write_bytes(as_docx(text))
    command = ["soffice", "--headless", "--convert-to", form, "--outdir", str(tmp_path), str(tmp_path / "notice.docx")]
    subprocess.run(command, check=True, capture_output=True)
    assert read_bytes((tmp_path / f"notice.{form}").read_bytes()).text == text


@with_libreoffice
def test_an_rtf_document_is_read_with_its_numbers() -> None:
    assert read_bytes(WORD_RTF).text == "某市节能\n一、目标\n（一）节能\n（二）节水\n二、任务\n指标\t单位\n\n"


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), WORD_RTF], ids=["doc", "rtf"])
def test_without_libreoffice_the_message_says_what_to_install(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableInput, match="install it \\(soffice\\)"):
        read_bytes(data)
