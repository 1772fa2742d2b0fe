"""Who is served and with what: 为1000户|老年人家庭实施适老化改造, 为适龄妇女提供“两癌”免费检查|2.2万人次."""

from typing import NamedTuple

from planparse import patterns
from planparse.lexicon.vocabulary import words

_FOR = patterns.compile("^(?:免费|上门)?[为对给向](?=全[市区县省国州]|$|.{2})")


class Service(NamedTuple):
    """The deed with those that it is done for (老年人家庭适老化改造), and the verb that says no more than that it is done."""

    indicator: str
    verb: str


def without_preposition(text: str) -> str:
    """Without 为 or 对 before those that are served."""
    return _FOR.sub("", text)


def service(text: str, *, brings: bool = False) -> Service | None:
    """The service of a phrase without its preposition; None where none of the plain verbs of service parts it in two.

    ``brings``: any verb of making may, for the phrase says what those who are served get (为地下车库加装防洪挡板|150套).
    """
    verbs = words("serve", "make") if brings else words("serve")
    at = next((at for at in range(2, len(text) - 2) if verbs.at(text, at)), 0)
    verb = verbs.at(text, at) if at else ""
    deed = text[at + len(verb) :]
    return Service(text[:at] + deed, verb) if verb and not deed.startswith(("的", "，")) else None
