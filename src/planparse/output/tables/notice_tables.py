"""The six tables that notices give: the one definition that all formats share."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planparse.notice import Diagnostic, Notice, Party, Responsibility, Section
from planparse.output.tables.definition import Column, Kind, Table

_NOTICE = Column("notice", "文件")
_SECTION = Column("section_id", "所在章节")
_START = Column("start", "起始位置", Kind.INTEGER, "span.start")
_END = Column("end", "终止位置", Kind.INTEGER, "span.end")
_TO_NOTICE = {"notices": ("notice",)}
_TO_SECTION = {"notices": ("notice",), "sections": ("notice", "section_id")}


class _PlacedSection(NamedTuple):
    """A section with what its place in the tree says."""

    section: Section
    parent_id: str | None


class _Part(NamedTuple):
    """A body within a clause that names who is responsible; ``party`` is None where it names nobody."""

    clause: Responsibility
    n: int
    party: Party | None


class _Finding(NamedTuple):
    n: int
    found: Diagnostic


def sections(notice: Notice) -> Iterator[_PlacedSection]:
    """All sections, in the order of the text."""
    return _flat(notice.sections, None)


def _flat(tree: Iterable[Section], parent_id: str | None) -> Iterator[_PlacedSection]:
    for section in tree:
        yield _PlacedSection(section, parent_id)
        yield from _flat(section.children, section.id)


def _parts(notice: Notice) -> Iterator[_Part]:
    for clause in notice.responsibilities:
        for n, party in enumerate(clause.parties or [None], 1):
            yield _Part(clause, n, party)


def _findings(notice: Notice) -> Iterator[_Finding]:
    return (_Finding(n, found) for n, found in enumerate(notice.diagnostics, 1))


NOTICES = Table(
    "notices",
    "文件",
    (
        _NOTICE,
        Column("title", "标题", get="metadata.title"),
        Column("plan_title", "方案标题", get="metadata.plan_title"),
        Column("document_number", "发文字号", get="metadata.document_number"),
        Column("issuers", "发文机关", Kind.LIST, "metadata.issuers"),
        Column("issue_date", "成文日期", Kind.DATE, "metadata.issue_date"),
        Column("region", "地区", get="metadata.region.name"),
        Column("region_code", "行政区划代码", get="metadata.region.code"),
        Column("region_level", "地区级别", get="metadata.region.level"),
        Column("province", "省份", get="metadata.region.province"),
        Column("plan_period", "规划期", get="metadata.plan_period.name"),
        Column("plan_start", "规划期起始年", Kind.INTEGER, "metadata.plan_period.start"),
        Column("plan_end", "规划期终止年", Kind.INTEGER, "metadata.plan_period.end"),
        Column("print_office", "印发机关", get="metadata.print_office"),
        Column("print_date", "印发日期", Kind.DATE, "metadata.print_date"),
        Column("recipients", "主送机关", Kind.LIST, "metadata.recipients"),
        Column("copied_to", "抄送机关", Kind.LIST, "metadata.copied_to"),
        Column("disclosure", "附注", get="metadata.disclosure"),
        Column("sections", "章节数", Kind.INTEGER, lambda notice: sum(1 for _ in sections(notice))),
        Column("targets", "目标数", Kind.INTEGER, lambda notice: len(notice.targets)),
        Column("deadlines", "期限数", Kind.INTEGER, lambda notice: len(notice.deadlines)),
        Column("responsibilities", "责任条款数", Kind.INTEGER, lambda notice: len(notice.responsibilities)),
        Column("diagnostics", "诊断数", Kind.INTEGER, lambda notice: len(notice.diagnostics)),
        Column("media_type", "文件类型", get="source.media_type"),
        Column("encoding", "编码", get="source.encoding"),
        Column("characters", "字符数", Kind.INTEGER, "source.characters"),
        Column("script", "字体", get="source.script"),
        Column("sha256", "SHA-256", get="source.sha256"),
    ),
    records=lambda notice: [notice],
    key=("notice",),
)

SECTIONS = Table(
    "sections",
    "章节",
    (
        _NOTICE,
        Column("section_id", "章节编号", get="section.id"),
        Column("parent_id", "上级章节"),
        Column("part_id", "所属部分", get="section.part_id"),
        Column("level", "层级", Kind.INTEGER, "section.level"),
        Column("number", "序号", get="section.number"),
        Column("title", "标题", get="section.title"),
        Column("text", "正文", get="section.text"),
        Column("start", "起始位置", Kind.INTEGER, "section.span.start"),
        Column("end", "终止位置", Kind.INTEGER, "section.span.end"),
    ),
    records=sections,
    key=("notice", "section_id"),
    links=_TO_NOTICE,
)

TARGETS = Table(
    "targets",
    "目标",
    (
        _NOTICE,
        Column("id", "编号"),
        _SECTION,
        Column("kind", "类型"),
        Column("indicator", "指标"),
        Column("indicator_id", "指标代码"),
        Column("scope", "范围"),
        Column("action", "动作"),
        Column("change", "变化方向"),
        Column("comparator", "比较"),
        Column("value", "数值", Kind.NUMBER),
        Column("value_max", "数值上限", Kind.NUMBER),
        Column("unit", "单位"),
        Column("quantity", "换算数值", Kind.NUMBER, "quantity.value"),
        Column("quantity_max", "换算数值上限", Kind.NUMBER, "quantity.value_max"),
        Column("quantity_unit", "换算单位", get="quantity.unit"),
        Column("baseline_year", "基准年", Kind.INTEGER),
        Column("deadline", "期限", get="deadline.text"),
        Column("deadline_start", "期限起", Kind.DATE, "deadline.start"),
        Column("deadline_end", "期限止", Kind.DATE, "deadline.end"),
        Column("commitment", "约束程度"),
        Column("evidence", "依据原文"),
        _START,
        _END,
        Column("rule", "规则"),
    ),
    records=lambda notice: notice.targets,
    key=("notice", "id"),
    links=_TO_SECTION,
)

DEADLINES = Table(
    "deadlines",
    "期限",
    (
        _NOTICE,
        Column("id", "编号"),
        _SECTION,
        Column("text", "原文"),
        Column("kind", "类型"),
        Column("start_date", "起始日期", Kind.DATE, "start"),
        Column("end_date", "截止日期", Kind.DATE, "end"),
        _START,
        _END,
        Column("rule", "规则"),
    ),
    records=lambda notice: notice.deadlines,
    key=("notice", "id"),
    links=_TO_SECTION,
)

RESPONSIBILITIES = Table(
    "responsibilities",
    "责任单位",
    (
        _NOTICE,
        Column("id", "条款编号", get="clause.id"),
        Column("n", "条款内序号", Kind.INTEGER),
        Column("section_id", "所在章节", get="clause.section_id"),
        Column("name", "单位", get="party.name"),
        Column("canonical", "规范名称", get="party.canonical"),
        Column("agency_id", "机构代码", get="party.agency_id"),
        Column("also_known_as", "别称", Kind.LIST, "party.also_known_as"),
        Column("role", "职责", get="party.role"),
        Column("inherited", "沿用前文", Kind.FLAG, "party.inherited"),
        Column("open_ended", "含“等”", Kind.FLAG, "clause.open_ended"),
        Column("applies_to_following", "适用后文", Kind.FLAG, "clause.applies_to_following"),
        Column("text", "条款原文", get="clause.text"),
        Column("start", "起始位置", Kind.INTEGER, "clause.span.start"),
        Column("end", "终止位置", Kind.INTEGER, "clause.span.end"),
        Column("rule", "规则", get="clause.rule"),
    ),
    records=_parts,
    key=("notice", "id", "n"),
    links=_TO_SECTION,
)

DIAGNOSTICS = Table(
    "diagnostics",
    "诊断",
    (
        _NOTICE,
        Column("n", "序号", Kind.INTEGER),
        Column("section_id", "所在章节", get="found.section_id"),
        Column("code", "代码", get="found.code"),
        Column("name", "名称", get="found.name"),
        Column("severity", "程度", get="found.severity"),
        Column("message", "说明", get="found.message"),
        Column("line", "行", Kind.INTEGER, "found.line"),
        Column("column", "列", Kind.INTEGER, "found.column"),
        Column("start", "起始位置", Kind.INTEGER, "found.span.start"),
        Column("end", "终止位置", Kind.INTEGER, "found.span.end"),
    ),
    records=_findings,
    key=("notice", "n"),
    links=_TO_SECTION,
)

TABLES = (NOTICES, SECTIONS, TARGETS, DEADLINES, RESPONSIBILITIES, DIAGNOSTICS)
