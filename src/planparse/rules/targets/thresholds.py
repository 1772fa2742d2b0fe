"""Which quantities of a clause are results, and which only pick out what is meant.

A result ends its phrase (达到30%), is the object's count behind a verb (创建5家企业) or the share of a
subject that does something (95%的机关达到标准). What only describes a noun is none: 65蒸吨/小时以上的燃煤锅炉,
进水浓度低于100毫克/升的污水处理厂, 投资500万元以上技改项目, 8个国考断面优良水体比例, 节能75%标准.
"""

from collections.abc import Callable

from planparse import patterns
from planparse.clauses import BLANK_BRACKET, REMOVED
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.lexicon.words import verb_at_start
from planparse.rules.targets.payments import plans_sum, without_sums
from planparse.rules.targets.proportions import deed_by_share
from planparse.rules.targets.quantities import CLOCK, Quantity, is_done_in_time
from planparse.rules.targets.verbs import (
    EACH_ONE,
    SEPARATORS,
    behind_verb,
    does_each,
    is_open,
    member_start,
    predicate_before,
    sizes,
    starts_predicate,
    verb_with_list,
    verb_with_owner,
)

_ENDS_PHRASE = patterns.compile(
    r"$|[，、；。]|大关|关口|[和及或与](?!其)|以及|的?(?:目标|水平|要求|标准)$|的?目标(?:任务)?|并|且|而|后|时|，"
)
_START_VALUE = patterns.compile(r"(?:由|从)(?:[^，。]{0,12}的|目前的?|现在的?)?$")
_PER_ITEM = patterns.compile(r"每(?!年|季|月)[^，、]{1,3}$")
_CAPACITY = patterns.compile("(?:[日年]|小时|单机|单台)(?:处理|产|供水?|加工|装机|接待|吞吐)[^，、]{0,4}$")
_WORKS = patterns.compile(  # 日处理600吨|生活垃圾焚烧发电项目
    "^[^，、的]{2,}?(?:项目|工程|厂|站|设施|生产线|中心|基地|装置|码头)"
)
_LARGER = patterns.compile("(?:^|、)[超达过]过?\\d[^，、]*的$")  # 产值过50亿元的企业2家、过10亿元的|15家
_ENUMERATED = patterns.compile("等$")
_CITED_STANDARD = patterns.compile(
    r"[%\d](?:以上)?+(?:左右|以内)?+的?+(?!执行|达到|使用|实施|满足|符合|通过)[^，、；\d]{0,6}(?:标准|要求|规定|政策)$"
)  # 执行居住建筑节能75%标准
_PRICE = patterns.compile("(?:价格?|费用?|标准|上限|下限)为?$")
_OUGHT = patterns.compile("(?:应当?|必须|须|需|要|应按)$")
_BENEFITS = patterns.compile("(?:^|[，、])(?:免费)?[为对给向](?:[^，、]*\\d[^，、]*的)?$")  # 对|威胁100人以上的|9200处
_IN = patterns.compile("^(?:先期|率先|首批|选择)?在$")
_PICKED = patterns.compile(
    r"[^，、\d]*\d[^，、的]{0,8}以[上下内](?:[、或和及][^，、\d]*(?:\d[^，、的]{0,8}以[上下内])?)*的[^，的\d]{2,12}"
)
_CONDITION = patterns.compile(
    r"(?:对|对于|凡|凡是|如|若).*的|(?:[^，]{0,6})按(?!期|时|比例(?:安排|就业|分[配散])|照.{0,12}要求).*(?:金额|费用|成本|投资|价格|标准|比例)"
)  # 对能耗高于1吨标准煤的项目
_MEASURED_OF = patterns.compile(r"对[^，、\d]*的[^的，、\d]{2,8}$")  # 对入网商户的抽查比例|不低于5%
_RULED = patterns.compile(
    "(?P<case>[^，]*)的[^，的]{1,12}?(?:应当|(?<![响供反适效对相呼])应(?![用急])|必须|须|需要|(?<![重主])要(?![素件])|可以|可(?![再循持控靠降])|不得|禁止|一律|原则上|方可)"
)  # 征占地面积5公顷以上的项目|应当编制方案


def results(
    plain: str, found: tuple[Quantity, ...], *, in_payment: bool = False, is_due: bool = False, is_part: bool = False
) -> tuple[Quantity, ...]:
    """The quantities of the clause that state results, left to right.

    ``in_payment``: its sentence pays sums. ``is_due``: its sentence has a deadline. ``is_part``: 其中 opens it.
    """
    if is_due and plans_sum(plain, found):
        return found
    if not found or _states_nothing(plain, found):
        return ()
    found = without_sums(plain, found, in_payment=in_payment, is_part=is_part)
    if ruled := _RULED.match(plain):
        found = tuple(q for q in found if q.end > ruled.end("case") or not _tells_case(plain, q))
    if _CITED_STANDARD.search(plain):
        found = tuple(q for q in found if level_verbs().before(plain[: q.start]))
    kept: list[Quantity] = []
    for i, quantity in enumerate(found):
        before, following = found[i - 1] if i else None, found[i + 1] if i + 1 < len(found) else None
        listed = before is not None and plain[before.end : quantity.start] in SEPARATORS
        if listed and kept[-1:] != [before]:
            continue  # a list stands or falls together
        stands = listed and before is not None and before.unit_kind == quantity.unit_kind
        if stands or _continues_list(plain, kept, before, quantity) or _is_result(plain, quantity, following):
            kept.append(quantity)
    kept = [q for i, q in enumerate(kept) if not (i and _sizes_object(plain, kept[i - 1], q))]
    kept = _without_counts_inside(plain, kept)
    kept = [q for i, q in enumerate(kept) if not any(_times_case(plain, q, later) for later in kept[i + 1 :])]
    return tuple(q for i, q in enumerate(kept) if i + 1 == len(kept) or not _describes(plain, q, kept[i + 1]))


def _states_nothing(plain: str, found: tuple[Quantity, ...]) -> bool:
    """A condition, what has been reached already, or of whom the next clause speaks."""
    by_share = any(q.unit_kind == "ratio" and deed_by_share(plain[: q.start], plain[q.end :]) for q in found)
    serves = any(_served(plain[: q.start], plain[q.end :], q) for q in found)
    measured = any(_MEASURED_OF.search(plain[: q.start]) and words("metric").before(plain[: q.start]) for q in found)
    if (_CONDITION.match(plain) and not (by_share or serves or measured)) or reached_already(plain):
        return True
    if _PICKED.fullmatch(plain) and _is_size(plain[: found[0].start]):
        return True  # 年出栏生猪500头以上的养殖场，……
    # 核实率低于90%、成活率低于85%|的，不予验收
    # 新购3000载重吨以上船舶|的，给予……
    return plain.endswith("的") and found[-1].comparator != "eq" and "的" not in plain[found[-1].end : -1]


def _is_size(before: str) -> bool:
    """年出栏生猪|500头以上: a noun stands before the number, no verb whose object is counted."""
    return not (is_open(before) or behind_verb(before) or words("do").before(before))


def _tells_case(plain: str, quantity: Quantity) -> bool:
    """招收5名以上残疾学生|的学校应当……: for which of them a rule holds; 95%以上|的机关应达到…… is a share of them."""
    is_share = quantity.unit_kind == "ratio" and is_open(plain[: quantity.start])
    return quantity.comparator != "eq" and not is_share


def is_routine(plain: str, quantity: Quantity) -> bool:
    """每季度|开展1次督查: that the work is looked at once in each period is how it goes on; 至少1次 is demanded."""
    demanded = quantity.comparator != "eq" or "至少" in plain[: quantity.start]
    looked_at = words("oversight").within(plain)
    return quantity.unit in ("次", "轮") and quantity.value == 1 and looked_at and not demanded


def reached_already(plain: str) -> bool:
    """城镇化率已达到58.6%: an amount that has been reached is no target."""
    return words("reached-already").within(plain)


def _continues_list(plain: str, kept: list[Quantity], before: Quantity | None, this: Quantity) -> bool:
    """创建350个单位和|80个领跑者, 95%的省级、|90%的市级: what holds for the first one holds for the next."""
    if before is None or not kept or kept[-1] is not before:
        return False
    gap = plain[before.end : this.start]
    return gap not in SEPARATORS and gap.endswith(SEPARATORS) and this.unit_kind == before.unit_kind


def _is_result(plain: str, quantity: Quantity, following: Quantity | None, before: str | None = None) -> bool:
    """``before``: the words before the list that the quantity ends (支持|15个、20个机场)."""
    before = plain[: quantity.start] if before is None else before
    mentioned = words("mention-verb").before(before)
    if mentioned and words("make").before(before.removesuffix(mentioned)):  # 完成|现有1800家|企业整治
        before = before.removesuffix(mentioned)
    elif mentioned:
        return False
    if _is_each(before, quantity) or _START_VALUE.search(before):
        return False
    if following is not None and _fall_together(plain, quantity, following):
        return _is_result(plain, following, None, before)
    after = plain[quantity.end :].lstrip(BLANK_BRACKET)
    judged = (judge(before, after, quantity) for judge in _JUDGES)
    return next((verdict for verdict in judged if verdict is not None), False)


Judge = Callable[[str, str, Quantity], bool | None]
"""Given the words before a quantity and behind it: whether it is a result, or counts what follows; None where that says nothing."""


def _sets_case(before: str, after: str, quantity: Quantity) -> bool | None:
    """暂未整治的|8处，……; 小时降雨量50毫米以下|时，……: of what, or when, something else holds."""
    of_what = before.endswith("的") and not (after or _LARGER.search(before) or level_verbs().within(before))
    when = after.rstrip("，") == "时" and quantity.comparator != "eq"
    return False if (of_what and quantity.unit_kind == "count") or when else None


def _sizes_works(before: str, after: str, _: Quantity) -> bool | None:
    """日处理600吨|生活垃圾焚烧发电项目."""
    return False if _CAPACITY.search(before) and _WORKS.search(after) else None


def _only_mentions(before: str, _: str, __: Quantity) -> bool | None:
    """涉及|居民近700万户; but 依托职业院校|建设基地50个."""
    bare = words("opener", "scope", "adverb").strip_start(before)
    verb = words("mention-verb").at(bare)
    return False if verb and not words("make").within(bare, len(verb) + 1) else None


def _enumerated(before: str, after: str, quantity: Quantity) -> bool | None:
    """共建甲区、乙区等|三个集聚区; 甲路、乙路等|5处|渍水点完成整治."""
    does = quantity.unit_kind == "count" and words("result").within(after, 2)
    return bool(verb_with_list(before) or does) if _ENUMERATED.search(before) else None


def _says_price(before: str, _: str, quantity: Quantity) -> bool | None:
    """谷段电价|0.28元/千瓦时: said, not reached."""
    is_price = quantity.comparator == "eq" and (quantity.unit or "").startswith(("元/", "分/"))
    return False if is_price and _PRICE.search(before) else None


def _takes_time(before: str, after: str, quantity: Quantity) -> bool | None:
    """抵押登记1个工作日内|办结, 破损井盖2小时内|完成更换; 3年 alone is a length of time."""
    if quantity.unit_kind != "time":
        return None
    if quantity.unit == "年" and not level_verbs().before(before):
        return False
    case = words("case-verb").at(after) or (quantity.unit in CLOCK and is_done_in_time(after))
    return True if quantity.comparator == "le" and case else None


def _ends_phrase(before: str, after: str, _: Quantity) -> bool | None:
    """达到|30%; 登记、刻章等环节压减至1个|环节."""
    repeats = after in before and level_verbs().before(before)
    return True if _ENDS_PHRASE.match(after) or repeats else None


def _fall_together(plain: str, this: Quantity, following: Quantity) -> bool:
    """达到20个、|30个; 城区5分钟、|农村15分钟救援圈: a list stands or falls as a whole."""
    gap = plain[this.end : following.start].lstrip(BLANK_BRACKET)
    if gap in SEPARATORS:
        return following.unit_kind in (this.unit_kind, "bare", "count", "measure")
    names_times = this.unit_kind == "time" and following.unit == this.unit and gap.startswith("、")
    return names_times and not level_verbs().before(plain, this.start)


def _is_each(before: str, quantity: Quantity) -> bool:
    """每人|500元: what each one gets; but 每县建设|1个, 每个乡镇至少|1所, 设施面积每百户|不低于30平方米."""
    each = _PER_ITEM.search(before)
    if not each or words("make").before(before):
        return False
    measured = quantity.unit_kind == "count" or words("metric").before(before, each.start())
    return not (measured and quantity.start < quantity.number.start)


def _behind_verb(before: str, after: str, quantity: Quantity) -> bool | None:
    """创建|5家企业; but 撤并|50人以下|的教学点."""
    verb = behind_verb(before)
    if not verb:
        return None
    if sizes(quantity) and after.startswith("的"):
        return False
    return _may_count(verb, quantity) or (quantity.unit_kind == "ratio" and _is_size_of(after))


def _each_has(before: str, _: str, quantity: Quantity) -> bool | None:
    """每个服务区|不少于4个|快充桩."""
    compared = quantity.start < quantity.number.start
    return True if compared and quantity.unit_kind == "count" and EACH_ONE.search(before) else None


def _served(before: str, after: str, quantity: Quantity) -> bool | None:
    """为|1000户|老年人家庭实施适老化改造, 面向1万名|技术人才开展培训, 在50个|县开展试点."""
    if quantity.unit_kind == "count" and before.endswith("面向") and words("make").within(after, 2):
        return True
    bare = words("scope").strip_end(before)
    if not (_BENEFITS.search(bare) or _IN.search(bare)):
        return None
    return _sizes_nothing(quantity) and words("serve").within(after, 2)


def _share_does(before: str, after: str, quantity: Quantity) -> bool | None:
    """公益金不低于60%|用于养老服务; 省级电网具备5%|的负荷响应能力 tells how large it is."""
    if quantity.unit_kind != "ratio":
        return None
    has_size = _is_size_of(after) and words("do").before(before)
    does = not is_open(before) and (starts_predicate(after) or deed_by_share(before, after))
    return True if has_size or does else None


def _compared(before: str, _: str, quantity: Quantity) -> bool | None:
    """不少于5家企业 at the head of a clause counts them; 进水浓度低于100毫克/升的污水处理厂 describes."""
    compared = quantity.start < quantity.number.start or predicate_before(before) in level_verbs()
    return quantity.unit_kind in ("ratio", "count") and is_open(before) if compared else None


def _opens_clause(before: str, _: str, quantity: Quantity) -> bool | None:
    """95%|的机关达到标准; 20户以上|自然村 tells their size."""
    counts = quantity.unit_kind == "ratio" or (quantity.unit_kind == "count" and not sizes(quantity))
    return counts if is_open(before) else None


def _of_list(before: str, after: str, quantity: Quantity) -> bool | None:
    """共建甲区、乙区|三个|集聚区; but 建成甲县100万吨/年|尾矿综合利用项目, 30万千瓦以下|燃煤机组."""
    if quantity.unit_kind == "ratio":
        return _share_of_subject(before, after)
    picks_out = quantity.unit_kind == "measure" and quantity.comparator == "le"
    if quantity.unit_kind == "rate" or picks_out or after.startswith("的"):
        return False
    return bool(verb_with_list(before) or verb_with_owner(before, quantity))


_JUDGES: tuple[Judge, ...] = (
    # what it is no result of, and what it plainly is
    _sets_case, _sizes_works, _only_mentions, _enumerated, _says_price, _takes_time, _ends_phrase,
    # whether the noun behind it is counted by it (5家企业) and not described (5万吨以上的项目)
    _behind_verb, _each_has, _served, _share_does, _compared, _opens_clause, _of_list,
)  # fmt: skip


def _may_count(verb: str, quantity: Quantity) -> bool:
    """淘汰|35蒸吨/小时及以下|锅炉 picks the boilers out; 推动|100家|企业 counts, 推进|65蒸吨以上|锅炉 does not."""
    if quantity.unit_kind in ("rate", "rating", "time", "age") or (
        quantity.unit_kind == "measure" and quantity.comparator == "le"
    ):
        return False
    makes = verb in words("make", "make-increase", "make-decrease", "chain")
    makes = makes or (verb in words("make-open") and verb not in words("may-count"))
    return makes or (quantity.unit_kind == "count" and quantity.is_arabic)


def _is_size_of(after: str) -> bool:
    """具备5%|的负荷响应能力: how large the thing is that the clause brings about."""
    return after.startswith("的") and bool(words("metric").before(after.rstrip("，、")))


def _share_of_subject(before: str, after: str) -> bool:
    """停车位应|100%|预留安装条件, 停车场按|20%|的比例配建充电桩: how much of the subject does what follows."""
    ought = _OUGHT.search(before) and verb_at_start(after)
    owned = not words("metric").before(before.rstrip(REMOVED)) and words("do").within(
        after, 1
    )  # 钢铁行业|80%|产能完成改造
    predicate = not after.startswith("的") and (ought or owned or starts_predicate(after))
    return bool(predicate or deed_by_share(before, after))


def _sizes_nothing(quantity: Quantity) -> bool:
    """1000户, 50家, 约200名: a count of those that are served; 10人以上 tells the size of what follows."""
    many = (quantity.unit or "").startswith("万") and quantity.comparator == "ge"  # 10万户以上|家庭
    return quantity.unit_kind == "count" and quantity.is_arabic and (many or quantity.comparator in ("eq", "approx"))


def _sizes_object(plain: str, share: Quantity, this: Quantity) -> bool:
    """60%以上的行政村建成|不小于5亩|的休闲绿地: how large the thing is that this share of the subject has to have."""
    in_share = share.unit_kind == "ratio" and plain.startswith("的", share.end)
    return in_share and this.unit_kind == "measure" and plain.startswith("的", this.end) and len(plain) > this.end + 2


def _times_case(plain: str, quantity: Quantity, share: Quantity) -> bool:
    """乡镇至行政村|48小时内|送达的快件比例达到90%: within which time, what is measured is done."""
    is_limit = quantity.unit_kind == "time" and quantity.comparator == "le" and share.unit_kind == "ratio"
    return is_limit and "的" in plain[quantity.end : share.start]


def _without_counts_inside(plain: str, kept: list[Quantity]) -> list[Quantity]:
    """80%以上的村卫生室至少配备|1名|医务人员: what each one of this share has to have is no target of its own."""
    is_share = kept and kept[0].unit_kind == "ratio" and is_open(plain[: kept[0].start])
    if not (is_share and plain.startswith("的", kept[0].end)):
        return kept
    shares = [q for q in kept if q.unit_kind == "ratio"]
    return [q for q in kept if q.unit_kind == "ratio" or "、" in plain[shares[-1].end : q.start]]


def _describes(plain: str, quantity: Quantity, following: Quantity) -> bool:
    """Whether a quantity belongs to the noun that the next one measures: 8个国考断面优良水体比例达到75%."""
    gap = plain[quantity.end : following.start]
    if does_each(gap) is not None:
        return False
    if (
        not gap
        or gap in SEPARATORS
        or quantity.unit_kind == "ratio"
        or member_start(quantity, following, gap) is not None
    ):
        return False
    joint = next((s for s in SEPARATORS if gap.startswith(s)), "")
    if joint:
        return bool(words("attribute").at(gap[len(joint) :]))  # 年产值超100亿元、具备竞争力的企业2家
    return not gap.endswith(SEPARATORS)
