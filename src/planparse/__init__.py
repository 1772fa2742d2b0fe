"""planparse: Chinese government plan notices as data that can be trusted.

>>> from planparse import parse
>>> notice = parse(text)                                    # doctest: +SKIP
>>> [(t.indicator, t.value, t.unit) for t in notice.targets]  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planparse.notice import Notice
    from planparse.pipeline import parse, parse_file

__all__ = ["Notice", "__version__", "parse", "parse_file"]
__version__ = "0.1.0"

_HOME = {"Notice": "planparse.notice", "parse": "planparse.pipeline", "parse_file": "planparse.pipeline"}


def __getattr__(name: str) -> Any:
    """Import the pipeline and the models when they are first used, so that ``planparse --help`` is quick."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
