"""The examiner's figures stay above the floors that the project promises."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from corpus import ANNOTATED, INVENTED, ROOT, SAMPLES, parsed
from planparse.output.json import to_json

GOLD = ROOT / "tests" / "gold"

FLOORS = {
    "samples": {
        "metadata": 1.00,
        "sections": 1.00,
        "targets": 0.99,
        "targets_strict": 0.97,
        "qualitative": 0.95,
        "deadlines": 0.99,
        "clauses": 1.00,
        "parties": 0.99,
    },
    "all": {
        "metadata": 0.95,
        "sections": 0.99,
        "targets": 0.95,
        "targets_strict": 0.88,
        "qualitative": 0.88,
        "deadlines": 0.95,
        "clauses": 0.99,
        "parties": 0.98,
    },
    "invented": {
        "metadata": 0.99,
        "sections": 0.99,
        "targets": 0.97,
        "targets_strict": 0.95,
        "qualitative": 0.95,
        "deadlines": 0.97,
        "clauses": 0.99,
        "parties": 0.99,
    },
}
NOTICES = {"samples": SAMPLES, "all": ANNOTATED, "invented": INVENTED}


@pytest.fixture(scope="module", params=list(NOTICES))
def scored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    """The set's name and its figures."""
    gold, out = tmp_path_factory.mktemp("gold"), tmp_path_factory.mktemp("out")
    for path in NOTICES[request.param]:
        folder = path.parent if path in INVENTED else GOLD
        (gold / f"{path.stem}.json").write_bytes((folder / f"{path.stem}.json").read_bytes())
        (out / f"{path.stem}.json").write_bytes(to_json(parsed(path)))
    return request.param, examiner().score(gold, out, False)["all"]


def examiner() -> Any:
    """tests/gold/score.py, as it stands."""
    found = spec_from_file_location("score", GOLD / "score.py")
    assert found is not None
    assert found.loader is not None
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.mark.parametrize("kind", list(FLOORS["samples"]))
def test_f1_is_at_least_the_floor(scored: tuple[str, dict[str, Any]], kind: str) -> None:
    name, figures = scored
    assert figures[kind]["f1"] >= FLOORS[name][kind]


def test_every_gold_file_has_its_notice() -> None:
    assert {path.stem for path in GOLD.glob("*.json")} == {path.stem for path in ANNOTATED}
    assert all(Path(GOLD, f"{path.stem}.json").stat().st_size > 100 for path in ANNOTATED)
