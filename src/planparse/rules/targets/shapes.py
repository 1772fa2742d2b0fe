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
from collections.abc import Iterator

from planparse import patterns
from planparse.clauses import REMOVED
from planparse.document import Change
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.rules.targets.doers import place_of_deed, without_doer, without_support
from planparse.rules.targets.members import count_members, split_members
from planparse.rules.targets.opening_verbs import PLACE_PHRASE, opening_verbs, rare_verb
from planparse.rules.targets.pieces import Piece, object_of, object_span, pieces
from planparse.rules.targets.places import names_places
from planparse.rules.targets.proportions import by_share
from planparse.rules.targets.quantities import DENIAL, Quantity, comparator_of
from planparse.rules.targets.reading import Reading, share_denominator, share_list, share_predicate, share_subject
from planparse.rules.targets.services import service, without_preposition
from planparse.rules.targets.subject import (
    EACH_THING,
    read_subject,
    strip_openers,
    take_scope,
    without_baseline,
    without_comparison,
    without_spell,
)
from planparse.rules.targets.verbs import SEPARATORS, predicate_before, verb_with_list, verb_with_owner

_PART_OF = patterns.compile(
    rf"(?P<verb>达到|达|(?:{DENIAL})?(?:超过|低于|高于|少于|大于|小于|多于))(?P<whole>[^，、达占]{{2,16}}的)$"
)  # 达到工业园区的|50%以上
_PLACES_LISTED = patterns.compile("等[^、等]{1,6}$")  # 完成甲、乙等县|7座|渗滤液治理
_TWICE = patterns.compile("(?:达到|降至|降到|提高到|提高至)(?:并|且)[^，、]{0,4}$")  # 早诊率|达到并持续|保持在55%
_YEAR_OF = patterns.compile(r"(?<=[到至达])(?:19|20)\d{2}年(?:底)?的$")  # 提高到2025年的|28%
_BY_KIND = patterns.compile(
    "(?:分(?:行业|领域|批次|类别|层次|年度|区域|阶段|步骤|专业|级别|片区|环节|[一二两三四五六\\d][批期步]次?)、?)+"
)  # 分行业、分领域|发布; 分两批|命名
_PER_HEAD = patterns.compile("(?:年[户人亩村]均|[户人亩村]均年?)$")  # 户均年增收: the verb is what is measured
_LONGEST_ENTRY = 4
_MANNER = patterns.compile("[^，、]{2,3}化")  # 数字化|升级改造1000个场馆
_PIVOT_END = patterns.compile("(?<=..)(?:开展|进行|实施|参加|参与|承担)")  # 选择300个重点县|开展示范


def read_clause(
    text: str, plain: str, start: int, quantities: tuple[Quantity, ...], *, one_subject: bool = False
) -> Iterator[Reading]:
    """The readings of a clause whose own words begin at ``start`` (behind its deadline).

    ``one_subject``: a list of numbers is spread over as many deadlines (到2022年、2025年分别达到…), not over subjects.
    """
    readings: list[Reading] = []
    verb, scope = "", None
    for piece in pieces(text, plain, start, quantities):
        reading = _read(piece, verb)
        if one_subject and not reading.paired:
            reading = reading._replace(indicators=(reading.subject,) * len(reading.quantities), paired=True)
        verb = reading.action if reading.shape in ("counted", "made") and reading.action else verb
        scope = reading.scope or (scope if (reading.action or "") == verb else None)
        readings.append(reading._replace(scope=scope))
    yield from share_denominator(share_predicate(share_subject(share_list(readings))))


def _read(piece: Piece, verb_before: str) -> Reading:
    left, right = without_spell(_BY_KIND.sub("", _YEAR_OF.sub("", piece.left))).rstrip(REMOVED), object_of(piece)
    if piece.quantities[0].unit_kind == "time" and (case := words("case-verb").at(right)):
        subject = read_subject(left)  # 抵押登记|1个工作日内|办结; 航空力量|2小时内|到达灾害现场
        deed = right if len(right) > len(case) + 1 else ""
        return _paired(piece, "floating", subject.indicator + deed, subject.scope, case)
    if lot := words("batch").before(left):
        left, right = left.removesuffix(lot), right and lot + right  # 完成|首批|120处|选址
    if shared := by_share(left, piece.right, piece.quantities[0]):
        indicator, quantity = shared
        subject = read_subject(indicator)
        return _paired(piece._replace(quantities=(quantity,)), "floating", subject.indicator, subject.scope, None)
    part = _PART_OF.search(piece.plain_left)
    if part:
        return _part_of_whole(piece, left[: part.start()], part["verb"])
    scope = words("scope").before(left)
    left = _without_trailers(left)
    predicate = _without_year(left, predicate_before(left))
    if _is_level_or_change(predicate) and not (right and predicate in words("make", "make-increase")):
        return _reached(piece, left[: -len(predicate)], predicate)
    left = without_doer(left)
    place, deed = place_of_deed(left)
    if place and piece.quantities[0].unit_kind not in ("ratio", "point"):
        return _at_place(place, _read(piece._replace(left=deed), verb_before))
    if served := _served(piece, strip_openers(left), right):
        return served
    is_noun = verb_before and predicate != verb_before and not right and _names_member(left, predicate)
    if predicate and not is_noun and (right or not _made_before(left, predicate)):
        return _counted(piece, left, predicate, right, scope or None)
    if not strip_openers(take_scope(left)[1]):
        return _share(piece, left, right, verb_before)
    return _with_subject(piece, left, right, verb_before)


def _names_member(left: str, predicate: str) -> bool:
    """推广机器人8000台、人工智能|应用|100个; 淘汰水泥3.7亿吨、|造纸|1500万吨: the member's noun, for the verb stands before the first."""
    owner = words("adverb").strip_end(left[: -len(predicate)])
    if predicate in words("chain"):
        return bool(owner) and not names_places(owner)
    if predicate in words("nominal") and owner and not names_places(owner):
        return True  # 建设下沉式绿地5.2万平方米、透水|铺装|8万平方米
    known = words("make", "make-increase", "make-decrease", "increase", "decrease", "may-count", "stage")
    return bool(predicate) and not owner and predicate not in known


def _at_place(place: str, reading: Reading) -> Reading:
    """主城区|绿地: what is made, with the place that stands before the verb."""
    if reading.shape not in ("made", "counted"):
        return reading
    named = tuple(place + indicator for indicator in reading.indicators)
    return reading._replace(indicators=named, subject=place + reading.subject)


def _part_of_whole(piece: Piece, left: str, verb: str) -> Reading:
    """达到工业园区的|50%, 不低于总数的|30%."""
    comparator = comparator_of(verb)
    if comparator is None:
        return _reached(piece, left, verb)._replace(of_whole=True)
    compared = tuple(q._replace(comparator=comparator) for q in piece.quantities)
    return _reached(piece._replace(quantities=compared), left, None)._replace(of_whole=True)


def _without_trailers(left: str) -> str:
    """创建分别|…: adverbs between a verb and its number say nothing of the indicator."""
    bare = words("trailer", "scope").strip_end(left)
    return bare if predicate_before(bare) and not predicate_before(left) else left


def _is_level_or_change(predicate: str) -> bool:
    return predicate in level_verbs() or predicate in words("increase", "decrease")


def _without_year(left: str, predicate: str) -> str:
    """比2019年均下降, 比上年增长: the year belongs to the baseline, not to 年均 or 年增长."""
    at = len(left) - len(predicate)
    of_baseline = left[at - 1 : at].isdigit() or left[at - 1 : at] in ("上", "去")
    return predicate.lstrip("年均") if predicate.startswith("年") and of_baseline else predicate


def change_of(action: str | None) -> Change | None:
    """decrease for 下降, increase for 提高 and 新增; None where a level is reached or something made."""
    if action is None:
        return None
    if action in words("increase", "make-increase"):
        return "increase"
    return "decrease" if action in words("decrease", "make-decrease") else None


def _reached(piece: Piece, left: str, action: str | None) -> Reading:
    subject = read_subject(_TWICE.sub("", left), keeps_verb=change_of(action) is not None)
    per_head = _PER_HEAD.search(left) if action and action in words("gain-each") else None
    indicator = f"{per_head[0]}{action}" if per_head else subject.indicator
    return _paired(piece, "reached", indicator, subject.scope, action)


def _counted(piece: Piece, left: str, predicate: str, right: str, inner: str | None) -> Reading:
    """创建|5家|单位; 公共机构实施|150个|项目 keeps its subject; 全年更新改造|600万千瓦 has its object in the clause before."""
    before = _same_member(words("adverb").strip_end(left[: -len(predicate)]))
    before = without_comparison(without_baseline(before))
    scope, subject = take_scope(before, ends_at_verb=True)
    if not scope:  # 鼓励|每个社区|配备2名
        scope, subject = take_scope(without_support(before), ends_at_verb=True)
    owned = EACH_THING.match(subject)  # 每所中小学至少|配备1名|副校长
    if not owned:
        subject = "" if PLACE_PHRASE.match(subject) else words("adverb").strip_start(subject).strip("，、：")
    deed = subject.rstrip("和或及")
    if deed and (words("make", "measure", "chain").before(deed) == deed or (right and _MANNER.fullmatch(deed))):
        predicate, subject = subject + predicate, ""
    right = right.removesuffix("任务") or right  # 水库除险加固|任务
    if predicate in words("pivot"):
        right = _PIVOT_END.split(right)[0] or right
    indicator = f"{subject}{'' if owned else predicate}{right}" if subject and right else right
    if subject and not right:
        is_noun = predicate in words("nominal") and not names_places(subject)
        indicator = subject + predicate if is_noun else subject
    return _paired(piece, "counted", indicator, scope or inner, predicate)


def _same_member(before: str) -> str:
    """淘汰燃煤锅炉、|新建|3座门站: what stands before 、 is no subject of the verb behind it; 新建、|改建 is one action."""
    member = before.rstrip("、").rsplit("、", 1)[-1]
    verbs = words("make", "measure", "chain", "make-increase", "make-decrease")
    return "" if before.endswith("、") and member not in verbs else before


def _share(piece: Piece, left: str, right: str, verb: str) -> Reading:
    """95%的|机关达到标准; behind an earlier “打造1家工厂、” the noun alone: 10个|车间."""
    scope, _ = take_scope(left)
    if not right:
        return _paired(piece, "reached", "", scope, None)
    return _paired(piece, "counted" if verb else "share", right, scope, verb or None)


def _served(piece: Piece, left: str, right: str) -> Reading | None:
    """为|1000户|老年人家庭实施适老化改造; 为适龄妇女提供免费检查|2.2万人次."""
    behind = without_preposition(left)
    scope, before = take_scope(behind)
    described = before if before.endswith("的") and right else ""  # 对|威胁100人以上的|9200处隐患点
    if behind == left or (right and before != described) or piece.quantities[0].unit_kind in ("ratio", "point"):
        return None
    served = service(described + (right or before), brings=not right)
    return _paired(piece, "counted", served.indicator, scope, served.verb) if served else None


def _with_subject(piece: Piece, left: str, right: str, verb: str) -> Reading:
    """A noun stands before the number: “made” where a verb of making opens the clause, else “floating” or “bare”."""
    action, rest, scope = opening_verbs(left)
    ratio = piece.quantities[0].unit_kind in ("ratio", "point")
    if right and (maker := verb_with_list(left)):
        object_ = re.split("及|以及", right)[0]
        owner = rest if action and _PLACES_LISTED.search(left) else ""
        return _paired(piece, "counted", owner + object_, scope, maker)  # 完成甲工程、乙专用线等|8个|项目建设
    if right and verb_with_owner(left, piece.quantities[0]):
        return _paired(piece, "counted", rest + right, scope, action)
    if right:
        if piece.right.startswith("的") and (verb := words("do", "make").before(left)):
            left = words("adverb").strip_end(left.removesuffix(verb))  # 省级电网基本具备|5%|的负荷响应能力
        subject = read_subject(left.removesuffix("按"))
        return _paired(piece, "floating", subject.indicator + right, subject.scope, None)
    names_part = left.startswith("其中")  # 其中|冶炼渣|850万吨
    if not (action or verb or ratio or names_part) and piece.quantities[0].unit is not None:
        counted = _measure_verb(left) if piece.quantities[0].unit_kind == "count" else None
        action, rest = counted or rare_verb(rest)
    cuts = action in words("decrease", "increase") and action not in words("make-increase")
    if _measures(piece, action, rest):
        action = ""
    if action in words("change-object") and rest[-1:] in ("至", "到"):  # 降低|失业率至|5%以内
        return _paired(piece, "reached", rest[:-1], scope, action + rest[-1])
    if action and rest and (cuts or not (ratio or piece.quantities[0].unit is None)):
        return _paired(piece, "made", rest, scope, action)
    subject = read_subject(left)
    if verb and not ratio:  # 新增污水处理能力3.5万吨/日、|生活垃圾处理能力400吨/日
        return _paired(piece, "made", subject.indicator, subject.scope, verb)
    return _paired(piece, "bare", subject.indicator, subject.scope, None)


def _measure_verb(left: str) -> tuple[str, str] | None:
    """每年滚动|推进|技改项目1000项: a verb of measures that counts its object all the same; 支持力度 is a measure."""
    text = take_scope(left)[1]
    while (manner := words("adverb", "manner").at(text)) and manner not in words("may-count"):
        text = text[len(manner) :]
    verb = words("may-count").at(text)
    made = text[len(verb) :]
    return (verb, made) if verb and len(made) > 1 and not words("metric").before(made) else None


def _made_before(left: str, predicate: str) -> bool:
    """完成|造林|10万亩: the noun before the number is a verb's form, and another verb governs it."""
    action, rest, _ = opening_verbs(left)
    return (
        bool(action and rest)
        and not _is_one_action(action, rest)
        and action + rest != predicate
        and predicate not in words("make-increase", "make-decrease")
    )


def _is_one_action(action: str, rest: str) -> bool:
    """撤并|整合|45个, 新建|或改造|3个."""
    joined = rest[:1] in SEPARATORS and rest[1:] in words("make", "measure", "chain")
    return joined or (rest in words("chain") and action in words("chain"))


def _measures(piece: Piece, action: str, rest: str) -> bool:
    """新建冷库容量|超过4000万立方米, 入库项目|不少于300个: the verb belongs to the noun, and the number is compared with it."""
    compared = piece.quantities[0].start < piece.quantities[0].number.start
    measured = bool(words("metric").before(rest))
    if action in words("entry"):  # 注册护士数|3.8人, 接入企业|不少于100家; but 接入|重点产废单位
        return measured or (compared and len(rest) <= _LONGEST_ENTRY)
    return compared and measured and action not in words("make-increase", "make-decrease", "decrease", "increase")


def _paired(piece: Piece, shape: str, indicator: str, scope: str | None, action: str | None) -> Reading:
    """The reading with one indicator for each quantity of the list."""
    of_each = piece.plain_left.endswith("各")  # 评茶员、茶艺师各|500名
    indicator = _place_first(indicator.removesuffix("各"))
    each = piece.plain_left.startswith("各") and words("make", "make-increase").at(piece.plain_left, 1)
    quantities, listed = (
        piece.quantities,
        "分别" in piece.plain_left or bool(each) or of_each,
    )  # 2022年、2023年|各完成1000人次
    if listed and len(quantities) == 1 and (shared := split_members(indicator, count_members(indicator))):
        quantities *= len(shared)  # 氮氧化物和VOCs排放总量分别下降|10%以上
    members: tuple[str, ...] | None = (indicator,) if indicator else ()
    if len(quantities) > 1 and indicator:
        members = split_members(indicator, len(quantities)) or _measured_twice(indicator, piece)
    end = piece.end + len(object_span(piece)) if shape in ("counted", "share", "floating") else piece.end
    paired = members is not None
    change = change_of(action) or ("increase" if shape == "bare" and _grows(indicator, piece) else None)
    return Reading(shape, quantities, members or (), scope, action or None, change, end, indicator, listed, paired)


def _place_first(indicator: str) -> str:
    """集中供热普及率|城市: the measure stands before the place that has it."""
    place = words("place").before(indicator)
    measure = indicator.removesuffix(place)
    return place + measure if place and words("metric").before(measure) else indicator


def _measured_twice(indicator: str, piece: Piece) -> tuple[str, ...] | None:
    """交付安置房|3800套、45万平方米: one thing, counted in one unit and measured in another."""
    units = {quantity.unit for quantity in piece.quantities}
    is_one = count_members(indicator) == 1 and len(units) == len(piece.quantities) and "分别" not in piece.plain_left
    return (indicator,) * len(units) if is_one and "count" in {q.unit_kind for q in piece.quantities} else None


def _grows(indicator: str, piece: Piece) -> bool:
    """城镇|新增就业|40万人: the verb stands inside the noun."""
    return "新增" in indicator and piece.quantities[0].unit_kind not in ("ratio", "point", "bare")
