"""Scores planparse against the annotated notices of tests/gold.

Usage: python tools/accuracy.py [options of tests/gold/score.py, such as --miss]
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from planparse import parse_file
from planparse.output.json import to_json

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"


def main() -> int:
    """Parse every annotated notice and hand the JSON to the examiner."""
    with tempfile.TemporaryDirectory() as folder:
        for gold in sorted(GOLD.glob("*.json")):
            notice = next(path for path in _places(gold.stem) if path.exists())
            Path(folder, gold.name).write_bytes(to_json(parse_file(notice)))
        return subprocess.call([sys.executable, str(GOLD / "score.py"), str(GOLD), folder, *sys.argv[1:]])


def _places(name: str) -> tuple[Path, Path]:
    return ROOT / "samples" / f"{name}.txt", ROOT / "tests" / "notices" / f"{name}.txt"


if __name__ == "__main__":
    sys.exit(main())
