"""What the words of a title say: who issues, whether another document is issued, what kind of document it is."""

from planparse import patterns
from planparse.lexicon.document_kinds import document_kinds
from planparse.structure.bodies import is_body

_ISSUING = "(?:印发|转发|批转|发布|公布|颁布|颁发|下达|下发)"
_PURPOSE = patterns.compile(f"关于|{_ISSUING}(?=《)")
_ISSUES = patterns.compile(f"(?:关于)?(?:修订|联合|重新|批准|同意|调整)?{_ISSUING}")
_NO_ISSUER = ("贯彻", "落实", "实施", "执行", "推进", "推动", "加快", "加强")
_EDITION = patterns.compile(r"\d{4}年?版$")
_SHORTEST = 6
_LONGEST_SUFFIX = 26  # （2021—2025年）
_LONGEST_END = 20


def purpose_at(text: str) -> int | None:
    """Where the title says what it is about (关于……, 印发《……》); None if it does not."""
    found = _PURPOSE.search(text)
    return found.start() if found else None


def issuer_of(title: str) -> str:
    """The issuing body's name that the title begins with; empty where it begins with none.

    >>> issuer_of("省政府办公厅关于江苏省“十四五”全社会节能的实施意见"), issuer_of("关于印发方案的通知")
    ('省政府办公厅', '')
    """
    name = title[: purpose_at(title) or 0]
    return name if is_body(name) and not any(verb in name for verb in _NO_ISSUER) else ""


def issued_by(title: str) -> tuple[str, ...]:
    """The titles of the documents that it issues; empty where it issues none.

    >>> issued_by("市政府关于印发《甲方案》和《乙办法》的通知"), issued_by("关于印发节水规划的通知")
    (('甲方案', '乙办法'), ('节水规划',))
    """
    verb = _ISSUES.match(title, len(issuer_of(title)))
    if not verb:
        return ()
    named = without_suffix(title)[verb.end() :]
    kind = next((kind for kind in document_kinds("notice") if named.endswith(kind)), "")
    named = named.removesuffix(kind).removesuffix("的")
    return tuple(found[1] for found in patterns.finditer("《([^《》]+)》", named)) or (named,)


def is_notice_end(text: str) -> bool:
    """Whether the words end as a notice's title does: ……的通知, ……的意见（试行）."""
    return without_suffix(text).endswith(document_kinds("notice"))


def is_complete(text: str) -> bool:
    """Whether the words end as a title does: 关于印发…… only with 的通知, others with any kind of document."""
    if len(text) < _SHORTEST:
        return False
    purpose = purpose_at(text)
    if purpose is not None and _ISSUES.match(text, purpose):
        return is_notice_end(text) or (text.endswith("》") and not text.startswith("关于", purpose))
    bare = without_suffix(text)
    counted = bool(patterns.search(r"[\d一二三四五六七八九十]条$", bare))  # 二十条
    return counted or bare.endswith(document_kinds("notice", "plan", "part"))


def goes_on(text: str, line: str) -> bool:
    """Whether a title that could end here goes on in the next line: ……行动 / 实施方案, ……规划 / 的通知."""
    is_end = len(line) < _LONGEST_END and without_suffix(line).endswith((*document_kinds("plan"), "意见"))
    return line.startswith("的") or (is_end and text.endswith(document_kinds("part")))


def without_suffix(text: str) -> str:
    """The title without what may follow the kind: （试行）, （2021—2025年）, 2024年版."""
    text = _EDITION.sub("", text)
    while text.endswith(("）", ")")):
        opened = max(text.rfind("（"), text.rfind("("))
        if opened < len(text) - _LONGEST_SUFFIX or opened <= 0:
            break
        text = text[:opened]
    return text


def without_spaces(text: str) -> str:
    """The words without white space, but for one that stands between Latin words."""
    return patterns.sub(r"(?<![ -~])\s+|\s+(?![ -~])", "", text)
