"""crosscheck lines up what French news articles on one story claim.

>>> import crosscheck
>>> articles, skipped = crosscheck.read_articles(["seeds/"])
>>> report = crosscheck.cross_check(articles)
>>> [finding.verdict for finding in report.findings][0]
'conflict'

It says where the sources agree, differ or stand alone; never who is right.
"""

from typing import TYPE_CHECKING, Any

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

_LAZY = {
    "Article": "crosscheck.models",
    "Report": "crosscheck.models",
    "Settings": "crosscheck.settings",
    "check_articles": "crosscheck.checking",
    "cross_check": "crosscheck.pipeline",
    "mentions": "crosscheck.expressions",
    "read_articles": "crosscheck.reading",
}
"""Looked up on first use, so that the command starts, and can be stopped, at once."""


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'crosscheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)
