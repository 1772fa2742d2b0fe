"""The noun phrase of what is measured, freed of what only stands around it.

“全区单位地区生产总值能耗比2015年” → scope 全区, indicator 单位地区生产总值能耗, baseline 2015.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planparse import patterns
from planparse.clauses import REMOVED
from planparse.lexicon.five_year_plans import FIVE_YEAR_PLAN, five_year_plan
from planparse.lexicon.vocabulary import words

# 比2015年, 较2020年底, 相较于2020年水平, 与2020年相比, 在2015年基础上, 由2018年的|6.5%, 较“十三五”末, 比上年, 同比
_BASELINE = patterns.compile(
    r"同比|(?P<lead>相?比于?|相?较于?|对比|同比|与|同|和|在|以|由|从)"
    rf"(?:(?P<year>(?:19|20)\d\d)年(?:年?底|末)?|(?:“|‘)?(?P<plan>{FIVE_YEAR_PLAN})(?:”|’)?(?:规划)?(?:时期|期)?末期?"
    r"|(?:上年度?|去年|上一年度?)(?:同期)?)"
    r"(?P<tail>的?(?:水平|同期)?相比|(?:的?水平)?的?基础上|[^，；。\d]{0,20}?为基[期准数]|的(?=[\d.])|的?(?:水平|基数|同期))?"
)
_VALUES_THEN = patterns.compile(
    r"的?[\d.]+[^，。；\d的]{0,8}(?:[、和][\d.]+[^，。；\d的]{0,8}?)*(?=分别|$|[下降提增减压])"
)
_TAILS = {"与": "相比", "同": "相比", "和": "相比", "在": "基础上", "以": "为基", "由": "的", "从": "的"}
_RANGE_SCOPE = patterns.compile(
    r"^(?:在(全[市区省县国州域])(?:市域|县域|域)?(?:范围内|内)?|(全[市区省县国州])(?:市域|县域|域)?范围内)"
)
_TITLE = patterns.compile("全国[^，、的]{0,14}?(?:示范|先进|文明|百强|千强|模范|标兵|名老|十佳|一流)")
_SCOPE_BRACKET = patterns.compile("（[市区县旗州镇街道乡、]+）[区市]?")  # 每个县（市、区）
_EACH = patterns.compile("每(?:个|座|家|所|条|村|镇|乡|县|市|区|校|院)(?![^，]*(?:拥有|占有)量)")
EACH_THING = patterns.compile(  # 每所中小学, 每个中医馆: a part of what is counted; 每个县 is the scope
    "每(?:座|家|所|处|条|院|台|辆)|每个(?!行政)[^，、的]{0,8}?(?:馆|站|场|厂|校|院|园|电站|机构|小区|网点|窗口|门店|泵站)"
)
_START_VALUE = patterns.compile(r"(?:由|从)[^，；]*?(?:\d[\d.]*(?:%|[^，；\d]{0,12})|目前|现在)$")
_IN_STOCK = patterns.compile(r"(?:现有|原有|现存)的?\d[\d.]*[万余多]*[家个座条台辆户所处项艘]")  # 将现有63家|企业压减至
_SPELL = patterns.compile(r"^(?:\d{1,2}|[一二两三四五]|十)年(?:累计|共|内)")  # 三年累计培育
_YEARS = patterns.compile("^(?:[二两三四五]|[2-5])年")
_COMPARED = patterns.compile(  # 办结时限|比法定时限|压缩75%
    "(?<=..)(?:比|较)(?:基线|基准|基期|法定|规定|国家|全国|全省|全市|平均|原|现|目前|同|以往|传统|常规|计划|承诺)[^，、]{1,10}$"
    "|(?<=..)(?:比|较)(?:[^，、]{2,5}前|年初|上年末|上年底|去年底|年底)$"  # 节能率|较改造前
    "|(?<=..)在[^，、]{2,12}基础上$"  # 办理时限|在法定时限基础上
)
_PER_UNIT = patterns.compile("(?<=..)每(?:吨|立方米|方|度|千瓦时|平方米)$")  # 收费标准|每吨
_COUNTED_BY = ("人", "户", "亩", "村")
_VERB = "建设"  # stands for whichever verb follows
_CARRIERS = ("带动", "拉动", "撬动", "完成")  # 带动|体育产业总规模达到5万亿元
_CHANGE_OPENERS = ("提高", "提升", "降低", "扩大", "增加", "减少", "控制", "压减", "保持", "稳定")


class Baseline(NamedTuple):
    """The year compared with; ``before`` counts years back from the target's own (上年, 同比)."""

    year: int | None = None
    before: int = 0


def without_comparison(text: str) -> str:
    """办理时限|在法定时限基础上, 贷款余额|较年初: without what a size of change is compared with, where that is no year."""
    return _COMPARED.sub("", text)


def find_baseline(text: str) -> Baseline | None:
    """The baseline that a clause names: 比2015年, 在2015年基础上, 较“十三五”末, 比上年, 同比; None if there is none."""
    match = next(_baselines(text), None)
    if match is None:
        return None
    if match["year"]:
        return Baseline(int(match["year"]))
    plan = five_year_plan(match["plan"]) if match["plan"] else None
    return Baseline(plan.end) if plan else Baseline(before=1)


def _baselines(text: str) -> Iterator[re.Match[str]]:
    """The expressions that name a baseline; 在2015年 alone is none, 在2015年基础上 is."""
    for match in _BASELINE.finditer(text):
        needed = _TAILS.get(match["lead"] or "", "")
        if needed in (match["tail"] or ""):
            yield match


def without_baseline(text: str) -> str:
    """The text with the baseline cut out, and with the values that it had then (比2010年|的1.034吨标准煤)."""
    for match in reversed([*_baselines(text)]):
        values = _VALUES_THEN.match(text, match.end())
        text = text[: match.start()] + text[values.end() if values else match.end() :]
    return text


class Subject(NamedTuple):
    """Scope word and indicator; ``indicator`` is "" where the clause leaves its subject out."""

    scope: str | None
    indicator: str


def read_subject(text: str, *, keeps_verb: bool = True) -> Subject:
    """Scope and indicator of the text between a clause's deadline and its verb or number.

    ``keeps_verb`` is false where a verb of change at the head governs the phrase: 提高污水收集率达到90%.
    """
    bare = _IN_STOCK.sub("", without_baseline(_START_VALUE.sub("", text.replace(REMOVED, "")))).strip("，、：—- ")
    bare = _without_trailers(bare)
    scope, bare = take_scope(bare)
    bare = _without_trailers(bare.strip("，、： "))
    bare = _PER_UNIT.sub("", without_comparison(bare))
    if verb := _governing_verb(bare, keeps_verb=keeps_verb):
        inner, bare = take_scope(bare[len(verb) :])
        scope = scope or inner
    return Subject(scope, bare.removesuffix("的").strip("，、： "))


def _without_trailers(text: str) -> str:
    """覆盖率|分别, 全市|均; but 商业网点面积|人均 keeps its word."""
    while (word := words("trailer").before(text)) and not (word == "均" and text[-2:-1] in _COUNTED_BY):
        text = text[: -len(word)]
    return text


def _governing_verb(phrase: str, *, keeps_verb: bool) -> str:
    """带动|体育产业总规模, 提高|污水收集率: a verb before what is measured."""
    carries = _CARRIERS if words("metric").before(phrase.removesuffix("的")) else ()
    changes = () if keeps_verb else _CHANGE_OPENERS
    return next((verb for verb in (*carries, *changes) if phrase.startswith(verb)), "")


def take_scope(text: str, *, ends_at_verb: bool = False) -> tuple[str | None, str]:
    """The scope at the head of a phrase, behind opening words (力争全市, 实现全省, 在全国范围内), and the rest.

    ``ends_at_verb``: the phrase is all that stands before a verb, so that 每个重点行业 may be the whole of it.
    """
    bare = strip_openers(text)
    if match := _RANGE_SCOPE.match(bare):
        return match[1] or match[2], strip_openers(bare[match.end() :])
    scope = ("" if words("no-scope").at(bare) or _TITLE.match(bare) else words("scope").at(bare)) or _each(
        f"{bare}{_VERB}" if ends_at_verb else bare
    )
    if not scope or bare.startswith(("、", "和"), len(scope)):  # 各市|、县: a list of doers
        return None, bare
    if more := _SCOPE_BRACKET.match(bare, len(scope)):
        scope += more[0]
    return scope, strip_openers(bare[len(scope) :].removeprefix("的").lstrip(f"，{REMOVED}"))


def _each(text: str) -> str:
    """每个镇（街道）|配备5名: what each one of has to do or to have, up to the verb."""
    each = None if EACH_THING.match(text) else _EACH.match(text)
    verbs = words("make", "do")
    ends = range(each.end() + 1, min(len(text), 16)) if each else ()
    return next((text[:i] for i in ends if verbs.at(text, i)), "")


def without_spell(text: str) -> str:
    """三年累计|淘汰3500台, 三年|落实贷款20亿元: without the years that a sum is counted over."""
    bare = _SPELL.sub("", text)
    years = _YEARS.match(bare)
    does = years and words("make", "make-increase", "make-open").at(bare, years.end())
    return bare[years.end() :] if years and does and does not in words("nominal") else bare


def strip_openers(text: str) -> str:
    """Without 力争, 确保, 实现, 其中, 三年累计 … at its head."""
    text = without_spell(text)
    while (word := words("opener").at(text)) and not words("no-opener").at(text):
        is_of_each = word != "平均" or text.startswith("每", len(word))  # 平均每个镇; but 平均结案时间
        if (len(word) == 1 and len(text) == 1) or not is_of_each:
            break
        text = text[len(word) :].lstrip("，：")
    return text
