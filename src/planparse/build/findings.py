"""What the stages hand to ``build``."""

from typing import NamedTuple

from planparse.diagnostics import Diagnostic
from planparse.document import Deadline, Document, Reference, Responsibility, Target
from planparse.notice import Source
from planparse.text import Text


class Findings(NamedTuple):
    """All that was found in one text; spans of the records count the cleaned characters of ``text``."""

    source: Source
    text: Text
    document: Document
    basis: tuple[Reference, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
