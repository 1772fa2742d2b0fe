"""What jieba adds: F1 with and without each of its two uses, on the annotated notices and the invented ones.

Usage: python tools/ablation.py

The uses (both in ``planparse/lexicon/words.py``): telling a verb from the noun that opens a clause, and telling
whether 和 parts two bodies. Without one, its caller gets the answer “cannot tell”.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import planparse.pipeline  # noqa: F401  loads every module that uses them
from planparse import parse_file
from planparse.lexicon import words
from planparse.output.json import to_json

TESTS = Path(__file__).parent.parent / "tests"
SETS = {
    "annotated (14)": [
        (gold, next(p for p in _places if p.exists()))
        for gold in sorted((TESTS / "gold").glob("*.json"))
        for _places in [(TESTS.parent / "samples" / f"{gold.stem}.txt", TESTS / "notices" / f"{gold.stem}.txt")]
    ],
    "invented": [(gold, gold.with_suffix(".txt")) for gold in sorted((TESTS / "invented").glob("*.json"))],
    "recalled": [(gold, gold.with_suffix(".txt")) for gold in sorted((TESTS / "recalled").glob("*.json"))],
}
USES = {"verb or noun": ("verb_at_start", ""), "和 between bodies": ("ends_word_of_body", False)}


@contextmanager
def replaced(name: str, function: Callable[..., Any]) -> Iterator[None]:
    """Every module that has the function of that name, with another in its place."""
    real = getattr(words, name)
    holders = [module for module in list(sys.modules.values()) if getattr(module, name, None) is real]
    for module in holders:
        setattr(module, name, function)
    try:
        yield
    finally:
        for module in holders:
            setattr(module, name, real)


def score(pairs: list[tuple[Path, Path]]) -> dict[str, float]:
    """F1 of each kind over a set."""
    spec = spec_from_file_location("score", TESTS / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    examiner = module_from_spec(spec)
    spec.loader.exec_module(examiner)
    with tempfile.TemporaryDirectory() as golds, tempfile.TemporaryDirectory() as outs:
        for gold, notice in pairs:
            Path(golds, gold.name).write_bytes(gold.read_bytes())
            Path(outs, gold.name).write_bytes(to_json(parse_file(notice)))
        return {kind: row["f1"] for kind, row in examiner.score(golds, outs, False)["all"].items()}


def main() -> int:
    """Print the table."""
    kinds = ("targets", "targets_strict", "clauses", "parties")
    print("| notices | jieba | asked | " + " | ".join(kinds) + " |")
    print("|---|---|---|" + "---|" * len(kinds))
    for title, pairs in SETS.items():
        title = title if "(" in title else f"{title} ({len(pairs)})"
        for use, (name, answer) in {"both uses": ("", None), **USES}.items():
            asked = 0

            def instead(*args: Any, answer: Any = answer) -> Any:
                nonlocal asked
                asked += 1
                return answer

            if not name:
                figures = score(pairs)
            else:
                with replaced(name, instead):
                    figures = score(pairs)
            cells = " | ".join(f"{figures[kind]:.4f}" for kind in kinds)
            print(f"| {title} | {'without: ' + use if name else use} | {asked if name else '–'} | {cells} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
