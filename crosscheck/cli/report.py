"""`crosscheck report`: reads the articles of one story and says where they agree or differ."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from os.path import commonpath
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from crosscheck.cli import console
from crosscheck.cli.browser import open_page, page_of
from crosscheck.cli.errors import UsageError
from crosscheck.cli.gathering import decisions_file
from crosscheck.cli.language import parse_language
from crosscheck.cli.options import Config, ExitZero, FollowLinks, Quiet, Rules
from crosscheck.cli.outputs import Output, deliver, parse_outputs, refuse_inputs
from crosscheck.cli.settings import settle
from crosscheck.cli.speed import Jobs, NoCache, Verbose, at_speed, listen
from crosscheck.configuration import load

if TYPE_CHECKING:
    from crosscheck.models import Article, Report, Skipped
    from crosscheck.settings import Settings

GRAVITY = ("conflict", "disputed", "updated", "compatible")
"""Verdicts that `--fail-on` can name, gravest first; each stands for itself and those before."""
CLAIMREVIEW = "claimreview"
"""The format that needs more than a report: what people have confirmed."""
REPORTS = Path("reports")
"""Where the full report goes when no other place is named."""


def report(
    paths: Annotated[
        list[Path],
        Argument(
            metavar="CHEMIN",
            show_default=False,
            help="Articles ou dossiers d'articles sur une même actualité ; "
            "«\u00a0-\u00a0» est l'entrée standard.",
        ),
    ],
    format: Annotated[
        str | None,
        Option(metavar="FORMAT", help="Écrit le rapport sur la sortie standard : "
               "markdown, html, json, text, csv, excel, ou claimreview "
               "(les constats confirmés)."),
    ] = None,
    output: Annotated[
        list[str] | None,
        Option(metavar="FORMAT=FICHIER", help="Écrit le rapport dans un fichier ; "
               "répétable ; «\u00a0-\u00a0» est la sortie standard."),
    ] = None,
    fail_on: Annotated[
        list[str] | None,
        Option(metavar="VERDICT", help="Statut 1 s'il y a ce verdict ou un plus grave "
               "(conflict, disputed, updated, compatible), ou une contradiction interne "
               "(check) ; répétable."),
    ] = None,
    exit_zero: ExitZero = False,
    rules: Rules = None,
    config: Config = None,
    lang: Annotated[
        str | None,
        Option(metavar="LANGUE", help="Langue du rapport : fr (défaut), en, ou auto pour celle "
               "du système."),
    ] = None,
    open_it: Annotated[
        bool, Option("--open", help="Écrit la page (html) et l'ouvre dans le navigateur.")
    ] = False,
    follow_links: FollowLinks = False,
    quiet: Quiet = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    verbose: Verbose = False,
) -> int:  # fmt: skip
    """Compare des articles et dit où ils concordent, divergent ou sont seuls à parler.

    Sans --format ni --output : un tableau à l'écran, et le rapport complet dans reports/.

    Statut : 0 fait, 1 trouvé ce que nomme --fail-on, 2 demande ou article illisible,
    3 erreur interne.
    """
    from crosscheck.formats import FORMATS, speaking

    listen(verbose)
    wanted = parse_outputs(format, output or (), sorted((*FORMATS, CLAIMREVIEW)))
    failing, language = _parse_fail_on(fail_on or ()), parse_language(lang)
    default = not wanted
    wanted, page = _with_page(wanted or _default_output(paths), paths, open_it)
    configured = load(Path.cwd(), config)
    settings = settle(configured, rules, follow_links=follow_links)
    articles, skipped = _read(paths, settings)
    given = [*paths, *(Path(a.path) for a in articles), *(Path(s.path) for s in skipped)]
    refuse_inputs(wanted, given)
    incomplete = any(skip.error for skip in skipped)
    if not articles:
        console.say("aucun article lu")
        return console.INCOMPLETE
    speed = at_speed(settings, jobs, no_cache)
    made = _cross_check(articles, skipped, speed, shown=not quiet)
    with speaking(language):
        kept = decisions_file(configured)
        written = (
            _write_default(made, wanted, kept, quiet) if default else _write(made, wanted, kept)
        )
    if page is not None and page.is_file():
        open_page(page)
    if incomplete or not written:
        return console.INCOMPLETE  # outranks findings, which are not all known
    return console.FINDINGS if _fails(made, failing) and not exit_zero else 0


def _parse_fail_on(names: Sequence[str]) -> frozenset[str]:
    """The verdicts that fail, « check » among them: `--fail-on disputed,check`."""
    failing: set[str] = set()
    for name in (part.strip() for text in names for part in text.split(",")):
        if name in GRAVITY:
            failing.update(GRAVITY[: GRAVITY.index(name) + 1])
        elif name == "check":
            failing.add(name)
        else:
            known = ", ".join((*GRAVITY, "check"))
            raise UsageError(f"--fail-on {name} : attendu {known}")
    return frozenset(failing)


def _read(
    paths: Sequence[Path], settings: "Settings"
) -> "tuple[tuple[Article, ...], tuple[Skipped, ...]]":
    """The articles, with a line on stderr for each file that could not be read."""
    from crosscheck.reading import read_articles

    articles, skipped = read_articles(paths, settings, stdin=console.standard_input(paths))
    for skip in skipped:
        if skip.error:
            console.say(f"{skip.path} : {skip.reason}")
    return articles, skipped


def _cross_check(
    articles: "Sequence[Article]",
    skipped: "Sequence[Skipped]",
    settings: "Settings",
    *,
    shown: bool,
) -> "Report":
    with console.progress(len(articles) if shown else 0) as tell:
        # Here, since the model's library takes a second that --help must not pay.
        from crosscheck.pipeline import cross_check

        return cross_check(articles, settings, skipped=skipped, progress=tell)


def _write(made: "Report", outputs: Sequence[Output], decisions: Path) -> bool:
    """Every text that was asked for, each in its place; False if one could not be written."""
    from crosscheck.formats import FORMATS

    reviews = partial(_reviews, file=decisions)
    formats: dict[str, Callable[[Report], str]] = {**FORMATS, CLAIMREVIEW: reviews}
    done = [deliver(formats[output.format](made), output.file) for output in outputs]
    return all(done)  # not before every one was tried


def _reviews(made: "Report", file: Path) -> str:
    """The reviews of the findings that the file of decisions confirms; none when it has none."""
    from crosscheck.decisions import read_decisions
    from crosscheck.formats.claimreview import to_claimreview
    from crosscheck.formats.confirmed import confirmations

    decisions, _ = read_decisions(file.read_text(encoding="utf-8") if file.is_file() else "")
    found = confirmations(made, decisions)
    if not found:
        console.say(f"claimreview : aucun constat confirmé dans {file}")
    return to_claimreview(made, found)


def _default_output(paths: Sequence[Path]) -> tuple[Output, ...]:
    """Where the report goes when nothing else was asked for."""
    return (Output("markdown", REPORTS / f"{story_name(paths)}.md"),)


def _with_page(
    outputs: Sequence[Output], paths: Sequence[Path], open_it: bool
) -> tuple[tuple[Output, ...], Path | None]:
    """The outputs, with a page where one is to be opened; and the file of that page."""
    if not open_it:
        return tuple(outputs), None
    return page_of(outputs, REPORTS / f"{story_name(paths)}.html")


def _write_default(made: "Report", outputs: Sequence[Output], decisions: Path, quiet: bool) -> bool:
    """The full report in `reports/`, and a short table on stdout."""
    from crosscheck.formats import summary

    console.show(summary(made, console.width(), console.wants_color()))
    written = _write(made, outputs, decisions)
    if written and not quiet:
        console.say(f"rapport complet : {outputs[0].file}")
    return written


def story_name(paths: Sequence[Path]) -> str:
    """The name of a story: its folder, its only file, or what its paths have in common.

    >>> story_name([Path("crues/a.txt"), Path("crues/b.txt")])
    'crues'
    """
    resolved = [Path(os.path.realpath(path)) for path in paths if str(path) != "-"]
    if not resolved:
        return "rapport"
    if len(resolved) == 1:
        only = resolved[0]
        return (only.name if only.is_dir() else only.stem) or "rapport"
    return Path(commonpath(resolved)).name or "rapport"


def _fails(made: "Report", failing: frozenset[str]) -> bool:
    """Whether the report holds one of the verdicts that fail."""
    found = {finding.verdict for finding in made.findings}
    return bool(found & failing) or ("check" in failing and bool(made.checks))
