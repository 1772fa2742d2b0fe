"""What a clause says of one list of quantities, and what the readings of one clause share."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from planparse import patterns
from planparse.document import Change
from planparse.lexicon.vocabulary import words
from planparse.rules.targets.heads import parallel_head
from planparse.rules.targets.members import split_members
from planparse.rules.targets.quantities import Quantity

_BRINGS = patterns.compile("([^，]{2,}?)(?:形成|实现|产生|带来|带动)[^，]{2,}")
_SAVES = patterns.compile("减排|节约|节省|节电|节水|替代|削减")
_TAIL = patterns.compile("的[^的]{0,12}(?:问题|工作|任务|需求|难题|权益|改造|建设|保障)$")
DENOMINATOR = patterns.compile(
    r"每[\d.]*[十百千万亿]*(?:名|位|户)?(?:常住|户籍)?(?:人口|人|家庭|居民|老年人|老人|学生|儿童|亩|平方公里)"
)


class Reading(NamedTuple):
    """What a clause says of one list of quantities.

    ``indicators`` has one entry for a single quantity, or one for each member of a list; it is empty where
    the clause leaves its subject out. ``end`` is where its words end in the clause. ``paired`` is false where
    a list's counts do not match.
    """

    shape: str
    quantities: tuple[Quantity, ...]
    indicators: tuple[str, ...]
    scope: str | None
    action: str | None
    change: Change | None
    end: int
    subject: str = ""  # the whole phrase, before it is divided among the members of a list
    listed: bool = False  # 分别 stands before the numbers
    paired: bool = True
    of_whole: bool = False  # the share is one of another amount: 不低于人均消费支出的|35%


def share_predicate(readings: list[Reading]) -> list[Reading]:
    """95%的省级、90%的市级和70%的县级党政机关达到标准: the last one's noun and predicate serve them all.

    Likewise 建设5个国家级、10个省级示范区, where the members end alike.
    """
    shapes = {r.shape for r in readings}
    if len(readings) < 2 or shapes - {"share", "counted"} or any(len(r.indicators) != 1 for r in readings):
        return readings
    each = [r.indicators[0] for r in readings]
    members: Sequence[str] | None = None
    if shapes == {"share"}:
        members = split_members("、".join(each), len(each))
        if members is None or list(members) == each:
            members = _with_predicate(each) or members
    elif with_deed := _with_deed(each):
        members = with_deed
    elif head := _common_tail(each) or parallel_head(each[:-1], each[-1], alike=1):
        members = [*(member + head for member in each[:-1]), each[-1]]
    if members is None:
        return readings
    return [r._replace(indicators=(member,)) for r, member in zip(readings, members, strict=True)]


def share_list(readings: list[Reading]) -> list[Reading]:
    """成灾率、防治率、准确率分别|控制在3.3‰以下、|达到90%和92%: one list of subjects, whose numbers have verbs of their own."""
    first, others = readings[0], readings[1:]
    if not (first.listed and others) or any(other.subject for other in others):
        return readings
    own = tuple(dict.fromkeys(first.quantities))
    counts = [len(own), *(len(other.quantities) for other in others)]
    members = split_members(first.subject, sum(counts))
    if members is None:
        return readings
    ends = [*accumulate(counts)]
    parts = [members[end - count : end] for end, count in zip(ends, counts, strict=True)]
    first = first._replace(quantities=own)
    return [
        reading._replace(indicators=part, paired=True) for reading, part in zip([first, *others], parts, strict=True)
    ]


def share_subject(readings: list[Reading]) -> list[Reading]:
    """节能降碳改造形成节能量约5000万吨标准煤、|减排二氧化碳|约1.3亿吨: what brings the first about brings the others too."""
    first = readings[0] if readings else None
    brings = (
        _BRINGS.match(first.indicators[0]) if first and len(first.indicators) == 1 and first.shape == "bare" else None
    )
    if first is None or brings is None:
        return readings
    return [first, *(_brought_by(brings[1], reading) for reading in readings[1:])]


def _brought_by(subject: str, reading: Reading) -> Reading:
    lacks = reading.shape == "bare" and len(reading.indicators) == 1 and _SAVES.match(reading.indicators[0])
    return reading._replace(indicators=(subject + reading.indicators[0],)) if lacks else reading


def share_denominator(readings: list[Reading]) -> Iterator[Reading]:
    """每10万人口|康复医师达到8人、康复治疗师达到12人: what the first is counted by serves the ones behind it."""
    first = readings[0].indicators[0] if readings and readings[0].indicators else ""
    denominator = DENOMINATOR.match(first)
    for reading in readings:
        lacks = denominator and len(reading.indicators) == 1 and not reading.indicators[0].startswith("每")
        if denominator and lacks and reading.quantities[0].unit == readings[0].quantities[0].unit:
            reading = reading._replace(indicators=(denominator[0] + reading.indicators[0],))
        yield reading


def _predicate(phrase: str) -> str:
    """村卫生室|能够规范开展6项技术: from the verb on, or the adverb before it; "" where none stands there."""
    at = next((at for at in range(2, len(phrase)) if len(words("adverb", "do").at(phrase, at)) > 1), 0)
    return phrase[at:] if at else ""


def _with_predicate(each: list[str]) -> list[str]:
    """80%的社区服务站、70%的村卫生室|能够开展6项技术: what the last ones do, the first ones do; nothing where they do something."""
    predicate = _predicate(each[-1])
    return (
        [*(one + predicate for one in each[:-1]), each[-1]] if predicate and not any(map(_predicate, each[:-1])) else []
    )


def _with_deed(each: list[str]) -> list[str]:
    """12家石灰企业和8家陶瓷企业|无组织排放治理: a bare kind takes the deed of the same kind behind it; nothing where none is bare."""
    whole = each[:]
    for at in range(len(each) - 2, -1, -1):
        kind = words("owner").before(whole[at])
        _, found, deed = whole[at + 1].partition(kind) if kind else ("", "", "")
        whole[at] += deed if found and words("nominal").before(deed) else ""
    return whole if whole != each else []


def _common_tail(each: list[str]) -> str:
    """4.62万名农村居民和0.35万名师生|的饮水安全问题: what is solved or done for all of them."""
    tail = _TAIL.search(each[-1])
    return tail[0] if tail and not any("的" in one for one in each[:-1]) else ""
