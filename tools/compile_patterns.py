"""Write the compiled form of planparse's regular expressions beside ``planparse/patterns.py``, which says why.

Usage: python tools/compile_patterns.py

The patterns are those that the modules compile when they are imported and those that reading the samples needs. What
cannot be imported where this runs (a build environment has no dependencies) is left to be compiled at its first use.
"""

import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from re import _compiler, _parser  # type: ignore[attr-defined]

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

import planparse  # noqa: E402
from planparse import patterns  # noqa: E402


def patterns_in_use() -> list[patterns.Key]:
    """Every pattern that is compiled while the modules are imported and the samples are read."""
    used: list[patterns.Key] = []

    @cache
    def recording(pattern: str, flags: int = 0) -> re.Pattern[str]:
        used.append((pattern, int(flags)))
        return re.compile(pattern, flags)

    patterns.compile = recording
    for module in walk_packages(planparse.__path__, "planparse."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):
                import_module(module.name)
    for sample in sorted((ROOT / "samples").glob("*.txt")):
        with suppress(ImportError):
            read(sample.read_text("utf-8"))
    return used


def read(text: str) -> None:
    """Run the stages that need no package beside the standard library."""
    from planparse.clean import clean
    from planparse.lexicon.agencies import find_agency
    from planparse.lexicon.indicators import find_indicator
    from planparse.rules.bodies import find_responsibilities
    from planparse.rules.deadlines import find_deadlines
    from planparse.rules.references import find_references
    from planparse.rules.targets import find_targets
    from planparse.structure import find_basis, take_apart
    from planparse.text import Text

    document = take_apart(clean(Text.of(text)).text.chars)
    deadlines, _ = find_deadlines(document)
    find_references(document)
    find_basis(document)
    for target in find_targets(document, deadlines)[0]:
        find_indicator(target.indicator)
    for clause in find_responsibilities(document)[0]:
        for party in clause.parties:
            find_agency(party.name)


def compiled(pattern: str, flags: int) -> patterns.Compiled:
    """What ``re`` hands to its engine for the pattern."""
    tree = _parser.parse(pattern, flags)
    code = array(patterns.CODE_TYPE, _compiler._code(tree, flags)).tobytes()
    names = dict(tree.state.groupdict)
    numbers: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        numbers[number] = name
    return flags | tree.state.flags, code, tree.state.groups - 1, names, tuple(numbers)


def main() -> None:
    """Write the store."""
    store = {key: compiled(*key) for key in patterns_in_use()}
    unfinished = patterns.STORE.with_suffix(".part")
    unfinished.write_bytes(marshal.dumps((patterns.MAKER, store)))
    unfinished.replace(patterns.STORE)
    print(f"{len(store)} patterns compiled ahead")


if __name__ == "__main__":
    main()
