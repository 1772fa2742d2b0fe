"""Which quantities of a clause are results, and which only pick out what is meant.

A result ends its phrase (达到30%), is the object's count behind a verb (创建5家企业) or the share of a
subject that does something (95%的机关达到标准). What only describes a noun is none: 65蒸吨/小时以上的燃煤锅炉,
进水浓度低于100毫克/升的污水处理厂, 投资500万元以上技改项目, 8个国考断面优良水体比例, 节能75%标准.
"""

import re

from planparse.lexicon.vocabulary import level_verbs, words
from planparse.rules.targets.quantities import Quantity

SEPARATORS = ("、", "和", "及", "以及", "与", "或")
_ENDS_PHRASE = re.compile(r"$|[，、；。]|[和及或与](?!其)|以及|的?(?:目标|水平|要求|标准)?$|的?目标(?:任务)?|并|且|而|后|时|，")
_START_VALUE = re.compile(r"(?:由|从)(?:[^，。]{0,12}的|目前的?|现在的?)?$")
_PER_ITEM = re.compile(r"每(?!年|季|月)[^，、]{1,3}$")
_ENUMERATED = re.compile("等$")
_PLACE_PHRASE = re.compile("(?:^|[，、])(?:重点)?[在于对为以]")


def results(plain: str, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The quantities of the clause that state results, left to right."""
    if _pays(plain):
        found = tuple(q for q in found if q.unit_kind not in ("money", "ratio"))
    kept = [q for i, q in enumerate(found) if _is_result(plain, q, found[i + 1] if i + 1 < len(found) else None)]
    return tuple(q for i, q in enumerate(kept) if i + 1 == len(kept) or not _describes(plain, q, kept[i + 1]))


def _pays(plain: str) -> bool:
    """奖补最高3000万元, 按30%给予补助: sums that a measure pays are no targets."""
    return any(word in plain for word in words("payment").words)


def _is_result(plain: str, quantity: Quantity, following: Quantity | None) -> bool:
    before, after = plain[: quantity.start], plain[quantity.end :]
    if _START_VALUE.search(before) or _PER_ITEM.search(before) or words("mention-verb").before(before):
        return False
    if following is not None and following.start - quantity.end <= 2 and after[: following.start - quantity.end] in SEPARATORS:
        return _is_result(plain, following, None)  # a list stands or falls together
    if _ENUMERATED.search(before):
        return _is_enumerated_object(before)
    if quantity.unit_kind == "time" and quantity.unit == "年" and not level_verbs().before(before):
        return False
    if _ENDS_PHRASE.match(after):
        return True
    return _counts_what_follows(before, after, quantity)


def _is_enumerated_object(before: str) -> bool:
    """完成甲工程、乙专用线等8个项目建设 counts the object; 在合肥等13个市建设 only names places."""
    return bool(first_verb(before)) and not _PLACE_PHRASE.search(before)


def _counts_what_follows(before: str, after: str, quantity: Quantity) -> bool:
    """Whether a noun behind the quantity is counted by it (5家企业) and not described (5万吨以上的项目)."""
    if predicate_before(before) in level_verbs() or quantity.start < quantity.number.start and not behind_verb(before):
        return quantity.unit_kind in ("ratio", "count") and _is_open(before)
    if behind_verb(before):
        return True
    if _is_open(before):
        return quantity.unit_kind in ("ratio", "count")
    if quantity.unit_kind == "ratio":
        return not after.startswith("的") and starts_predicate(after)
    return bool(first_verb(before)) and "、" in before and not _PLACE_PHRASE.search(before) and not after.startswith("的")


def _is_open(before: str) -> bool:
    """Nothing but scope and opening words: the quantity begins its clause."""
    return not words("opener", "scope", "adverb").strip_start(before.strip("，、"))


def behind_verb(before: str) -> bool:
    """创建|, 完成全市|, 累计新增|: a verb of making is the last word, but for a scope word."""
    last = words("make", "measure", "make-increase", "make-decrease", "chain").before(words("scope", "adverb").strip_end(before)) or words(
        "make", "measure"
    ).before(before)
    return bool(last)


def predicate_before(before: str) -> str:
    """The verb of level, change or making that ends the text before a quantity."""
    last = level_verbs().before(before)
    other = words("make", "increase", "decrease", "measure", "chain").before(before)
    return max(last, other, key=len)


def first_verb(text: str) -> str:
    """The verb of making that opens the text behind scope and adverbs; "" if it opens otherwise."""
    return words("make").at(words("opener", "scope", "adverb").strip_start(text)) or words("make").at(text)


def starts_predicate(after: str) -> bool:
    """Whether the text goes on with a verb, not with a noun: 以上|使用新能源汽车."""
    bare = words("adverb").strip_start(after)
    return bool(words("make", "result", "level").at(bare) or words("make", "result", "level").at(after))


def _describes(plain: str, quantity: Quantity, following: Quantity) -> bool:
    """Whether a quantity belongs to the noun that the next one measures: 8个国考断面优良水体比例达到75%."""
    gap = plain[quantity.end : following.start]
    if not gap or gap in SEPARATORS or quantity.unit_kind == "ratio":
        return False
    joint = next((s for s in SEPARATORS if gap.startswith(s)), "")
    if joint:
        return bool(words("attribute").at(gap[len(joint) :]))  # 年产值超100亿元、具备竞争力的企业2家
    return not gap.endswith(SEPARATORS)
