"""The six tables that notices give: the one definition that all formats share."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planparse.notice import Deadline, Diagnostic, Notice, Party, Responsibility, Section, Target
from planparse.output.tables.definition import Column, Kind, Link, Table

_NOTICE = Column("notice", "文件")
_SECTION = (
    Column("section_n", "章节顺序号", Kind.INTEGER),
    Column("section_id", "所在章节", get="item.section_id"),
)
_START = Column("start", "起始位置", Kind.INTEGER, "item.span.start")
_END = Column("end", "终止位置", Kind.INTEGER, "item.span.end")
_RULE = Column("rule", "规则", get="item.rule")
_TO_NOTICE = {"notices": Link(("notice",), shown="notice")}
_TO_SECTION = {**_TO_NOTICE, "sections": Link(("notice", "section_n"), shown="section_id")}

_Item = Target | Deadline | Responsibility | Diagnostic


class PlacedSection(NamedTuple):
    """A section, its number in the order of the text, and the id of the one above it."""

    n: int
    section: Section
    parent_id: str | None


class _Placed(NamedTuple):
    """An item with the number of its section, and its own; ``party`` is one of those that a clause names."""

    n: int
    section_n: int | None
    item: _Item
    party: Party | None = None


def sections(notice: Notice) -> Iterator[PlacedSection]:
    """All sections, in the order of the text."""
    flat = _flat(notice.sections, None)
    return (PlacedSection(n, section, parent_id) for n, (section, parent_id) in enumerate(flat, 1))


def _flat(tree: Iterable[Section], parent_id: str | None) -> Iterator[tuple[Section, str | None]]:
    for section in tree:
        yield section, parent_id
        yield from _flat(section.children, section.id)


def _placed(notice: Notice, items: Iterable[_Item]) -> Iterator[_Placed]:
    """Where a number stands twice in a notice two sections share an id: the place tells which is meant."""
    by_id: dict[str, list[PlacedSection]] = {}
    for placed in sections(notice):
        by_id.setdefault(placed.section.id, []).append(placed)
    for n, item in enumerate(items, 1):
        meant = [s for s in by_id.get(item.section_id or "", []) if s.section.span.start <= item.span.start]
        yield _Placed(n, meant[-1].n if meant else None, item)


def _parties(notice: Notice) -> Iterator[_Placed]:
    """Each party of each clause; a clause that names nobody stays."""
    for placed in _placed(notice, notice.responsibilities):
        for n, party in enumerate(_parties_of(placed.item) or [None], 1):
            yield placed._replace(n=n, party=party)


def _parties_of(item: _Item) -> list[Party]:
    return item.parties if isinstance(item, Responsibility) else []


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
        Column("n", "顺序号", Kind.INTEGER),
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
    key=("notice", "n"),
    links=_TO_NOTICE,
)

TARGETS = Table(
    "targets",
    "目标",
    (
        _NOTICE,
        Column("id", "编号", get="item.id"),
        *_SECTION,
        Column("kind", "类型", get="item.kind"),
        Column("indicator", "指标", get="item.indicator"),
        Column("indicator_id", "指标代码", get="item.indicator_id"),
        Column("scope", "范围", get="item.scope"),
        Column("action", "动作", get="item.action"),
        Column("change", "变化方向", get="item.change"),
        Column("comparator", "比较", get="item.comparator"),
        Column("value", "数值", Kind.NUMBER, "item.value"),
        Column("value_max", "数值上限", Kind.NUMBER, "item.value_max"),
        Column("unit", "单位", get="item.unit"),
        Column("quantity", "换算数值", Kind.NUMBER, "item.quantity.value"),
        Column("quantity_max", "换算数值上限", Kind.NUMBER, "item.quantity.value_max"),
        Column("quantity_unit", "换算单位", get="item.quantity.unit"),
        Column("baseline_year", "基准年", Kind.INTEGER, "item.baseline_year"),
        Column("deadline", "期限", get="item.deadline.text"),
        Column("deadline_start", "期限起", Kind.DATE, "item.deadline.start"),
        Column("deadline_end", "期限止", Kind.DATE, "item.deadline.end"),
        Column("commitment", "约束程度", get="item.commitment"),
        Column("evidence", "依据原文", get="item.evidence"),
        _START,
        _END,
        _RULE,
    ),
    records=lambda notice: _placed(notice, notice.targets),
    key=("notice", "id"),
    links=_TO_SECTION,
)

DEADLINES = Table(
    "deadlines",
    "期限",
    (
        _NOTICE,
        Column("id", "编号", get="item.id"),
        *_SECTION,
        Column("text", "原文", get="item.text"),
        Column("kind", "类型", get="item.kind"),
        Column("start_date", "起始日期", Kind.DATE, "item.start"),
        Column("end_date", "截止日期", Kind.DATE, "item.end"),
        _START,
        _END,
        _RULE,
    ),
    records=lambda notice: _placed(notice, notice.deadlines),
    key=("notice", "id"),
    links=_TO_SECTION,
)

RESPONSIBILITIES = Table(
    "responsibilities",
    "责任单位",
    (
        _NOTICE,
        Column("id", "条款编号", get="item.id"),
        Column("n", "条款内序号", Kind.INTEGER),
        *_SECTION,
        Column("name", "单位", get="party.name"),
        Column("canonical", "规范名称", get="party.canonical"),
        Column("agency_id", "机构代码", get="party.agency_id"),
        Column("also_known_as", "别称", Kind.LIST, "party.also_known_as"),
        Column("role", "职责", get="party.role"),
        Column("inherited", "沿用前文", Kind.FLAG, "party.inherited"),
        Column("open_ended", "含“等”", Kind.FLAG, "item.open_ended"),
        Column("applies_to_following", "适用后文", Kind.FLAG, "item.applies_to_following"),
        Column("text", "条款原文", get="item.text"),
        _START,
        _END,
        _RULE,
    ),
    records=_parties,
    key=("notice", "id", "n"),
    links=_TO_SECTION,
)

DIAGNOSTICS = Table(
    "diagnostics",
    "诊断",
    (
        _NOTICE,
        Column("n", "序号", Kind.INTEGER),
        *_SECTION,
        Column("code", "代码", get="item.code"),
        Column("name", "名称", get="item.name"),
        Column("severity", "程度", get="item.severity"),
        Column("message", "说明", get="item.message"),
        Column("line", "行", Kind.INTEGER, "item.line"),
        Column("column", "列", Kind.INTEGER, "item.column"),
        _START,
        _END,
    ),
    records=lambda notice: _placed(notice, notice.diagnostics),
    key=("notice", "n"),
    links=_TO_SECTION,
)

TABLES = (NOTICES, SECTIONS, TARGETS, DEADLINES, RESPONSIBILITIES, DIAGNOSTICS)
