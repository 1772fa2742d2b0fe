"""The measure that a clause leaves out because the one before it has said it: 秸秆综合利用率达到92%，农膜|达到85%."""

from planparse.lexicon.vocabulary import level_verbs, words
from planparse.rules.targets.heads import metric_head
from planparse.rules.targets.owners import is_ownerless, owner_at_head
from planparse.rules.targets.places import names_places, without_places
from planparse.rules.targets.reach import Reach
from planparse.rules.targets.reading import DENOMINATOR, Reading

_LONGEST_OWNER = 16  # characters
_KINDS_OF_AREA = ("农村", "城镇", "城乡", "乡村")
_COUNTS = ("数量", "总数", "总量", "数", "个数", "人数")  # how many of a thing there are is no measure of it


def measured_at(reading: Reading, before: str) -> Reading:
    """县城|道路机械化清扫率: the reading of a place with the measure of the indicator ``before`` it."""
    own = reading.indicators[0]
    grows = reading.shape == "counted" and reading.change is not None  # 甲市新增|15万吨/日
    if not (reading.shape in ("reached", "bare") or grows):
        return reading
    if not (names_places(own) and words("metric").before(before)):
        return reading
    measure = without_places(before)
    if own not in words("place"):  # 农村卫生厕所普及率, 一类县|农村卫生厕所普及率
        measure = next(filter(before.removesuffix(measure).endswith, _KINDS_OF_AREA), "") + measure
    return reading._replace(indicators=(own + measure,))


def measured_each(reading: Reading, before: str, reach: Reach) -> Reading:
    """火电、钢铁、石化行业|分别达到98%、97%、95%: the readings of a list of owners, each with their kind and the measure before."""
    owners = reading.indicators
    same_unit = all(quantity.unit == reach.unit for quantity in reading.quantities)
    if reading.shape not in ("reached", "bare") or not (same_unit and all(map(_is_owner, owners))):
        return reading
    kind = words("owner").before(owners[-1])
    measure = _behind_kind(owners[-1], before) if kind else _behind_class(before, reading)
    if not words("metric").before(measure):
        return reading
    named = (owner if owner.endswith(kind) else owner + kind for owner in owners)
    return reading._replace(indicators=tuple(owner + measure for owner in named))


def measured_like(reading: Reading, before: str, reach: Reach) -> Reading:
    """The reading with the measure of the indicator ``before`` it, where it names the owner of one and no more."""
    own = reading.indicators[0]
    same_unit = reading.quantities[0].unit == reach.unit  # what is counted otherwise is measured otherwise
    if reading.shape not in ("reached", "bare") or not (same_unit and _is_owner(own)):
        return reading
    measure = _behind_kind(own, before) or _measure_of(reach.whole)
    is_certain = len(measure) > 1 and words("metric").before(measure) not in ("", *_COUNTS)
    is_ratio = reading.quantities[0].unit_kind in ("ratio", "point")
    if is_ratio and words("do").within(measure) and own != before:  # 钢铁行业80%|产能完成改造，水泥行业|60%
        return reading._replace(indicators=(own + measure,))
    names_deed = measure != words("metric").before(measure) or is_ratio
    return reading._replace(indicators=(own + measure,)) if is_certain and names_deed else reading


def _measure_of(whole: str) -> str:
    """林木|蓄积量; 总投资, which is nothing but a measure."""
    return whole if whole and is_ownerless(whole) else metric_head(whole)


def part_of(reading: Reading, whole: str) -> Reading:
    """其中长三角地区|增长10%: a part that grows or shrinks is measured as the ``whole`` before it (铁路货运量) is."""
    measure = without_places(whole)
    if denominator := _denominator_of(reading, whole):
        return reading._replace(indicators=(denominator + reading.indicators[0],))
    lacks = reading.change and reading.shape == "reached" and not any(map(words("metric").before, reading.indicators))
    if not (lacks and words("metric").before(measure)):
        return reading
    return reading._replace(indicators=tuple(part + measure for part in reading.indicators))


def _denominator_of(reading: Reading, whole: str) -> str:
    """每万人口|发明专利拥有量12件，其中|高价值发明专利拥有量3.5件: a part is counted by what the whole is counted by."""
    counted_by = DENOMINATOR.match(whole)
    own = reading.indicators[0] if len(reading.indicators) == 1 else ""
    metric = words("metric").before(own)
    alike = counted_by and metric and whole.endswith(metric) and not DENOMINATOR.match(own)
    return counted_by[0] if counted_by and alike and reading.quantities[0].unit_kind != "ratio" else ""


def _is_owner(phrase: str) -> bool:
    """A thing or a group without a measure of its own and without a verb."""
    if words("metric").before(phrase) or not 1 < len(phrase) <= _LONGEST_OWNER:
        return False
    if words("noun-with-verb").before(phrase):
        return True
    verbs, levels = words("do"), level_verbs()
    return not any(verbs.at(phrase, at) or levels.at(phrase, at) for at in range(len(phrase)))


def _behind_class(before: str, reading: Reading) -> str:
    """主要农作物|耕种收机械化率75%，小麦、玉米分别达到98%、90%: the measure of the class whose members are listed."""
    of_members = reading.listed and reading.quantities[0].unit_kind == "ratio"
    return before.removeprefix(owner_at_head(before)) if of_members and owner_at_head(before) else ""


def _behind_kind(own: str, before: str) -> str:
    """What stands behind the kind that both name: 石化、化工行业|排放量 for 包装印刷行业, 高压|用户办电时间 for 低压."""
    kind = own[-2:]
    at = before.find(kind, 1) + len(kind)
    if at > len(kind):
        return before[at:]
    return before[len(own) :] if before[len(own) - 1 : len(own)] == own[-1] else ""
