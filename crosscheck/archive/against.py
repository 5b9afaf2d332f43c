"""What an archive has to say against new articles: the references of `check --against ARCHIVE`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from crosscheck.archive.fetching import fetch
from crosscheck.archive.keys import keys_of
from crosscheck.archive.library import Library
from crosscheck.archive.nearest import MOST, Window, nearest
from crosscheck.archive.rows import claim_columns
from crosscheck.archive.sources import paths_here, source_name
from crosscheck.making import changing
from crosscheck.models import Article, Claim
from crosscheck.reading.files import stem, unique_ids
from crosscheck.stamp import stamp

_named = changing(Article, "id", "path")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Articles of an archive with their claims, ready to be compared."""

    articles: tuple[Article, ...]
    claims: Mapping[str, tuple[Claim, ...]]
    """Of each article, by its id."""
    among: int
    """How many articles the archive could have given."""
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
    window = _window(list(new), days)
    near = []
    for article, claims in new.items():
        keys = keys_of(article.text, map(claim_columns, claims))
        near.append(nearest(library.index, keys, window=window, without=sorted(own), most=most))
    numbers = sorted({number for found in near for number in found.articles})
    found = fetch(library, numbers)
    current = [entry for entry in found.entries if entry.stamp == stamp().mark]
    articles = named([entry.article for entry in current], library.archive.folder)
    return Drawn(
        articles,
        {a.id: e.claims for a, e in zip(articles, current, strict=True)},
        max(found.among for found in near),
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


def named(articles: Sequence[Article], folder: Path) -> tuple[Article, ...]:
    """The articles with paths from here, and with ids as if their files had been read now."""
    paths = paths_here((article.path for article in articles), folder)
    files = {path: Path(path) for path in paths}
    names = unique_ids(list(files.values()))
    named = []
    for article, path in zip(articles, paths, strict=True):
        part = article.id.removeprefix(stem(files[path]))
        named.append(_named(article, names[files[path]] + part, path))
    return tuple(named)
