"""The languages that headings of tables can have."""

from enum import StrEnum


class Language(StrEnum):
    """A value of ``--lang``."""

    EN = "en"
    ZH = "zh"
