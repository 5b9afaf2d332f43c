"""Many articles read for claims, in the order in which they were given.

>>> articles = [Article.from_text("Trois accords ont été signés.", id=i) for i in "ab"]
>>> [(claim.article, claim.text) for claim in claims_of_all(articles)]
[('a', 'Trois accords'), ('b', 'Trois accords')]
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscheck.claims import extract, extract_all
from crosscheck.extraction.kept import Kept
from crosscheck.models import Article, Claim, where_it_stands
from crosscheck.nlp.garbage import no_garbage
from crosscheck.nlp.runs import runs

TOGETHER = 32_000
"""Characters of the articles that are read together: some two hundred sentences, of whose parse a
processor has everything at hand.
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read for claims; what is read does not depend on it."""

    jobs: int = 1
    """Processes; 0: as many as the machine has processors, once there is enough for each."""
    cache: bool = False
    """Whether what was read before is taken from the user's cache, and what is read kept there."""


def claims_of(article: Article) -> tuple[Claim, ...]:
    """The claims of a described article, each with its place in the file and the words around it.

    Their ids are `""` until all claims of a run are known.
    """
    return placed(article, extract(_bare(article)))


def claims_of_all(articles: Sequence[Article], reading: Reading | None = None) -> tuple[Claim, ...]:
    """The claims of described articles, in the order of the articles and of their places."""
    return tuple(claim for _, claims in claims_of_each(articles, reading) for claim in claims)


def claims_of_each(
    articles: Sequence[Article],
    reading: Reading | None = None,
    *,
    known: Mapping[str, Sequence[Claim]] | None = None,
    progress: Callable[[str], None] | None = None,
) -> Iterator[tuple[str, Sequence[Claim]]]:
    """The id of each article with its claims: `dict(claims_of_each(articles))`.

    `known` gives the claims of articles that were read before, by id, as `claims_of` gave them:
    perhaps under another name. `progress` is called with the id of each article, at the latest
    before the next ones are read.
    """
    reading, known = reading or Reading(), known or {}
    kept = Kept() if reading.cache else None
    unknown = [article for article in articles if article.id not in known]
    found: dict[str, tuple[Claim, ...]] = {}
    if kept is not None:
        found = {a.id: claims for a in unknown if (claims := kept.find(a)) is not None}
    new = [article for article in unknown if article.id not in found]
    read = _read(new, reading.jobs)
    for article in articles:
        if progress is not None:
            progress(article.id)
        if article.id in known:
            yield article.id, known[article.id]
            continue
        if article.id not in found:
            found[article.id] = next(read)
            if kept is not None:
                kept.keep(article, found[article.id])
        yield article.id, placed(article, found[article.id])


def _read(articles: Sequence[Article], jobs: int) -> Iterator[tuple[Claim, ...]]:
    """The claims of each article, read when they are asked for."""
    bare = [_bare(article) for article in articles]
    if jobs == 1 or len(bare) < 2:
        return _extracted(bare)
    from crosscheck.extraction.pool import forked, processes  # not before many are to be read

    wanted = processes(jobs, len(bare))
    return forked(_extracted, bare, wanted) if wanted > 1 else _extracted(bare)


def _extracted(articles: Iterable[Article]) -> Iterator[tuple[Claim, ...]]:
    """The claims of each article, in this process; some are read together."""
    for some in runs(articles, _length, TOGETHER):
        with no_garbage():
            claims = extract_all(some)
        yield from claims


def _length(article: Article) -> int:
    return len(article.text)


def _bare(article: Article) -> Article:
    """What claims are read from, and nothing else: what is kept of it holds for its like."""
    return Article(article.id, article.text, published=article.published, blocks=article.blocks)


def placed(article: Article, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """`placed(article, extract(article))`: claims with their place in the file and the words around
    them.
    """
    return tuple(
        where_it_stands(
            claim,
            article.id,
            article.where(claim.start),
            article.quote(claim.start, claim.end),
        )
        for claim in claims
    )
