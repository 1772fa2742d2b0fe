"""Generated files: the index of indicators, the schema, docs/tables.md, docs/rules.md with its Chinese version, the JSON of each sample.

Usage: python tools/generate.py [--check]

``--check`` writes nothing and fails where a file is not what planparse gives today.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from planparse import parse_file
from planparse.checks.explanations import rules_page
from planparse.lexicon.indicators import index_page
from planparse.output.json import to_json
from planparse.output.schema import schema_text
from planparse.output.tables.reference import tables_page

ROOT = Path(__file__).parent.parent


def generated() -> Iterator[tuple[Path, bytes]]:
    """Each generated file and what it should hold."""
    yield ROOT / "src/planparse/lexicon/data/indicator_index.tsv", index_page().encode("utf-8")
    yield ROOT / "schemas" / "notice.schema.json", schema_text().encode("utf-8")
    yield ROOT / "docs" / "tables.md", tables_page().encode("utf-8")
    yield ROOT / "docs" / "rules.md", rules_page("en").encode("utf-8")
    yield ROOT / "docs" / "rules.zh-CN.md", rules_page("zh").encode("utf-8")
    for sample in sorted((ROOT / "samples").glob("*.txt")):
        yield sample.with_suffix(".json"), to_json(parse_file(sample))


def main() -> int:
    """Write or check the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = False
    for path, data in generated():  # one by one: what comes later is made with what was written before
        if path.exists() and path.read_bytes() == data:
            continue
        stale = True
        print(f"{'stale' if check else 'written'}: {path.relative_to(ROOT)}")
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    if check and stale:
        print("run “make generate” and look at what changed")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
