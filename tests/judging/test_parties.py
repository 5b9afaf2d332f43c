"""Who speaks for a party of the story, and what its figures are against an attributed one."""

import pytest

from crosscheck.judging import judge
from crosscheck.judging.parties import speaks_for_itself
from crosscheck.models import Article

from .records import article, claim, group, number

UNION = "Nous étions 5 000 dans la rue. Rappelons nos revendications : neuf camarades interpellés."
ROWS = [
    (UNION, True),
    ("Nos équipes ont compté 40 morts. Il nous faut des doses. Nos stocks sont vides.", True),
    ("97 % d'entre nous ont voté la grève, et nous exigeons une réponse.", True),
    ("Selon notre correspondant, et d'après notre comptage, ils étaient 2 000.", False),
    ("Bonjour et merci de nous suivre. Restez avec nous. Il nous a quittés dimanche.", False),
    ("« Nous ne lâcherons rien, nos droits sont clairs », a dit le syndicat.", False),
    ("Notre pays recevra 58 milliards. Notre radio y était.", False),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[row[0][:30] for row in ROWS])
def test_speaks_for_itself(text: str, wanted: bool) -> None:
    assert speaks_for_itself(Article.from_text(text, id="a")) is wanted


def test_a_party_against_a_named_speaker_is_a_dispute() -> None:
    articles = {"a": article("a"), "b": article("b", text=UNION)}
    seven = claim("c1", "a", number(7), text="sept", speaker="la préfecture")
    nine = claim("c2", "b", number(9), text="neuf camarades")
    found = judge((group(seven, nine),), articles)[0]
    assert found.verdict == "disputed"
    assert found.why == (
        "« sept » (a) selon la préfecture ; b, qui parle en son nom, donne « neuf camarades » (b)."
    )


def test_nobody_s_word_against_a_party_is_a_conflict() -> None:
    articles = {"a": article("a"), "b": article("b", text=UNION)}
    told = claim("c1", "a", number(7)), claim("c2", "b", number(9))
    assert judge((group(*told),), articles)[0].verdict == "conflict"


def test_a_newspaper_that_says_so_too_makes_no_party_of_it() -> None:
    articles = {"a": article("a"), "b": article("b", text=UNION), "c": article("c")}
    told = (
        claim("c1", "a", number(7), speaker="la préfecture"),
        claim("c2", "b", number(9)),
        claim("c3", "c", number(9)),
    )
    assert judge((group(*told),), articles)[0].verdict == "conflict"
