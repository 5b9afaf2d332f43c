"""The time that a passage tells of, and the words that stand near a value."""

from datetime import date

import pytest

from crosscheck import Article, cross_check
from crosscheck.models import Claim

PUBLISHED = date(2025, 6, 6)
ERAS = [
    # told in the sentence
    ("En 2019, le club comptait 412 licenciés.", "412", (date(2019, 1, 1), date(2019, 12, 31))),
    # told before in the paragraph
    (
        "C'était le samedi 15 juin 2019. Le stade a réuni 19 300 spectateurs.",
        "19 300",
        (date(2019, 6, 15), date(2019, 6, 15)),
    ),
    # a new paragraph is of its own time
    (
        "C'était le samedi 15 juin 2019.\n\nLe stade a réuni 19 300 spectateurs.",
        "19 300",
        (PUBLISHED, PUBLISHED),
    ),
    # told by nothing
    ("Le stade a réuni 19 300 spectateurs.", "19 300", (PUBLISHED, PUBLISHED)),
]


def claim_in(text: str, start: str) -> Claim:
    report = cross_check([Article.from_text(text, id="a", published=PUBLISHED)])
    return next(c for c in report.claims if c.text.startswith(start))


@pytest.mark.parametrize(("text", "start", "era"), ERAS, ids=[row[0][:40] for row in ERAS])
def test_era(text: str, start: str, era: tuple[date, date]) -> None:
    assert claim_in(text, start).subject.era == era


def test_words_by_how_near_they_stand() -> None:
    claim = claim_in("Le tribunal a condamné le directeur à deux ans avec sursis.", "deux ans")
    near = dict(claim.subject.near)
    assert near["avec"] < near["sursis"] < near["tribun"]


def test_small_words_that_tell_figures_apart_are_near() -> None:
    claim = claim_in("Le texte a recueilli 63 voix contre.", "63 voix")
    assert "contre" in dict(claim.subject.near)
