"""What kinds of documents there are (通知, 意见; 方案, 计划; 措施), and how decrees and standards are numbered."""

from functools import cache
from typing import Literal

from planparse.lexicon.tables import rows

# 国务院令第641号, 2021年第5号公告
DECREE = (
    r"[\u4e00-\u9fff]{2,20}(?:令|公告)(?:\d{4}年)?第?[\d一二三四五六七八九十百〇]{1,5}号|\d{4}年第\d{1,4}号(?:令|公告)?"
)
STANDARD = r"(?<![A-Za-z])[A-Z]{2,5}[A-Z\d/. ]{1,14}[-—–] ?\d{4}(?!\d)"  # GB/T 18920—2020, DB44/26—2001

Rank = Literal["notice", "plan", "part", "annex"]


@cache
def document_kinds(*ranks: Rank) -> tuple[str, ...]:
    """The words that end the titles of documents of these ranks."""
    return tuple(word for word, rank in rows("document_kinds.tsv") if rank in ranks)
