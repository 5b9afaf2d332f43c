"""crosscheck lines up what French news articles on one story claim.

>>> import crosscheck
>>> articles, skipped = crosscheck.read_articles(["seeds/"])
>>> report = crosscheck.cross_check(articles)
>>> [finding.verdict for finding in report.findings][0]
'conflict'

It says where the sources agree, differ or stand alone; never who is right.
"""

from typing import TYPE_CHECKING

from crosscheck.lazy import lazily

if TYPE_CHECKING:
    from crosscheck.checking import check_articles
    from crosscheck.expressions import mentions
    from crosscheck.models import Article, Report
    from crosscheck.pipeline import cross_check
    from crosscheck.reading import read_articles
    from crosscheck.settings import Settings

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Report",
    "Settings",
    "check_articles",
    "cross_check",
    "mentions",
    "read_articles",
]

__getattr__ = lazily(
    __name__,
    {
        "Article": "models",
        "Report": "models",
        "Settings": "settings",
        "check_articles": "checking",
        "cross_check": "pipeline",
        "mentions": "expressions",
        "read_articles": "reading",
    },
)
"""Looked up on first use, so that the command starts, and can be stopped, at once."""
