"""What must hold of any text that is taken apart."""

from hypothesis import example, given
from hypothesis import strategies as st

from planparse.document import Document
from planparse.span import Span
from planparse.structure import find_basis, take_apart

LINES = (
    "云山市人民政府关于印发《云山市节水方案》的通知",
    "云山市人民政府关于印发云山市节水",
    "实施方案的通知",
    "云政发〔2022〕7号",
    "各县（市、区）人民政府，市政府各部门：",
    "现将《云山市节水方案》印发给你们，请认真执行。",
    "为贯彻落实《国家节水行动方案》（发改环资规〔2019〕695号），制定本方案。",
    "云山市人民政府",
    "云山市人民政府办公室2022年5月6日印发",
    "2022年5月5日",
    "（此件公开发布）",
    "抄送：市委办公室，市法院。",
    "云山市节水方案",
    "（2021—2025年）",
    "一、总体要求",
    "二、主要任务",
    "四、",
    "（一）加强领导。压实责任，狠抓落实。",
    "（三）强化督查",
    "1.扩大供给。",
    "1.1目的",
    "（1）规范；",
    "第一章 总则",
    "第一条 为规范管理，制定本办法。",
    "保障措施",
    "附件",
    "附件1：分工表",
    "附件：1.分工表",
    "2.清单",
    "指标\t目标",
    "能耗\t17",
    "|甲|乙|",
    "目录",
    "————————",
    "坚持问题导向，完善工作机制，压实各方责任，确保各项任务按期完成并取得实效。" * 9,
    "",
    "  ",
)
notices = st.lists(st.sampled_from(LINES), max_size=40).map("\n".join)
anything = st.text(
    st.sampled_from("一二三四十（）()、.．1239〔〕《》：。；，年月日号通知方案附件抄送印发关于市政府 \t\n\r第章条|—"),
    max_size=300,
)


def spans(document: Document) -> list[Span]:
    head = document.head
    single = (
        head.title,
        head.plan_title,
        head.document_number,
        head.issue_date,
        head.print_office,
        head.print_date,
        head.disclosure,
    )
    fields = [*filter(None, single), *head.issuers, *head.recipients, *head.copied_to]
    return [
        *(field.span for field in fields),
        *(span for section in document.sections for span in (section.heading, section.body, section.span)),
        *(part.span for part in document.parts),
        *(cell for table in document.tables for row in table.cells for cell in row),
        *(reference.span for reference in find_basis(document)),
    ]


@given(notices | anything)
@example("条(111)")
def test_everything_stands_in_the_text(text: str) -> None:
    document = take_apart(text)
    assert all(span.end <= len(text) for span in spans(document))
    assert all(note.span.end <= len(text) for note in document.diagnostics)


@given(notices | anything)
def test_sections_nest(text: str) -> None:
    document = take_apart(text)
    for section in document.sections:
        assert section.span.contains(section.heading)
        assert section.span.contains(section.body)
        assert section.heading.end <= section.body.start
        assert "".join(section.title.split()) in "".join(text[section.heading.start : section.heading.end].split())
    for section, after in zip(document.sections, document.sections[1:], strict=False):
        assert section.body.end <= after.heading.start
        inside = section.span.contains(after.span)
        assert inside == after.id.startswith(f"{section.id}.") or section.part != after.part


@given(notices | anything)
def test_parts_hold_their_lines_and_sections(text: str) -> None:
    document = take_apart(text)
    for part in document.parts:
        assert all(part.span.contains(line.span) for line in part.lines)
        assert all(text[line.span.start : line.span.end] == line.text for line in part.lines)
    assert all(document.parts[section.part].span.contains(section.span) for section in document.sections)


@given(notices | anything)
def test_a_text_is_a_notice_or_gives_nothing(text: str) -> None:
    document = take_apart(text)
    refused = "not-a-notice" in [note.name for note in document.diagnostics]
    assert refused == (not document.parts)
    assert refused == (not spans(document))


@given(anything)
def test_white_space_around_lines_changes_nothing(text: str) -> None:
    spaced = text.replace("\n", " \n\n\t ")
    plain, other = take_apart(text), take_apart(spaced)
    assert [(s.id, s.level, s.number, s.title) for s in plain.sections] == [
        (s.id, s.level, s.number, s.title) for s in other.sections
    ]
    assert plain.head.title is None or (other.head.title and plain.head.title.value == other.head.title.value)
