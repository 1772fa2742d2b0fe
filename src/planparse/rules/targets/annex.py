"""Targets in tables: “能耗强度降低目标（%） | 17”, or columns 指标, 单位, 2025年目标."""

from collections.abc import Iterator, Sequence

from planparse import patterns
from planparse.document import Change, Deadline, Document, Table, Target
from planparse.lexicon.units import unit_at
from planparse.lexicon.vocabulary import words
from planparse.rules.deadlines.headers import column_deadlines
from planparse.rules.targets.heads import metric_head
from planparse.rules.targets.opening_verbs import opening_verbs
from planparse.rules.targets.quantities import Quantity, find_quantities
from planparse.rules.targets.shapes import change_of
from planparse.rules.targets.verbs import names_deed
from planparse.span import Span

_NAME_HEAD = patterns.compile("指标|名称|项目|内容|目标(?!值)")
_UNIT_HEAD = patterns.compile("单位(?!名称)|计量")
_VALUE_HEAD = patterns.compile("目标|指标值|计划|规划|数值|任务")
_OTHER_HEAD = patterns.compile("序号|类别|类型|领域|属性|性质|备注|责任|牵头|说明|现状|基期|基准|完成|实际|年均|累计")
_UNIT_IN_NAME = patterns.compile(r"（(?P<unit>[^（）]{1,12})）$")
_SUMMED = patterns.compile("（(?:累计|新增|当年|年均|合计)）$")  # how it is counted, no unit
_RATIO_NAME = patterns.compile("(?:率|比例|比重|占比)$")  # has no unit of amounts
_NUMBERING = patterns.compile(r"^(?:\d{1,2}[.、]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]+、)")
_PLACE_HEAD = patterns.compile(
    "(?:各)?(?:[省市县区州盟旗乡镇]{1,3}|街道|地区|区域|城市|单位)(?:[（(、/和](?:[省市县区州盟旗乡镇]|街道|[、/（()）])+)?(?:名称)?|地区名称"
)
_PLACE_NAME = patterns.compile("^[^，；（]{1,10}(?:[省市县区州盟旗乡镇村]|街道|办事处)$")
_UNIT_LINE = patterns.compile("单位：(?P<unit>[^，。；：\\s、（）]{1,8})）?$")
_NAMELESS = patterns.compile(
    "(?:年度|目标|计划|分解)*(?:任务|目标|指标|计划|数量)(?:任务)?[数量值]?"
)  # what is counted stands in the title
_BEFORE_MEASURE = patterns.compile(
    "^(?:(?:19|20)\\d{2}(?:[—～-](?:19|20)\\d{2})?年(?:度)?|“?十[一二三四五六]五”?(?:时期|期间)?|各?[^，、\\d]{0,6}?[省市县区州旗镇](?![省市县区州旗镇])|各地区?)"
)
_BEHIND_MEASURE = patterns.compile(
    "(?:目标|任务|计划|指标|建设)*(?:分解|分配|安排|计划|任务|目标|指标|情况|一览|明细|汇总)*(?:表|清单)$"
)
_LONGEST_MEASURE = 16
_SUM = patterns.compile("合计|总计|小计|共计")
_EMPTY = ("-", "—", "——", "－", "/")
_TITLE_WORD = patterns.compile("(?:目标|指标|任务)$")
_DECREASE = patterns.compile("(?:降低|下降|减排|减少|削减|压减)(?!量)")  # 减排量 is an amount
_INCREASE = patterns.compile("增长|提高|提升|增加|增幅|增速")
_MORE_THAN_NUMBER = 6  # characters around it: 下降16%, 达到10亿立方米
_NUMBER = patterns.compile(r"[\[［]?([<>≤≥＜＞]?\d[\d.,]*)[\]］]?")


def table_targets(document: Document, table: Table) -> Iterator[Target]:
    """One target for each value cell of a table whose columns can be told apart; none where they cannot."""
    deadlines = column_deadlines(document, table)
    if table.header and _PLACE_HEAD.fullmatch(table.header[0]) and (deadlines or _lists_places(table)):
        yield from _targets_of_places(document, table, deadlines)
        return
    name_at, unit_at, values_at = _columns(table, deadlines)
    scopes = {} if values_at else _place_columns(table, (name_at, unit_at))
    shared = None if unit_at is not None else _unit_above(document, table)
    for row, cells in zip(table.rows, table.cells, strict=True):
        for index in values_at or scopes:
            if max(index, name_at) < len(row) and (quantity := _quantity(row[index])):
                unit = row[unit_at] if unit_at is not None and unit_at < len(row) else None
                unit = unit or (None if _RATIO_NAME.search(row[name_at]) else shared)
                target = _target(table, row[name_at], unit, quantity, cells[name_at], cells[index])
                yield target._replace(deadline=deadlines.get(index), scope=scopes.get(index))


def holds_figures(table: Table) -> bool:
    """Whether any cell behind the first of its row is a number."""
    return any(_quantity(cell) for row in table.rows for cell in row[1:])


def _lists_places(table: Table) -> bool:
    """Whether each row is a place and every other column a measure: 县（市、区）, 集中供热, 煤改气."""
    heads_places = bool(table.header) and bool(_PLACE_HEAD.fullmatch(table.header[0]))
    measures = [head for head in table.header[1:] if not _OTHER_HEAD.search(head)]
    return (
        heads_places
        and len(measures) == len(table.header) - 1
        and all(
            any(map(_quantity, row[1:])) and all(not cell or _quantity(cell) or cell in _EMPTY for cell in row[1:])
            for row in table.rows
        )
    )


def _unit_above(document: Document, table: Table) -> str | None:
    """单位：万亩 above the table or in its title."""
    above = document.chars[: table.span.start].rstrip("\n").rpartition("\n")[2]
    found = _UNIT_LINE.search(above) or _UNIT_LINE.search(table.title or "")
    return found["unit"] if found else None


def _titled(table: Table) -> str:
    """各县（市、区）2023年|造林|任务分解表: what the title says is counted; "" where it says no more than that it is shared out."""
    bare = patterns.sub("（[^（）]*）", "", table.title or "")
    while (rest := _BEFORE_MEASURE.sub("", bare)) != bare:
        bare = rest
    measure = _BEHIND_MEASURE.sub("", bare)
    return measure if 1 < len(measure) <= _LONGEST_MEASURE and measure != bare else ""


def _targets_of_places(document: Document, table: Table, deadlines: dict[int, Deadline]) -> Iterator[Target]:
    """What each place has to reach of each measure, where the table says in which unit; sums of all places are left out.

    A column names its measure, or only the year: then the title names the measure of them all.
    """
    shared, columns = _unit_above(document, table), range(1, len(table.header)) if _lists_places(table) else deadlines
    for row, cells in zip(table.rows, table.cells, strict=True):
        for index in columns:
            quantity = _quantity(row[index]) if index < len(row) else None
            measure, unit = _measure_of_column(table, index, deadlines.get(index))
            unit = unit or shared
            if quantity and measure and (unit or quantity.unit) and not _SUM.fullmatch(row[0]):
                target = _target(table, measure, unit, quantity, cells[0], cells[index])
                yield target._replace(scope=row[0], deadline=deadlines.get(index))


def _measure_of_column(table: Table, index: int, deadline: Deadline | None) -> tuple[str, str | None]:
    """2021年1—3月|PM2.5平均浓度|（微克/立方米）: what a column measures and in which unit; "" where nothing says what."""
    head = table.header[index]
    in_head = _UNIT_IN_NAME.search(head)
    measure = head[: in_head.start()] if in_head else head
    measure = measure.replace(deadline.text, "", 1) if deadline else measure
    is_named = measure and not _NAMELESS.fullmatch(measure)
    return (measure if is_named else _titled(table)), (in_head["unit"] if in_head else None)


def _place_columns(table: Table, others: tuple[int | None, ...]) -> dict[int, str | None]:
    """Columns of numbers that are places, with their place: 栖霞街道, 仙林街道; None for 合计, the sum of them all."""
    heads = [(index, head) for index, head in enumerate(table.header) if index not in others]
    places: dict[int, str | None] = {index: head for index, head in heads if _PLACE_NAME.search(head)}
    if len(places) < 2 or not all(_holds_number(row, index) for row in table.rows for index in places):
        return {}
    return places | {index: None for index, head in heads if _SUM.fullmatch(head)}


def _holds_number(row: Sequence[str], index: int) -> bool:
    """Whether the cell there is a number or empty."""
    cell = row[index] if index < len(row) else ""
    return not cell or cell in _EMPTY or _quantity(cell) is not None


def _columns(table: Table, deadlines: dict[int, Deadline]) -> tuple[int, int | None, list[int]]:
    """Where name, unit and values stand; without a head, the first cell names and a single other one is the value."""
    if not table.header:
        widths = {len(row) for row in table.rows}
        return 0, None, [1] if widths == {2} else []
    heads = list(enumerate(table.header))
    names = (i for i, head in heads if _NAME_HEAD.search(head) and i not in deadlines and "序号" not in head)
    name = next(names, 1 if table.header[0] == "序号" and len(heads) > 1 else 0)
    unit = next((i for i, head in heads if _UNIT_HEAD.search(head) and i != name), None)
    values = [i for i, head in heads if i in deadlines or (_VALUE_HEAD.search(head) and not _OTHER_HEAD.search(head))]
    return name, unit, [i for i in values if i not in (name, unit)]


def _quantity(cell: str) -> Quantity | None:
    """The one number that a cell is; None for words, dashes, sentences and cells with more than one."""
    found = find_quantities(cell) or find_quantities(_NUMBER.sub(r"\1", cell))
    return found[0] if len(found) == 1 and len(cell) - (found[0].end - found[0].start) <= _MORE_THAN_NUMBER else None


def _target(
    table: Table,
    name: str,
    unit: str | None,
    quantity: Quantity,
    name_cell: Span,
    cell: Span,
) -> Target:
    name = _SUMMED.sub("", name)
    in_name = _UNIT_IN_NAME.search(name)
    indicator = _NUMBERING.sub("", name[: in_name.start()] if in_name else name)
    indicator = _TITLE_WORD.sub("", indicator) or indicator
    action, made = _deed(indicator)
    return Target(
        section_id=table.section_id,
        kind="quantitative",
        indicator=made,
        scope=None,
        action=action,
        change=change_of(action) or _change(made),
        comparator=quantity.comparator,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit or (in_name["unit"] if in_name else None) or unit or None,
        baseline_year=None,
        deadline=None,
        commitment="firm",
        span=name_cell.join(cell),
        value_span=cell,
        rule="target/table",
    )


def _deed(name: str) -> tuple[str | None, str]:
    """新建改造|污水管网: the verb of making that opens a name, and what is made; 新增就业人数, 集中供热 name a measure or a deed."""
    action, made, _ = opening_verbs(name)
    measured = words("metric").before(made) and metric_head(made) in ("", made)
    is_thing = len(made) > 1 and not (measured or names_deed(made) or made.startswith("区") or unit_at(made, 0))
    return (action, made) if action and is_thing and action + made == name else (None, name)


def _change(indicator: str) -> Change | None:
    if _DECREASE.search(indicator):
        return "decrease"
    return "increase" if _INCREASE.search(indicator) else None
