"""`crosscheck explain`: what a code means, why it is told, an example, how to accept it."""

from collections.abc import Callable
from typing import Annotated

from typer import Argument, Option

from crosscheck.cli import console
from crosscheck.cli.errors import UsageError


def explain(
    name: Annotated[
        str | None,
        Argument(metavar="CODE", show_default=False,
                 help="Un code (C101), un nom (calendar.weekday) ou leur début ; "
                 "sans lui, la liste de tous."),
    ] = None,
    format: Annotated[
        str, Option(metavar="FORMAT", help="text, ou markdown : la page entière des codes.")
    ] = "text",
) -> int:  # fmt: skip
    """Dit ce que signifie un code de « check » : quoi, pourquoi, un exemple, comment l'accepter."""
    from crosscheck.diagnostics.explained import listing, to_page

    if format not in ("text", "markdown"):
        raise UsageError(f"format inconnu : {format} ; formats possibles : markdown, text")
    if name is None:
        console.show(listing() if format == "text" else to_page())
        return 0
    for known in EXPLAINERS:
        if (said := known(name, format)) is not None:
            console.show(said)
            return 0
    raise UsageError(f"code inconnu : {name} (« crosscheck explain » les donne tous)")


def _code(name: str, format: str) -> str | None:
    """What is said of the codes of that name, prefix or family; `None` when there are none."""
    from crosscheck.diagnostics.codes import codes_called
    from crosscheck.diagnostics.explained import explained

    found = [explained(code) for code in codes_called(name)]
    if not found:
        return None
    return "\n".join(e.as_text() if format == "text" else e.as_markdown() for e in found)


EXPLAINERS: tuple[Callable[[str, str], str | None], ...] = (_code,)
"""What may be explained, first that knows the name: each gives its text, or `None`."""
