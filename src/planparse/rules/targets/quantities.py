"""Quantities in a clause: value, unit and comparator, read before any grammar.

不低于30%, 10个左右, 1—2个, 超过150个, 百分之七, 20个、10个百分点 (the short unit takes the long one's end).
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from planparse import patterns
from planparse.clauses import BLANK_BRACKET
from planparse.document import Comparator
from planparse.lexicon.numerals import ARABIC, CHINESE, read_numeral
from planparse.lexicon.units import MULTIPLIERS, Unit, read_unit, unit_at
from planparse.lexicon.vocabulary import level_verbs, words
from planparse.lexicon.words import is_verb
from planparse.span import Span

# Words before a number; 突破 is a verb and stays with the verbs.
_BEFORE: tuple[tuple[str, Comparator], ...] = (
    ("至少", "ge"), ("最低", "ge"), ("至多", "le"), ("最多", "le"), ("最高", "le"),
    ("不足", "lt"), ("不到", "lt"), ("低于", "lt"), ("小于", "lt"), ("少于", "lt"), ("优于", "lt"),
    ("高于", "gt"), ("大于", "gt"), ("多于", "gt"), ("超过", "gt"), ("超出", "gt"), ("超", "gt"),
    ("约为", "approx"), ("大约", "approx"), ("接近", "approx"), ("约", "approx"), ("近", "approx"),
    ("≥", "ge"), ("≤", "le"), ("＞", "gt"), ("＜", "lt"), (">", "gt"), ("<", "lt"),
)  # fmt: skip
_NO_COMPARATOR = patterns.compile("(?:[签节条预履制合特违集公续解]约|[附就邻]近|[赶反]超)$")  # 签约|80部
_DENIED: dict[Comparator, Comparator] = {"lt": "ge", "gt": "le"}
DENIAL = "不(?:应当?|得|宜|能|可|许|准|要|允许|会)?再?"  # 不|超过, 不应|大于, 不得再|低于
_DENIES = patterns.compile(f"{DENIAL}$")
_AFTER: tuple[tuple[str, Comparator], ...] = (
    ("及以上", "ge"), ("(含)以上", "ge"), ("以上", "ge"), ("及以下", "le"), ("以内", "le"), ("之内", "le"), ("以下", "le"),
    ("左右", "approx"), ("上下", "approx"), ("内", "le"),
)  # fmt: skip
_OVER: dict[str, Comparator] = {"余": "approx", "多": "gt"}  # 100余家, 20多个
_RANGE = "-—–－~～至到"
_BETWEEN = "之间"
CLOCK = ("小时", "分钟", "秒")
_PERCENT = {"百分之": "%", "千分之": "‰"}

# Letters, points and marks that make a number part of a name: PM2.5, 5G, 〔2021〕33号, 第3, T+1, 12345热线
_NAME_BEFORE = patterns.compile(
    r"[A-Za-z.〔第前+＋#Ⅰ-Ⅻ№/]$|(?:GB|ISO|DB)\W?$|[A-Za-z][-—]$|\d[：:∶]$|(?:专栏|附件|附表|附录|[图表])$"
)
_NAME_AFTER = patterns.compile(
    r"[A-Za-z+＋]|号|年(?![以之]?[内以])|月(?!度)|日|G\b|级|型|版|字|热线|类|条例|度(?!电)|期(?:项目|工程|建设)|线|路|纳米|时|“|代|星|甲|A"
)
_SCALE = patterns.compile(r"[∶：:]\d[\d.]*万")  # 1∶5万|地质灾害风险调查
_RANKED = patterns.compile("(?:进入|跻身|位居|位列|名列|稳居|保持在?)(?:全[省国市区]|世界|全球)?前$")  # 排名进入前|30名
# Chinese numerals count only before measure words; 统一, 一批, 三大, 五项, 三级 are words or names.
_CHINESE_BEFORE = patterns.compile(
    r"[第统同单唯万逐首另某哪这那每各任如合划专进步之〇零一二两三四五六七八九十百千亿“”「之”]$|(?:十|党)$"
)
_CHINESE_UNITS = frozenset("个家座条所名套台艘辆处支篇部场倍番件种张")


# 形成一套|较为成熟的模式, 构建一张|网, 今后一个|时期: an article or part of a name, no number
_DESCRIBED = patterns.compile("[^，、的]{2,}的|[^，、]$|[^，、](?=[，、])|时期|阶段|方面|周期|时间|整体|台阶|百分点")


class Quantity(NamedTuple):
    """A number with unit and comparator. ``start`` and ``end`` count in the clause, comparator words included;
    ``number`` is the place of the digits and the unit."""

    start: int
    end: int
    number: Span
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    unit_kind: str
    comparator: Comparator
    is_arabic: bool = True

    def shift(self, by: int) -> "Quantity":
        """The same quantity ``by`` characters further on."""
        return self._replace(start=self.start + by, end=self.end + by, number=self.number.shift(by))


_NUMBER = patterns.compile(rf"\d|分之|[一二两三四五六七八九十百千][{''.join(sorted(_CHINESE_UNITS))}]")


def holds_number(text: str, span: Span | None = None) -> bool:
    """Whether there is anything to read, in the text or in a span of it."""
    return (_NUMBER.search(text, span.start, span.end) if span else _NUMBER.search(text)) is not None


def find_quantities(plain: str) -> tuple[Quantity, ...]:
    """All quantities of a clause, left to right, but for the ratings of devices; ``plain`` has brackets and quotes blanked out."""
    return _share_units(tuple(_scan(plain)))


_BRACKET_BEHIND = patterns.compile(f"{BLANK_BRACKET}*")  # 4万套（间）以上
_DIGITS = patterns.compile(f"(?P<percent>[百千]分之)?(?:(?P<arabic>{ARABIC})|(?P<chinese>{CHINESE}))")


def _scan(plain: str) -> Iterator[Quantity]:
    done = 0
    for match in _DIGITS.finditer(plain):
        if match.start() >= done and (quantity := _read(plain, match)) is not None:
            done = quantity.end
            if quantity.unit_kind != "rating":  # 220千伏: describes a device
                yield quantity
            elif words("metric").before(plain, quantity.start) or level_verbs().before(plain, quantity.start):
                yield quantity._replace(unit_kind="measure")  # 配变容量|20万千伏安: how much there is of it


def _read(plain: str, match: re.Match[str]) -> Quantity | None:
    value = read_numeral(match["arabic"] or match["chinese"])
    if value is None or _is_name(plain, match):
        return None
    upper, end = _upper_value(plain, match)
    over = _OVER.get(plain[end : end + 1]) if not match["percent"] else None
    unit = _percent_unit(match["percent"]) or unit_at(plain, end + (1 if over else 0)) or _bare_multiplier(plain, end)
    if over and unit is None:
        return None
    number_end = end + (1 if over else 0) + (len(unit.text) if unit and not match["percent"] else 0)
    if match["chinese"] and not match["percent"] and (unit is None or unit.text[:1] not in _CHINESE_UNITS):
        return None
    if match["chinese"] == "一" and _DESCRIBED.match(plain, number_end):
        return None
    start, before = _comparator_before(plain, match.start())
    if unit and _RANKED.search(plain, 0, start):
        start, before = start - 1, "le"
    stop, after = _comparator_after(plain, number_end + len(_BRACKET_BEHIND.match(plain, number_end)[0]))  # type: ignore[index]
    if upper is not None and plain.startswith(_BETWEEN, stop):
        stop += len(_BETWEEN)
    comparator = "range" if upper is not None else after or before or over or "eq"
    if unit is None and not _bare_number_counts(plain, match, end):
        return None
    kind = "rating" if plain.startswith("级", stop) else unit.kind if unit else "bare"  # 10万吨以上|级码头
    return Quantity(
        start,
        stop,
        Span(match.start(), number_end),
        value,
        upper,
        unit.text if unit else None,
        kind,
        comparator,
        bool(match["arabic"]),
    )


def _percent_unit(word: str | None) -> Unit | None:
    return read_unit(_PERCENT[word]) if word else None


def _bare_multiplier(plain: str, at: int) -> Unit | None:
    """用户数超过5.6|亿: all that is written of the unit."""
    word = next((word for word in sorted(MULTIPLIERS, key=len, reverse=True) if plain.startswith(word, at)), "")
    counted = word and plain[at - 1 : at].isdigit() and not plain.startswith(tuple(_OVER), at + len(word))
    return Unit(word, "count", "", MULTIPLIERS[word]) if counted else None


def _upper_value(plain: str, match: re.Match[str]) -> tuple[Decimal | None, int]:
    """The upper end of 1—2个, 5%-8%, 3到5家; and where the number ends."""
    end = match.end()
    lower_unit = unit_at(plain, end)
    at = end + (
        len(lower_unit.text)
        if lower_unit and plain[end + len(lower_unit.text) : end + len(lower_unit.text) + 1] in _RANGE
        else 0
    )
    if at < len(plain) and plain[at] in _RANGE and (upper := patterns.compile(ARABIC).match(plain, at + 1)):
        value, low = read_numeral(upper[0]), read_numeral(match["arabic"] or "0")
        certain = unit_at(plain, upper.end()) or _is_bare_range(plain, match.start(), upper.end())
        if value is not None and low is not None and value > low and certain:
            return value, upper.end()
    return None, end


def _is_bare_range(plain: str, start: int, end: int) -> bool:
    """控制在|1.2—1.4|之间: two numbers without a unit, behind a verb that reaches a level; 2021—2025 stands behind none."""
    return bool(level_verbs().before(plain[:start])) and (plain.startswith(_BETWEEN, end) or _ends_phrase(plain, end))


def _ends_phrase(plain: str, end: int) -> bool:
    return end >= len(plain) or plain[end] in "、和及，"


def _is_name(plain: str, match: re.Match[str]) -> bool:
    before, after = plain[max(0, match.start() - 4) : match.start()], plain[match.end() : match.end() + 4]
    if match["percent"] or (_RANKED.search(plain, 0, match.start()) and unit_at(plain, match.end())):
        return False
    if match["chinese"]:
        return bool(_CHINESE_BEFORE.search(before))
    if _NAME_BEFORE.search(before) or _SCALE.match(plain, match.end()):
        return True
    return (unit_at(plain, match.end()) is None and bool(_NAME_AFTER.match(after))) or _is_date(match, after)


def _is_date(match: re.Match[str], after: str) -> bool:
    """2025年, 6月30日: dates, not lengths of time (3年, 5个月)."""
    digits = match["arabic"] or ""
    return (len(digits) == 4 and digits.isdigit() and after.startswith("年")) or bool(
        patterns.match(r"月(?!度)|日(?![以之内])|号", after)
    )


def _bare_number_counts(plain: str, match: re.Match[str], end: int) -> bool:
    """PUE不超过1.3, 降到1.3以下: a number without a unit counts where it ends its phrase, behind a comparator or verb."""
    if not match["arabic"] or plain[end : end + 1] in ("年", "—", "-"):
        return False
    return _ends_phrase(plain, end) or plain.startswith(_BETWEEN, end) or _comparator_after(plain, end)[1] is not None


def comparator_of(word: str) -> Comparator | None:
    """What a word before a number, or before the whole that it is a part of, means: 不超过|总投资的30%."""
    start, comparator = _comparator_before(word, len(word))
    return comparator if not start else None


def _comparator_before(plain: str, start: int) -> tuple[int, Comparator | None]:
    """Where the words of comparison before a number begin, and what they mean: 不应|大于 is at most."""
    found = () if _NO_COMPARATOR.search(plain, 0, start) else _BEFORE
    word, comparator = next((pair for pair in found if plain.endswith(pair[0], 0, start)), ("", None))
    at = start - len(word)
    if comparator in _DENIED and (denial := _DENIES.search(plain, 0, at)):
        return denial.start(), _DENIED[comparator]
    return at, comparator


def _comparator_after(plain: str, end: int) -> tuple[int, Comparator | None]:
    for word, comparator in _AFTER:
        if plain.startswith(word, end) and (word != "内" or _ends_limit(plain, end + 1)):
            return end + len(word), comparator
    return end, None


def _ends_limit(plain: str, at: int) -> bool:
    """控制在1小时内|, 1个工作日内|办结; not 3年内|建成."""
    case = words("case-verb").at(plain, at)
    if plain.endswith(CLOCK, 0, at - 1) and is_done_in_time(plain[at:]):
        return True  # 井盖2小时内|完成更换
    return plain[at : at + 1] in ("", "，", "、") or bool(
        case and plain[at + len(case) : at + len(case) + 1] not in ("率", "时")
    )


def is_done_in_time(after: str) -> bool:
    """2小时内|完成更换, 2分钟内|给出结果: a deed stands behind the limit, not the head of a noun (1小时内|车程)."""
    return bool(words("result", "do").at(after)) or (is_verb(after[:2]) and after[:2] not in words("nominal"))


def with_variant(text: str, quantity: Quantity) -> Quantity:
    """2000套|（间）: the quantity with the variant of its unit that stands in a bracket behind it."""
    at = quantity.number.end
    variant = unit_at(text, at + 1) if text.startswith("（", at) else None
    counts = variant is not None and variant.kind == quantity.unit_kind == "count"
    if not variant or not counts or not text.startswith("）", at + 1 + len(variant.text)):
        return quantity
    number = Span(quantity.number.start, at + len(variant.text) + 2)
    return quantity._replace(
        unit=f"{quantity.unit}（{variant.text}）", number=number, end=max(quantity.end, number.end)
    )


def _share_units(found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """20个、10个百分点 and 15、20万吨: a list's last unit completes the shorter ones before it.

    Likewise 90%和65%以上: the comparator at either end of a list holds for the whole list.
    """
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        if shared[i + 1].start - shared[i].end == 1:
            shared[i] = _completed(shared[i], shared[i + 1])
    said = False  # at the head of the list
    for i in range(1, len(shared)):
        before, this = shared[i - 1], shared[i]
        joined = this.start - before.end == 1
        said = joined and (said or before.start < before.number.start)
        if said and this.comparator == "eq":
            shared[i] = this._replace(comparator=before.comparator)
    return tuple(shared)


def _completed(this: Quantity, following: Quantity) -> Quantity:
    if following.unit and (this.unit is None or (following.unit != this.unit and following.unit.startswith(this.unit))):
        this = this._replace(unit=following.unit, unit_kind=following.unit_kind)
    if (
        this.comparator == "eq"
        and following.comparator in ("ge", "le", "approx")
        and following.unit_kind == this.unit_kind
        and following.start == following.number.start
    ):
        this = this._replace(comparator=following.comparator)
    return this
