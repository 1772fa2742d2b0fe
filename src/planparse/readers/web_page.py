"""HTML: the main text of a page, found among menus and footers, with the title that stands outside of it."""

import re
from typing import Any

from lxml import etree, html

from planparse.readers.decoded import Extract, UnreadableInput
from planparse.readers.encodings import Encoding, guess_encoding, marked_encoding
from planparse.readers.plain import decode
from planparse.readers.web_lines import lines_of
from planparse.readers.web_main import find_main

_LARGEST = 20 << 20  # bytes; pictures may stand in the page itself
_HEAD = 4096  # bytes in which a page may declare its encoding; browsers look at 1024
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CODECS = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "utf8": "utf-8"}
_FIRST_LINES = 12  # in which the title stands if the main text holds it
_TITLE_END = re.compile(r"\s*[_|]\s*|\s+[-–—]+\s*|\s*[-–—]+\s+")
_EMPTY = "the page holds no text; perhaps a script loads it: save the page as a browser shows it"
_GAPS = re.compile(r"[\s\u200b\ufeff]+")


def read(data: bytes) -> Extract:
    """The main text of a page: one line a block or table row."""
    if len(data) > _LARGEST:
        raise UnreadableInput(f"the page has more than {_LARGEST >> 20} MB; save it without its pictures")
    decoded = decode(data, _encoding(data))
    root = _parse(decoded.text)
    title = _title(root)
    lines = [line for line in lines_of(find_main(root)) if line.strip()]
    if not lines:
        raise UnreadableInput(_EMPTY)
    if title and _bare(title) not in _bare("".join(lines[:_FIRST_LINES])):
        lines.insert(0, title)
    return decoded._replace(text="\n".join(lines) + "\n")


def _encoding(data: bytes) -> Encoding:
    """A byte order mark, else what the page declares if its bytes bear it out, else the likeliest."""
    if marked := marked_encoding(data):
        return marked
    guess = guess_encoding(data)
    declared = _CHARSET.search(data[:_HEAD])
    name = declared[1].decode("ascii", "replace").lower() if declared else ""
    name = _CODECS.get(name, name)
    if name not in ("gb18030", "big5", "big5-hkscs", "utf-8") or guess.name == name:
        return guess
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return guess
    return guess if guess.name == "utf-8" and not data.isascii() else Encoding(name, name)


def _parse(text: str) -> Any:
    """The root element; libxml2 mends what is no good HTML and opens no address."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.XMLSyntaxError, etree.ParserError) as fault:
        raise UnreadableInput(_EMPTY) from fault
    if any("depth" in found.message for found in parser.error_log):  # the rest would be lost in silence
        raise UnreadableInput("the page nests its elements deeper than any notice; save it as plain text (UTF-8)")
    return root


def _title(root: Any) -> str:
    """The title of the notice: what the page declares of it (the government's own rules for web sites ask for
    ``ArticleTitle``), its only chief heading, or the part of its title before the name of the site."""
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() == "articletitle" and (meta.get("content") or "").strip():
            return _spaced(meta.get("content"))
    headings = [words for found in root.iter("h1") if (words := _spaced("".join(found.itertext())))]
    if len(headings) == 1:
        return headings[0]
    titles = [_spaced("".join(found.itertext())) for found in root.iter("title")]
    return _TITLE_END.split(titles[0])[0] if titles else ""


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _bare(words: str) -> str:
    return _GAPS.sub("", words)
