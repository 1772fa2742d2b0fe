"""What a clause without a result number does: states a result, opens a measure, or only accompanies.

Results under a deadline are qualitative targets (guide, “Qualitative”): 基本消除较大面积农村黑臭水体;
节能减排政策机制更加健全; 出台具体实施方案. Measures are none, also under a deadline: 推进…, 深入实施….
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from planparse import patterns
from planparse.clauses import BLANK_BRACKET, Clause
from planparse.document import Deadline
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.lexicon.words import is_verb
from planparse.rules.targets.subject import take_scope
from planparse.span import Span

Statement = Literal["result", "state", "batch", "ban", "measure", "adjunct", "other"]

_ASPIRATION = patterns.compile("^(?:力争|争取|努力|力求)(?:在|使|到)?")
_ADJUNCT = patterns.compile(
    r"^(?:其余(?!.*(?:全部|完成|建成|达到))|通过(?!.{0,20}(?:验收|评估|认证|审查|核查|考核|审核|认定|评审))|以(?!.{2,12}为(?:主体|主|核心|重点|支撑|基础|引领|骨干|代表)的)|按照|按|根据|依据|围绕|结合|针对|依托|随着|经(?=.*(?:后|同意|批准|审))|对(?!.*(?:作用|影响|能力|支撑|贡献).{0,4}(?:凸显|增强|提升|显现|提高|显著|明显))|对于|由|从|鉴于|聚焦|立足|除|将|把(?!.*完成)|如|若|凡|在.{0,20}(?:下|中|前提下|基础上|过程中|的同时)$)|(?<![其集当])中$|后$"
)
_CARRIES_ON = patterns.compile("(?:组织实施|抓好?落实|推进实施|(?:遵照|参照|认真|严格)执行)$")
_TREATS = patterns.compile("^对[^，、的]{2,}?(?:开展|实施|进行|给予|实行|加强|落实)")  # 对基层人员|开展培训
_BAN = patterns.compile("(?:全面|全部|一律)?禁止")
_ORDINAL = patterns.compile("^[一二三四五六七八九十]+是")
_SUBJECT = patterns.compile("^(?:重点(?!推进|做好|抓好|加强)|集中|系统|主动)")  # 重点行业能效提升: a noun, no manner
_ALL = patterns.compile("全部|全面(?!推|加|提|深|梳|清)|一律|全覆盖|实现|完成|建成")
_PLACE = patterns.compile("^(?:在|向|于|与(?!.{2,16}差距)|并|其中|同时|且)")
_BATCH = patterns.compile("^(?:推动|支持|引导|促进)一批")
_MODAL = patterns.compile("(?<![主重需必不])要(?![求素点])|应当|不得|[须应]由|进行(?!列)|会同|组织开展|负责")
_OUGHT = patterns.compile("^[^，]{0,14}?(?:必须|应当|[要应须需将])(?:按期|按时|如期|确保)?(?=.)")
_TOGETHER = patterns.compile("会同[^，]*(?:完成|出台|印发|制定|编制)(?!.*进行)")
_LAYS_GROUND = patterns.compile("^为.*(?:奠定|提供|作出|创造|积累).{0,8}(?:基础|支撑|保障|贡献|条件|经验)$")
_SHARES_OUT = patterns.compile("(?:将|把).*(?:(?:分解|落实|细化|明确)[到至]|(?:打造|建设|培育|建)成)")
_HANDS_IN = patterns.compile(
    "(?:将|把|报).*(?:报送?|上报|报备|提交|备案|批准|审[批核定])(?:[^，]{0,16}(?:备案|批准|审[批核定]))?"
)
_LIST_ENDS = patterns.compile(r"[^，\d]{1,16}等")  # 淘汰甲地、|乙地等区域内的500万辆车
_DEGREE = patterns.compile(
    "[^，、](?:全面|全部|基本|均|都|更加|更为|日益|日趋|显著|明显|大幅|持续|不断|稳步|得到|初步|有效|进一步|总体|普遍)$"
)
_GROWN = patterns.compile(
    "^范围[^，、]{0,3}(?:扩大|拓展|延伸)"
    "|[^，、](?:(?:更加|更为|日益|日趋)[^，、]{2}|(?:取得|迈上|迈入|走在|位居|跻身)[^，、]{2,10})$"
)
_TOPIC = patterns.compile(
    "[^，]{4,}的(?:[^的，]{0,4}(?:地区|区域|企业|单位|项目|行业|园区|城市|乡镇|机构|设施))?|(?:逾期)?(?:提前|尚未|未|已|率先|仍).*的[^的，]{0,4}|[^，]*(?:低于|高于|超过|不足).*的[^的，]{0,12}"
)
_OF_ALL = patterns.compile("(?:基本)?(?:全部|均|都|一律|全面)")
_THINGS = patterns.compile(
    "[^，。]{2,}(?:工程|项目|企业|单位|机构|设施|场|厂|站|所|学校|医院|小区|园区|车辆|锅炉|机组|建筑|村庄?|乡镇|街道|部门|场（户）)$"
)
_CASE = patterns.compile("(?:对|对于|凡).*的(?P<noun>[^的]{1,12})")
_NOT_DONE = patterns.compile("对?(?:逾期|到期).{0,6}(?:未|不).*的")
_STRONG = patterns.compile(
    "(?:全面|全部|基本|均|更加|更为|显著|明显|大幅|持续|不断|稳步|得到|取得|初步|有效|进一步|总体)(?:[^、]{0,2})"
)
_SIZE_OF_CHANGE = patterns.compile(
    r"(?:提高|提升|下降|降低|增长|增加|减少|上升)[^，、到至为]{0,4}\d[\d.]*[^，、\d]{1,5}$|翻[一二两]?番(?:以上)?$"
)
_SHARE_END = patterns.compile("(?:率|比例|占比|比重)$")
_LONGEST_DEED = 4  # characters: 进场施工


def classify(text: str) -> Statement:
    """What a clause does, its deadline already taken off; ``text`` has brackets and quotes blanked out.

    A “state” has a subject of its own (政策体系更加健全), a “result” begins with its verb (建成…, 出台…), a “batch”
    brings a number of things to a result (推动一批机构通过认证), a “ban” is a result where it comes into force (禁止销售…).
    """
    whole = _ORDINAL.sub("", text.lstrip("，、： "))
    bare = _ASPIRATION.sub("", whole)
    scope = "" if words("no-scope").at(bare) else words("scope").at(bare)
    bare = bare[len(scope) :].lstrip(BLANK_BRACKET)
    if _LAYS_GROUND.search(bare) or _HANDS_IN.match(bare) or _SHARES_OUT.match(bare):
        return "result"
    if _TREATS.match(bare) or _CARRIES_ON.search(bare):
        return "measure"
    if _ADJUNCT.search(bare):
        return "adjunct"
    if _BATCH.match(bare):
        return "batch"
    if _BAN.match(bare):
        return "ban"
    return _by_first_word(bare, hoped=bare != whole, scoped=bool(scope))


def _by_first_word(bare: str, *, hoped: bool, scoped: bool) -> Statement:
    """Verb first: a measure or a result by its verb. Subject first: a state where a word of change follows."""
    measure, result = words("measure").at(bare), words("result").at(bare)
    manner = words("manner").strip_start(bare)
    if not measure and not result and manner != bare:
        measure, result = words("measure").at(manner), words("result").at(manner)
        if not result and not words("state").at(manner):
            return "measure" if measure or not _has_state(manner) or not _SUBJECT.match(bare) else "state"
    if measure and len(measure) >= len(result):
        return "state" if measure not in words("causative") and _ends_in_state(bare[len(measure) :]) else "measure"
    if result or words("make").at(bare):
        return "state" if scoped else "result"
    if _PLACE.match(bare):
        return "result" if words("place-result").within(bare) else "other"
    if _MODAL.search(bare):
        return "state" if _TOGETHER.search(bare) or _ought_to_deliver(bare) else "other"
    return "state" if _has_state(bare) else "other"


def _ends_in_state(text: str) -> bool:
    """治理能力|显著提升, 宣传氛围|更加浓厚: the verb at the head belongs to a noun, for the clause ends in its predicate."""
    state = words("state").before(text)
    return bool(_GROWN.search(text) or (state and _DEGREE.search(text[: -len(state)])))


def _ought_to_deliver(text: str) -> bool:
    """各县区要|完成普查: who has to have something there by then."""
    ought = _OUGHT.match(text)
    deed = text[ought.end() :] if ought else ""
    hands_in = deed.startswith(("将", "把")) and _HANDS_IN.match(deed)
    return bool(hands_in or words("deliver").at(words("manner").strip_start(deed)))


def is_topic(text: str) -> bool:
    """提前完成目标任务的省份，|要……: of whom or of what the next clause speaks."""
    return bool(_TOPIC.fullmatch(text)) or bool(measured_topic(text))


def measured_topic(text: str) -> str:
    """新建住宅中装配式建筑占比，|重点推进地区达到50%: a clause that is nothing but what the next ones measure."""
    verbs = words("increase", "decrease", "measure", "result", "do")
    opened = verbs.at(words("adverb", "manner").strip_start(text))
    opens = opened not in ("", "新建", "新增", "改建")  # that are modifiers here: 新建住宅
    is_topic = words("metric").before(text) and not (opens or words("level", "state").within(text, 2))
    return text if is_topic else ""


def says_of_all(text: str) -> bool:
    """改造小区12个，6月底前|全部进场施工: nothing but what all of the things before are to come to."""
    deed = words("adverb").strip_start(text)
    last = deed[-2:]
    is_deed = is_verb(last) or last in words("stage", "measure", "make", "nominal", "process")
    return deed != text and 2 <= len(deed) <= _LONGEST_DEED and is_deed


def subject_before(text: str, before: Clause) -> str:
    """甘肃舟曲4处滑坡等治理工程，|2024年5月底前|全部完工: the things that the clause before names and this one says something of."""
    if before.mark != "，" or not _OF_ALL.match(text):
        return ""
    named = before.text
    opened = words("measure", "result", "make", "do", "manner", "adverb", "increase", "decrease").at(named)
    names_things = _THINGS.search(before.plain) and not (opened or _ADJUNCT.search(named) or _MODAL.search(named))
    return named if names_things and not _has_state(before.plain) else ""


def treats_case(before: str) -> bool:
    """对首次达标的企业，|推荐享受…; 逾期未完成的，|一律暂停审批: what is done in a case that may arise."""
    case = _CASE.fullmatch(before)
    return bool(_NOT_DONE.fullmatch(before)) or (case is not None and not words("measure", "make").within(case["noun"]))


def delivers(text: str) -> bool:
    """出台…, 全面建立…, …全部完成: something is there at the end that was not there before."""
    bare = words("manner").strip_start(text)
    return bool(words("deliver").at(text) or words("deliver").at(bare) or _ALL.search(text))


def _has_state(text: str) -> bool:
    """A subject with a predicate of change behind it: 政策体系|更加健全; a share alone (净化设备配备率) is only a subject."""
    changes = words("increase", "decrease").at(text) or level_verbs().within(text, 2)
    is_share = text.endswith(("的比例", "的占比", "的比重")) or (_SHARE_END.search(text) and not changes)
    return words("state").within(text, 2) and not is_share


def statements_in(clause: Clause, deadlines: Sequence[Deadline]) -> Iterator[Clause]:
    """The clause, or its parts where 、 joins whole statements; ``deadlines`` are those that stand in it."""
    ranges = _ranges(clause, [deadline.span.start - clause.span.start for deadline in deadlines])
    if len(ranges) == 1:
        yield clause
        return
    for start, end in ranges:
        span = Span(clause.span.start + start, clause.span.start + end)
        mark = clause.mark if end == len(clause.text) else "、"
        yield Clause(span, clause.text[start:end], clause.plain[start:end], mark)


def _ranges(clause: Clause, deadlines: Sequence[int]) -> list[tuple[int, int]]:
    """Where the statements of a clause begin and end in it.

    “总量趋零增长、废弃物全量利用、水平全面提升” are three, “城镇新建建筑全面执行绿色建筑标准、城镇清洁取暖率达到80%以上”
    are two, “集中供养率2023年达到60%、2025年达到65%以上” too (``deadlines``: where its times begin); a list of nouns is one.
    """
    marks = [m.start() for m in patterns.finditer("、", clause.plain)]
    if not marks:
        return [(0, len(clause.text))]
    timed = [m for m in marks if m + 1 in deadlines and patterns.search(r"年.*\d", clause.plain[:m])]
    if timed and "分别" not in clause.plain:
        return list(zip([0, *(m + 1 for m in timed)], [*timed, len(clause.text)], strict=True))
    tiers = [m for m in marks if _changes_and_reaches(clause.plain[:m], clause.plain[m + 1 :])]
    if tiers and "分别" not in clause.plain:
        return [(0, tiers[0]), (tiers[0] + 1, len(clause.text))]
    ranges = list(zip([0, *(m + 1 for m in marks)], [*marks, len(clause.text)], strict=True))
    lists_measures = any(words("metric").before(clause.plain, mark) for mark in marks)  # 开设率、管理率、发放率
    if (
        len(ranges) >= 3
        and not lists_measures
        and all(end - start >= 6 and _has_state(clause.plain[start:end]) for start, end in ranges)
    ):
        return ranges
    cut = next((m for m in reversed(marks) if _is_whole(clause.plain[:m], clause.plain[m + 1 :])), None)
    return [(0, cut), (cut + 1, len(clause.text))] if cut is not None else [(0, len(clause.text))]


def _changes_and_reaches(before: str, after: str) -> bool:
    """比例提高9个百分点、|达到52%以上: the size of the change, and the level that it leads to."""
    reaches = level_verbs().at(after)
    return bool(reaches and _SIZE_OF_CHANGE.search(before) and patterns.match(r"[^，、]{0,4}\d", after[len(reaches) :]))


def _is_whole(before: str, after: str) -> bool:
    """Whether the text before 、 is a statement of its own and the text behind it begins with its own subject."""
    if not patterns.search(r"\d", after) or patterns.search(r"\d", before) or words("metric").before(before):
        return False
    if words("adverb").at(after) or words("make", "level").at(after) or _LIST_ENDS.match(after):
        return False
    tail = before.rsplit("、", 1)[-1]
    opened = words("result").at(take_scope(before)[1])
    return (bool(_STRONG.search(tail)) or len(opened) >= 4) and not tail.endswith("等")
