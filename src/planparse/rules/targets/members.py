"""Distributive lists: “化学需氧量、氨氮重点工程减排量分别达到1196吨、2065吨” has two members with one head.

``split_members(subject, count)`` gives each member its full indicator, or None where the subject does not
have just ``count`` members: then nothing is guessed.
"""

from collections.abc import Sequence

from planparse import patterns
from planparse.clauses import blank
from planparse.lexicon.vocabulary import words
from planparse.rules.targets.heads import metric_head, shared_head
from planparse.rules.targets.owners import share_owner, share_prefix

_LIST_END = patterns.compile(r"等(?P<count>[\d一二两三四五六七八九十]+[项个种类大])?")
_CLOSING_BRACKET = patterns.compile("(?<=.)（[^（）]*）$")  # 排放总量|（含工业、生活、农业）
_WITHIN = patterns.compile("(?<![其高初集当途期空水手中])中(?![心小等国央学医水药])")
_TRADE = ("进口", "出口")  # 进口、出口|通关时间
_MEASURE_FIRST = patterns.compile("率|比例|比重|占比")
_CONJUNCTION = patterns.compile("以及|和|(?<![普涉遍])及(?![其时格])|与")


def split_members(subject: str, count: int) -> tuple[str, ...] | None:
    """The full indicators of the ``count`` members of a subject; None where the counts do not match."""
    listed, head = _cut_at_list_end(_CLOSING_BRACKET.sub("", subject))
    members = _divide(listed, count)
    if members is None:
        return None
    return tuple(member + head for member in share_prefix(members)) if head else _complete(members)


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
        return tuple(m + head for m in [*share_prefix([*members[:-1], last.removesuffix(head)])])
    if all(_is_complete(member) for member in members):
        return tuple(share_owner(members))
    head = shared_head(members)
    if not head:
        return tuple(share_owner(members))
    bare = share_prefix([*members[:-1], last.removesuffix(head)])
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


def _with_inner_head(members: list[str], index: int, member: str) -> str:
    """营运客车、营运货车|单位运输周转量: a denominator that stands once counts for the members before it."""
    if "单位" in member:
        return member
    following = next((m for m in members[index + 1 : -1] if "单位" in m), "")
    return member + following[following.find("单位") :] if following else member
