"""`crosscheck check`: new articles against what is known, as a linter in CI."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from crosscheck.cli import console
from crosscheck.cli.errors import UsageError
from crosscheck.cli.options import Config, Decisions, ExitZero, FollowLinks, Quiet, Rules
from crosscheck.cli.outputs import Output, deliver, parse_outputs, refuse_inputs
from crosscheck.cli.settings import settle
from crosscheck.cli.speed import Jobs, NoCache, Verbose, at_speed, listen
from crosscheck.configuration import Configuration, load

if TYPE_CHECKING:
    from crosscheck.checking import Checked
    from crosscheck.cli.consulting import Consulted
    from crosscheck.cli.gathering import Gathered, Plan
    from crosscheck.diagnostics import CheckRun, Choice
    from crosscheck.settings import Settings


FORMATS = ("concise", "github", "gitlab", "junit", "rdjson", "sarif")
"""The names of the formats; they themselves are imported when something is to be written."""


def check(
    paths: Annotated[
        list[Path] | None,
        Argument(metavar="CHEMIN", show_default=False,
                 help="Articles nouveaux, ou leurs dossiers ; « - » est l'entrée standard ; "
                 "sans eux, check.paths des réglages."),
    ] = None,
    against: Annotated[
        list[Path] | None,
        Option(metavar="CHEMIN", help="Articles de référence, leurs dossiers, ou une archive ; "
               "répétable ; sans cela, check.against."),
    ] = None,
    days: Annotated[
        int | None,
        Option(metavar="N", min=0, help="D'une archive, seulement les articles parus à N jours "
               "au plus."),
    ] = None,
    changed_since: Annotated[
        str | None,
        Option(metavar="REV", help="Seulement les articles que git dit changés depuis REV."),
    ] = None,
    select: Annotated[
        list[str] | None,
        Option(metavar="CODE", help="Ne montre que ces codes (C, C101, calendar, ALL : voir "
               "« crosscheck explain ») ; sans cela, ce qui arrête le passage."),
    ] = None,
    ignore: Annotated[
        list[str] | None, Option(metavar="CODE", help="Ne montre jamais ces codes ; répétable.")
    ] = None,
    fail_on: Annotated[
        list[str] | None,
        Option(metavar="QUOI", help="Ce qui arrête le passage (statut 1) : ce verdict ou un plus "
               "grave (conflict, disputed, updated, compatible), cette gravité ou une plus grande "
               "(high, medium, low), verdict:gravité, check (un article qui se contredit), un "
               "code ; répétable ; défaut : conflict et check."),
    ] = None,
    max_per_article: Annotated[
        int | None,
        Option(metavar="N", min=0, help="Au plus N signalements par article, les plus graves ; "
               "défaut : 3 ; 0 : tous."),
    ] = None,
    format: Annotated[
        str | None,
        Option(metavar="FORMAT", help="Format de la sortie standard : concise (défaut), github, "
               "gitlab, sarif, junit ou rdjson."),
    ] = None,
    output: Annotated[
        list[str] | None,
        Option(metavar="FORMAT=FICHIER", help="Écrit aussi un fichier ; répétable."),
    ] = None,
    exit_zero: ExitZero = False,
    decisions: Decisions = None,
    config: Config = None,
    rules: Rules = None,
    follow_links: FollowLinks = False,
    quiet: Quiet = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    verbose: Verbose = False,
) -> int:  # fmt: skip
    """Vérifie des articles nouveaux : contre des articles de référence, et contre eux-mêmes.

    Une ligne par signalement, fichier:ligne:colonne. Ce qui a été accepté se tait (accept).

    Statut : 0 rien, 1 des signalements, 2 demande, réglage ou article illisible,
    3 erreur interne.
    """
    from crosscheck.cli.consulting import consult
    from crosscheck.cli.gathering import gather, plan

    listen(verbose)
    configured = load(Path.cwd(), config)
    terms = {"select": select, "ignore": ignore, "fail-on": fail_on}
    choice = _choice(configured, terms, max_per_article)
    outputs = _outputs(configured, format, output, FORMATS)
    settings = settle(configured, rules, follow_links=follow_links)
    wanted = plan(configured, paths or (), against or (), changed_since, decisions)
    read = gather(wanted, settings)
    refuse_inputs(outputs, [*read.files(), wanted.decisions])
    if not read.new and not read.incomplete and changed_since is None:
        raise UsageError("aucun article lu")
    consulted = consult(read, days, quiet=quiet)
    read = consulted.read
    speed = at_speed(settings, jobs, no_cache)
    checked, whole = _checked(consulted, wanted, choice, speed, quiet=quiet)
    written = _write(checked, read, wanted, outputs)
    if not quiet:
        _tell(checked, read)
    if read.incomplete or checked.skipped or not (whole and consulted.whole and written):
        return console.INCOMPLETE  # outranks findings, which are not all known
    return console.FINDINGS if checked.chosen.fails and not exit_zero else 0


def _choice(
    settings: Configuration, given: dict[str, list[str] | None], most: int | None
) -> "Choice":
    """What is told and what fails: of the command line, else of the configuration."""
    from crosscheck.diagnostics import Choice, UnknownTerm

    said = {
        name: settings.texts(f"check.{name}") if terms is None else _terms(terms)
        for name, terms in given.items()
    }
    whole = settings.number("check.max-per-article") if most is None else most
    choice = Choice(said["select"], said["ignore"], said["fail-on"], whole)
    try:
        choice.check()
    except UnknownTerm as error:
        name = next(name for name, terms in said.items() if error.term in terms)
        origin = settings.settings[f"check.{name}"].origin
        where = f"{origin} : check.{name}" if given[name] is None else f"--{name}"
        raise UsageError(f"{where} {error.term} : attendu {error.expected}") from None
    return choice


def _terms(given: Iterable[str]) -> tuple[str, ...]:
    """`_terms(["C101, I", "D"])` is `("C101", "I", "D")`."""
    return tuple(part.strip() for text in given for part in text.split(",") if part.strip())


def _outputs(
    settings: Configuration,
    chosen: str | None,
    output: Sequence[str] | None,
    known: Sequence[str],
) -> tuple[Output, ...]:
    """Where what is written: stdout has its lines unless files alone were asked for."""
    configured = settings.texts("check.output") if output is None else output
    if chosen is None and not output:
        chosen = settings.text("check.format")
    return parse_outputs(chosen, configured, known)


def _checked(
    consulted: "Consulted", wanted: "Plan", choice: "Choice", settings: "Settings", *, quiet: bool
) -> "tuple[Checked, bool]":
    """What was found; False when not every decision could be read."""
    with console.progress(not quiet) as tell:
        from crosscheck.checking import check_articles
        from crosscheck.cli.gathering import desk

        read = consulted.read
        known, broken = desk(wanted, read.new)
        found = check_articles(
            read.new,
            read.references,
            replace(known, choice=choice, known=consulted.known),
            settings=settings,
            progress=tell,
        )
    for skip in found.skipped:
        console.say(f"{skip.path} : {skip.reason}")
    return found, not broken


def _write(checked: "Checked", read: "Gathered", wanted: "Plan", outputs: Sequence[Output]) -> bool:
    """Every text that was asked for, each in its place; False if one could not be written."""
    from crosscheck.cli.lastrun import remember
    from crosscheck.cli.repository import path_from

    every = (*read.new, *read.references)
    names = {article.id: path_from(wanted.root, article.path) for article in every}
    run = replace(
        checked.run(read.new, (*read.skipped, *checked.skipped)),
        names=names,
        shown={article.id: article.path for article in every},
    )
    remember(wanted.root, (*checked.decided.open, *checked.decided.suppressed), names)
    done = [deliver(_text(output.format, run), output.file) for output in outputs]
    return all(done)  # not before every one was tried


def _text(format: str, run: "CheckRun") -> str:
    """The run in a format. Lines that are none need no format, so a clean run ends at once; plain
    lines need none of the others.
    """
    if format == "concise":
        if not run.told:
            return ""
        from crosscheck.formats.concise import to_concise

        return to_concise(run)
    from crosscheck.formats.checked import CHECK_FORMATS

    return CHECK_FORMATS[format](run)


def _tell(checked: "Checked", read: "Gathered") -> None:
    """On stderr: what was told, what was not and why, and decisions that are out of date."""
    from crosscheck.diagnostics.saying import counted, told

    decided, chosen = checked.decided, checked.chosen
    for decision in decided.stale:
        console.say(told("stale", code=decision.code, article=decision.article,
                         fingerprint=decision.fingerprint))  # fmt: skip
    for decision in decided.expired:
        console.say(told("expired", code=decision.code, article=decision.article,
                         until=decision.until))  # fmt: skip
    for article, note in decided.unused:
        path = next(a.path for a in read.new if a.id == article)
        console.say(told("unused", path=path, line=note.lines.start, codes=", ".join(note.codes)))
    parts = [
        counted("articles", len(read.new)),
        counted("references", len(read.references)) if read.compared else told("not_compared"),
        counted("failures", len(chosen.told)),
    ]
    parts += [counted("suppressed", len(decided.suppressed))] if decided.suppressed else []
    parts += [counted("beyond", chosen.beyond)] if chosen.beyond else []
    parts += [counted("other", chosen.other)] if chosen.other else []
    console.say(" ; ".join(parts))
