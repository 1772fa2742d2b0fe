"""Text to cleaned text: steps that yield edits, in the order in which they are applied.

Each step reads the text as the steps before it left it. None of them changes what the text says: source
and cleaned text are equal after NFKC, conversion to simplified and removal of white space, but for line
breaks and page furniture that were dropped.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from planparse.clean.invisible import edit_invisible
from planparse.clean.line_ends import edit_line_ends
from planparse.clean.page_breaks import edit_page_breaks
from planparse.clean.page_furniture import edit_page_furniture
from planparse.clean.pinyin import edit_pinyin
from planparse.clean.script import Script, edit_script, script_of
from planparse.clean.spacing import edit_spacing
from planparse.clean.width import edit_width
from planparse.clean.wraps import edit_wraps
from planparse.span import Span
from planparse.text import Edit, Text

__all__ = ["STEPS", "Change", "Cleaned", "Script", "Step", "clean"]

Step = Callable[[Text], Iterable[Edit]]

STEPS: tuple[Step, ...] = (
    edit_invisible,
    edit_line_ends,
    edit_script,
    edit_width,
    edit_pinyin,
    edit_page_furniture,
    edit_wraps,
    edit_page_breaks,
    edit_spacing,
)


class Change(NamedTuple):
    """One thing that cleaning did: the source words at ``span`` read ``after`` for ``reason``."""

    span: Span
    before: str
    after: str
    reason: str


class Cleaned(NamedTuple):
    """A cleaned text, the script of its source, and what each step did."""

    text: Text
    script: Script
    stages: tuple[tuple[Text, tuple[Edit, ...]], ...]  # each text that was edited, with the edits

    def changes(self) -> tuple[Change, ...]:
        """The audit trail, step by step."""
        return tuple(_change(text, edit) for text, edits in self.stages for edit in edits)


def clean(text: Text) -> Cleaned:
    """Apply all steps."""
    script = script_of(text.chars)
    stages = []
    for step in STEPS:
        if edits := tuple(step(text)):
            stages.append((text, edits))
            text = text.apply(edits)
    return Cleaned(text, script, tuple(stages))


def _change(text: Text, edit: Edit) -> Change:
    place = text.source_span(edit.span)
    return Change(place, text.source[place.start : place.end], edit.replacement, edit.reason)
