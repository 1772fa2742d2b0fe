"""Modules of the standard library that Typer and Pydantic import at their start and an ordinary run never uses.

Each is put off until somebody asks it for something: a stand-in takes its place in ``sys.modules`` and loads it then.
They were a tenth of what ``planparse extract`` of one notice took (``tools/bench_startup.py``).
"""

import importlib
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

# A module, and those of its functions that are imported by name: they load it when they are called.
_DEFERRED: dict[str, tuple[str, ...]] = {
    "difflib": ("get_close_matches",),  # for Typer's “did you mean”
    "importlib.metadata": ("entry_points",),  # for Pydantic's plugins, which are switched off
    "linecache": (),  # for tracebacks
    "secrets": (),  # for Pydantic's secret types
    "shutil": ("get_terminal_size",),  # for Typer's launch() and progress bars
    "subprocess": (),  # for Typer's launch()
    "tokenize": (),  # for the source code that inspect can show
}


def defer() -> None:
    """Put the modules off that nobody has imported yet."""
    for name, functions in _DEFERRED.items():
        if name not in sys.modules:
            _stand_in(name, functions)
    _load_hashlib()


def _load_hashlib() -> None:
    """Load ``hashlib`` with Python's own hashes: a notice needs one SHA-256, and OpenSSL takes longer to load."""
    if "hashlib" not in sys.modules and "_hashlib" not in sys.modules:
        sys.modules["_hashlib"] = None  # type: ignore[assignment]
        importlib.import_module("hashlib")
        del sys.modules["_hashlib"]


class _StandIn(ModuleType):
    """Loads its module at the first attribute that is asked for; its dunder names are the import system's business."""

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return getattr(_load(self), attribute)


def _stand_in(name: str, functions: tuple[str, ...]) -> None:
    module = _StandIn(name)
    for function in functions:
        setattr(module, function, _when_called(module, function))
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(importlib.import_module(parent), child, module)


def _when_called(module: _StandIn, function: str) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        return getattr(_load(module), function)(*arguments, **options)

    return call


def _load(stand_in: _StandIn) -> ModuleType:
    """The module itself; who holds the stand-in finds all of it there from now on."""
    name = stand_in.__name__
    if sys.modules.get(name) is stand_in:
        del sys.modules[name]
    module = importlib.import_module(name)
    stand_in.__dict__.update(module.__dict__)
    return module
