"""What starting the command costs, against ``python -c pass`` in the same run.

Usage: python tools/bench_startup.py [--runs N] [--check]

The commands run in turn, round after round, so that other load on the machine meets all of them alike; the
ratio of the medians is what counts. Modules are compiled first, as an installer does with a wheel. ``--check``
fails where a ratio is above its bound.
"""

import argparse
import compileall
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from statistics import median

import planparse

SAMPLE = Path(__file__).parent.parent / "samples" / "yingkou.txt"
SCRIPT = str(Path(sysconfig.get_path("scripts")) / "planparse")
FLOOR = "python -c pass"
COMMANDS: dict[str, tuple[list[str], float | None]] = {
    FLOOR: ([sys.executable, "-c", "pass"], None),
    "planparse --help": ([SCRIPT, "--help"], 8),
    "planparse extract (one notice)": ([SCRIPT, "extract", "-q", str(SAMPLE)], 18),
}


def seconds(command: list[str]) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def measure(runs: int) -> dict[str, float]:
    """The median time of each command; a first round fills the caches and is not counted."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for round_number in range(runs + 1):
        for name, (command, _) in COMMANDS.items():
            taken = seconds(command)
            if round_number:
                times[name].append(taken)
    return {name: median(taken) for name, taken in times.items()}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    compileall.compile_dir(Path(planparse.__file__).parent, quiet=1)
    medians = measure(options.runs)
    above = 0
    for name, (_, bound) in COMMANDS.items():
        ratio = medians[name] / medians[FLOOR]
        above += bound is not None and ratio > bound
        limit = f"   at most {bound:g}" if bound else ""
        print(f"{name:32}{medians[name] * 1000:8.1f} ms {ratio:6.1f} × pass{limit}")
    return 1 if options.check and above else 0


if __name__ == "__main__":
    sys.exit(main())
