"""The lines of a text with what their layout tells: indent, width, how they begin and end."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from planparse import patterns

INNER_MARKS = frozenset("，、。；：")
_NO_START = frozenset("，、。；：！？,;!?%‰℃）〕］】》”’」』)]的")

_SENTENCE_END = frozenset("。！？；：!?;:…）〕］】)]")
_CLOSING_QUOTES = "”’」』》"
_LINE = patterns.compile(r"[^\n\f]+")
_TOKEN = patterns.compile(r"[A-Za-z0-9.,:%‰℃-]+")
_NUMERAL = "[一二三四五六七八九十][一二三四五六七八九十百零〇]{0,3}"
_DATE = r"[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"


class Row(NamedTuple):
    """One line that is not blank: where its words stand, without the white space around them."""

    line_start: int
    start: int
    end: int
    text: str
    indent: int  # in columns
    gap: bool  # a blank line or a page end stands before it

    @property
    def is_cut(self) -> bool:
        """Whether the line ends in the middle of a sentence, or is none."""
        return self.text.rstrip(_CLOSING_QUOTES)[-1:] not in _SENTENCE_END

    @property
    def is_prose(self) -> bool:
        """Whether the line holds a mark that divides clauses or items."""
        return not INNER_MARKS.isdisjoint(self.text)

    @property
    def is_date(self) -> bool:
        """Whether the line is a date and nothing else, as under a signature."""
        return self.text.endswith("日") and patterns.fullmatch(_DATE, self.text) is not None


def rows_of(chars: str) -> Iterator[Row]:
    """All lines that are not blank."""
    last_end = 0
    for line in _LINE.finditer(chars):
        words = line[0].strip()
        if not words:
            continue
        indent = line[0][: line[0].index(words[0])]
        start = line.start() + len(indent)
        end = start + len(words)
        between = chars[last_end:start]
        gap = between.count("\n") > 1 or "\f" in between
        yield Row(line.start(), start, end, words, columns(indent), gap)
        last_end = end


def columns(words: str) -> int:
    """The columns that words take on a screen: GB18030 has one byte for ASCII, two for a Chinese character."""
    return len(words.encode("gb18030", "replace"))


def first_unit(words: str) -> int:
    """The columns of the first piece that a line break cannot divide: “2025”, or “展，” with its mark."""
    token = _TOKEN.match(words)
    end = token.end() if token else 1
    while end < len(words) and words[end] in _NO_START:
        end += 1
    return columns(words[:end])


def opened_brackets(words: str) -> int:
    """Brackets opened, less those closed, of whatever kind: notices close （ with 〕 and ）."""
    return sum(map(words.count, "（〔［【")) - sum(map(words.count, "）〕］】"))


def is_unfinished(row: Row, after: Row, depth: int) -> bool:
    """Whether marks show that a line goes on: an open bracket (``depth``), “，” at its end, “。” at the next start."""
    return depth > 0 or row.text[-1] in "，、（〔［【《“‘" or after.text[0] in _NO_START


def joint(before: str, after: str) -> str:
    """What stands between two joined lines: a space between Latin words, else nothing."""
    latin = before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha()
    return " " if latin else ""


def starts_heading(words: str) -> bool:
    """Whether a line begins with the number of a heading or of a list, or with a bullet."""
    return _heading().match(words) is not None


def starts_chapter(words: str) -> bool:
    """Whether a line begins like “一、”; so can a line inside a sentence: “统” and, wrapped, “一、协调”."""
    return words[0] in "一二三四五六七八九十" and starts_heading(words)


def starts_label(words: str) -> bool:
    """Whether a line begins with a known label or note, or is a date."""
    return _label().match(words) is not None


@cache
def _heading() -> "re.Pattern[str]":
    return patterns.compile(
        rf"""
          第(?:{_NUMERAL}|\d{{1,3}})[章节条编篇]
        | {_NUMERAL}[、．.](?!{_NUMERAL}(?:[、，]|[次三]产))      # “一、总则”; “一、二、三产业” is cut from “第”
        | （(?:{_NUMERAL}|\d{{1,2}})）
        | \d{{1,2}}(?:[.．、](?!\d)|[)）])                        # “1.推进”; “1.2倍” is a number
        | [①-⑳❶-❿●■◆★▲•▪◎○□➢]
        | [—-]{{2}}
        """,
        re.VERBOSE,
    )


@cache
def _label() -> "re.Pattern[str]":
    return patterns.compile(
        rf"""
          (?:责任|牵头|主办|主管|承办|配合|协办|参与|参加|落实|实施|完成|支持|指导|督导)
          (?:单位|部门|机构|领导|人|处室|科室|时限|时间)?：
        | (?:办结|整改|时间)(?:时限|时间|要求|节点|期限)：
        | (?:主送|抄送|抄报|分送|附件|附表|附录|附注|联系人|联系电话|联系方式|来源|编辑|索引号|发布日期|信息来源)
          [\d一二三四五六七八九十]{{0,2}}(?:：|$)
        | （(?:此件|本件|联系人|附件|联系电话|本文有删减|公开|主动公开|不公开|依申请公开|信息公开)
        | {_DATE}$
        """,
        re.VERBOSE,
    )
