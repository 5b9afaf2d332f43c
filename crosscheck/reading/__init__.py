"""From files to articles: bytes become characters that never change again.

>>> read_articles([])
((), ())
"""

from crosscheck.reading.article import describe
from crosscheck.reading.files import read_articles
from crosscheck.reading.folders import named_as_article
from crosscheck.reading.language import foreign_language

__all__ = ["describe", "foreign_language", "named_as_article", "read_articles"]
