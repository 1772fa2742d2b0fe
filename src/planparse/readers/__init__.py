"""Bytes to text, one format a file."""

from planparse.readers.decoded import Decoded, UnreadableInput
from planparse.readers.plain import read_bytes, read_file

SUFFIXES = (".txt",)
"""What the names of files end in that a reader is there for."""

__all__ = ["SUFFIXES", "Decoded", "UnreadableInput", "read_bytes", "read_file"]
