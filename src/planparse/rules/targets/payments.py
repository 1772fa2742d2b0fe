"""Sums that a measure pays, fines or budgets: 奖补最高3000万元, 财政安排专项资金5000万元, 工程概算总投资2680万元. They are no targets."""

from planparse import patterns
from planparse.clauses import REMOVED
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.rules.targets.quantities import Quantity

_ALLOTS = patterns.compile("安排.{0,12}资金|财政.{0,8}(?:安排|拨付|出资|承担|负担|分担)")
# 工程概算总投资2680万元, 单项工程投资200万元; but 完成投资 and 基础设施投资 are results, as is 到位资金
_BUDGET = patterns.compile(
    "(?:(?:^|总|计划|预算内|项目|工程|实施|概算|估算|预计|单个|单体)投资|(?<!到位)(?:资金|经费)|预算|概算|造价|估算)"
    "(?:约|共|共计|合计)?$"
)
_WON = patterns.compile("(?:争取|到位|筹集|引进|撬动|带动)[^，、]{0,12}$")  # 争取到位上级资金1.5亿元
_PLANNED = patterns.compile("(?:年度|年|计划|预计|共|累计|完成)*总?投资")  # 2022—2024年|计划总投资280亿元
_GRANTS = patterns.compile(
    r"(?:支持|补助|补贴|奖励|资助|出资|分担)比例|(?:补助|补贴|奖补|奖励)标准(?:[为是按]|[^，。\d]{0,16}(?:调整|另行|执行|发放))|最高可?[达贷获]到?\d|(?:额度|限额|上限|保费).{0,3}(?:最高|不超过|不高于)|(?:最高|不超过|不低于|每[台人户辆家个座千]).{0,12}元.{0,6}(?:补助|补贴|奖|支持|资助|补偿)|(?:补助|补贴|奖励|奖补|资助)(?:总额|金额|资金|上限)?(?:最高|不超过|\d)"
    r"|(?:补贴|补助|奖励|奖补|资助)[^，；。\d]{1,8}\d[\d.]*[万亿]?元|支持最高|(?:每|单)[^，；]{0,8}保额|保额为?\d"
)


def plans_sum(plain: str, found: tuple[Quantity, ...]) -> bool:
    """2022—2024年|计划总投资280亿元: what is invested in all is a result where its sentence has a deadline."""
    planned = _PLANNED.match(plain)
    return bool(planned and found and found[0].unit_kind == "money" and planned.end() == found[0].start)


def without_sums(plain: str, found: tuple[Quantity, ...], *, in_payment: bool, is_part: bool) -> tuple[Quantity, ...]:
    """The quantities that are not paid; ``in_payment``: the sentence pays; ``is_part``: 其中 opens the clause."""
    paid = {"money", "ratio"} if pays(plain) else {"money"} if in_payment else set()
    if paid:
        found = tuple(q for q in found if not _is_sum(q, paid) or _is_set(plain[: q.start]))
    return found if is_part else tuple(q for q in found if not _is_budget(plain[: q.start], q))


def pays(plain: str) -> bool:
    """奖补最高3000万元, 按30%给予补助, 财政安排专项资金5000万元: sums that a measure pays are no targets."""
    return bool(_ALLOTS.search(plain) or _GRANTS.search(plain)) or words("payment").within(plain)


def _is_sum(quantity: Quantity, kinds: set[str]) -> bool:
    """3000万元, 30%, and rates of money: 补贴0.1元/千瓦时."""
    return quantity.unit_kind in kinds or (quantity.unit or "").partition("/")[0].endswith("元")


def _is_set(before: str) -> bool:
    """补助标准|提高到: the level of what is paid is a result; 补助比例可|提高到 says how far one may go."""
    if before.rstrip(REMOVED).endswith(("的比例", "占比", "的比重")):
        return True  # 补助资金用于肉牛产业的比例|不低于30%
    level = level_verbs().before(before)
    return bool(level) and not before.removesuffix(level).endswith(("可", "可以", "最高"))


def _is_budget(before: str, quantity: Quantity) -> bool:
    """工程概算总投资|2680万元: what a work costs; of a total that is a result, such a sum is a part."""
    is_sum = quantity.unit_kind == "money" and quantity.comparator == "eq"
    return is_sum and bool(_BUDGET.search(before)) and not _WON.search(before)
