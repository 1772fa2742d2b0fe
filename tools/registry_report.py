"""How much of the notices at hand the registries know, and a drawing to be checked by hand.

Usage: python tools/registry_report.py [FOLDER…] [--draw N] [--seed N]

Reads the notices of the folders (by default the samples and those of the tests), prints which share of targets has an
``indicator_id`` and which share of bodies an ``agency_id``, and draws N of each at random: name, id, usual name.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random

from planparse import Notice, parse_file
from planparse.lexicon.indicators import indicator

ROOT = Path(__file__).parent.parent
FOLDERS = ("samples", "tests/notices", "tests/notices-more", "tests/invented", "tests/recalled")


def notices(folders: list[str]) -> Iterator[Notice]:
    """The notices of the folders, in order."""
    for folder in folders:
        for path in sorted((ROOT / folder).glob("*.txt")):
            yield parse_file(path)


def share(name: str, known: int, total: int) -> str:
    """One line of the report."""
    return f"{name:12}{known:6} of {total:6}  {known / max(1, total):6.1%}"


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=list(FOLDERS))
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=20261127)
    options = parser.parse_args()
    read = list(notices(options.folders))
    targets = [target for notice in read for target in notice.targets if target.kind == "quantitative"]
    parties = [party for notice in read for clause in notice.responsibilities for party in clause.parties]
    ids = [(t.indicator, t.indicator_id, indicator(t.indicator_id).name) for t in targets if t.indicator_id]
    bodies = [(p.name, p.agency_id, p.canonical or "") for p in parties if p.agency_id]
    print(share("indicators", len(ids), len(targets)))
    print(share("bodies", len(bodies), len(parties)))
    draw = Random(options.seed)
    for found in (ids, bodies):
        for row in draw.sample(sorted(set(found)), min(options.draw, len(set(found)))):
            print("\t".join(row))


if __name__ == "__main__":
    main()
