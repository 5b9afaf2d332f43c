"""Whether an article speaks for a party: a union's blog, a company's or an association's statement.

« Nous étions 5 000 », « nos revendications », « 80 % d'entre nous »: who writes so is part of the
story, and its figures are its own word, as if they were attributed. A newspaper that says « notre
correspondant », « selon notre comptage » is none.
"""

import re

from crosscheck.judging.folding import fold, listed
from crosscheck.models import Article
from crosscheck.rules import remembered, remembered_lately

TURNS = 2
"""Turns in the first person plural, outside quotations, from which an article speaks for somebody;
none of 139 articles of a press corpus has two."""
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


def speaks_for_itself(article: Article | None) -> bool:
    """Whether an article speaks for a party of its story.

    >>> text = "Nous étions 5 000 dans la rue. Rappelons nos revendications."
    >>> speaks_for_itself(Article.from_text(text, id="syndicat"))
    True
    """
    return article is not None and _in_own_voice(article.text)


@remembered_lately(64)
def _in_own_voice(text: str) -> bool:
    own = fold(_QUOTED.sub(" ", text))
    return sum(1 for _ in _turns().finditer(own)) >= TURNS


@remembered
def _turns() -> re.Pattern[str]:
    """What only a party writes: « nous » with its verb, « nos … », « d'entre nous »."""
    newsroom = "|".join(listed("wording", "newsroom"))
    return re.compile(
        r"\bnous,? (?:(?:ne|en|y|le|la|les|nous) |n'|l')?\w+ons\b|\bnous (?:ne )?sommes\b"
        rf"|\bd'entre nous\b|\b(?:nos|notre) (?!{newsroom})|\brappelons\b"
    )
