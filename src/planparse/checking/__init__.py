"""A run of ``planparse check``: settings, the baseline of old findings, which findings count."""

from planparse.checking.baseline import Baseline, BaselineError
from planparse.checking.settings import Settings, SettingsError, read_settings

__all__ = ["Baseline", "BaselineError", "Settings", "SettingsError", "read_settings"]
