"""What stands before the first member of a list and holds for all of them: 公共机构|单位建筑面积能耗、人均综合能耗, 国家级|保护中心、维权中心."""

from planparse import patterns
from planparse.lexicon.vocabulary import words
from planparse.rules.targets.heads import metric_head
from planparse.rules.targets.places import LEVEL, names_region
from planparse.rules.targets.verbs import names_deed

_RATIO_START = patterns.compile("单位|人均|户均|亩均|万元|每|千人|万人|百人")
_ADJECTIVE = patterns.compile(
    r"(?:新增(?:及|和|或)?(?:更新|更换)?|新建|既有|在用|在营|存量|更新)|[^、和]{2,4}?[型性式制]"
)
_LEVEL = patterns.compile(LEVEL)


def share_owner(members: list[str]) -> list[str]:
    """公共机构|单位建筑面积能耗、人均综合能耗: the owner before a ratio counts for the ratios behind it."""
    first = members[0]
    if owner := _level_of_kinds(members) or _region_of_measures(members) or _owner_before_year(members):
        return [first, *(m if words("place").at(m) else owner + m for m in members[1:])]
    start = _RATIO_START.search(first)
    if start is None or not start.start():
        owner = _denominator(first) if all(m in words("numerator") for m in members[1:]) else owner_at_head(first)
        if owner and start:
            return [first, *(owner + m for m in members[1:])]
        if shared := _owner_of_rates(members) or _owner_of_kinds(members):
            return [first, *(shared + m for m in members[1:])]
        owner = owner or _owner_of_measures(members)
        return [first, *(owner + m if owner and is_ownerless(m) else m for m in members[1:])]
    owner = first[: start.start()]
    if all(m in words("numerator") for m in members[1:]):  # 港口单位吞吐量|综合能耗、二氧化碳排放
        owner = first.removesuffix(words("numerator").before(first))
        return [first, *(owner + m for m in members[1:])]
    return [first, *(owner + m if _RATIO_START.match(m) else m for m in members[1:])]


def _level_of_kinds(members: list[str]) -> str:
    """国家级|知识产权保护中心、快速维权中心: the level of things with one head, which are no measures."""
    level = _LEVEL.match(members[0])
    alike = len({m[-2:] for m in members}) == 1 and not any(words("metric").before(m) for m in members)
    return level[0] if level and alike else ""


def _region_of_measures(members: list[str]) -> str:
    """贫困地区|平台接入率、行政村覆盖率: where all is measured, unless a member names another region."""
    region = owner_at_head(members[0])
    others = any(names_region(owner_at_head(m)) or words("place").at(m) for m in members[1:])
    return region if names_region(region) and not others and all(words("metric").before(m) for m in members) else ""


def _owner_before_year(members: list[str]) -> str:
    """乡村旅游|年接待量、年营业总收入: whose yearly amounts they all are."""
    at = members[0].find("年")
    yearly = at > 1 and all(m.startswith("年") and words("metric").before(m) for m in members[1:])
    return members[0][:at] if yearly and members[1:] else ""


def _owner_of_rates(members: list[str]) -> str:
    """项目|履约率、开工率、投产率: what opens the first one, where all end in rates of two characters and a third."""
    rates = {len(m) for m in members[1:]} == {3} and len({m[-1] for m in members}) == 1
    return members[0][:-3] if rates and all(names_deed(m[-3:-1]) for m in members) else ""


def _owner_of_kinds(members: list[str]) -> str:
    """公路|客运量、货运量: what opens the first one, where all are kinds of one measure and one character apart."""
    ends = {m[-2:] for m in members}
    return members[0][:-3] if len(ends) == 1 and {len(m) for m in members[1:]} == {3} else ""


def _owner_of_measures(members: list[str]) -> str:
    """有害生物|成灾率、无公害防治率、测报准确率: what opens the first one, where the others are rates of nothing else."""
    alike = all(m.endswith("率") for m in members) and all(map(is_ownerless, members[1:]))
    return members[0].removesuffix(metric_head(members[0])) if alike and metric_head(members[0]) else ""


def _denominator(member: str) -> str:
    """单位国内生产总值|能源消耗: what a ratio is counted by, for the numerators behind it."""
    return member.removesuffix(words("numerator").before(member)) if _RATIO_START.match(member) else ""


def is_ownerless(member: str) -> bool:
    """满意率, 按时办结率: nothing but a measure; whose it is stands with the first member."""
    metric = words("metric").before(member)
    start = len(member) - len(metric)
    while word := words("process").before(member, start):
        start -= len(word)
    return (not start or member[:start] in words("substance")) and (bool(metric) or member in words("stage"))


def share_prefix(members: list[str]) -> list[str]:
    """溶剂型|工业涂料、油墨; 规模化养殖场|畜禽粪便、污水: an adjective or owner counts for the whole list."""
    first = members[0]
    prefix = _adjective(first) or owner_at_head(first)
    if not prefix or prefix == first or any(owner_at_head(m) or words("place").at(m) for m in members[1:]):
        return share_owner(members)
    return [first, *(m if _adjective(m) or m.startswith(prefix) else prefix + m for m in members[1:])]


def _adjective(member: str) -> str:
    match = _ADJECTIVE.match(member)
    return match[0] if match and match[0] != member else ""


def owner_at_head(member: str) -> str:
    """The owner that opens a member and leaves something to be owned."""
    if _RATIO_START.match(member):
        return ""
    ends = [
        member.find(word) + len(word) for word in words("owner").words if 0 <= member.find(word) <= 6 and len(word) > 1
    ]
    owners = [member[:end] for end in sorted(ends, reverse=True) if end < len(member) - 1]
    return next(filter(names_region, owners), next(iter(owners), ""))
