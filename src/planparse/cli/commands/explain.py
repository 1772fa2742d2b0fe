"""``planparse explain``: what the codes of findings mean."""

from typing import Annotated

import typer

from planparse.cli.commands.rules import Language


def explain(
    codes: Annotated[
        list[str] | None, typer.Argument(help="P301 or list-mismatch; all of them where none is given.")
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language of the explanation.")] = Language.EN,
) -> None:
    """Explain what the codes of findings mean, with an example of what is found and of what is not."""
    from planparse.checks import ALL_KINDS
    from planparse.checks.explanations import examples, explanation

    wanted = [kind for kind in ALL_KINDS if not codes or {kind.code, kind.name} & set(codes)]
    for kind in wanted:
        typer.echo(f"{kind.code} {kind.name} ({kind.severity}): {explanation(kind, lang.value)}")
        for line in examples(kind, lang.value) if codes else ():
            typer.echo(line)
    if unknown := set(codes or ()) - {word for kind in wanted for word in (kind.code, kind.name)}:
        raise typer.BadParameter(f"no such code: {', '.join(sorted(unknown))}")
