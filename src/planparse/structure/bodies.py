"""Lists of bodies: who a notice is sent to, and who signed it.

A list of recipients mixes two uses of “、”: between bodies (各镇政府、街道办事处) and inside one body's
name (市政府各委、办、局; 各市、县人民政府). It is cut only where both sides are bodies of their own.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from planparse import patterns
from planparse.document import Field
from planparse.lexicon.bodies import head, head_kind, is_area, without_brackets
from planparse.lexicon.central import central_names_by_length
from planparse.span import Span

# What else ends the name of a body that signs or gets letters, and what does not: a park has its 管委会.
_MORE_ENDS = ("中央", "兵团", "党派", "部队", "警备区", "垦区", "媒体", "中学", "小学", "农场", "林场", "牧场")
_NO_ENDS = frozenset(("园区", "方面", "主体", "基地", "社区"))
# 各县党委、人民政府; 自治州各部门、单位
_NAMELESS = frozenset(("人民政府", "政府", "党委", "党工委", "管委会", "单位", "机构", "企业"))
# 市委、市人大、市政府各部门; 各盟行政公署、市人民政府
_POWER = "(?:党委|[省市区县州盟旗镇乡](?:委|人大|人大常委会|政府|人民政府|政协|纪委))$"
_AREA_GOVERNMENT = "[省市区县州盟旗](?:人民)?政府$"
_PLACES = frozenset("省市区县州盟旗")
_LONGEST_PLACE = 8
_OPEN, _CLOSE = "（(〔［[", "）)〕］]"
_PROSE = frozenset("。，、；：:！？《》\t")


def is_body(text: str) -> bool:
    """Whether the words can be the name of one body, or of one kind of bodies.

    >>> is_body("各街道（镇）办事处（人民政府）"), is_body("市政府有关委"), is_body("区直")
    (True, False, False)
    """
    name = without_brackets(text.removesuffix("等"))
    if not _PROSE.isdisjoint(name):
        return False
    if name.endswith(_MORE_ENDS):
        return True
    word, kind = head(name) or ("", None)
    if kind not in ("organ", "category", "government") or word in _NO_ENDS:
        return False
    # One character names a body only behind its own name: 省财政厅, but not 各委、办、局.
    return len(word) > 1 or (len(name) > 2 and name[-2] not in "各关等及和与")


def cut_bodies(text: str, start: int) -> tuple[Field, ...]:
    """The bodies of a list (主送, 抄送), as written; ``start`` is the place of ``text`` in the cleaned text.

    >>> [field.value for field in cut_bodies("各区政府、街道办事处，市政府各委、办、局。", 0)]
    ['各区政府', '街道办事处', '市政府各委、办、局']
    """
    return tuple(
        Field("".join(text[body.start : body.end].split()), body.shift(start))
        for piece in _pieces(text, Span(0, len(text)), "，,；;。：:\n\r")
        for body in _own_bodies(text, piece)
    )


def _own_bodies(text: str, span: Span) -> Iterator[Span]:
    """Join what “、” parts until each group is a body of its own."""
    tokens = list(_pieces(text, span, "、"))
    groups: list[list[Span]] = [[]]
    for i, token in enumerate(tokens):
        groups[-1].append(token)
        group, rest = text[groups[-1][0].start : token.end], [text[one.start : one.end] for one in tokens[i:]]
        goes_on = len(rest) > 1 and (len(rest[1]) == 1 or _goes_on(group, rest[1]) or _share_departments(rest))
        whole = len(rest) > 1 and _stands_alone(group, rest[1])
        closes_a_row = len(groups[-1]) > 1 and len(token) == 1 and text[token.start] not in _PLACES  # 各委、办、局
        if (is_body(text[token.start : token.end]) or closes_a_row or whole) and not goes_on:
            groups.append([])
    left_over = groups.pop()
    if left_over and groups and not text.startswith("各", left_over[0].start):
        groups[-1].extend(left_over)
    elif left_over:
        groups.append(left_over)
    return (group[0].join(group[-1]) for group in groups)


def _goes_on(group: str, after: str) -> bool:
    """Whether what follows has no name of its own: 各县党委、人民政府; 各盟行政公署、市人民政府."""
    return after in _NAMELESS or (group.startswith("各") and bool(patterns.match(_AREA_GOVERNMENT, after)))


def _share_departments(names: list[str]) -> bool:
    """Whether organs side by side have their departments named once, behind the last: 市委、市政府各部门."""
    if "各" in names[0]:
        return False
    for name in names:
        organ, each, _ = name.partition("各")
        if not patterns.search(_POWER, organ):
            return False
        if each:
            return True
    return False


def _stands_alone(name: str, after: str) -> bool:
    """Whether areas are addressed for themselves, as a group with an 各 of its own follows: 各村（社区）、镇属各单位."""
    before, each, _ = after.partition("各")  # but 各市、县各部门 are the departments of both
    alone = bool(each) and not is_area(before) and head_kind(after) == "category"
    return alone and name.startswith("各") and is_area(name)


def _pieces(text: str, span: Span, separators: str) -> Iterator[Span]:
    """The parts between separators that stand outside brackets, white space trimmed."""
    depth, begin = 0, span.start
    for at in range(span.start, span.end + 1):
        char = text[at] if at < span.end else ""
        if char and char in _OPEN:
            depth += 1
        elif char and char in _CLOSE:
            depth = max(0, depth - 1)
        elif not char or (char in separators and not depth):
            words = text[begin:at].strip()
            if words:
                left = text.index(words, begin)
                yield Span(left, left + len(words))
            begin = at + 1


def split_joint(text: str) -> tuple[str, ...]:
    """The bodies of one signature line: several may stand side by side, without a mark between them.

    >>> split_joint("国家发展改革委财政部"), split_joint("云山省财政厅国家税务总局云山省税务局"), split_joint("市生态环境局")
    (('国家发展改革委', '财政部'), ('云山省财政厅', '国家税务总局云山省税务局'), ('市生态环境局',))
    """
    parts = tuple(text.replace("、", " ").replace("，", " ").split())
    if len(parts) > 1 and all(map(is_body, parts)):
        return parts
    cuts = [0, *_starts_of_bodies(text), len(text)]
    parts = tuple(text[start:end] for start, end in pairwise(cuts))
    return parts if all(map(is_body, parts)) else (text,)


def _starts_of_bodies(text: str) -> Iterator[int]:
    """Where a body's name begins behind another: a central body's, or the place's with which the line begins."""
    central = tuple(name for name in central_names_by_length() if name in text)
    place = _place(text)
    names = (*central, f"中共{place}", place) if place else central
    begin = 0
    for found in patterns.finditer("|".join(map(re.escape, names)), text) if names else ():
        before = text[begin : found.start()]
        is_branch = before in central and found[0] not in central  # 国家税务总局 / 云山省税务局
        if is_body(before) and not is_branch:
            begin = found.start()
            yield begin


def _place(text: str) -> str:
    """The place with which the line begins (云山省, 市); empty if it begins with none."""
    bare = text.removeprefix("中共")
    end = next((at for at, char in enumerate(bare[:_LONGEST_PLACE]) if char in _PLACES), None)
    return "" if end is None else bare[: end + 1]
