"""Modules put off load when they are used, as if they had been there all the time."""

import platform
import subprocess
import sys

import pytest

# What a program does with a module that is put off, and what it must print.
USES = (
    ("import secrets; print(len(secrets.token_bytes(4)))", "4"),
    ("from subprocess import PIPE; print(PIPE)", "-1"),
    ("import subprocess; print(issubclass(subprocess.TimeoutExpired, subprocess.SubprocessError))", "True"),
    ("from importlib.metadata import entry_points; print(len(entry_points(group='none.such')))", "0"),
    ("import importlib.metadata; print(importlib.metadata.version('planparse') > '')", "True"),
    ("import importlib.metadata as m; print(m.PackageNotFoundError.__name__)", "PackageNotFoundError"),
    ("import secrets, sys; secrets.choice; print(type(sys.modules['secrets']).__name__)", "module"),
    (
        "import hashlib; print(hashlib.sha256(b'').hexdigest()[:8], hashlib.md5(b'').hexdigest()[:8])",
        "e3b0c442 d41d8cd9",
    ),
    (
        "import hmac, sys; print(hmac.new(b'k', b'', 'sha256').hexdigest()[:8], '_hashlib' in sys.modules)",
        "8bb990c4 True",
    ),
    ("from shutil import get_terminal_size; print(get_terminal_size((7, 7)).columns > 0)", "True"),
    ("from zoneinfo import ZoneInfo; print(ZoneInfo('UTC'), isinstance(ZoneInfo('UTC'), ZoneInfo))", "UTC True"),
    ("from traceback import StackSummary; print(StackSummary.from_list([]))", "[]"),
    ("from pydantic_core import core_schema; print(core_schema.int_schema(ge=1))", "{'type': 'int', 'ge': 1}"),
    ("import pydantic_core, typing; print(typing.TypedDict('T', {'a': int}).__total__)", "True"),
    ("import sys, secrets; print(hasattr(secrets, '__path__'), 'hmac' in sys.modules)", "False False"),
    ("from fractions import Fraction; print(Fraction(1, 2) + Fraction(1, 3))", "5/6"),
    ("from pathlib import Path; print(Path('/a b').as_uri())", "file:///a%20b"),
    (
        "from uuid import UUID; print(UUID(int=1), isinstance(UUID(int=1), UUID))",
        "00000000-0000-0000-0000-000000000001 True",
    ),
    ("import base64; print(base64.b64encode(b'a'))", "b'YQ=='"),
    ("import platform; print(platform.python_implementation())", platform.python_implementation()),
    (
        "from pydantic import BaseModel, StrictInt, PositiveInt, Field, SecretStr, UUID4\n"
        "class Kept(BaseModel):\n"
        "    a: StrictInt\n    b: PositiveInt\n    c: float = Field(strict=True, allow_inf_nan=False)\n    d: SecretStr\n    e: UUID4\n"
        "kept = dict(b=1, c=1.5, d='x', e='f47ac10b-58cc-4372-a567-0e02b2c3d479')\n"
        "print(Kept(a=1, **kept).d)\n"
        "try: Kept(a='1', **kept)\nexcept ValueError as fault: print(fault.errors()[0]['type'])\n"
        "try: Kept(a=1, **(kept | {'c': float('inf')}))\nexcept ValueError as fault: print(fault.errors()[0]['type'])",
        "**********\nint_type\nfinite_number",
    ),
    (
        "from pydantic import BaseModel\nclass Kept(BaseModel):\n    a: int\n    b: 'Kept | None' = None\n"
        "print(Kept.model_json_schema()['$defs']['Kept']['properties']['a'])",
        "{'title': 'A', 'type': 'integer'}",
    ),
    ("from gettext import gettext; print(gettext('word'))", "word"),
    (
        "from dataclasses import dataclass, replace\n"
        "@dataclass(frozen=True, slots=True, order=True)\n"
        "class Pair:\n    a: int\n    b: str = 'x'\n"
        "one = Pair(1)\n"
        "print(one, one == Pair(1, b='x'), one < Pair(2), len({one, Pair(1)}), replace(one, a=2).a)",
        "Pair(a=1, b='x') True True 1 2",
    ),
    (
        "from dataclasses import dataclass, field, FrozenInstanceError\n"
        "@dataclass(frozen=True)\nclass Bag:\n    items: list = field(default_factory=list)\n"
        "try: Bag().items = 1\nexcept FrozenInstanceError: print(Bag(), Bag() == Bag())",
        "Bag(items=[]) True",
    ),
    (
        "from collections import namedtuple\n"
        "one, two = namedtuple('One', 'a b', defaults=[7]), namedtuple('Two', 'c d')\n"
        "print(one(1), one(b=2, a=1), two(c=1, d=2), namedtuple('None_', '')(), one.__new__.__qualname__)\n"
        "try: two(1, e=2)\nexcept TypeError: print('refused')",
        "One(a=1, b=7) One(a=1, b=2) Two(c=1, d=2) None_() One.__new__\nrefused",
    ),
    (
        "from ipaddress import IPv4Address\n"
        "def known(address: IPv4Address | str) -> None: ...\n"
        "print(IPv4Address('10.0.0.1').is_private)",
        "True",
    ),
)


@pytest.mark.parametrize(("use", "printed"), USES)
def test_put_off_until_used(use: str, printed: str) -> None:
    program = f"from planparse.deferred import defer; defer()\n{use}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == printed
