"""What an archive has to say against new articles: the references of `check --against ARCHIVE`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from os.path import normpath, relpath
from pathlib import Path

from crosscheck.archive.fetching import fetch
from crosscheck.archive.keys import keys_of
from crosscheck.archive.library import Library
from crosscheck.archive.nearest import MOST, Near, Window, nearest
from crosscheck.archive.rows import Entry, claim_rows
from crosscheck.archive.sources import source_name
from crosscheck.archive.stamp import stamp
from crosscheck.models import Article, Claim


@dataclass(frozen=True, slots=True)
class Drawn:
    """Articles of an archive with their claims, ready to be compared."""

    articles: tuple[Article, ...]
    claims: tuple[tuple[Claim, ...], ...]
    """Of each article."""
    near: Near
    outdated: int = 0
    """Articles that are near but were read by another version: they are not compared."""
    damaged: tuple[str, ...] = ()


def draw(
    library: Library,
    new: Mapping[Article, Sequence[Claim]],
    *,
    days: int | None = None,
    most: int = MOST,
) -> Drawn:
    """The articles of an archive that may speak of what new articles claim.

    `days` leaves out those that came out longer before or after. An article of the same file as a
    new one is no reference for it.
    """
    own = {source_name(Path(article.path).resolve(), library.archive.folder) for article in new}
    rows = [
        row
        for article, claims in new.items()
        for row in claim_rows(Entry("", "", "", article, tuple(claims)))
    ]
    window = _window(list(new), days)
    near = nearest(library.index, keys_of(rows), window=window, without=sorted(own), most=most)
    found = fetch(library, near.articles)
    current = [entry for entry in found.entries if entry.stamp == stamp()[0]]
    return Drawn(
        tuple(_article(entry, library.archive.folder) for entry in current),
        tuple(entry.claims for entry in current),
        near,
        len(found.entries) - len(current),
        found.damaged,
    )


def _window(new: Sequence[Article], days: int | None) -> Window:
    """From so many days before the first new article to as many after the last."""
    dated = [article.published for article in new if article.published is not None]
    if days is None or len(dated) < len(new):
        return Window()
    reach = timedelta(days=days)
    return Window(min(dated) - reach, max(dated) + reach)


def _article(entry: Entry, folder: Path) -> Article:
    """The article with the path of its file from here, where that can be told."""
    return replace(entry.article, path=path_here(entry.source, folder))


def path_here(source: str, folder: Path) -> str:
    """The path of a file that an archive names, as one would write it here.

    >>> path_here("../textes/a.txt", Path("archive"))
    'textes/a.txt'
    """
    whole = normpath(folder.resolve() / source)
    here = relpath(whole)
    return whole if here.startswith("..") else here
