"""What is loaded, and when: nobody waits for a command-line tool (``make bench`` measures it)."""

import json
import subprocess
import sys

import pytest

from corpus import ROOT

PROBE = """
import json, sys
from planparse.cli.app import app
sys.stdout = sys.stderr
try:
    app({arguments!r})
except SystemExit as end:
    assert not end.code, end.code
jieba = sys.modules.get("jieba")
loaded = sorted(sys.modules) + ["jieba's stock dictionary"] * bool(jieba and jieba.dt.initialized)
print(json.dumps(loaded), file=sys.__stdout__)
"""


def loaded_after(*arguments: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after the command."""
    probe = PROBE.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_neither_models_nor_rules(option: str) -> None:
    heavy = {"pydantic", "rich", "regex", "opencc", "jieba", "planparse.pipeline", "planparse.notice"}
    assert not loaded_after(option) & heavy


@pytest.mark.parametrize("command", ["extract", "show", "explain"])
def test_help_of_a_command_loads_no_stage(command: str) -> None:
    loaded = loaded_after(command, "--help")  # Typer itself loads pydantic here
    assert not loaded & {"rich", "regex", "opencc", "jieba", "planparse.pipeline", "planparse.notice"}


def test_a_simplified_notice_needs_no_conversion_and_no_stock_dictionary() -> None:
    heavy = {"opencc", "jieba's stock dictionary", "charset_normalizer", "rich", "hypothesis", "numpy"}
    heavy |= {"docx", "lxml", "pdfplumber", "pypdfium2"}
    loaded = loaded_after("extract", "-q", "-o", "/dev/null", str(ROOT / "samples" / "yingkou.txt"))
    assert "planparse.notice" in loaded
    assert not loaded & heavy
