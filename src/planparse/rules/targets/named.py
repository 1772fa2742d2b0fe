"""What a clause names that another one speaks of: its subject, its object, a bare share."""

from planparse import patterns
from planparse.lexicon.vocabulary import words
from planparse.rules.targets.quantities import holds_number
from planparse.rules.targets.subject import take_scope

_ORDERED = patterns.compile(
    "^(?:各[^，]{1,10}?|[^，]{2,16}?[局委厅办部门府位])(?:要|应当?|须|必须)"
)  # 监管部门要|加强抽检
_DESCRIBED = patterns.compile(r"^[^\d，]{2,8}\d+[^\d，的]{0,8}以[上下内]的[^\d，的]{2,}$")  # 撤并50人以下的教学点
_BY_MEANS = patterns.compile("采[用取]|通过|按照|依托|利用|坚持|运用")
_GENERIC = frozenset(("比例", "占比", "比重", "数量", "总量", "总数", "覆盖率", "完成率", "比率"))


def is_generic(indicator: str) -> bool:
    """比例 alone: what it is a share of stands in the clauses before."""
    return indicator in _GENERIC


def tells_means(text: str) -> bool:
    """采用分散式生态模式，|治理不少于150个: how it is done, not what."""
    return _BY_MEANS.match(text) is not None


def clause_subject(text: str) -> str:
    """The measured noun that opens a clause without a number: 粮食产量|只增不减; 常住人口城镇化率：."""
    _, bare = take_scope(text)
    metric, says = words("metric"), words("adverb", "state", "negation")
    ends = (i for i in range(2, len(bare) + 1) if metric.before(bare, i) and (i == len(bare) or says.at(bare, i)))
    return bare[: next(ends, 0)]


def clause_object(text: str) -> str:
    """The object of a clause without a number, for a clause behind it that leaves its own out."""
    if holds_number(text) and not _DESCRIBED.search(text):
        return ""
    _, bare = take_scope(_ORDERED.sub("", text))
    bare = words("adverb").strip_start(bare)
    verb = words("make", "measure", "result").at(bare)
    if bare[len(verb) :] in words("chain-noun"):
        verb = words("result").at(bare)  # 完成|改造任务: the verb before such a noun is part of it
    return bare[len(verb) :]
