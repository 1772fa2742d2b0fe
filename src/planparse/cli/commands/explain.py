"""``planparse explain``: what the codes of diagnostics mean."""

from typing import Annotated

import typer


def explain(
    codes: Annotated[
        list[str] | None, typer.Argument(help="P301 or list-mismatch; all of them where none is given.")
    ] = None,
) -> None:
    """Explain what the codes of diagnostics mean."""
    from planparse.diagnostics import KINDS

    wanted = [kind for kind in KINDS.values() if not codes or {kind.code, kind.name} & set(codes)]
    for kind in wanted:
        typer.echo(f"{kind.code} {kind.name} ({kind.severity}): {kind.explanation}")
    if unknown := set(codes or ()) - {word for kind in wanted for word in (kind.code, kind.name)}:
        raise typer.BadParameter(f"no such code: {', '.join(sorted(unknown))}")
