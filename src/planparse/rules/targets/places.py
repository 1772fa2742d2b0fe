"""Places that an indicator begins with: 地级及以上城市建成区|道路机械化清扫率, 京津冀及周边地区|PM2.5浓度.

A clause that sets one place against another leaves the measure out: ……货运量增长30%，长三角地区|增长10%.
"""

from planparse import patterns
from planparse.lexicon.vocabulary import words

LEVEL = "(?:国家|自治区|省|市|县)级"
_END = "地区|区域|城市群|城市|县城|城区|建成区|省份|平原|流域|三角洲?|沿线|[省市县区州盟旗镇乡村]"
_REGION = patterns.compile("(?:地区|区域|城市群|(?:主|中心|老|新)城区|流域|平原|三角洲?|沿线)$")
_ONE = rf"(?:其他|其余|各|重点|全国)?[^，；、]{{0,24}}?(?:{_END})"
_PLACES = patterns.compile(rf"{_ONE}(?:[、和及]{_ONE})*")
_HEAD = patterns.compile(
    rf"(?:[^，；]{{1,30}}?(?:{_END})(?![省市县区州盟旗镇乡])|城市|县城|城区|建成区)(?=..)"
)  # 赣州市
_FURTHER = patterns.compile(
    rf"{_END}|[、和及（）]|各|等?[\d一二三四五六七八九十]+个"
)  # 长三角|地区, 甲县、乙县|2个县; but 推进地区|新建城镇住宅


def names_places(text: str) -> bool:
    """Whether the words name places and nothing else: 京津冀及周边地区; 其他地区; not 省级园区."""
    bare = patterns.sub("（[^（）]*）", "", text)  # 其他县（市）
    return len(text) > 1 and bool(_PLACES.fullmatch(bare)) and not words("kind-of-area").before(text)


def names_region(text: str) -> bool:
    """脱贫地区, “三湖”流域: a region that is no division with a government of its own."""
    return bool(_REGION.search(text)) and names_places(text)


def without_places(indicator: str) -> str:
    """The measure of an indicator without the places before it."""
    place = _HEAD.match(indicator)
    while place and not words("kind-of-area").before(place[0]):
        indicator = indicator[place.end() :]
        further = words("place").at(indicator) or _FURTHER.match(indicator)
        place = _HEAD.match(indicator) if further else None
    return indicator
