"""Compiles planparse's regular expressions while it is being installed."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompilePatterns(BuildHookInterface[Any]):
    """Where it fails, planparse works all the same and starts a little slower."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run the tool and ship what it wrote."""
        tool = Path(self.root, "tools", "compile_patterns.py")
        subprocess.run([sys.executable, str(tool)], check=False, stdout=subprocess.DEVNULL)
        build_data["artifacts"].append("src/planparse/patterns.bin")
