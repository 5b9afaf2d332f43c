"""What `check` reads: the new articles, the references, the decisions, and what git says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.cli import console
from crosscheck.cli.clock import today
from crosscheck.cli.errors import UsageError, system_reason
from crosscheck.cli.repository import changed_since, path_from, root_of
from crosscheck.configuration import Configuration

if TYPE_CHECKING:
    from crosscheck.checking import Desk
    from crosscheck.models import Article, Skipped
    from crosscheck.settings import Settings

DECISIONS = "crosscheck-decisions.jsonl"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be read, and where."""

    new: tuple[Path, ...]
    against: tuple[Path, ...]
    decisions: Path
    root: Path
    """The root of the repository: machines are told paths from there."""
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read."""

    new: "tuple[Article, ...]"
    """By path."""
    references: "tuple[Article, ...]"
    skipped: "tuple[Skipped, ...]"
    archives: tuple[Path, ...] = ()
    """Archives that are to be asked (`consulting`)."""
    compared: bool = True
    """False when the references were not read, since nothing could be held against them."""

    @property
    def incomplete(self) -> bool:
        """Whether something that was asked for could not be read."""
        return any(skip.error for skip in self.skipped)

    def files(self) -> list[Path]:
        """Everything that must not be written over."""
        articles = [Path(article.path) for article in (*self.new, *self.references)]
        return articles + [Path(skip.path) for skip in self.skipped]


def plan(
    settings: Configuration,
    paths: Sequence[Path],
    against: Sequence[Path],
    since: str | None,
    decisions: Path | None,
) -> Plan:
    """What the command line asks for, and the configuration where it asks for nothing.

    Raises `UsageError` when there is nothing to check.
    """
    new = tuple(paths) or tuple(map(_as_written, settings.paths("check.paths")))
    references = tuple(against) or tuple(map(_as_written, settings.paths("check.against")))
    if not new and since is None:
        raise UsageError("il manque CHEMIN, ou check.paths dans crosscheck.toml (voir --help)")
    if since is not None:
        apart = () if new else references
        changed = changed_since(since, new)
        new = tuple(p for p in changed if _readable(p) and not _within(p, apart))
    return Plan(new, references, decisions or decisions_file(settings), root(), since)


def root() -> Path:
    """The root of the repository around the present folder."""
    return root_of(Path.cwd())


def decisions_file(settings: Configuration) -> Path:
    """Where decisions are kept: beside the configuration, else at the root of the repository."""
    kept = settings.path("check.decisions") if settings.file else root() / DECISIONS
    return _as_written(kept or root() / DECISIONS)


def _as_written(path: Path) -> Path:
    """A path of the configuration as a user would write it here."""
    return Path(path_from(Path.cwd(), path))


def _readable(path: Path) -> bool:
    from crosscheck.reading import named_as_article

    return named_as_article(path)


def _within(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def gather(wanted: Plan, settings: "Settings") -> Gathered:
    """The articles, each once, with a line on stderr for each that could not be read."""
    from crosscheck.archive.manifest import is_archive
    from crosscheck.reading import read_articles

    archives = tuple(dict.fromkeys(path for path in wanted.against if is_archive(path)))
    against = [path for path in wanted.against if path not in archives]
    stdin = console.standard_input(wanted.new)
    new, skipped = read_articles(wanted.new, settings, stdin=stdin) if wanted.new else ((), ())
    references: Sequence[Article] = ()
    worth = not wanted.against or _worth_reading(new)
    if new and wanted.against:
        own = {Path(article.path).resolve() for article in new}
        # Where nothing can be compared, a wrong path is told all the same.
        there = against if worth else [path for path in against if not path.exists()]
        found, unread = read_articles(there, settings)
        references = [a for a in found if Path(a.path).resolve() not in own]
        skipped = (*skipped, *(skip for skip in unread if skip not in skipped))
    for skip in skipped:
        if skip.error:
            console.say(f"{skip.path} : {skip.reason}")
    return Gathered(
        tuple(sorted(new, key=lambda article: (article.path, article.id))),
        renamed(references, frozenset(article.id for article in new)),
        tuple(skipped),
        archives=archives,
        compared=worth,
    )


def _worth_reading(new: "Sequence[Article]") -> bool:
    """Whether a new article has something that can be held against a reference."""
    from crosscheck.claims import holds_something

    return any(holds_something(article) for article in new)


def renamed(references: "Sequence[Article]", taken: frozenset[str]) -> "tuple[Article, ...]":
    """The references with ids of their own: « crue » becomes « archives-crue » if taken."""
    used = taken | {article.id for article in references}
    free = []
    for article in references:
        name = article.id
        if name in taken:
            folder = Path(article.path).resolve().parent.name
            tries = (f"{folder}-{article.id}{f'-{n}' if n > 1 else ''}" for n in range(1, 10**6))
            name = next(candidate for candidate in tries if candidate not in used)
            used |= {name}
        free.append(replace(article, id=name))
    return tuple(free)


def desk(wanted: Plan, new: "Sequence[Article]") -> "tuple[Desk, bool]":
    """The decisions and notes that a run is weighed with; True when a line was broken."""
    from crosscheck.checking import Desk
    from crosscheck.decisions import may_hold_notes, read_decisions

    folder = wanted.decisions.parent
    decisions, broken = read_decisions(_text_of(wanted.decisions))
    for line in broken:
        console.say(f"{wanted.decisions}, ligne {line.line} : {line.reason}")
    named = {decision.article for decision in decisions if decision.article}
    return (
        Desk(
            decisions=decisions,
            today=today(),
            sources={a.id: _source(a) for a in new if may_hold_notes(a.path)},
            paths={a.id: path_from(folder.resolve(), a.path) for a in new},
            gone=frozenset(path for path in named if not (folder / path).exists()),
        ),
        bool(broken),
    )


def _text_of(file: Path) -> str:
    """The decisions' file as it stands; none is none."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise UsageError(f"{file} : attendu du JSONL en UTF-8") from None
    except OSError as error:
        raise UsageError(f"{file} : lecture impossible ({system_reason(error)})") from None


def _source(article: "Article") -> str:
    """The characters of the file, notes included, which the reader may have blanked."""
    from crosscheck.reading.decode import decode

    return decode(Path(article.path).read_bytes()).text
