"""``planparse rules``: every kind of finding, a line each."""

from enum import StrEnum
from typing import Annotated

import typer


class Language(StrEnum):
    """Language of the explanations."""

    EN = "en"
    ZH = "zh"


def rules(lang: Annotated[Language, typer.Option(help="Language of the explanations.")] = Language.EN) -> None:
    """List every finding that extract and check can make: code, name, severity, what it means."""
    from planparse.checks import ALL_KINDS
    from planparse.checks.explanations import explanation

    for kind in ALL_KINDS:
        typer.echo(f"{kind.code}  {kind.severity:8}{kind.name:28}{explanation(kind, lang.value)}")
