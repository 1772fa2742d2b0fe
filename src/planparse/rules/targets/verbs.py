"""The verbs around a number: which one governs it, which begins what stands behind it, which opens the next member of a list."""

from planparse import patterns
from planparse.clauses import blank
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.lexicon.words import is_verb
from planparse.rules.targets.quantities import Quantity

SEPARATORS = ("、", "和", "及", "以及", "与", "或")
EACH_ONE = patterns.compile("每[^，、的]{1,10}$")  # 每个服务区|不少于4个快充桩
_AGED = patterns.compile("(?:19|20)\\d\\d年[底末]?(?:以前|之前|前)?(?:建成|建设|投用|竣工|开工)的$")  # 2005年底前建成的
_NO_OWNER = patterns.compile(r"\d|[在对以从由为向与和、]|覆盖|涉及|包括|按照|根据|等")
_PLACE_PHRASE = patterns.compile("(?:^|[，、])(?:重点)?[在于对为以]")


def is_open(before: str) -> bool:
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
    if EACH_ONE.search(blank(before)):
        verb = words("do", "measure").before(before)
        return verb or ("有" if before.endswith("有") else "")  # 每户至少掌握|1项, 每区至少明确|1支, 每县至少有|1个
    bare = words("opener", "scope", "adverb").strip_start(before.strip("，、"))
    return bare if bare in words("make-open") or (bare not in words("metric") and is_verb(bare)) else ""


def verb_with_list(before: str) -> str:
    """The verb of making whose list of objects ends the text: 共建|甲区、乙区|三个集聚区; "" inside 在…等 or without a list."""
    if _PLACE_PHRASE.search(before):
        return ""
    make = words("make")
    found = ((verb, before[i + len(verb) :]) for i in range(len(before)) if (verb := make.at(before, i)))
    return next((verb for verb, list_ in found if "、" in list_ and not list_.startswith("、")), "")


def verb_with_owner(before: str, quantity: Quantity) -> str:
    """完成|城南片区|6个小区改造: the verb of making that opens the clause, where only an owner stands before the number."""
    bare = words("opener", "scope", "adverb").strip_start(before.strip("，、"))
    verb = words("make").at(bare)
    owner = _AGED.sub("", bare[len(verb) :])
    counts = quantity.unit_kind == "count" and quantity.is_arabic and not sizes(quantity)
    owns = (len(owner) > 1 or owner != bare[len(verb) :]) and not _NO_OWNER.search(owner)
    certain = counts and verb not in words("measure") and owns
    return verb if certain else ""


def starts_predicate(after: str) -> bool:
    """Whether the text goes on with a verb, not with a noun: 以上|使用新能源汽车."""
    verbs = words("make", "do", "level")
    return bool(verbs.at(after) or verbs.at(words("adverb", "manner").strip_start(after)))


def names_deed(text: str) -> bool:
    """集中供热, 满意, 开工: whether the words end in a verb that is a noun here."""
    return bool(words("nominal", "stage", "process").before(text)) or is_verb(text[-2:])


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


def does_each(gap: str) -> int | None:
    """Where it stands in 1000所|县级医院各建设|2个专科 what each of those that are counted does; None where nothing does."""
    at = gap.find("各", 1)
    return at if at > 0 and words("make").at(gap, at + 1) else None


def sizes(quantity: Quantity) -> bool:
    """20户以上|自然村, 50人以上|企业: people and households tell the size of what follows."""
    return quantity.unit in ("人", "名", "户") and quantity.comparator in ("ge", "le", "gt", "lt")
