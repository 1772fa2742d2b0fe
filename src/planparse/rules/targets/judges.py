"""Whether one quantity of a clause is a result: judges that are asked in turn, the first that knows tells.

A judge looks at the words before a quantity and behind it. 创建|5家|企业 counts what it makes, 65蒸吨/小时以上|的锅炉 tells which.
"""

from collections.abc import Callable

from planparse import patterns
from planparse.clauses import BLANK_BRACKET, REMOVED
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.lexicon.words import verb_at_start
from planparse.rules.targets.proportions import deed_by_share
from planparse.rules.targets.quantities import CLOCK, Quantity, is_done_in_time
from planparse.rules.targets.verbs import (
    EACH_ONE,
    SEPARATORS,
    behind_verb,
    is_open,
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
_PRICE = patterns.compile("(?:价格?|费用?|标准|上限|下限)为?$")
_OUGHT = patterns.compile("(?:应当?|必须|须|需|要|应按)$")
_BENEFITS = patterns.compile("(?:^|[，、])(?:免费)?[为对给向](?:[^，、]*\\d[^，、]*的)?$")  # 对|威胁100人以上的|9200处
_IN = patterns.compile("^(?:先期|率先|首批|选择)?在$")


Judge = Callable[[str, str, Quantity], bool | None]
"""Given the words before a quantity and behind it: whether it is a result, or counts what follows; None where that says nothing."""


def is_result(plain: str, quantity: Quantity, following: Quantity | None, before: str | None = None) -> bool:
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
        return is_result(plain, following, None, before)
    after = plain[quantity.end :].lstrip(BLANK_BRACKET)
    judged = (judge(before, after, quantity) for judge in _JUDGES)
    return next((verdict for verdict in judged if verdict is not None), False)


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


def serves(before: str, after: str, quantity: Quantity) -> bool | None:
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


_JUDGES: tuple[Judge, ...] = (
    # what it is no result of, and what it plainly is
    _sets_case, _sizes_works, _only_mentions, _enumerated, _says_price, _takes_time, _ends_phrase,
    # whether the noun behind it is counted by it (5家企业) and not described (5万吨以上的项目)
    _behind_verb, _each_has, serves, _share_does, _compared, _opens_clause, _of_list,
)  # fmt: skip
