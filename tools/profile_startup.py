"""Where the start-up of ``planparse extract`` goes: modules, patterns, stages.

Usage: python tools/profile_startup.py [NOTICE]

Each part is the least of several fresh processes. Mind when writing a pattern: in ``re`` a class of three or more
separate characters beyond Latin-1 (``[，。；]``) takes some 0.25 ms to compile, and a range of thousands
(``[一-龥]``) 0.7 ms and more; ``[^\\W\\d_]`` says nearly the same for nothing.
"""

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "yingkou.txt"
RUNS = 5
SHOWN = 25
IMPORT_LINE = re.compile(r"import time: +(\d+) \| +\d+ \| *(\S+)")

PATTERNS = """
import re._compiler as compiler, sys, time
from pathlib import Path
plain = compiler.compile
def timed(pattern, flags=0):
    start = time.perf_counter()
    done = plain(pattern, flags)
    taken = time.perf_counter() - start
    frame = sys._getframe(1)
    while frame.f_code.co_filename.endswith("re/__init__.py"):
        frame = frame.f_back
    if "planparse" in frame.f_code.co_filename:
        place = "/".join(Path(frame.f_code.co_filename).parts[-2:])
        print(f"{taken * 1000:.3f}\\t{place}:{frame.f_lineno}\\t{str(pattern)[:60]!r}")
    return done
compiler.compile = timed
from planparse.pipeline import parse_file
parse_file(sys.argv[1])
"""


def import_times(notice: Path) -> dict[str, float]:
    """The least self time of each module, in milliseconds."""
    least: dict[str, float] = {}
    command = [sys.executable, "-X", "importtime", "-m", "planparse", "extract", "-q", str(notice)]
    for _ in range(RUNS):
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        for time, module in IMPORT_LINE.findall(done.stderr):
            least[module] = min(least.get(module, 1e9), int(time) / 1000)
    return least


def package_of(module: str) -> str:
    """planparse's modules by folder, all others by distribution."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "planparse" else parts[0]


def main() -> None:
    """Print the tables."""
    notice = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    packages: dict[str, float] = defaultdict(float)
    for module, taken in import_times(notice).items():
        packages[package_of(module)] += taken
    print(f"imports: {sum(packages.values()):.1f} ms")
    for package, taken in sorted(packages.items(), key=lambda item: -item[1])[:SHOWN]:
        print(f"{taken:8.1f} ms  {package}")
    done = subprocess.run([sys.executable, "-c", PATTERNS, str(notice)], capture_output=True, text=True, check=True)
    rows = sorted((line.split("\t") for line in done.stdout.splitlines()), key=lambda row: -float(row[0]))
    print(f"\npatterns: {sum(float(row[0]) for row in rows):.1f} ms for {len(rows)}")
    for taken_ms, place, pattern in rows[:SHOWN]:
        print(f"{float(taken_ms):8.2f} ms  {place}  {pattern}")


if __name__ == "__main__":
    main()
