"""What kinds of documents there are: 通知, 意见; 方案, 计划; 措施."""

from functools import cache
from typing import Literal

from planparse.lexicon.tables import rows

Rank = Literal["notice", "plan", "part", "annex"]


@cache
def document_kinds(*ranks: Rank) -> tuple[str, ...]:
    """The words that end the titles of documents of these ranks."""
    return tuple(word for word, rank in rows("document_kinds.tsv") if rank in ranks)
