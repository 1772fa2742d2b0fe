"""Bytes to text, one format a file."""

from planparse.readers.decoded import Decoded, UnreadableInput
from planparse.readers.plain import read_bytes, read_file

__all__ = ["Decoded", "UnreadableInput", "read_bytes", "read_file"]
