"""Which article gives which answer: a row for an answer, a column for a source."""

from collections.abc import Sequence

from crosscheck.formats.messages import phrase
from crosscheck.formats.view import Row, View
from crosscheck.models import Finding

_MANY = 8
"""With more articles than this, those that say nothing of a question get no column."""


def columns(view: View, finding: Finding) -> list[str]:
    """The articles that a matrix has a column for."""
    speaking = finding.group.articles
    return [a for a in view.articles if len(view.articles) <= _MANY or a in speaking]


def matrix(view: View, finding: Finding) -> list[list[str]]:
    """Head and rows, unescaped: `[["Réponse", "000", "002"], ["3", "●", "–"], …]`."""
    articles = columns(view, finding)
    rows = [
        [row.answer, *(phrase(f"symbols.{cell(row, article)}") for article in articles)]
        for row in view.rows(finding.group.claims)
    ]
    return [[phrase("finding.value_column"), *(view.short[a] for a in articles)], *rows]


def cell(row: Row, article: str) -> str:
    """Whether an article gives an answer (« told »), not as its own, or not (« silent »)."""
    told = [claim for claim in row.claims if claim.article == article]
    if not told:
        return "silent"
    return "told" if any(claim.polarity == "asserted" for claim in told) else "told_otherwise"


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """A Markdown table, the first row its head; the cells are Markdown already."""
    head, *body = rows
    return [_line(head), _line(["---"] * len(head)), *map(_line, body)]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"
