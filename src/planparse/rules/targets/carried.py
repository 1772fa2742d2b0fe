"""The subject that a clause leaves out and takes from the clauses before it (guide, “indicator”).

Where it is not certain, nothing is taken.
"""

from collections.abc import Callable
from itertools import takewhile

from planparse import patterns
from planparse.lexicon.vocabulary import words
from planparse.rules.targets.completed import completed
from planparse.rules.targets.members import listed_things, split_members
from planparse.rules.targets.named import clause_object, clause_subject, is_generic, tells_means
from planparse.rules.targets.reach import Reach
from planparse.rules.targets.reading import Reading

_POINTS_BACK = patterns.compile("(?:这一|这个|这项|该项?|上述)(?:比例|比重|占比|比率|指标|数字|数值|目标|规模|水平)")
_GROWS_BY = patterns.compile("(?<=..)(?:年均)?(?:增速|增幅|增长率|增长速度)$")
_SHARES = ("率", "比", "比例", "比重", "占比", "覆盖面", "度")
_TIMES = patterns.compile("^[^\\d]*(?:期间|阶段|时段|时期)$")  # 黄色、橙色、红色预警期间


def with_subject(reading: Reading, reach: Reach, *, spread: bool = False) -> Reading | None:
    """The reading with its subject found in the clauses before, where its own leaves it out; None if there is none.

    ``spread``: its numbers are those of one subject, each under a deadline of its own.
    """
    if reading.indicators and not _POINTS_BACK.fullmatch(reading.indicators[0]):
        return completed(reading, reach)
    count = len(reading.quantities)
    if not reading.paired:
        owners = _owners(reach.indicators) if len(reach.indicators) == count else ()
        if not owners and len(reach.singles) >= count and is_generic(reading.subject):
            owners = reach.singles[-count:]  # 国家级企业1家、省级8家，总数|分别达到3家和28家
        if not owners and _TIMES.search(reach.clause_before):
            owners = split_members(reach.clause_before, count) or ()
        measured = tuple(owner + reading.subject for owner in owners)
        return reading._replace(indicators=measured, paired=True) if measured else None
    found = (find(reading, reach, spread) for find in _FINDERS if not (spread and find is _same_subjects))
    return _of_amount(next((subject for subject in found if subject), None), reach)


def _of_amount(reading: Reading | None, reach: Reach) -> Reading | None:
    """能源消费总量年均增速控制在2.5%以内，2025年|不超过1.5亿吨: an amount is one of the measure, not of its growth."""
    if (
        reading is None
        or reading.quantities[0].unit_kind in ("ratio", "point")
        or reading.quantities[0].unit == reach.unit
    ):
        return reading
    return reading._replace(indicators=tuple(_GROWS_BY.sub("", indicator) for indicator in reading.indicators))


def _how_often(reading: Reading, reach: Reach, _: bool) -> Reading | None:
    """建立15个监测点，每季度|监测|1次: how often a deed is done is said of the deed, not of the thing before."""
    action, quantity = reading.action or "", reading.quantities[0]
    is_event = (
        reach.indicators
        and quantity.unit in ("次", "轮")
        and quantity.unit != reach.unit
        and action in words("nominal")
    )
    return reading._replace(indicators=(action,)) if is_event and len(reading.quantities) == 1 else None


def _other_deed(reading: Reading, reach: Reach, _: bool) -> Reading | None:
    """生猪出栏600万头、|存栏|400万头; 签约80部、|开工|60部: the verb is a noun, as the one before is; whose it is stands there."""
    action = reading.action or ""
    if len(reading.quantities) != 1 or not reach.indicators:
        return None
    before = reach.indicators[-1]
    if action in words("stage") and (stage := words("stage").before(before)):
        return reading._replace(indicators=(before.removesuffix(stage) + action,))
    deeds = words("make-open", "nominal")
    deed = deeds.before(before)
    other = before.removesuffix(deed) + action if deed and deed != action and action in deeds else ""
    return reading._replace(indicators=(other,)) if other else None


def _counted_before(reading: Reading, reach: Reach, _: bool) -> Reading | None:
    """招聘教师460名，其中……不低于30%；2025年再|招聘|400名: the unit tells what of the things before is counted again."""
    unit = reading.quantities[0].unit
    objects = [indicator for counted_in, indicator in reach.counted if counted_in == unit]
    other_unit = len(reading.quantities) == 1 and unit != reach.unit
    found = reading.shape in ("counted", "made") and objects and other_unit
    return reading._replace(indicators=(objects[-1],)) if found else None


def _same_subjects(reading: Reading, reach: Reach, _: bool) -> Reading | None:
    """As many subjects as numbers, in the reading before or, behind 分别, in the whole sentence."""
    count = len(reading.quantities)
    if len(reach.indicators) == count:
        return reading._replace(indicators=reach.indicators, scope=reading.scope or reach.scope)
    if reading.listed and 1 < count <= len(reach.singles):
        return reading._replace(indicators=reach.singles[-count:])
    return None


def _one_for_all(reading: Reading, reach: Reach, spread: bool) -> Reading | None:
    """One indicator, year by year."""
    count = len(reading.quantities)
    if not (count == 1 or spread) or len(set(reach.indicators)) != 1:
        return None
    return reading._replace(indicators=reach.indicators[:1] * count, scope=reading.scope or reach.scope)


def _listed_before(reading: Reading, reach: Reach, _: bool) -> Reading | None:
    """培育家庭农场、合作社等主体，|分别达到3万家、1万家."""
    count = len(reading.quantities)
    if count == 1 or not reading.listed or reach.indicators:
        return None
    listed = listed_things(clause_object(reach.clause_before), count)
    return reading._replace(indicators=listed) if listed else None


def _named_before(reading: Reading, reach: Reach, _: bool) -> Reading | None:
    """The subject or the object of a clause without a number; 造林|15万亩: the verb names the thing itself."""
    if len(reading.quantities) > 1 or reach.indicators or tells_means(reach.clause_before):
        return None
    found = clause_subject(reach.clause_before)
    is_amount = reading.quantities[0].unit_kind not in ("ratio", "point")
    if reading.shape in ("counted", "made") or (not found and is_amount):
        found = clause_object(reach.clause_before)  # 建设高标准农田，到2022年|达到500万亩
    if not found and reading.action and reading.action in words("nominal"):
        found = reading.action
    return reading._replace(indicators=(found,)) if found else None


_FINDERS: tuple[Callable[[Reading, Reach, bool], Reading | None], ...] = (
    _how_often, _counted_before, _other_deed, _same_subjects, _one_for_all, _listed_before, _named_before,
)  # fmt: skip


def as_second_tier(reading: Reading, resolved: Reading, reach: Reach) -> Reading:
    """能耗下降13.5%，|力争达到15%: a second size of the same change, for no 15% of an amount is a level of it."""
    if reading.change or reading.of_whole or len(resolved.quantities) != 1 or resolved.quantities[0].unit != reach.unit:
        return resolved
    is_part = reach.whole and reading.shape == "bare"  # 新增市场主体8000户，其中|企业2000户
    is_percentage = resolved.quantities[0].unit_kind == "ratio"
    again = is_percentage and not reading.indicators and not resolved.indicators[0].endswith(_SHARES)
    return resolved._replace(change=reach.change) if is_part or again else resolved


def _owners(indicators: tuple[str, ...]) -> tuple[str, ...]:
    """肉类|处理率, 果蔬|处理率: whose measures the members of a list are; nothing where they share no head."""
    backwards = zip(*(reversed(indicator) for indicator in indicators), strict=False)
    head = "".join(chars[0] for chars in takewhile(lambda chars: len(set(chars)) == 1, backwards))[::-1]
    owners = tuple(indicator.removesuffix(head) for indicator in indicators)
    return owners if words("metric").before(head) and all(owners) else ()
