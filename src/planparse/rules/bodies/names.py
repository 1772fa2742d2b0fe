"""Reads one member of a list of bodies.

=====================================  =========================================================
市发改委（市能源局）                      one body and its other name
市财政局（牵头）                          one body and its role
各街道（镇）办事处（人民政府）            one name: the brackets belong to it
市工业和信息化局                          one name: 和 stands inside it
市教育局和各区人民政府                    two names: a whole body stands on either side of 和
省科技厅等省有关部门                      one name and an open end
=====================================  =========================================================
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from planparse import patterns
from planparse.document import Role
from planparse.lexicon.bodies import head, head_kind, is_area, is_body
from planparse.lexicon.roles import find_label, find_tail
from planparse.lexicon.words import ends_word_of_body
from planparse.rules.bodies.effects import first_leads
from planparse.rules.bodies.pieces import Piece, balanced
from planparse.span import Span

_OPEN_END = patterns.compile("(?<![高中初平同对均特优上])等(?![级额值效温线离])|…+")
_AFTER_OPEN_END = ".{0,16}?(?:以及|[和及与])(?!.{0,3}(?:单位|部门)$)(?=各|相关|有关|省|市|区|县|州|驻)"
_JOINT = patterns.compile("以及|[和及与暨]")
_BRACKETS = frozenset("（(〔）)〕")
_OWN_PREFIX = ("各", "有关", "相关", "其他", "驻", "国家", "中央", "中国", "省", "市", "区", "县", "州", "自治区")
_SURE_HEADS = "局委厅办"
_NO_BODIES_OF_THEIR_OWN = (*"委办厅局部会", "单位", "部门", "企业", "机构", "政府", "人民政府")
_RUN_ON = patterns.compile("(?<=[局委厅办部会院社联队])(?=[省市区县州盟旗])")
_WORD = patterns.compile(r"\S+")
_NOTE_IN_BRACKETS = patterns.compile("[：\\d]")
_GENERAL = ("各", "有关", "相关", "全省", "全市", "全区", "全县", "省直", "市直", "乡镇", "镇", "街道")


class Name(NamedTuple):
    """A body as written; ``role`` where a bracket after it gives one of its own."""

    text: str
    span: Span
    also_known_as: tuple[str, ...] = ()
    role: Role | None = None


def cut_open_end(piece: Piece) -> tuple[Piece, ...]:
    """What stands before 等, and what is named after it (…等部门和各区政府); nothing where there is no 等."""
    found = _OPEN_END.search(piece.text) if "等" in piece.text or "…" in piece.text else None
    if not found:
        return ()
    after = patterns.match(_AFTER_OPEN_END, piece.text[found.end() :])
    return piece.cut(0, found.start()), *((piece.cut(found.end() + after.end()),) if after else ())


def read_names(piece: Piece) -> Iterator[Name]:
    """The names in a list member: mostly one, more where 和 or 及 joins bodies."""
    start = 0
    if run_on := _run_on(piece):
        yield from map(_read_name, run_on)
        return
    for joint in _JOINT.finditer(piece.text):
        if joint.start() > start and _parts(
            piece.text[start : joint.start()], joint.group(), piece.text[joint.end() :]
        ):
            yield _read_name(piece.cut(start, joint.start()))
            start = joint.end()
    if start < len(piece.text):
        yield _read_name(piece.cut(start) if start else piece)


def continues(name: Name, next_name: Name) -> bool:
    """Whether 、 joins what is no body of its own: 各市、县（区）人民政府; 各区、县级市; 各有关部门、单位."""
    if next_name.text in _NO_BODIES_OF_THEIR_OWN:
        return not is_area(name.text) and name.text.startswith(_GENERAL)
    if not is_area(name.text.rpartition("、")[2]) or next_name.text.startswith("各"):
        return False
    return is_area(next_name.text) or is_area(patterns.sub("(?:人民)?政府$|街?道?办事处$", "", next_name.text))


def _parts(left: str, joint: str, right: str) -> bool:
    """Whether the joint between the two parts two bodies. A table decides; the segmenter only what it leaves open."""
    if not (is_body(left) and is_body(right)) or not balanced(left):
        return False
    if right in _NO_BODIES_OF_THEIR_OWN or (left.startswith("各") and is_area(left) and is_area(right)):
        return False
    if right.startswith(_OWN_PREFIX):
        return True
    end = head(left)
    if end is None or end[1] in ("category", "place"):
        return head_kind(right) == head_kind(left) or is_area(right)
    if end[1] != "sector" and (len(end[0]) > 1 or end[0] in _SURE_HEADS):
        return True
    return ends_word_of_body(left + joint + right, len(left))


def _run_on(piece: Piece) -> list[Piece]:
    """Names with nothing but blanks between them, or not even those: 市教育局 市财政局, 市教育局市财政局."""
    spaced = [piece.cut(*found.span()) for found in _WORD.finditer(piece.text)] if len(piece.text.split()) > 1 else []
    if len(spaced) > 1 and all(len(part.text) > 2 and is_body(part.text) for part in spaced):
        return spaced
    starts = [found.start() for found in _RUN_ON.finditer(piece.text)]
    if not starts or piece.text.endswith("分局"):
        return []
    level = piece.text[0]
    parts = [piece.cut(start, end) for start, end in pairwise([0, *starts, len(piece.text)])]
    return parts if all(len(part.text) > 2 and part.text[0] == level and is_body(part.text) for part in parts) else []


def _read_name(piece: Piece) -> Name:
    name = Name(piece.text, piece.span)
    base, inner = _last_bracket(piece.text)
    if not inner:
        return name
    bare = name._replace(text=base, span=piece.cut(0, len(base)).span)
    if first_leads(inner) or _NOTE_IN_BRACKETS.search(inner):
        return bare
    if role := _whole_role(inner):
        return bare._replace(role=role)
    others = tuple(inner.split("、"))
    if not base.startswith(_GENERAL) and is_body(base) and all(is_body(o) and head_kind(o) == "organ" for o in others):
        return bare._replace(also_known_as=others)
    return name


def _last_bracket(text: str) -> tuple[str, str]:
    """The words before the bracket that ends the text, and those inside it; none inside where it holds no note."""
    at = max(map(text.rfind, "（(〔"))
    base, inner = text[: max(at, 0)], text[at + 1 : -1]
    closes = text[-1] in "）)〕" and base and _BRACKETS.isdisjoint(base + inner)
    return (base, inner) if closes else (text, "")


def _whole_role(text: str) -> Role | None:
    for words in (find_tail(text), find_label(text)):
        if words and not words.start:
            return words.role
    return None
