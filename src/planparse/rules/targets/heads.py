"""The head that the members of a list share: 化学需氧量、氨氮|重点工程减排量, 老年人、儿童|健康管理率."""

from collections.abc import Sequence

from planparse import patterns
from planparse.lexicon.vocabulary import words
from planparse.rules.targets.places import names_places, without_places

_SUBSTANCE = patterns.compile(r"(?:[A-Za-z][A-Za-z0-9.₂₅]*|细?颗粒物|臭氧|二氧化[硫氮碳])$")  # 地区|PM2.5浓度
_ATTRIBUTE_ENDS = ("以上", "以下", "的")  # 县级以上|医院: this member's own
_GROWTH_OF = patterns.compile("(?:年均|平均)?(?:增速|增幅|增长率|增长速度)$")
_RATE_OF = 2  # characters


def shared_head(members: list[str]) -> str:
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
