"""Distributive lists: “化学需氧量、氨氮重点工程减排量分别达到1196吨、2065吨” has two members with one head.

``split_members(subject, count)`` gives each member its full indicator, or None where the subject does not
have just ``count`` members: then nothing is guessed.
"""

from collections.abc import Sequence

from planparse import patterns
from planparse.clauses import blank
from planparse.lexicon.vocabulary import words
from planparse.rules.targets.places import names_places, names_region, without_places
from planparse.rules.targets.verbs import names_deed

_LIST_END = patterns.compile(r"等(?P<count>[\d一二两三四五六七八九十]+[项个种类大])?")
_CLOSING_BRACKET = patterns.compile("(?<=.)（[^（）]*）$")  # 排放总量|（含工业、生活、农业）
_RATIO_START = patterns.compile("单位|人均|户均|亩均|万元|每|千人|万人|百人")
_ADJECTIVE = patterns.compile(
    r"(?:新增(?:及|和|或)?(?:更新|更换)?|新建|既有|在用|在营|存量|更新)|[^、和]{2,4}?[型性式制]"
)
_LEVEL = patterns.compile("(?:国家|省|市|县|自治区)级")
_SUBSTANCE = patterns.compile(r"(?:[A-Za-z][A-Za-z0-9.₂₅]*|细?颗粒物|臭氧|二氧化[硫氮碳])$")  # 地区|PM2.5浓度
_WITHIN = patterns.compile("(?<![其高初集当途期空水手中])中(?![心小等国央学医水药])")
_TRADE = ("进口", "出口")  # 进口、出口|通关时间
_ATTRIBUTE_ENDS = ("以上", "以下", "的")  # 县级以上|医院: this member's own
_GROWTH_OF = patterns.compile("(?:年均|平均)?(?:增速|增幅|增长率|增长速度)$")
_RATE_OF = 2  # characters
_MEASURE_FIRST = patterns.compile("率|比例|比重|占比")
_CONJUNCTION = patterns.compile("以及|和|(?<![普涉遍])及(?![其时格])|与")
_JOINTS = ("、", "和", "以及", "及", "与")


def split_members(subject: str, count: int) -> tuple[str, ...] | None:
    """The full indicators of the ``count`` members of a subject; None where the counts do not match."""
    listed, head = _cut_at_list_end(_CLOSING_BRACKET.sub("", subject))
    members = _divide(listed, count)
    if members is None:
        return None
    return tuple(member + head for member in _share_prefix(members)) if head else _complete(members)


def listed_things(text: str, count: int) -> tuple[str, ...]:
    """The things of a list, each as it stands, without the class behind 等; nothing where they are not so many."""
    return tuple(_divide(_LIST_END.split(text)[0], count) or ())


def count_members(subject: str) -> int:
    """How many members a subject has when it is cut at every joint."""
    plain = blank(_cut_at_list_end(subject)[0])
    return 1 + plain.count("、") + sum(1 for _ in _CONJUNCTION.finditer(plain))


def _cut_at_list_end(subject: str) -> tuple[str, str]:
    """The list before 等 and the head behind it; “等4项主要污染物重点工程减排量” loses the class name of its members."""
    for match in _LIST_END.finditer(blank(subject)):
        tail = subject[match.end() :]
        if "、" in subject[: match.start()] and tail:
            return subject[: match.start()], (metric_head(tail) or tail) if match["count"] else tail
    return subject, ""


def _divide(listed: str, count: int) -> list[str] | None:
    """The list cut at its joints, in the one way that gives ``count`` members: 、 alone, 、 and the last 和, or all."""
    listed = listed.replace("”“", "”、“")  # “甲”“乙”授权企业
    plain = blank(listed)
    commas = _cut(listed, [m.span() for m in patterns.finditer("、", plain)])
    if len(commas) == count:
        return commas
    conjunctions = [m.span() for m in _CONJUNCTION.finditer(plain)]
    marks = [m.span() for m in patterns.finditer("、", plain)]
    ways = {tuple(_cut(listed, sorted([*marks, joint]))) for joint in conjunctions}
    fitting = [way for way in ways if len(way) == count and all(way)]
    if len(fitting) > 1:  # the joint before the last member: “A、B和C”, not one inside a member
        fitting = [way for way in fitting if way[:-1] == tuple(_cut(listed, sorted([*marks, conjunctions[-1]])))[:-1]]
    if not fitting:
        every = _cut(listed, sorted([*marks, *conjunctions]))
        return every if len(every) == count and all(every) else None
    return list(fitting[0])


def _cut(text: str, joints: list[tuple[int, int]]) -> list[str]:
    pieces, start = [], 0
    for at, end in joints:
        pieces.append(text[start:at])
        start = end
    return [*pieces, text[start:]]


def _complete(members: list[str]) -> tuple[str, ...]:
    """Every member with the head and the prefix that it shares with the others."""
    last = members[-1]
    if len(members) == 1:
        return (last,)
    if measured := _deeds_measured(members):
        return measured
    if placed := _places_apart(members):
        return placed
    if owned := _owners_behind(members):
        return owned
    if within := _WITHIN.search(last, 1):
        head = last[within.start() :]
        return tuple(m + head for m in [*_share_prefix([*members[:-1], last.removesuffix(head)])])
    if all(_is_complete(member) for member in members):
        return tuple(_share_owner(members))
    head = _shared_head(members)
    if not head:
        return tuple(_share_owner(members))
    bare = _share_prefix([*members[:-1], last.removesuffix(head)])
    return tuple(_with_inner_head(bare, i, member) + head for i, member in enumerate(bare))


def _deeds_measured(members: Sequence[str]) -> tuple[str, ...]:
    """林下|种植、养殖|面积: deeds of one owner, measured alike; nothing where the members are anything else."""
    metric = words("metric").before(members[-1])
    phrases = [*members[:-1], members[-1].removesuffix(metric)]
    deeds = [words("nominal").before(phrase) for phrase in phrases]
    if not metric or not all(deeds):
        return ()
    if len(set(deeds)) == 1 and deeds != phrases:  # 失业人员再|就业、就业困难人员|就业|人数
        return tuple(phrase + metric for phrase in phrases)
    if phrases[1:] != deeds[1:]:
        return ()
    return tuple(phrases[0].removesuffix(deeds[0]) + deed + metric for deed in deeds)


def _places_apart(members: Sequence[str]) -> tuple[str, ...]:
    """土壤环境质量|国控、省控|监测点位: what stands before the first and behind the last is of them all; nothing for bare places."""
    place, last = words("place"), members[-1]
    own = place.at(last)
    ends = [place.before(member) for member in members[:-1]]
    owner = members[0].removesuffix(ends[0])
    if not (own and owner and all(ends)) or ends[1:] != members[1:-1]:
        return ()
    return tuple(owner + end + last[len(own) :] for end in (*ends, own))


def _owners_behind(members: list[str]) -> tuple[str, ...]:
    """冷链流通率|果蔬、肉类、水产品: the measure stands before those that have it; nothing where it does not."""
    first, others = members[0], members[1:]
    ends = (match.end() for match in _MEASURE_FIRST.finditer(first))
    at = next((end for end in ends if end < len(first)), 0)
    if not at or any(words("metric").before(member) for member in (first, *others)):
        return ()
    return tuple(member + first[:at] for member in (first[at:], *others))


def _is_complete(member: str) -> bool:
    """Whether a member names a measure of its own: 人均综合能耗; 营运货车单位运输周转量 still lacks what is per unit."""
    if patterns.search("单位(?!名)", member) and not member.endswith("率"):
        return bool(words("numerator").before(member))
    return bool(words("metric").before(member)) and member not in (*_TRADE, *words("substance").words)


def _shared_head(members: list[str]) -> str:
    """The part of the last member that the others lack."""
    last, others = members[-1], members[:-1]
    place = words("place")
    if all(other in place for other in others) and (own := place.at(last)):
        return last[len(own) :]
    if (numerator := words("numerator").before(last)) and "单位" in last[1:]:
        names_member = _denominator_names_member(last.removesuffix(numerator))
        return numerator if names_member else last[last.index("单位", 1) :]
    if all(map(names_places, others)) and (measure := without_places(last)) != last:
        return measure  # 凯里市、其他县城|生活污水收集率
    return parallel_head(others, last) or _class_head(others, last) or _predicate_head(last) or metric_head(last)


def _class_head(others: Sequence[str], last: str) -> str:
    """钢铁、水泥、电解铝|行业能效水平以上产能比例: from the noun on that says what the members are; behind it, where each has one.

    65岁以上老年人、36个月以下儿童|健康管理率.
    """
    reach = max(map(len, others)) + 1
    classes = words("owner", "people")
    named = any(other.endswith(word) for word in classes.words for other in others)
    found = [
        (at, at + len(word))
        for word in classes.words
        if 0 <= (at := last.find(word)) <= reach and not last.endswith(_ATTRIBUTE_ENDS, 0, at)
    ]
    starts = [end if named else at for at, end in found if named or at]
    head = last[min(starts) :] if starts and metric_head(last) else ""
    return head if words("metric").before(head) else ""


def _predicate_head(last: str) -> str:
    """社区服务站、村卫生室|设置“中医阁”的比例: from the verb on, where the share is of those who do something."""
    verbs = words("do")
    is_share = last.endswith(("的比例", "的占比", "的比重"))
    at = next((at for at in range(2, len(last)) if verbs.at(last, at)), 0) if is_share else 0
    return last[at:] if at else ""


def _denominator_names_member(text: str) -> bool:
    """城市客运|单位客运量: the denominator repeats the member's own word, so it is not the list's."""
    owner, _, denominator = text.partition("单位")
    return bool(denominator) and denominator[:2] in owner


def parallel_head(others: Sequence[str], last: str, *, alike: int = 2) -> str:
    """Members that all end alike (省级、市级|县级党政机关, 重型货车、客车|公交车比例): the last one ends so too.

    ``alike``: how many members, a measure at the end counted as one, must bear it out.
    """
    if same := _alike_from_the_start(others, last):
        return last[same:]
    endings = {other[-1:] for other in others}
    ending = endings.pop() if len(endings) == 1 else ""
    at = last.find(ending, 1) if ending else -1
    head = last[at + 1 :] if 0 < at <= max(map(len, others)) + 1 else ""
    same_word = all(len(other) > 1 and other[-2:] == last[at - 1 : at + 1] for other in others)  # 居民、非居民|收费标准
    return head if head and (same_word or len(others) + bool(metric_head(head)) >= alike) else ""


def _alike_from_the_start(others: Sequence[str], last: str) -> int:
    """连续爬升、连续下降|运行程序应用率: how long the members are that begin with the same word; 0 where they do not."""
    lengths = {len(other) for other in others}
    length = lengths.pop() if len(lengths) == 1 else 0
    begins = last[:_RATE_OF]
    alike = length > len(begins) and all(other.startswith(begins) for other in others) and metric_head(last)
    return length if alike and length < len(last) - 1 else 0


def metric_head(text: str) -> str:
    """The measured noun at the end of a phrase, with the deverbal nouns that belong to it: 综合利用率, 重点工程减排量."""
    if (grows := _GROWTH_OF.search(text)) and (measure := metric_head(text[: grows.start()])):
        return measure + grows[0]  # 煤炭、集装箱|铁水联运量年均增速
    metric = words("metric").before(text)
    start = len(text) - len(metric)
    if metric == "率" and not words("process").before(text, start):
        start = max(0, start - _RATE_OF)  # 腐损|率: of what it is the rate is part of its name
    while metric and (word := words("process").before(text, start)):
        start -= len(word)
    if metric and (substance := _SUBSTANCE.search(text[:start])) and substance.start():
        start = substance.start()
    return text[start:] if 0 < start < len(text) else ""


def _with_inner_head(members: list[str], index: int, member: str) -> str:
    """营运客车、营运货车|单位运输周转量: a denominator that stands once counts for the members before it."""
    if "单位" in member:
        return member
    following = next((m for m in members[index + 1 : -1] if "单位" in m), "")
    return member + following[following.find("单位") :] if following else member


def _share_owner(members: list[str]) -> list[str]:
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


def _share_prefix(members: list[str]) -> list[str]:
    """溶剂型|工业涂料、油墨; 规模化养殖场|畜禽粪便、污水: an adjective or owner counts for the whole list."""
    first = members[0]
    prefix = _adjective(first) or owner_at_head(first)
    if not prefix or prefix == first or any(owner_at_head(m) or words("place").at(m) for m in members[1:]):
        return _share_owner(members)
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
