"""A share, a rate or a coverage of more than 100 %."""

from collections.abc import Iterator

from planparse import patterns
from planparse.checks.check import Check, Fault
from planparse.diagnostics import Kind
from planparse.notice import Notice

_SHARE = patterns.compile("(?:率|比例|占比|比重|覆盖面|满意度)$")
_MAY_EXCEED = patterns.compile(
    "增长|增速|增幅|提高|增加|收益|回报|周转|负债|补偿|毛入学|毛入园|资本|拨备|覆盖倍|产销|净利"
)


def find(notice: Notice, source: str) -> Iterator[Fault]:
    """Each level of such an indicator above 100; the size of a change may be any."""
    for target in notice.targets:
        value = target.value_max if target.value_max is not None else target.value
        is_share = _SHARE.search(target.indicator) and not _MAY_EXCEED.search(target.indicator)
        if target.unit == "%" and target.change is None and value is not None and value > 100 and is_share:
            message = f"“{target.indicator}” cannot be {value}%: the whole is 100%"
            yield Fault(target.value_span or target.span, message, target.section_id)


CHECK = Check(Kind("P605", "percentage-over-100", "error", "A share or a rate of more than 100 %."), find)
