"""From files to articles: bytes become characters that never change again.

>>> from crosscheck.reading import read_articles
>>> read_articles([])
((), ())
"""

from typing import TYPE_CHECKING

from crosscheck.lazy import lazily

if TYPE_CHECKING:
    from crosscheck.reading.article import describe
    from crosscheck.reading.files import read_articles
    from crosscheck.reading.folders import named_as_article
    from crosscheck.reading.language import foreign_language

__all__ = ["describe", "foreign_language", "named_as_article", "read_articles"]

__getattr__ = lazily(
    __name__,
    {
        "describe": "article",
        "foreign_language": "language",
        "named_as_article": "folders",
        "read_articles": "files",
    },
)
"""Looked up on first use: to see which files there are, none of them need be read."""
