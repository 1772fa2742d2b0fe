"""What Typer and Pydantic load at their start and an ordinary run never uses.

Most are modules, put off until somebody asks them for something: a stand-in takes the place of each in ``sys.modules``
and loads it then. The methods of their hundred dataclasses are compiled when they are first called, which few are. Together
they were a quarter of what ``planparse extract`` of one notice took (``tools/bench_startup.py``).
"""

import importlib
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, FunctionType, ModuleType
from typing import Any

Method = Callable[..., Any]

# A module, and those of its names that are imported one by one: they load it when they are called or looked into.
_DEFERRED: dict[str, tuple[str, ...]] = {
    "base64": (),  # for Pydantic's encoded bytes
    "difflib": ("get_close_matches",),  # for Typer's “did you mean”
    "fractions": ("Fraction",),  # for Pydantic's fields of fractions
    "gettext": ("gettext",),  # for the words of Typer's help
    "importlib.metadata": ("entry_points",),  # for Pydantic's plugins, which are switched off
    "ipaddress": (  # for Pydantic's fields of addresses
        "IPv4Address",
        "IPv4Interface",
        "IPv4Network",
        "IPv6Address",
        "IPv6Interface",
        "IPv6Network",
    ),
    "linecache": (),  # for tracebacks
    "platform": (),  # for Typer's launch()
    "pydantic.json_schema": (  # for `planparse schema`
        "DEFAULT_REF_TEMPLATE",
        "GenerateJsonSchema",
        "JsonSchemaMode",
        "JsonSchemaValue",
        "PydanticJsonSchemaWarning",
        "model_json_schema",
    ),
    "pydantic.types": ("AllowInfNan", "FailFast", "Strict"),  # for Pydantic's special types
    "secrets": (),  # for Pydantic's secret types
    "shutil": ("get_terminal_size",),  # for Typer's launch() and progress bars
    "subprocess": (),  # for Typer's launch()
    "tokenize": (),  # for the source code that inspect can show
    "traceback": ("FrameSummary", "StackSummary"),  # for Typer's pretty exceptions, which are switched off
    "typer.completion": ("get_completion_inspect_parameters",),  # for completion in shells, which is switched off
    "urllib.parse": ("quote_from_bytes",),  # for paths as addresses
    "uuid": ("UUID",),  # for fields and options that are UUIDs
    "zoneinfo": ("ZoneInfo", "ZoneInfoNotFoundError"),  # for Pydantic's fields of time zones
}


def defer() -> None:
    """Put the modules off that nobody has imported yet."""
    for name, names in _DEFERRED.items():
        if name not in sys.modules:
            _stand_in(name, names)
    _load_hashlib()
    if _CoreSchema.NAME not in sys.modules:
        sys.meta_path.insert(0, _CoreSchema)
    _compile_late()
    _copy_constructors()


def _compile_late() -> None:
    """Let ``dataclasses`` compile a method at its first call; only where it makes each by a function (CPython 3.11, 3.12)."""
    import dataclasses

    create: Callable[..., Method] | None = getattr(dataclasses, "_create_fn", None)
    if create is None:
        return

    @wraps(create)
    def create_late(name: str, *arguments: Any, **options: Any) -> Method:
        compiled: Method | None = None

        def method(*given: Any, **named: Any) -> Any:
            nonlocal compiled
            compiled = compiled or create(name, *arguments, **options)
            return compiled(*given, **named)

        method.__name__ = name
        return method

    dataclasses._create_fn = create_late  # type: ignore[attr-defined]


def _copy_constructors() -> None:
    """Let ``collections.namedtuple`` copy its constructors, one compiled for each number of fields.

    It compiles one for each class otherwise, some eighty in a run, though they differ in nothing but the names of the fields.
    """
    import collections

    head, tail = "lambda _cls, ", ": _tuple_new"
    compiled: dict[int, CodeType] = {}

    def constructor(source: str, namespace: dict[str, Any]) -> Any:
        names = tuple(name for name in source.removeprefix(head).partition(tail)[0].replace(",", " ").split())
        if not (names and source.startswith(head) and tail in source):
            return eval(source, namespace)
        if len(names) not in compiled:
            compiled[len(names)] = eval(source, namespace).__code__
        return FunctionType(compiled[len(names)].replace(co_varnames=("_cls", *names)), namespace)

    if not hasattr(collections, "eval"):
        collections.eval = constructor  # type: ignore[attr-defined]


def _load_hashlib() -> None:
    """Load ``hashlib`` with Python's own hashes: a notice needs one SHA-256, and OpenSSL takes longer to load."""
    if "hashlib" not in sys.modules and "_hashlib" not in sys.modules:
        sys.modules["_hashlib"] = None  # type: ignore[assignment]
        importlib.import_module("hashlib")
        del sys.modules["_hashlib"]


class _CoreSchema(SourceFileLoader):
    """Loads Pydantic's core schema with plain classes for its many typed dictionaries.

    They are there for type checkers, and to make one compiles each of its annotations.
    """

    NAME = "pydantic_core.core_schema"

    @classmethod
    def find_spec(cls, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The module as the path has it, with this class as its loader; nothing for all other modules."""
        spec = PathFinder.find_spec(name, path) if name == cls.NAME else None
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = cls(spec.loader.name, spec.loader.path)
        return spec

    def exec_module(self, module: ModuleType) -> None:
        homes = [importlib.import_module(name) for name in ("typing", "typing_extensions")]
        before = [vars(home)["TypedDict"] for home in homes]
        for home in homes:
            vars(home)["TypedDict"] = _Plain
        try:
            super().exec_module(module)
        finally:
            for home, typed_dict in zip(homes, before, strict=True):
                vars(home)["TypedDict"] = typed_dict


class _Plain(dict[str, Any]):
    """Takes the place of ``TypedDict``."""

    def __init_subclass__(cls, *, total: bool = True) -> None: ...


class _StandIn(ModuleType):
    """Loads its module at the first attribute that is asked for; its dunder names are the import system's business."""

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return getattr(_load(self), attribute)


class _Name:
    """A function or class of a module that is put off."""

    def __init__(self, module: _StandIn, name: str) -> None:
        self._module, self._name = module, name

    def _loaded(self) -> Any:
        return getattr(_load(self._module), self._name)

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return self._loaded()(*arguments, **options)

    def __getattr__(self, attribute: str) -> Any:
        return getattr(self._loaded(), attribute)

    def __or__(self, other: object) -> object:
        """In the annotation of a function: IPv4Address | str."""
        return self

    __ror__ = __or__

    def __instancecheck__(self, instance: Any) -> bool:
        return isinstance(instance, self._loaded())


def _stand_in(name: str, names: tuple[str, ...]) -> None:
    module = _StandIn(name)
    for each in names:
        setattr(module, each, _Name(module, each))
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent in sys.modules:
        setattr(sys.modules[parent], child, module)


def _load(stand_in: _StandIn) -> ModuleType:
    """The module itself; who holds the stand-in finds all of it there from now on."""
    name = stand_in.__name__
    if sys.modules.get(name) is stand_in:
        del sys.modules[name]
    module = importlib.import_module(name)
    stand_in.__dict__.update(module.__dict__)
    return module
