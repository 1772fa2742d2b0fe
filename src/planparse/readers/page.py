"""A page as its drawing tells it: characters with their places, and ruled lines. PDF and OFD readers make these.

Lengths are in the unit of the format (points, millimetres); y grows downward.
"""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle; a ruled line is a thin one."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def join(self, other: "Box") -> "Box":
        """The smallest rectangle around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Glyph(NamedTuple):
    """A character, its box, and the size of its font."""

    text: str
    box: Box
    size: float


class Page(NamedTuple):
    """What stands on a page."""

    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Box, ...] = ()
