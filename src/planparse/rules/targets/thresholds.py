"""Which quantities of a clause are results, and which only pick out what is meant.

A result ends its phrase (达到30%), is the object's count behind a verb (创建5家企业) or the share of a
subject that does something (95%的机关达到标准). What only describes a noun is none: 65蒸吨/小时以上的燃煤锅炉,
进水浓度低于100毫克/升的污水处理厂, 投资500万元以上技改项目, 8个国考断面优良水体比例, 节能75%标准.
"""

from planparse import patterns
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.rules.targets.judges import is_result, serves
from planparse.rules.targets.payments import plans_sum, without_sums
from planparse.rules.targets.proportions import deed_by_share
from planparse.rules.targets.quantities import Quantity
from planparse.rules.targets.verbs import (
    SEPARATORS,
    behind_verb,
    does_each,
    is_open,
    member_start,
)

_CITED_STANDARD = patterns.compile(
    r"[%\d](?:以上)?+(?:左右|以内)?+的?+(?!执行|达到|使用|实施|满足|符合|通过)[^，、；\d]{0,6}(?:标准|要求|规定|政策)$"
)  # 执行居住建筑节能75%标准
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
        if stands or _continues_list(plain, kept, before, quantity) or is_result(plain, quantity, following):
            kept.append(quantity)
    kept = [q for i, q in enumerate(kept) if not (i and _sizes_object(plain, kept[i - 1], q))]
    kept = _without_counts_inside(plain, kept)
    kept = [q for i, q in enumerate(kept) if not any(_times_case(plain, q, later) for later in kept[i + 1 :])]
    return tuple(q for i, q in enumerate(kept) if i + 1 == len(kept) or not _describes(plain, q, kept[i + 1]))


def _states_nothing(plain: str, found: tuple[Quantity, ...]) -> bool:
    """A condition, what has been reached already, or of whom the next clause speaks."""
    by_share = any(q.unit_kind == "ratio" and deed_by_share(plain[: q.start], plain[q.end :]) for q in found)
    is_served = any(serves(plain[: q.start], plain[q.end :], q) for q in found)
    measured = any(_MEASURED_OF.search(plain[: q.start]) and words("metric").before(plain[: q.start]) for q in found)
    if (_CONDITION.match(plain) and not (by_share or is_served or measured)) or reached_already(plain):
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
