"""What archives add to the references of `check`: articles that may speak of the same things."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.cli import console
from crosscheck.cli.gathering import Gathered, renamed
from crosscheck.cli.holding import tell_aside

if TYPE_CHECKING:
    from crosscheck.archive.against import Drawn
    from crosscheck.models import Claim


@dataclass(frozen=True, slots=True)
class Consulted:
    """What was read, with what archives had to say."""

    read: Gathered
    known: "Mapping[str, Sequence[Claim]]" = field(default_factory=dict)
    """The claims of the new articles and of those that archives gave, by their ids."""
    whole: bool = True
    """False when something of an archive could not be compared."""


def consult(read: Gathered, days: int | None, *, quiet: bool) -> Consulted:
    """Draws from each archive the articles that are to be compared; claims are read once."""
    if not read.archives or not read.new or not read.compared:
        return Consulted(read)
    from crosscheck.archive.against import draw
    from crosscheck.archive.library import opened
    from crosscheck.pipeline import claims_of
    from crosscheck.reading import describe

    described = [a if a.blocks else describe(a) for a in read.new]
    new = {article: claims_of(article) for article in described}
    known: dict[str, Sequence[Claim]] = {article.id: found for article, found in new.items()}
    references, whole = list(read.references), True
    for folder in read.archives:
        with opened(folder) as library:
            drawn = draw(library, new, days=days)
            sound = tell_aside(library.archive)
            whole = _tell(folder, drawn, quiet=quiet) and sound and whole
        given = renamed(drawn.articles, frozenset([*known, *(a.id for a in references)]))
        for before, article in zip(drawn.articles, given, strict=True):
            known[article.id] = drawn.claims[before.id]
        references += given
    return Consulted(replace(read, references=tuple(references)), known, whole)


def _tell(folder: Path, drawn: "Drawn", *, quiet: bool) -> bool:
    """Says how many articles were drawn, and what could not be; True when all could."""
    from crosscheck.archive.messages import counted, said

    for words in drawn.damaged:
        console.say(f"{folder} : {words}")
    if drawn.outdated:
        number = counted("articles", drawn.outdated)
        console.say(said("notes", "outdated", path=folder, articles=number))
    if not quiet:
        number = counted("articles", len(drawn.articles))
        key = "whole" if len(drawn.articles) == drawn.among else "near"
        console.say(said("notes", key, path=folder, articles=number, all=drawn.among))
    return not (drawn.damaged or drawn.outdated)
