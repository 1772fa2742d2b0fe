"""Runs ``planparse extract`` on the five samples and prints a summary of each.

Usage: python tools/demo.py [FOLDER]   (out/ where none is given)
"""

import shlex
import subprocess
import sys
import sysconfig
from pathlib import Path

from planparse import Notice
from planparse.output.summary import summary

ROOT = Path(__file__).parent.parent
WIDTH = 100


def main(folder: str = "out") -> int:
    """Extract, then read the JSON as any other program would."""
    samples = sorted(path.relative_to(ROOT) for path in (ROOT / "samples").glob("*.txt"))
    arguments = ["extract", *map(str, samples), "-o", f"{folder}/"]
    print(f"$ planparse {shlex.join(arguments)}", flush=True)
    script = Path(sysconfig.get_path("scripts")) / "planparse"
    code = subprocess.run([script, *arguments], cwd=ROOT, check=False).returncode
    for sample in samples:
        written = Path(folder, f"{sample.stem}.json")
        notice = Notice.model_validate_json((ROOT / written).read_bytes())
        print("", *summary(notice, WIDTH), f"JSON       {written}", sep="\n")
    return code


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(*sys.argv[1:]))
