"""Who does what a clause counts, and where: 支持企业|建设中心20个, 各设区市至少|建成1处, 山区|完成森林抚育30万亩."""

from planparse import patterns
from planparse.clauses import REMOVED
from planparse.lexicon.vocabulary import words
from planparse.rules.targets.places import names_places
from planparse.rules.targets.subject import take_scope

_DOER = patterns.compile(
    "(?:各[^，、]{1,8}?[市县区州旗镇乡](?![市县区州旗镇乡])|[国省市县区乡村]级)(?:要|应当?|须|必须)?|[^，]{2,20}?(?:要|应当?|须|必须)"
)
_SUPPORTS = patterns.compile("^(?:支持|鼓励|引导|推动|组织|指导|依托)(?=[^，]{2})")
_SUPPORTED = patterns.compile("(?:企业|高校|院校|院所|机构|单位|主体|地方|资本|力量|组织)(?:合作|联合|共同)?")


def without_support(text: str) -> str:
    """鼓励|每个社区配备2名: without the word that says no more than that others are helped to do it."""
    return _SUPPORTS.sub("", text, count=1)


def without_doer(left: str) -> str:
    """南昌市要|建成调蓄池, 各设区市至少|建成1处, 支持企业|建设中心: whose work it is, is no part of what is made."""
    if (supports := _SUPPORTS.match(left)) and (rest := _behind_places(left[supports.end() :])):
        return rest
    doers = _SUPPORTED.finditer(left) if supports else filter(None, (_DOER.match(left),))
    rests = (words("adverb").strip_start(left[doer.end() :].lstrip(REMOVED)) for doer in doers)
    return next((rest for rest in rests if _opens_deed(rest)), left)


def _behind_places(text: str) -> str:
    """甲镇、乙镇|建设|茶园: the deed, where nothing but places stands before it."""
    make = words("make")
    at = next((at for at in range(2, len(text)) if make.at(text, at)), 0)
    return text[at:] if at and names_places(text[:at]) else ""


def _opens_deed(text: str) -> bool:
    """新增|制造业贷款, 建成|调蓄池; but 改造|面积 is a measure."""
    verb = words("make").at(text)
    forms_noun = verb in words("forms-noun") and words("chain-noun", "made-noun").at(text, len(verb))  # 推广|中心
    names_thing = forms_noun or words("metric").before(text)
    return bool(words("make-increase").at(text) or (verb and not names_thing))


def place_of_deed(left: str) -> tuple[str, str]:
    """山区|完成森林抚育, 主城区|新增绿地, 内河港口|新增泊位: where a deed is done, which belongs to what is made; the deed alone is no measure."""
    scope, bare = take_scope(left)
    verbs = words("deed-at-place")
    at = next((i for i in range(2, len(bare)) if verbs.at(bare, i)), 0)
    made = bare[at + len(verbs.at(bare, at)) :] if at else ""
    is_thing = len(made) > 1 and not (words("metric").before(made) or made in words("nominal", "process"))
    if not (is_thing and (names_places(bare[:at]) or words("owner").before(bare, at))):
        return "", left
    return bare[:at], (scope or "") + bare[at:]
