"""Who really speaks in each of some articles."""

from collections.abc import Mapping

from crosscheck.judging.folding import fold
from crosscheck.models import Article, Claim


class Sources:
    """The articles, and who really speaks in each. Has state: the origins asked for so far."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self.articles = articles
        self.copies = {name: article.copy_of for name, article in articles.items()}
        self._origins: dict[str, str] = {}

    def origin(self, claim: Claim) -> str:
        """Who speaks: the article that is copied, the agency that is named, or the article."""
        name = claim.article
        if name not in self._origins:
            self._origins[name] = _origin_of(name, self.articles)
        return self._origins[name]


def _origin_of(article_id: str, articles: Mapping[str, Article]) -> str:
    """Who really speaks in an article: the article it copies, the agency it names, or itself."""
    seen: set[str] = set()
    current = article_id
    while (article := articles.get(current)) and article.copy_of and current not in seen:
        seen.add(current)
        current = article.copy_of
    found = articles.get(current)
    return f"= {fold(found.origin)}" if found and found.origin else current
