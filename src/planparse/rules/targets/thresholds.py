"""Which quantities of a clause are results, and which only pick out what is meant.

A result ends its phrase (达到30%), is the object's count behind a verb (创建5家企业) or the share of a
subject that does something (95%的机关达到标准). What only describes a noun is none: 65蒸吨/小时以上的燃煤锅炉,
进水浓度低于100毫克/升的污水处理厂, 投资500万元以上技改项目, 8个国考断面优良水体比例, 节能75%标准.
"""

from planparse import patterns
from planparse.clauses import BLANK_BRACKET, REMOVED, blank
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.lexicon.words import is_verb, verb_at_start
from planparse.rules.targets.proportions import deed_by_share
from planparse.rules.targets.quantities import Quantity

SEPARATORS = ("、", "和", "及", "以及", "与", "或")
_ENDS_PHRASE = patterns.compile(
    r"$|[，、；。]|[和及或与](?!其)|以及|的?(?:目标|水平|要求|标准)$|的?目标(?:任务)?|并|且|而|后|时|，"
)
_START_VALUE = patterns.compile(r"(?:由|从)(?:[^，。]{0,12}的|目前的?|现在的?)?$")
_PER_ITEM = patterns.compile(r"每(?!年|季|月)[^，、]{1,3}$")
_EACH_ONE = patterns.compile("每[^，、的]{1,10}$")  # 每个服务区|不少于4个快充桩
_NO_OWNER = patterns.compile(r"\d|[在对以从由为向与和、]|覆盖|涉及|包括|按照|根据|等")
_ENUMERATED = patterns.compile("等$")
_CITED_STANDARD = patterns.compile(
    r"[%\d](?:以上)?+(?:左右|以内)?+的?+(?!执行|达到|使用|实施|满足|符合|通过)[^，、；\d]{0,6}(?:标准|要求|规定|政策)$"
)  # 执行居住建筑节能75%标准
_ALLOTS = patterns.compile("安排.{0,12}资金|财政.{0,8}(?:安排|拨付|出资)")
# 工程概算总投资2680万元, 单项工程投资200万元; but 完成投资 and 基础设施投资 are results, as is 到位资金
_BUDGET = patterns.compile(
    "(?:(?:^|总|计划|预算内|项目|工程|实施|概算|估算|预计|单个|单体)投资|(?<!到位)(?:资金|经费)|预算|概算|造价|估算)"
    "(?:约|共|共计|合计)?$"
)
_PRICE = patterns.compile("(?:价格?|费用?|标准|上限|下限)为?$")  # 谷段电价|0.28元/千瓦时: said, not reached
_OUGHT = patterns.compile("(?:应当?|必须|须|需|要|应按)$")
_BENEFITS = patterns.compile("(?:^|[，、])(?:免费)?[为对给向]$")
_GRANTS = patterns.compile(
    r"(?:支持|补助|补贴|奖励|资助|出资|分担)比例|(?:额度|限额|上限|保费).{0,3}(?:最高|不超过|不高于)|(?:最高|不超过|不低于|每[台人户辆家个座千]).{0,12}元.{0,6}(?:补助|补贴|奖|支持|资助|补偿)|(?:补助|补贴|奖励|奖补|资助)(?:总额|金额|资金|上限)?(?:最高|不超过|\d)"
    r"|(?:补贴|补助|奖励|奖补|资助)[^，；。\d]{1,8}\d[\d.]*[万亿]?元"
)
_CONDITION = patterns.compile(
    r"(?:对|对于|凡|凡是|如|若).*的|(?:[^，]{0,6})按(?!期|时|比例安排|照.{0,12}要求).*(?:金额|费用|成本|投资|价格|标准|比例)"
)  # 对能耗高于1吨标准煤的项目
_PLACE_PHRASE = patterns.compile("(?:^|[，、])(?:重点)?[在于对为以]")


def results(plain: str, found: tuple[Quantity, ...], *, in_payment: bool = False) -> tuple[Quantity, ...]:
    """The quantities of the clause that state results, left to right; ``in_payment`` where its sentence pays sums."""
    by_share = any(q.unit_kind == "ratio" and deed_by_share(plain[: q.start], plain[q.end :]) for q in found)
    if not found or (_CONDITION.match(plain) and not by_share) or reached_already(plain):
        return ()
    if plain.endswith("的") and found[-1].end == len(plain) - 1 and found[-1].comparator != "eq":
        return ()  # 核实率低于90%、成活率低于85%|的，不予验收
    paid = {"money", "ratio"} if pays(plain) else {"money"} if in_payment else set()
    if paid:
        found = tuple(q for q in found if not _is_sum(q, paid) or level_verbs().before(plain[: q.start]))
    if _CITED_STANDARD.search(plain):
        found = tuple(q for q in found if level_verbs().before(plain[: q.start]))
    kept: list[Quantity] = []
    for i, quantity in enumerate(found):
        if i and plain[found[i - 1].end : quantity.start] in SEPARATORS and kept[-1:] != [found[i - 1]]:
            continue  # a list stands or falls together
        following = found[i + 1] if i + 1 < len(found) else None
        if _continues_list(plain, kept, found[i - 1] if i else None, quantity) or _is_result(
            plain, quantity, following
        ):
            kept.append(quantity)
    kept = [q for i, q in enumerate(kept) if not (i and _sizes_object(plain, kept[i - 1], q))]
    return tuple(q for i, q in enumerate(kept) if i + 1 == len(kept) or not _describes(plain, q, kept[i + 1]))


def pays(plain: str) -> bool:
    """奖补最高3000万元, 按30%给予补助, 财政安排专项资金5000万元: sums that a measure pays are no targets."""
    return bool(_ALLOTS.search(plain) or _GRANTS.search(plain)) or words("payment").within(plain)


def _is_sum(quantity: Quantity, kinds: set[str]) -> bool:
    """3000万元, 30%, and rates of money: 补贴0.1元/千瓦时."""
    return quantity.unit_kind in kinds or (quantity.unit or "").partition("/")[0].endswith("元")


def reached_already(plain: str) -> bool:
    """城镇化率已达到58.6%: an amount that has been reached is no target."""
    return words("reached-already").within(plain)


def _continues_list(plain: str, kept: list[Quantity], before: Quantity | None, this: Quantity) -> bool:
    """创建350个单位和|80个领跑者, 95%的省级、|90%的市级: what holds for the first one holds for the next."""
    if before is None or not kept or kept[-1] is not before:
        return False
    gap = plain[before.end : this.start]
    return gap not in SEPARATORS and gap.endswith(SEPARATORS) and this.unit_kind == before.unit_kind


def _is_result(plain: str, quantity: Quantity, following: Quantity | None) -> bool:
    before, after = plain[: quantity.start], plain[quantity.end :].lstrip(BLANK_BRACKET)
    if _is_each(before, quantity) or _START_VALUE.search(before) or words("mention-verb").before(before):
        return False
    if following is not None and _fall_together(plain, quantity, following):
        return _is_result(plain, following, None)
    if words("mention-verb").at(words("opener", "scope", "adverb").strip_start(before)):
        return False  # 涉及|居民近700万户
    if _ENUMERATED.search(before):
        return bool(verb_with_list(before))
    if quantity.unit_kind == "money" and quantity.comparator == "eq" and _BUDGET.search(before):
        return False
    if quantity.comparator == "eq" and _PRICE.search(before) and (quantity.unit or "").startswith(("元/", "分/")):
        return False
    if quantity.unit_kind == "time" and quantity.unit == "年" and not level_verbs().before(before):
        return False
    if quantity.unit_kind == "time" and quantity.comparator == "le" and words("case-verb").at(after):
        return True  # 抵押登记1个工作日内|办结
    repeats = after in before and level_verbs().before(before)  # 登记、刻章等环节压减至1个|环节
    return bool(_ENDS_PHRASE.match(after) or repeats) or _counts_what_follows(before, after, quantity)


def _fall_together(plain: str, this: Quantity, following: Quantity) -> bool:
    """达到20个、|30个; 城区5分钟、|农村15分钟救援圈: a list stands or falls as a whole."""
    gap = plain[this.end : following.start].lstrip(BLANK_BRACKET)
    if gap in SEPARATORS:
        return following.unit_kind in (this.unit_kind, "bare", "count")
    names_times = this.unit_kind == "time" and following.unit == this.unit and gap.startswith("、")
    return names_times and not level_verbs().before(plain, this.start)


def _is_each(before: str, quantity: Quantity) -> bool:
    """每人|500元: what each one gets; but 每县建设|1个, 每个乡镇至少|1所, 设施面积每百户|不低于30平方米."""
    each = _PER_ITEM.search(before)
    if not each or words("make").before(before):
        return False
    measured = quantity.unit_kind == "count" or words("metric").before(before, each.start())
    return not (measured and quantity.start < quantity.number.start)


def _counts_what_follows(before: str, after: str, quantity: Quantity) -> bool:
    """Whether a noun behind the quantity is counted by it (5家企业) and not described (5万吨以上的项目)."""
    verb = behind_verb(before)
    if verb:
        return _may_count(verb, quantity) or (quantity.unit_kind == "ratio" and _is_size_of(after))
    compared = quantity.start < quantity.number.start
    shared = deed_by_share(before, after)
    if compared and quantity.unit_kind == "count" and _EACH_ONE.search(before):
        return True
    if quantity.unit_kind == "count" and before.endswith("面向") and words("make").within(after, 2):
        return True  # 面向1万名|技术人才开展培训
    if _BENEFITS.search(words("scope").strip_end(before)):  # 为|1000户|老年人家庭实施适老化改造
        return _sizes_nothing(quantity) and words("serve").within(after, 2)
    if quantity.unit_kind == "ratio" and _is_size_of(after) and words("do").before(before):
        return True  # 省级电网具备5%|的负荷响应能力
    if quantity.unit_kind == "ratio" and not _is_open(before) and (starts_predicate(after) or shared):
        return True  # 公益金不低于60%|用于养老服务
    if compared or predicate_before(before) in level_verbs():
        return quantity.unit_kind in ("ratio", "count") and _is_open(before)
    if _is_open(before):
        return quantity.unit_kind == "ratio" or (quantity.unit_kind == "count" and not _sizes(quantity))
    if quantity.unit_kind == "ratio":
        return _share_of_subject(before, after)
    picks_out = quantity.unit_kind == "measure" and quantity.comparator == "le"  # 30万千瓦以下|燃煤机组
    makes = verb_with_list(before) or verb_with_owner(before, quantity)
    return bool(makes) and not after.startswith("的") and not picks_out


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


def _sizes(quantity: Quantity) -> bool:
    """20户以上|自然村, 50人以上|企业: people and households tell the size of what follows."""
    return quantity.unit in ("人", "名", "户") and quantity.comparator in ("ge", "le", "gt", "lt")


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


def _is_open(before: str) -> bool:
    """Nothing but scope and opening words: the quantity begins its clause."""
    return not words("opener", "scope", "adverb").strip_start(before.strip("，、"))


def behind_verb(before: str) -> str:
    """创建|, 完成全市|, 累计新增|: the verb that ends the text, but for scope and adverbs; "" if none does."""
    verbs = words("make", "make-increase", "make-decrease", "chain", "may-count")
    bare = words("scope", "adverb", "batch").strip_end(before)
    return verbs.before(before) or verbs.before(bare) or _lone_verb(bare)


def predicate_before(before: str) -> str:
    """The verb of level, change or making that ends the text before a quantity."""
    if words("noun-with-verb").before(before):
        return ""
    last = level_verbs().before(before)
    before = words("batch").strip_end(before)
    other = words("make", "increase", "decrease", "make-increase", "make-decrease", "chain", "may-count").before(before)
    if other in words("chain"):
        other = words("stage").before(before[: -len(other)]) + other  # 开工改造|335个
    return max(last, other, key=len) or _lone_verb(before)


def _lone_verb(before: str) -> str:
    """树立|3个标杆, 研制|30项标准: a verb alone before the quantity, whichever verb it is."""
    if _EACH_ONE.search(blank(before)):
        verb = words("do", "measure").before(before)
        return verb or ("有" if before.endswith("有") else "")  # 每户至少掌握|1项, 每区至少明确|1支, 每县至少有|1个
    bare = words("opener", "scope", "adverb").strip_start(before.strip("，、"))
    return bare if bare in words("make-open") or (bare not in words("metric") and is_verb(bare)) else ""


def verb_with_list(before: str) -> str:
    """The verb of making whose list of objects ends the text: 共建|甲区、乙区|三个集聚区; "" inside 在…等 or without a list."""
    if _PLACE_PHRASE.search(before):
        return ""
    make = words("make")
    return next((verb for i in range(len(before)) if (verb := make.at(before, i)) and "、" in before[i:]), "")


def verb_with_owner(before: str, quantity: Quantity) -> str:
    """完成|城南片区|6个小区改造: the verb of making that opens the clause, where only an owner stands before the number."""
    bare = words("opener", "scope", "adverb").strip_start(before.strip("，、"))
    verb = words("make").at(bare)
    owner = bare[len(verb) :]
    counts = quantity.unit_kind == "count" and quantity.is_arabic and not _sizes(quantity)
    certain = counts and verb not in words("measure") and len(owner) > 1 and not _NO_OWNER.search(owner)
    return verb if certain else ""


def member_start(before: Quantity, this: Quantity, gap: str) -> int | None:
    """Where between two numbers the second one's member begins, which has its own verb or noun before the number.

    新建10个|特色小镇、培育|50家企业; 选派104名|第一书记、驻村干部|312名.
    """
    joint = gap.rfind("、")
    if joint < 1:
        return None
    verb = words("adverb").strip_start(gap[joint + 1 :])
    has_verb = bool(verb) and verb in words("make", "make-increase", "make-decrease", "chain")
    has_noun = before.unit == this.unit and before.unit_kind == "count" and not words("place").at(gap)
    has_case = before.unit == this.unit and words("case-verb").at(gap)  # 省内1个工作日内|办结、跨省
    return joint if has_verb or has_noun or has_case else None


def starts_predicate(after: str) -> bool:
    """Whether the text goes on with a verb, not with a noun: 以上|使用新能源汽车."""
    verbs = words("make", "do", "level")
    return bool(verbs.at(after) or verbs.at(words("adverb", "manner").strip_start(after)))


def _sizes_object(plain: str, share: Quantity, this: Quantity) -> bool:
    """60%以上的行政村建成|不小于5亩|的休闲绿地: how large the thing is that this share of the subject has to have."""
    in_share = share.unit_kind == "ratio" and plain.startswith("的", share.end)
    return in_share and this.unit_kind == "measure" and plain.startswith("的", this.end) and len(plain) > this.end + 2


def _describes(plain: str, quantity: Quantity, following: Quantity) -> bool:
    """Whether a quantity belongs to the noun that the next one measures: 8个国考断面优良水体比例达到75%."""
    gap = plain[quantity.end : following.start]
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
