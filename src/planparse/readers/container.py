"""ZIP containers and their XML, read within bounds: what a small file unpacks to may be endless."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from planparse.readers.decoded import UnreadableInput

_LARGEST = 256 << 20  # bytes unpacked, all entries together
_LARGEST_ENTRY = 64 << 20
_MOST = 10_000  # entries

_ENTITIES = "the file declares XML entities, which no office program writes; it is not read"
DAMAGED = "the file is damaged or cut off; get a whole copy, or open it in its own program and save it again"


def open_container(data: bytes) -> ZipFile:
    """The container, once its directory promises no more than the bounds allow; ``zipfile`` holds it to that."""
    try:
        container = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError, OSError) as fault:
        raise UnreadableInput(DAMAGED) from fault
    entries = container.infolist()
    sizes = [entry.file_size for entry in entries]
    if len(entries) > _MOST or sum(sizes) > _LARGEST or max(sizes, default=0) > _LARGEST_ENTRY:
        raise UnreadableInput("the file unpacks to far more than a notice can hold (a “ZIP bomb”?); it is not read")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableInput("the file is protected by a password; save a copy without one")
    return container


def entry(container: ZipFile, name: str) -> bytes:
    """The bytes of one entry."""
    try:
        return container.read(name)
    except Exception as fault:  # zlib.error, lzma.LZMAError, BadZipFile … have no common base
        raise UnreadableInput(DAMAGED) from fault


def parse_xml(data: bytes) -> "etree._Element":
    """The root of an XML document; no entity is resolved, no file and no address is opened."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableInput(_ENTITIES)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableInput(DAMAGED) from fault
    if root.getroottree().docinfo.doctype:
        raise UnreadableInput(_ENTITIES)
    return root
