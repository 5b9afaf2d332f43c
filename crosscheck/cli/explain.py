"""`crosscheck explain`: what a code means and how to accept it; why a finding holds together."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from crosscheck.cli import console
from crosscheck.cli.errors import UsageError
from crosscheck.cli.options import Config, Rules
from crosscheck.cli.settings import settle
from crosscheck.configuration import load

if TYPE_CHECKING:
    from crosscheck.settings import Settings


def explain(
    name: Annotated[
        str | None,
        Argument(metavar="CODE", show_default=False,
                 help="Un code (C101), un nom (calendar.weekday) ou leur début ; sans lui, la "
                 "liste de tous. Ou un constat (f3), avec les articles du rapport."),
    ] = None,
    paths: Annotated[
        list[Path] | None,
        Argument(metavar="CHEMIN", show_default=False,
                 help="Les articles du rapport dont on explique un constat."),
    ] = None,
    format: Annotated[
        str,
        Option(metavar="FORMAT", show_default=False,
               help="text (défaut), ou markdown : la page entière des codes."),
    ] = "text",
    rules: Rules = None,
    config: Config = None,
) -> int:  # fmt: skip
    """Dit ce que signifie un code de « check », ou ce qui a rapproché les articles d'un constat."""
    from crosscheck.diagnostics.explained import listing, to_page

    if format not in ("text", "markdown"):
        raise UsageError(f"format inconnu : {format} ; formats possibles : markdown, text")
    settings = settle(load(Path.cwd(), config), rules)
    if paths:
        console.show(_finding(name or "", paths, settings))
        return 0
    if name is None:
        console.show(listing() if format == "text" else to_page())
        return 0
    for known in EXPLAINERS:
        if (said := known(name, format)) is not None:
            console.show(said)
            return 0
    if _FINDING.fullmatch(name):
        raise UsageError(f"{name} : de quels articles ? « crosscheck explain {name} DOSSIER »")
    raise UsageError(f"code inconnu : {name} (« crosscheck explain » les donne tous)")


_FINDING = re.compile(r"f\d+")


def _finding(name: str, paths: Sequence[Path], settings: "Settings") -> str:
    """What joined the claims of a finding of the report on these articles, feature by feature."""
    from crosscheck.formats.explanation import to_explanation
    from crosscheck.matching.explain import explain as explanation
    from crosscheck.pipeline import cross_check, derived_from
    from crosscheck.reading import read_articles

    articles, skipped = read_articles(paths, settings)
    report = cross_check(articles, settings, skipped=skipped)
    found = next((finding for finding in report.findings if finding.id == name), None)
    if found is None:
        last = f"de f1 à {report.findings[-1].id}" if report.findings else "aucun"
        raise UsageError(f"constat inconnu : {name} ; constats de ce rapport : {last}")
    published = {article.id: article.published for article in report.articles}
    copies = {article.id: article.copy_of for article in report.articles}
    derived = derived_from(report.articles, report.claims)
    told = explanation(found.group, report.claims, published, copies, derived)
    return to_explanation(found, told)


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
