"""What the words of a clause lack and the clauses before it have: whose share (占比|40%), of what kind (市级|50个), where (城区|8所).

Where that is not certain, nothing is taken.
"""

from planparse import patterns
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.lexicon.words import is_verb
from planparse.rules.targets.heads import metric_head
from planparse.rules.targets.measures import measured_at, measured_each, measured_like
from planparse.rules.targets.named import clause_object, clause_subject, is_generic
from planparse.rules.targets.owners import is_ownerless, owner_at_head
from planparse.rules.targets.places import LEVEL, names_places, names_region
from planparse.rules.targets.reach import Reach
from planparse.rules.targets.reading import Reading
from planparse.rules.targets.statements import measured_topic
from planparse.rules.targets.subject import take_scope
from planparse.rules.targets.verbs import starts_predicate

# …车辆中，; 年旅客吞吐量500万人次以上的机场，
_GROUP = patterns.compile(
    "^(?!在|从|以|对|其中)[^，]{4,}(?:(?<![其集当])(?<!过程)中|的[^的，]{0,16}(?:机场|港口|企业|园区|城市|地区|学校|医院|机构|单位|车辆|建筑|项目|景区|小区|村庄?|乡镇))$|^\\d[^，]{1,6}以上的[^，的]{2,10}$"
)
_AND_ABOVE = patterns.compile("^及?以[上下]")
_COMPARES = patterns.compile(r"[超达过][\d一二两三五十百千万亿]")
_SIZED = patterns.compile(r"\d[\d.]*[^，、\d]{1,4}以[上下](?=..)")
_LIST = patterns.compile("[、，和及与等]")
_TITLE = "(?:示范|试点|优势|龙头|领军|骨干|先进|标杆|先行|样板)"
# 国家级知识产权|优势企业50家、|示范企业|10家; 文化消费|试点城市60个、|示范城市|30个
_WITH_TITLE = patterns.compile(
    f"(?P<prefix>(?P<level>{LEVEL}|全国)[^，、]*?|[^，、]{{2,}}?){_TITLE}(?P<head>[^，、]{{1,5}})"
)
_TITLED = patterns.compile(f"{_TITLE}[^，、]{{1,3}}")
_GROWTH = ("增速", "增幅", "增长率", "增长速度", "增长")
_AREAS = ("镇", "乡", "街道", "县", "区", "市", "州", "旗", "省", "村", "县城")
_LONGEST_AREA = 8
_GRADE = patterns.compile("(?:[1-5]?A{1,5}|[一二三四五六甲乙丙丁特]|[\\d百千十]*[百千万]?亿元?)级")
_DEED_AND_RATE = 3  # the characters of 使用率
_MODIFIER = 3  # the characters of a one-word modifier: 灵活性改造


def completed(reading: Reading, reach: Reach) -> Reading:
    """省级示范村20个、|市级|50个 and 30%|达到推荐标准: the rest of the phrase stands with the one before."""
    same_unit = _base(reading.quantities[0].unit) == _base(reach.unit)
    if len(reading.indicators) != 1:
        if reach.indicators and same_unit and all(map(_is_where, reading.indicators)):
            return reading._replace(indicators=tuple(own + reach.indicators[-1] for own in reading.indicators))
        return measured_each(reading, reach.indicators[-1], reach) if reach.indicators else reading
    if not reach.indicators:
        return _in_group(reading, reach.clause_before)
    own, before = reading.indicators[0], reach.indicators[-1]
    if (measured := measured_at(reading, before)) is not reading:
        return measured
    if whole := _of_the_same_kind(own, before, same_unit=same_unit):
        return reading._replace(indicators=(whole,))
    if (measured := measured_like(reading, before, reach)) is not reading:
        return measured
    no_object = reading.shape == "counted" and reading.end == reading.quantities[-1].end
    counts = reading.shape == "bare" or (no_object and reading.quantities[0].unit == reach.unit)
    where = _names_area(own) or (reach.whole and _names_zone(own, reach.whole))
    if counts and reading.scope is None and where and not _is_where(own):
        return reading._replace(indicators=(before,), scope=own)  # 农村公厕180座，其中甲镇|25座、乙镇|改造|30座
    if counts and same_unit and _is_where(own):
        return reading._replace(indicators=(own + before,))  # 公办幼儿园18所（其中城区|8所）
    if owner := _owner_before(reading, own, before, reach):
        return reading._replace(indicators=(owner + own,))
    return reading


def _base(unit: str | None) -> str:
    """1.2万个, 3000个: the same unit."""
    return (unit or "").lstrip("十百千万亿")


def _of_the_same_kind(own: str, before: str, *, same_unit: bool) -> str:
    """The phrase before with its own words in the place of those that they stand against."""
    place = words("place")
    if _COMPARES.match(own) and (at := before.find(own[0])) > 0:  # 产值|超百亿元企业5家、|超十亿元企业|30家
        head = before[before.rindex("的") :] if "的" in before[at:] and "的" not in own else ""
        return before[:at] + own + head  # ……的企业5家、超十亿元的|30家
    if same_unit and _SIZED.match(own) and (size := _SIZED.search(before)):
        return before[: size.start()] + own  # 年产值5亿元以上企业2家、|1亿元以上企业|15家
    if same_unit and (owner := _owner_of_deeds(own, before)):
        return owner + own
    if (grade := _GRADE.match(before)) and _GRADE.fullmatch(own):  # 5A级|社会组织50家、|4A级|120家
        return own + before[grade.end() :]
    if _TITLED.fullmatch(own) and (titled := _WITH_TITLE.fullmatch(before)):
        same_head = own.endswith(titled["head"])
        return titled["prefix"] + own if titled["level"] or same_head else ""
    deeds = words("make-open")
    if own in deeds and (other := deeds.before(before)) and other != own:  # 生猪|存栏稳定在200万头，|出栏|300万头
        return before.removesuffix(other) + own
    if own in place and (other := place.at(before)) and len(before) > len(other) + 1:  # 省级|示范村、|市级
        return own + _AND_ABOVE.sub("", before[len(other) :])  # 省级以上|龙头企业100家、国家级|10家
    if parallel := _measured_at_place(own, before):
        return parallel
    if (
        own in place and (other := place.before(before)) and _are_alike(own, other)
    ):  # 生均公用经费小学720元、|初中|940元
        shared = before.removesuffix(other)
        return "" if _LIST.match(shared[-1:]) or words("kind-of-area").before(before) else shared + own
    return ""


def _measured_at_place(own: str, before: str) -> str:
    """风险监测网络|县级覆盖率|保持100%、|乡镇覆盖率|达到80%: one measure of one thing, at two places."""
    metric, place = words("metric").before(own), words("place")
    at = len(own) - len(metric)
    while word := words("process").before(own, at):
        at -= len(word)
    measure = own[at:]
    if not metric or own[:at] not in place or not before.endswith(measure):
        return ""
    other = place.before(before, len(before) - len(measure))
    owner = before.removesuffix(other + measure) if other else ""
    return owner + own if owner else ""


def _is_where(own: str) -> bool:
    """城区, 脱贫地区; 小学 is a thing of its own."""
    return (own in words("place") and own not in words("kind-of-school")) or names_region(own)


def _are_alike(one: str, other: str) -> bool:
    """小学 and 初中, 城市 and 县城; but 城区 stands against no 幼儿园."""
    return (one in words("kind-of-school")) == (other in words("kind-of-school"))


def _owner_of_deeds(own: str, before: str) -> str:
    """煤电机组|节煤改造600万千瓦、|灵活性改造|900万千瓦: both deeds have a modifier; 工业投资 and 技改投资 have only one each."""
    deed = words("nominal").before(own)
    owner = owner_at_head(before) if deed and before.endswith(deed) and len(own) - len(deed) <= _MODIFIER else ""
    return owner if len(before) > len(owner) + len(deed) else ""


def _owner_before(reading: Reading, own: str, before: str, reach: Reach) -> str:
    """Whose measure or share it is: 高技能人才总量20万人，|占技能劳动者的比例|达到33%; 占比, 产量 alone."""
    if own.removeprefix("年均").removeprefix("平均") in _GROWTH and reading.shape in ("reached", "bare"):
        return before  # 工业总产值突破5000亿元，|年均增速|10%以上
    if own.startswith("占"):
        return _without_count(before)
    if is_generic(own):  # 开设托班的公办园120所，|占比|40%
        return _without_measure(before)
    if is_ownerless(own) and own.endswith("率") and before.endswith("率") and len(own) == _DEED_AND_RATE:
        return _without_measure(before) if metric_head(before) != "率" else ""  # 设施配备率80%，|使用率|60%
    if own.startswith("总") and own[1:] in words("metric") and reading.shape in ("reached", "bare"):
        return _without_measure(before) if metric_head(before) else ""  # 粮食|播种面积500万亩、|总产量|20亿斤
    if reading.shape in ("reached", "bare") and own in words("metric"):
        return _owner_of(reach.clause_before) or (_without_measure(before) if metric_head(before) else "")
    if reading.shape == "share" and starts_predicate(own) and not own.startswith("可"):
        return _subject_of(before)
    return ""


def _without_count(indicator: str) -> str:
    """高技能人才|总量: without the word that only says how many there are."""
    return patterns.sub("(?:总量|总数|数量|人数|个数)$", "", indicator)


def _without_measure(indicator: str) -> str:
    """高技能人才|总量: whose measure an indicator is; all of it where it names no measure."""
    return indicator.removesuffix(metric_head(indicator))


def _in_group(reading: Reading, clause: str) -> Reading:
    """新增或更新公交、出租等车辆中，|新能源汽车比例不低于80%: the clause before names the things that are measured."""
    own = reading.indicators[0]
    if reading.shape == "bare" and reading.scope is None and _names_area(own) and (thing := clause_object(clause)):
        return reading._replace(indicators=(thing,), scope=own)  # 分别完成改造任务：|甲县|1200户
    if is_ownerless(own) and (owner := thing_of(clause) or _measured_in(clause)):
        return reading._replace(indicators=(owner + own,))  # 农药使用量保持零增长，|利用率达到43%
    topic = measured_topic(clause.rstrip("："))
    if topic and reading.shape in ("reached", "bare") and not words("metric").before(own):
        return reading._replace(indicators=(own + topic,))  # 装配式建筑占比，重点推进地区|达到50%
    if names_places(own) and reading.shape in ("reached", "bare"):
        return measured_at(reading, clause_object(clause) or clause_subject(clause))  # 长三角PM2.5浓度达标，北京市
    scope, group = take_scope(clause)
    names_group = _GROUP.search(clause) and not words("measure", "result", "make").at(group)
    if not names_group or not words("metric").before(own):
        return reading
    return reading._replace(indicators=(group + own,), scope=reading.scope or scope)


def _measured_in(clause: str) -> str:
    """化肥、农药|使用量保持负增长: whose measure a clause without a number is about; "" where a verb opens it (提升服务水平)."""
    works = words("measure", "make", "do", "increase", "decrease").at(take_scope(clause)[1])
    return "" if works else _without_measure(clause_subject(clause))


def thing_of(clause: str) -> str:
    """推广保护性耕作，|面积达到…: what the clause before brings about; "" where its object is work (加强监测), or a list."""
    thing = clause_object(clause).removesuffix("建设")
    is_object = thing and not take_scope(clause)[1].startswith(thing)
    works = words("nominal", "process", "measure", "make", "chain-noun", "metric").before(thing) or is_verb(thing[-2:])
    return thing if is_object and not works and not _LIST.search(thing) else ""


def _names_area(text: str) -> bool:
    """甲镇, 其余县（市、区）; 省级园区 is a kind of thing."""
    text = patterns.sub("（[^（）]*）$", "", text)
    return text.endswith(_AREAS) and len(text) <= _LONGEST_AREA and not words("kind-of-area").before(text)


def _names_zone(own: str, whole: str) -> bool:
    """示范区|18家 of 企业: a zone that can be counted is none of the things that are counted here."""
    zones = words("kind-of-area")
    return own.endswith("区") and bool(zones.before(own)) and not zones.before(whole) and len(own) <= _LONGEST_AREA


def _owner_of(clause: str) -> str:
    """生命健康产业|集聚企业超2000家，收入…: the subject of the clause before owns a bare measure."""
    _, bare = take_scope(clause)
    verbs = words("make", "make-open", "make-increase")
    return next((bare[:i] for i in range(2, min(len(bare), 14)) if verbs.at(bare, i)), "")


def _subject_of(statement: str) -> str:
    """乡镇卫生院|达到服务能力标准: the words before the first verb."""
    verbs = words("do")
    at = next(
        (i for i in range(2, len(statement)) if verbs.at(statement, i) or level_verbs().at(statement, i)),
        len(statement),
    )
    return statement[:at]
