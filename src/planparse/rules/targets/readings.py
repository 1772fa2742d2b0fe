"""How a clause with numbers is built: which words name the indicator, which the action.

The shapes, with Q for the quantity (or a list of them):

=========  ===========================================  =======================================
reached    subject, verb of level or change, Q          化学需氧量排放总量控制在3128吨以内
counted    (subject,) verb of making, Q, object         创建5家节约型公共机构示范单位
made       verb of making, object, Q                    新增绿色建筑面积320万平方米
share      Q, subject, predicate                        95%的机关达到创建标准
floating   subject, Q, predicate                        作业车辆50%以上使用新能源汽车
bare       subject, (comparator,) Q                     漏损率低于10%；综合利用率80%以上
=========  ===========================================  =======================================
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse import patterns
from planparse.clauses import REMOVED
from planparse.document import Change
from planparse.lexicon.vocabulary import Words, level_verbs, words
from planparse.lexicon.words import verb_at_start
from planparse.rules.targets.members import parallel_head, split_members
from planparse.rules.targets.quantities import Quantity, comparator_of, holds_number
from planparse.rules.targets.subject import read_subject, strip_openers, take_scope, without_baseline
from planparse.rules.targets.thresholds import SEPARATORS, predicate_before, verb_with_list

_PART_OF = patterns.compile(
    r"(?P<verb>达到|达|不?(?:超过|低于|高于|少于))(?P<whole>[^，、达占]{2,16}的)$"
)  # 达到工业园区的|50%以上
_YEAR_OF = patterns.compile(r"(?<=[到至达])(?:19|20)\d{2}年(?:底)?的$")  # 提高到2025年的|28%
_OBJECT_END = patterns.compile(r"(?:并|且)(?!网|购|轨|联|发|行)|以及|，|后(?=[^，]*$)(?!备|勤|期)")
_PLACE_PHRASE = patterns.compile(r"^(?:在|于|面向|针对|对|围绕|依托|以|结合|通过)[^，]*?")
_TAIL = patterns.compile("的[^的]{0,12}(?:问题|工作|任务|需求|难题|权益|改造|建设|保障)$")
_DENOMINATOR = patterns.compile(
    r"每[\d.]*[十百千万亿]*(?:名|位|户)?(?:常住|户籍)?(?:人口|人|家庭|居民|老年人|老人|学生|儿童|亩|平方公里)"
)
_PIVOT_END = patterns.compile("(?<=..)(?:开展|进行|实施|参加|参与|承担)")  # 选择300个重点县|开展示范
_GENERIC = frozenset(("比例", "占比", "比重", "数量", "总量", "总数", "覆盖率", "完成率", "比率"))


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


class _Piece(NamedTuple):
    """One part of a clause: the text before a list of quantities, the list, and the text behind it."""

    left: str
    plain_left: str
    quantities: tuple[Quantity, ...]
    right: str
    plain_right: str
    end: int  # of the quantities, in the clause


def read_clause(
    text: str, plain: str, start: int, quantities: tuple[Quantity, ...], *, one_subject: bool = False
) -> Iterator[Reading]:
    """The readings of a clause whose own words begin at ``start`` (behind its deadline).

    ``one_subject``: a list of numbers is spread over as many deadlines (到2022年、2025年分别达到…), not over subjects.
    """
    readings: list[Reading] = []
    verb, scope = "", None
    for piece in _pieces(text, plain, start, quantities):
        reading = _read(piece, verb)
        if one_subject and not reading.paired:
            reading = reading._replace(indicators=(reading.subject,) * len(reading.quantities), paired=True)
        verb = reading.action if reading.shape in ("counted", "made") and reading.action else verb
        scope = reading.scope or (scope if reading.action == verb else None)
        readings.append(reading._replace(scope=scope))
    yield from _share_denominator(_share_predicate(readings))


def _share_predicate(readings: list[Reading]) -> list[Reading]:
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
    elif head := _common_tail(each) or parallel_head(each[:-1], each[-1], alike=1):
        members = [*(member + head for member in each[:-1]), each[-1]]
    if members is None:
        return readings
    return [r._replace(indicators=(member,)) for r, member in zip(readings, members, strict=True)]


def _share_denominator(readings: list[Reading]) -> Iterator[Reading]:
    """每10万人口|康复医师达到8人、康复治疗师达到12人: what the first is counted by serves the ones behind it."""
    first = readings[0].indicators[0] if readings and readings[0].indicators else ""
    denominator = _DENOMINATOR.match(first)
    for reading in readings:
        lacks = denominator and len(reading.indicators) == 1 and not reading.indicators[0].startswith("每")
        if denominator and lacks and reading.quantities[0].unit == readings[0].quantities[0].unit:
            reading = reading._replace(indicators=(denominator[0] + reading.indicators[0],))
        yield reading


def _pieces(text: str, plain: str, start: int, quantities: tuple[Quantity, ...]) -> Iterator[_Piece]:
    """“N Q、N Q” and “Q N、Q N” are cut at their joints; “Q、Q和Q” stays one list."""
    runs: list[list[Quantity]] = [[quantities[0]]]
    begins, ends = [start], []
    for before, this in pairwise(quantities):
        gap = plain[before.end : this.start]
        if gap in SEPARATORS:
            runs[-1].append(this)
            continue
        joint = next((s for s in SEPARATORS if gap.startswith(s)), "")
        closing = next((s for s in sorted(SEPARATORS, key=len, reverse=True) if gap.endswith(s)), "")
        ends.append(before.end if joint else this.start - len(closing))
        begins.append(before.end + len(joint) if joint else this.start)
        runs.append([this])
    for begin, run, end in zip(begins, runs, [*ends, len(text)], strict=True):
        first, last = run[0].start, run[-1].end
        yield _Piece(text[begin:first], plain[begin:first], tuple(run), text[last:end], plain[last:end], last)


def _common_tail(each: list[str]) -> str:
    """4.62万名农村居民和0.35万名师生|的饮水安全问题: what is solved or done for all of them."""
    tail = _TAIL.search(each[-1])
    return tail[0] if tail and not any("的" in one for one in each[:-1]) else ""


def _read(piece: _Piece, verb_before: str) -> Reading:
    left, right = _YEAR_OF.sub("", piece.left).rstrip(REMOVED), _object(piece)
    part = _PART_OF.search(piece.plain_left)
    if part:
        return _part_of_whole(piece, left[: part.start()], part["verb"])
    scope = words("scope").before(left)
    left = _without_trailers(left)
    predicate = _without_year(left, predicate_before(left))
    if _is_level_or_change(predicate) and not (right and predicate in words("make", "make-increase")):
        return _reached(piece, left[: -len(predicate)], predicate)
    if predicate and (right or not _made_before(left, predicate)):
        return _counted(piece, left, predicate, right, scope or None)
    if not strip_openers(take_scope(left)[1]):
        return _share(piece, left, right, verb_before)
    return _with_subject(piece, left, right, verb_before)


def _part_of_whole(piece: _Piece, left: str, verb: str) -> Reading:
    """达到工业园区的|50%, 不低于总数的|30%."""
    comparator = comparator_of(verb)
    if comparator is None:
        return _reached(piece, left, verb)
    compared = tuple(q._replace(comparator=comparator) for q in piece.quantities)
    return _reached(piece._replace(quantities=compared), left, None)


def _without_trailers(left: str) -> str:
    """创建分别|…: adverbs between a verb and its number say nothing of the indicator."""
    bare = words("trailer", "scope").strip_end(left)
    return bare if predicate_before(bare) and not predicate_before(left) else left


def _object(piece: _Piece) -> str:
    """What is counted behind the quantity."""
    return _object_span(piece).removeprefix("的").strip("，、： ")


def _object_span(piece: _Piece) -> str:
    """The text behind the quantity up to a further predicate (并给予奖补)."""
    cut = _OBJECT_END.search(piece.plain_right)
    return piece.right[: cut.start()] if cut else piece.right


def _is_level_or_change(predicate: str) -> bool:
    return predicate in level_verbs() or predicate in words("increase", "decrease")


def _without_year(left: str, predicate: str) -> str:
    """比2019年均下降: the year belongs to the baseline, not to 年均."""
    at = len(left) - len(predicate)
    return predicate.lstrip("年均") if predicate.startswith("年") and left[at - 1 : at].isdigit() else predicate


def change_of(action: str | None) -> Change | None:
    """decrease for 下降, increase for 提高 and 新增; None where a level is reached or something made."""
    if action is None:
        return None
    if action in words("increase", "make-increase"):
        return "increase"
    return "decrease" if action in words("decrease", "make-decrease") else None


def _reached(piece: _Piece, left: str, action: str | None) -> Reading:
    subject = read_subject(left, keeps_verb=change_of(action) is not None)
    return _paired(piece, "reached", subject.indicator, subject.scope, action)


def _counted(piece: _Piece, left: str, predicate: str, right: str, inner: str | None) -> Reading:
    """创建|5家|单位; 公共机构实施|150个|项目 keeps its subject; 全年更新改造|600万千瓦 has its object in the clause before."""
    before = words("adverb").strip_end(left[: -len(predicate)])
    scope, subject = take_scope(without_baseline(before), ends_at_verb=True)
    subject = "" if _PLACE_PHRASE.match(subject) else words("adverb").strip_start(subject).strip("，、：")
    if subject and words("make", "measure", "chain").before(subject) == subject:
        predicate, subject = subject + predicate, ""
    if predicate in words("pivot"):
        right = _PIVOT_END.split(right)[0] or right
    indicator = f"{subject}{predicate}{right}" if subject and right else right
    if subject and not right:
        indicator = subject + predicate if predicate in words("nominal") else subject
    return _paired(piece, "counted", indicator, scope or inner, predicate)


def _share(piece: _Piece, left: str, right: str, verb: str) -> Reading:
    """95%的|机关达到标准; behind an earlier “打造1家工厂、” the noun alone: 10个|车间."""
    scope, _ = take_scope(left)
    if not right:
        return _paired(piece, "reached", "", scope, None)
    return _paired(piece, "counted" if verb else "share", right, scope, verb or None)


def _with_subject(piece: _Piece, left: str, right: str, verb: str) -> Reading:
    """A noun stands before the number: “made” where a verb of making opens the clause, else “floating” or “bare”."""
    action, rest, scope = _opening_verbs(left)
    ratio = piece.quantities[0].unit_kind in ("ratio", "point")
    if right and (maker := verb_with_list(left)):
        object_ = re.split("及|以及", right)[0]
        return _paired(piece, "counted", object_, scope, maker)  # 完成甲工程、乙专用线等|8个|项目建设
    if right:
        subject = read_subject(left)
        return _paired(piece, "floating", subject.indicator + right, subject.scope, None)
    if not action and not ratio and piece.quantities[0].unit is not None:
        action, rest = _rare_verb(rest)
    cuts = action in words("decrease", "increase") and action not in words("make-increase")
    if _measures(piece, action, rest):
        action = ""
    if action and rest and (cuts or not (ratio or piece.quantities[0].unit is None)):
        return _paired(piece, "made", rest, scope, action)
    subject = read_subject(left)
    if verb and not ratio:  # 新增污水处理能力3.5万吨/日、|生活垃圾处理能力400吨/日
        return _paired(piece, "made", subject.indicator, subject.scope, verb)
    return _paired(piece, "bare", subject.indicator, subject.scope, None)


def _made_before(left: str, predicate: str) -> bool:
    """完成|造林|10万亩: the noun before the number is a verb's form, and another verb governs it."""
    action, rest, _ = _opening_verbs(left)
    return bool(action and rest)


def _opening_verbs(left: str) -> tuple[str, str, str | None]:
    """Action, object and scope of a clause that a verb opens: 同步|发展|高效节水农田; 新增和改造|污水管网."""
    scope, bare = take_scope(without_baseline(left))
    bare = words("adverb").strip_start(bare)
    if _PLACE_PHRASE.match(bare):
        bare = _behind_place_phrase(bare)
    if bare.startswith("年") and words("make", "make-increase").at(bare, 1):
        bare = bare[1:]  # 年新增5个, 年种植38万亩
    action = ""
    while verb := _next_verb(bare, action):
        action, bare = action + verb, bare[len(verb) :]
    inner, bare = take_scope(bare) if action else (None, bare)
    bare = words("trailer").strip_end(bare.strip("，、： ")).removeprefix("了")
    return action, bare, scope or inner


def _next_verb(text: str, action: str) -> str:
    """The first verb, or one more that belongs to the same action: 关停|退出, 新增|和改造."""
    joint = next((s for s in SEPARATORS if text.startswith(s)), "") if action else ""
    verbs = (
        words("chain")
        if action and not joint
        else words("make", "make-open", "make-increase", "make-decrease", "chain")
    )
    verb = verbs.at(text, len(joint)) or _newly(verbs, text, len(joint))
    rest = text[len(joint) + len(verb) :]
    part_of_noun = verb in words("nominal", "chain") and verb not in words("make-increase")
    if not verb or not rest or (part_of_noun and (rest in words("metric") or rest in words("chain-noun"))):
        return ""  # 改造面积, 造林: the verb is part of the noun
    return joint + verb if not action or joint or not words("chain-noun").at(rest) else ""


def _newly(verbs: Words, text: str, start: int) -> str:
    """新购置|环卫车: 新 before a verb tells when, and belongs to the action; 新能源 has none behind it."""
    verb = verbs.at(text, start + 1) if text.startswith("新", start) else ""
    return "新" + verb if verb else ""


def _measures(piece: _Piece, action: str, rest: str) -> bool:
    """新建冷库容量|超过4000万立方米: the verb belongs to what is measured, and the number is compared with it."""
    first = piece.quantities[0]
    return (
        first.start < first.number.start
        and bool(words("metric").before(rest))
        and action not in words("make-increase", "make-decrease", "decrease", "increase")
    )


def _rare_verb(text: str) -> tuple[str, str]:
    """A verb that is in no table of ours, by the dictionary: 改善|航道4800公里; not one inside a measure (执业医师数)."""
    if words("metric").before(text):
        return "", text
    new = "新" if text.startswith("新") else ""
    verb = verb_at_start(text.removeprefix(new))
    verb = new + verb if verb else ""
    return (verb, text[len(verb) :]) if len(verb) < len(text) else ("", text)


def _behind_place_phrase(text: str) -> str:
    """在兴宾区、象州县|建立示范基地: the phrase of place ends where the verb begins."""
    make = words("make")
    return next((text[i:] for i in range(2, len(text)) if make.at(text, i) and text[i - 1] not in "、和"), text)


def _paired(piece: _Piece, shape: str, indicator: str, scope: str | None, action: str | None) -> Reading:
    """The reading with one indicator for each quantity of the list."""
    indicator = patterns.sub(r"各$", "", indicator)
    count = len(piece.quantities)
    members: tuple[str, ...] | None = (indicator,) if indicator else ()
    if count > 1 and indicator:
        members = split_members(indicator, count)
    end = piece.end + len(_object_span(piece)) if shape in ("counted", "share", "floating") else piece.end
    paired = members is not None
    change = change_of(action) or ("increase" if shape == "bare" and _grows(indicator, piece) else None)
    listed = "分别" in piece.plain_left
    return Reading(
        shape, piece.quantities, members or (), scope, action or None, change, end, indicator, listed, paired
    )


def _grows(indicator: str, piece: _Piece) -> bool:
    """城镇|新增就业|40万人: the verb stands inside the noun."""
    return "新增" in indicator and piece.quantities[0].unit_kind not in ("ratio", "point", "bare")


def is_generic(indicator: str) -> bool:
    """比例 alone: what it is a share of stands in the clauses before."""
    return indicator in _GENERIC


def clause_subject(text: str) -> str:
    """The measured noun that opens a clause without a number: 粮食产量|只增不减; 常住人口城镇化率：."""
    _, bare = take_scope(text)
    metric, says = words("metric"), words("adverb", "state", "negation")
    ends = (i for i in range(2, len(bare) + 1) if metric.before(bare, i) and (i == len(bare) or says.at(bare, i)))
    return bare[: next(ends, 0)]


def clause_object(text: str) -> str:
    """The object of a clause without a number, for a clause behind it that leaves its own out."""
    if holds_number(text):
        return ""
    _, bare = take_scope(text)
    bare = words("adverb").strip_start(bare)
    verb = words("make", "measure", "result").at(bare)
    return bare[len(verb) :] if verb else bare
