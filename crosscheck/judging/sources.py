"""Who really speaks in each of some articles."""

from collections.abc import Iterable, Mapping

from crosscheck.judging.folding import fold
from crosscheck.models import Article, Claim


class Sources:
    """The articles, and who really speaks in each."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self.articles = articles
        self.copies = {name: article.copy_of for name, article in articles.items()}
        self._copied = any(self.copies.values())
        self._origins = {name: _origin_of(name, articles) for name in articles}

    def origin(self, claim: Claim) -> str:
        """Who speaks: the article that is copied, the agency that is named, or the article."""
        return self._origins.get(claim.article, claim.article)

    def origins(self, claims: Iterable[Claim]) -> int:
        """How many speak in some claims."""
        known = self._origins
        return len({known.get(claim.article, claim.article) for claim in claims})

    def copied(self, claims: Iterable[Claim]) -> bool:
        """Whether one of some claims stands in a copy."""
        return self._copied and any(self.copies.get(claim.article) for claim in claims)


def _origin_of(article_id: str, articles: Mapping[str, Article]) -> str:
    """Who really speaks in an article: the article it copies, the agency it names, or itself."""
    seen: set[str] = set()
    current = article_id
    while (article := articles.get(current)) and article.copy_of and current not in seen:
        seen.add(current)
        current = article.copy_of
    found = articles.get(current)
    return f"= {fold(found.origin)}" if found and found.origin else current
