"""Two persons named together, and what they both are."""

import pytest

from crosscheck.claims import extract
from crosscheck.models import Article
from crosscheck.values import Role

ROWS = [
    (
        "Jean Duval et Awa Diop, son homologue malien, se sont écrit. Les deux chefs de "
        "diplomatie sont confiants.",
        {
            ("Awa Diop", "homologue malien"),
            ("Jean Duval", "chef de diplomatie"),
            ("Awa Diop", "chef de diplomatie"),
        },
    ),
    # Nobody is named right before, or more than two are: nobody is meant for sure.
    ("Les deux chefs d'État sont confiants.", set()),
    ("Jean Duval et Awa Diop sont là. Il pleut. Les deux chefs d'État sont confiants.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:30] for text, _ in ROWS])
def test_pairs(text: str, expected: set[tuple[str, str]]) -> None:
    values = [claim.value for claim in extract(Article.from_text(text, id="a"))]
    assert {(v.person, v.role) for v in values if isinstance(v, Role)} == expected
