"""``tools/ablation.py`` takes a use of jieba away from every module that has it."""

import runpy
from pathlib import Path

import pytest

from planparse.rules.bodies import names
from planparse.rules.targets import judges, opening_verbs

TOOL = runpy.run_path(str(Path(__file__).parent.parent / "tools" / "ablation.py"))


@pytest.mark.parametrize(
    ("name", "modules"), [("verb_at_start", [judges, opening_verbs]), ("ends_word_of_body", [names])]
)
def test_a_use_is_taken_from_all_who_have_it(name: str, modules: list[object]) -> None:
    def instead() -> None: ...

    real = [getattr(module, name) for module in modules]
    with TOOL["replaced"](name, instead):
        assert all(getattr(module, name) is instead for module in modules)
    assert [getattr(module, name) for module in modules] == real


def test_each_use_that_it_takes_away_is_one_here() -> None:
    assert {name for name, _ in TOOL["USES"].values()} == {"verb_at_start", "ends_word_of_body"}
