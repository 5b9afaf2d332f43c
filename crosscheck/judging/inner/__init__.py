"""Contradictions inside one article: a rule a function, `CHECKS` names them all.

>>> from crosscheck.models import Article
>>> [c.rule for c in check_article(Article.from_text("Rendez-vous le 31 juin.", id="a"), ())]
['calendar.impossible']
"""

from crosscheck.judging.inner.checks import CHECKS, RULES, check_article

__all__ = ["CHECKS", "RULES", "check_article"]
