"""Views for eyes on whatever terminal there is."""

import os
import shutil
import sys
from collections.abc import Callable

from planparse.output.view import bold, plain

_WIDTH_IN_A_FILE = 100


def terminal_width() -> int:
    """How many cells a line may take."""
    return shutil.get_terminal_size((_WIDTH_IN_A_FILE, 24)).columns


def terminal_style() -> Callable[[str], str]:
    """Bold headings only where a terminal shows them and the user has not said no (https://no-color.org)."""
    plain_windows = sys.platform == "win32" and "WT_SESSION" not in os.environ
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return bold if sys.stdout.isatty() and not refused and not plain_windows else plain
