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
            ("Jean Duval", "chef de diplomatie"),
            ("Awa Diop", "chef de diplomatie"),
        },
    ),
    (
        "Sergueï Lavrov, ministre russe des Affaires étrangères, est venu. Sergueï Lavrov a reçu "
        "son homologue malien Abdoulaye Diop.",
        {
            ("Sergueï Lavrov", "ministre russe des Affaires étrangères"),
            ("Abdoulaye Diop", "ministre des Affaires étrangères malien"),
        },
    ),
    (
        "Jean Duval, chef de la diplomatie belge, est venu. Jean Duval et Awa Diop, son homologue, "
        "se sont écrit.",
        {("Jean Duval", "chef de la diplomatie belge"), ("Awa Diop", "chef de la diplomatie")},
    ),
    (
        "Jean Duval, ministre de la Santé, est venu. Jean Duval a reçu son homologue malien, Son "
        "Excellence Awa Diop.",
        {
            ("Jean Duval", "ministre de la Santé"),
            ("Awa Diop", "ministre de la Santé malien"),
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
