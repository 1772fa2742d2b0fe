"""The verbs that open a clause: 同步|发展|高效节水农田, 新增和改造|污水管网, 新购置|环卫车."""

from planparse import patterns
from planparse.lexicon.vocabulary import Words, words
from planparse.lexicon.words import is_verb, verb_at_start
from planparse.rules.targets.subject import take_scope, without_baseline
from planparse.rules.targets.verbs import SEPARATORS

_NAMES_DOER = patterns.compile("用地(?=..)|[业者]|员(?!工)|户(?![外用均籍])|班(?!主任|级|组)")  # 服务|业企业, 养殖|户
_PEOPLE = ("人员", "人口", "人数")
_YEARLY = patterns.compile("年产(?![值量能业出品])(?=..)")  # 年产|果品160万吨
PLACE_PHRASE = patterns.compile(
    r"^(?:在|从(?!业|事|众|严|快|紧|优|重)|于|面向|针对|对|围绕|依托|利用|以|结合|通过|按照?(?=[^，]{2,12}(?:要求|标准|原则|模式|方式|思路)))[^，]*?"
)


def opening_verbs(left: str) -> tuple[str, str, str | None]:
    """Action, object and scope of a clause that a verb opens: 同步|发展|高效节水农田; 新增和改造|污水管网."""
    scope, bare = take_scope(without_baseline(left))
    bare = words("adverb").strip_start(bare)
    if PLACE_PHRASE.match(bare):
        bare = _behind_place_phrase(bare)
    if bare.startswith("年") and words("make", "make-increase").at(bare, 1):
        bare = bare[1:]  # 年新增5个, 年种植38万亩
    if (way := words("way").at(bare)) and words("make").at(bare, len(way)):
        bare = bare[len(way) :]  # 定向|培养乡村教师
    yearly = _YEARLY.match(bare)
    action, bare = (yearly[0], bare[yearly.end() :]) if yearly else ("", bare)
    while verb := _next_verb(bare, action):
        action, bare = action + verb, bare[len(verb) :]
    inner, bare = take_scope(bare) if action else (None, bare)
    bare = words("trailer").strip_end(bare.strip("，、： ")).removeprefix("了")
    return action, bare, scope or inner


def _next_verb(text: str, action: str) -> str:
    """The first verb, or one more that belongs to the same action: 关停|退出, 新增|和改造."""
    if words("noun-with-verb").at(text) or _is_kind_of_deed(text):
        return ""  # 注册护士
    joint = next((s for s in SEPARATORS if text.startswith(s)), "") if action else ""
    verbs = (
        words("chain")
        if action and not joint
        else words("make", "make-open", "make-increase", "make-decrease", "chain")
    )
    verb = verbs.at(text, len(joint)) or _newly(verbs, text, len(joint)) or ("" if action else _changes(text))
    if joint and not verb and is_verb(text[len(joint) : len(joint) + 2]):
        verb = text[len(joint) : len(joint) + 2]  # 新建和|完善|农田林网
    rest = text[len(joint) + len(verb) :]
    part_of_noun = verb in words("nominal", "chain") and verb not in words("make-increase")
    is_made = not action and rest in words("made-noun")  # 培育|企业20家; but 改造项目20个
    if (
        not verb
        or not rest
        or (verb in words("make-open") and len(rest) == 1)  # 检查井
        or (part_of_noun and _NAMES_DOER.match(rest))
        or (part_of_noun and not is_made and rest in words("metric", "chain-noun"))
    ):
        return ""  # 改造面积, 造林: the verb is part of the noun
    return joint + verb if not action or joint or not words("chain-noun").at(rest) else ""


def _changes(text: str) -> str:
    """缩短|航路里程3%; but 降低值, 提升工程 are nouns."""
    verb = words("change-object").at(text)
    behind = text[len(verb) :]
    return "" if behind in words("chain-noun", "metric") or behind[:1] in ("值", "量", "率", "幅") else verb


def _newly(verbs: Words, text: str, start: int) -> str:
    """新购置|环卫车: 新 before a verb tells when, and belongs to the action; 新能源 has none behind it."""
    verb = verbs.at(text, start + 1) if text.startswith("新", start) else ""
    return "新" + verb if verb else ""


def rare_verb(text: str) -> tuple[str, str]:
    """A verb that is in no table of ours, by the dictionary: 改善|航道4800公里; not one inside a measure (执业医师数)."""
    if words("metric").before(text) or words("nominal").at(text) or text[2:] in _PEOPLE or _is_kind_of_deed(text):
        return "", text  # 就业困难人员再就业, 从业人员: such a verb is a noun here too
    new = "新" if text.startswith("新") else ""
    verb = verb_at_start(text.removeprefix(new))
    verb = new + verb if verb else ""
    return (verb, text[len(verb) :]) if len(verb) < len(text) else ("", text)


def _is_kind_of_deed(text: str) -> bool:
    """集中就业300人、灵活就业800人: a manner and a deed that is a noun are a kind of it."""
    manner = words("manner").at(text)
    deed = text[len(manner) :]
    return bool(manner) and deed in words("nominal", "process") and deed not in words("make", "chain")


def _behind_place_phrase(text: str) -> str:
    """在兴宾区、象州县|建立示范基地: the phrase of place ends where the verb begins."""
    make = words("make")
    return next((text[i:] for i in range(2, len(text)) if make.at(text, i) and text[i - 1] not in "、和"), text)
