"""What keeps two claims apart: each row two sentences, what is compared, and the reason."""

from datetime import date

import pytest

from crosscheck.claims import extract
from crosscheck.matching.clashes import clash
from crosscheck.models import Article, Claim

DAY = date(2025, 6, 8)
ROWS = [
    (
        ("C'était le samedi 15 juin 2019, devant 19 300 spectateurs.", "19 300 spectateurs"),
        ("La finale a réuni 28 412 spectateurs.", "28 412 spectateurs"),
        "événements différents : 2019-06-15, 2025-06-08",
    ),
    # A year beside a figure may be what it is compared with.
    (
        ("Depuis 2012, la taille des ménages est passée à 5,4 personnes.", "5,4 personnes"),
        ("Un ménage compte 4,5 personnes.", "4,5 personnes"),
        "",
    ),
    (
        ("Le président Évariste Nambélé, 58 ans alors, l'avait décoré.", "58 ans"),
        ("Le président Évariste Nambélé, 68 ans, a été destitué.", "68 ans"),
        "d'un autre temps : « alors »",
    ),
    (
        ("Ingrid Betancourt et 14 autres otages sont libres.", "14 autres otages"),
        ("Les 15 otages sont libres.", "15 otages"),
        "un compte des autres",
    ),
    (
        ("Rachida Dati, qui aura 43 ans en novembre, est ministre.", "43 ans"),
        ("Rachida Dati, 42 ans, est ministre.", "42 ans"),
        "un âge à venir",
    ),
    (
        ("Rachida Dati, mariée à 27 ans, avait divorcé.", "27 ans"),
        ("Rachida Dati, 42 ans, est ministre.", "42 ans"),
        "d'un autre temps : « alors »",
    ),
    (
        ("Rachida Dati est ministre. À 42 ans, elle se dit prudente.", "42 ans"),
        ("Rachida Dati, 43 ans, est ministre.", "43 ans"),
        "",
    ),
    (
        ("Il marque à la 88e minute du match.", "88e minute"),
        ("Il marque à la 94e minute du match.", "94e minute"),
        "deux moments : 88e minute, 94e minute",
    ),
    # The same digits: rather a slip.
    (
        ("Il marque à la 74e minute du match.", "74e minute"),
        ("Il marque à la 47e minute du match.", "47e minute"),
        "",
    ),
]


def claim_of(text: str, words: str) -> Claim:
    claims = extract(Article.from_text(text, id="a", published=DAY))
    return next(c for c in claims if c.text == words)


@pytest.mark.parametrize(("one", "other", "wanted"), ROWS, ids=[row[0][1] for row in ROWS])
def test_clash(one: tuple[str, str], other: tuple[str, str], wanted: str) -> None:
    mine, theirs = claim_of(*one), claim_of(*other)
    assert clash(mine, theirs) == wanted
    assert bool(clash(theirs, mine)) is bool(wanted)
