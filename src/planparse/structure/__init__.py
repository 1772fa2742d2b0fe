"""Takes a cleaned notice apart: head, documents, sections, tables, repeats."""

from planparse.structure.anatomy import take_apart
from planparse.structure.basis import find_basis

__all__ = ["find_basis", "take_apart"]
