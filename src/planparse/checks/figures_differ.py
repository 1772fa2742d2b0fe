"""One indicator with two figures for the same day: in the body and in an annex."""

from collections import defaultdict
from collections.abc import Iterator

from planparse.checks.check import Check, Fault
from planparse.diagnostics import Kind
from planparse.notice import Notice, Target

_Key = tuple[str, str | None, str | None, str | None]


def find(notice: Notice, source: str) -> Iterator[Fault]:
    """Each target of an annex whose figure is another one in the body."""
    in_body: defaultdict[_Key, list[Target]] = defaultdict(list)
    for target in notice.targets:
        is_added = (target.action or "").startswith("新")  # 新建1200个 of the 4300个 that there will be
        if target.value is not None and not is_added and not _in_annex(target):
            in_body[_key(target)].append(target)
    for target in filter(_in_annex, notice.targets):
        others = in_body[_key(target)] if target.value is not None else []
        if others and all(other.value != target.value for other in others):
            figure, other = f"{target.value}{target.unit or ''}", f"{others[0].value}{others[0].unit or ''}"
            place = f"section {others[0].section_id}" if others[0].section_id else "the body"
            message = f"“{target.indicator}” is {figure} here and {other} in {place}"
            yield Fault(target.value_span or target.span, message, target.section_id)


def _in_annex(target: Target) -> bool:
    return (target.section_id or "").split("/")[-1].startswith("A") or target.rule == "target/table"


def _key(target: Target) -> _Key:
    """What two figures must share to be one and the same: the indicator, the unit, the change, the day."""
    indicator = target.indicator_id or "".join(target.indicator.split())
    return indicator, target.unit, target.change, target.deadline.end if target.deadline else None


CHECK = Check(
    Kind("P604", "figures-differ", "warning", "The body and an annex give different figures for one indicator."), find
)
