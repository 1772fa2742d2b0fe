"""Takes a clause piece by piece: which words are labels, which are names, which only remark on something else.

===========================================================  ==========================================
牵头单位：区经信局，参加单位：区发改局等                          a label gives the role of the list after it
市发改委牵头，市统计局等按职责分工负责                            role words give that of the list before them
市住建局会同市财政局负责                                        会同 joins supporting bodies
县财政局负责资金保障                                            the words after 负责 are the task
责任单位：市水务局；完成时限：长期坚持                            a label that names no bodies
===========================================================  ==========================================
"""

from collections.abc import Iterator

from planparse import patterns
from planparse.lexicon.agencies import is_function
from planparse.lexicon.bodies import is_body
from planparse.lexicon.roles import RoleWords, find_label, find_tail, joining_words
from planparse.rules.bodies.effects import is_remark
from planparse.rules.bodies.lists import Lists
from planparse.rules.bodies.names import cut_open_end, read_names
from planparse.rules.bodies.pieces import Piece, split

# What may stand before the first name of a list: 由, 此项工作由, （一）, 1.
_LEAD_IN = patterns.compile(
    r"(?:[（(][\d一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．]|[①-⑳])?(?:[^由]{0,8}(?<![自理事])由|请|并由?|以及|[和及与为是])?(?=.)"
)
_BRACKETS, _ALL_BRACKETS = frozenset("【〔[［〖"), frozenset("（(【〔[［〖")
_LABEL_IN_BRACKETS = r"[【〔\[［〖]([^【〔\[［〖】〕\]］〗]{2,12})[】〕\]］〗]"
_BRACKETED_LABEL = r"[（(【〔\[［〖]([^（(【〔\[［〖）)】〕\]］〗]{2,12})[）)】〕\]］〗]"
_LABEL_NOUN = patterns.compile("单位|部门|机构|主体")
_LONGEST_LABEL = 10
_NOT_AFTER_LABEL = "和及与的要应须负牵"
_TIME = r"\d{4}年|\d月|年底|长期|持续|常年|全年|常态|^立即|^适时|^按时|完成$"
_TASK = "(?:负责|牵头|配合|指导|参与|协助)(?!解释)"
_PROSE = r"[的了为是将把被其应要需并在]|进行|开展|加强|推进|完善|建立|\d|见附"
_LONGEST_NAME, _LONGEST_UNKNOWN = 45, 16


def pieces(clause: Piece) -> Iterator[tuple[Piece, str]]:
    """The pieces of a clause; a label in brackets of its own opens one: ［牵头单位］市教育局［配合单位］市财政局."""
    for piece, mark in split(clause):
        start = 0
        labels = () if _BRACKETS.isdisjoint(piece.text) else patterns.finditer(_LABEL_IN_BRACKETS, piece.text)
        for found in labels:
            label = find_label(found[1])
            if found.start() and found.end() < len(piece.text) and label and label.role and not label.start:
                yield piece.cut(start, found.start()), "；"
                start = found.start()
        yield piece.cut(start) if start else piece, mark


class Reader:
    """Takes the pieces of a clause in order."""

    def __init__(self) -> None:
        self.lists = Lists()
        self.open_ended = self.labelled = self.worded = False
        self._skipping = False  # the label names no bodies: 完成时限：, 责任领导：
        self._after_open_end = False
        self.unknown = 0
        self._mark = ""

    def take(self, piece: Piece, mark: str) -> bool:
        """Take one piece and the mark after it; False where it fits no list of bodies."""
        if mark == "：":
            return self._take_label(piece)
        piece = self._take_leading_label(piece)
        alone, self._mark = "、" not in (self._mark, mark), mark
        if alone and _is_unknown(piece):
            self.unknown += 1  # 纳入年度考核: neither a body nor a member of a list of bodies
        elif piece.text and not self._is_remark(piece.text) and not self._take_member(piece):
            return False
        if mark == "，":
            self.lists.comma()
        elif mark in ("；", "。") and self.labelled:
            self.lists.close()
        return True

    def _take_label(self, piece: Piece) -> bool:
        label = find_label(piece.text)
        if label is None and (self.labelled or not self.lists.parties):
            label = RoleWords(0, None)
        if label is None:
            return False
        before = piece.cut(0, label.start).strip()
        if before.text and not self._skipping and not self._take_member(before):
            return False
        self.open(label)
        return True

    def open(self, label: RoleWords) -> None:
        """A label opens a list of bodies, or of what is none (完成时限：)."""
        self.lists.open(label.role)
        self._skipping = label.role is None
        self.labelled = self.labelled or not self._skipping

    def _take_leading_label(self, piece: Piece) -> Piece:
        """【牵头单位】市教育局; 责任单位市教育局 where the colon is left out."""
        opens = piece.text[:1] in _ALL_BRACKETS
        if opens and (bracket := patterns.match(_BRACKETED_LABEL, piece.text)):
            inner, end = bracket[1], bracket.end()
        else:
            noun = _LABEL_NOUN.search(piece.text, 0, _LONGEST_LABEL)
            end = noun.end() if noun and not self.lists.waiting else 0
            inner = piece.text[:end]
        label = find_label(inner) if inner else None
        rest = piece.cut(end)
        if not label or label.start or not rest.text or rest.text[0] in _NOT_AFTER_LABEL:
            return piece
        self.open(label)
        return rest

    def _is_remark(self, text: str) -> bool:
        """Whether a piece names no body: a time, 长期坚持, 列第一位者为牵头单位."""
        tail = find_tail(text)
        named = is_body(text[: tail.start] if tail else text)
        return self._skipping or is_remark(text) or (not named and bool(patterns.search(_TIME, text)))

    def _take_member(self, piece: Piece) -> bool:
        lead_in = _LEAD_IN.match(piece.text)
        piece = piece.cut(lead_in.end()) if lead_in else piece
        tail = _tail_in_bracket(piece) or (None if is_function(piece.text) else find_tail(piece.text))  # 医疗保障
        if not is_body(piece.text[: tail.start] if tail else piece.text):
            tail = _task_of(piece) or tail
        if tail:
            piece = piece.cut(0, tail.start)
        for word in joining_words():
            before, found, _ = piece.text.partition(word)
            if found and (not before or is_body(before)):
                if before and not self._add(piece.cut(0, len(before))):
                    return False
                self.lists.supporting, piece = True, piece.cut(len(before) + len(word))
        if piece.text and not self._add(piece):
            return False
        if tail and tail.role:
            self.worded = True
            self.lists.close_with(tail.role)
        return True

    def _add(self, piece: Piece) -> bool:
        """Add the names of one list member; False where the words cannot be names."""
        if ended := cut_open_end(piece):
            self.open_ended = self._after_open_end = True
            return all(self._add_names(part) for part in ended if part.text)
        if self._after_open_end and _LABEL_NOUN.fullmatch(piece.text):
            return True  # ……等省有关部门、单位
        self._after_open_end = False
        return self._add_names(piece)

    def _add_names(self, piece: Piece) -> bool:
        for name in read_names(piece):
            if not (_plausible(name.text) or self.lists.goes_on(name)):
                return False
            self.lists.add(name)
        return True


def _plausible(name: str) -> bool:
    if is_body(name):
        return len(name) <= _LONGEST_NAME
    return 1 < len(name) <= _LONGEST_UNKNOWN and not patterns.search(_PROSE, name)


def _tail_in_bracket(piece: Piece) -> RoleWords | None:
    """市教育局、市财政局（按职责分工负责）: words for the whole list."""
    start = max(map(piece.text.rfind, "（(")) if piece.text[-1:] in ("）", ")") else -1
    words = find_tail(piece.text[start + 1 : -1]) if start > 0 else None
    return RoleWords(start, words.role) if words and not words.start and words.role == "shared" else None


def _is_unknown(piece: Piece) -> bool:
    text = piece.text
    if is_body(text) or find_tail(text) or _task_of(piece) or any(word in text for word in ("等", "同")):
        return False
    return _plausible(text)


def _task_of(piece: Piece) -> RoleWords | None:
    """The role words where they are followed by what the body does: 市财政局负责资金保障."""
    for found in patterns.finditer(_TASK, piece.text):
        if is_body(piece.text[: found.start()]):
            words = find_tail(found.group())
            return words and words._replace(start=found.start())
    return None
