"""Articles that share almost no words are two stories; copies repeat what their original says."""

from crosscheck.matching.echoes import echoes
from crosscheck.matching.stories import by_story, stories_of
from crosscheck.models import Claim, Subject
from crosscheck.values import Interval


def claim(name: str, article: str, words: str, text: str = "12 morts") -> Claim:
    """A claim whose sentence has these words."""
    subject = Subject("mort", "mort", context=frozenset(words.split()))
    value = Interval.exactly(12, "mort")
    return Claim(
        name, article, "count", 0, 8, text, (0, 0), value, subject, None, "asserted", False, "test"
    )


def words(letter: str, first: int = 0, last: int = 30) -> str:
    """Thirty words that begin with a letter."""
    return " ".join(f"{letter}{i}" for i in range(first, last))


STORM = words("pluie")
STRIKE = words("train")


def test_articles_that_share_nothing_are_two_stories() -> None:
    claims = [claim("c1", "a", STORM), claim("c2", "b", STRIKE)]
    assert stories_of(claims) == {"a": 0, "b": 1}
    assert by_story(claims, stories_of(claims)) == [[0], [1]]


def test_what_is_linked_is_one_story_however_far() -> None:
    bridge = f"{words('pluie', 0, 6)} {words('train', 0, 24)}"
    claims = [claim("c1", "a", STORM), claim("c2", "b", STRIKE), claim("c3", "c", bridge)]
    assert stories_of(claims) == {"a": 0, "b": 0, "c": 0}


def test_a_short_article_goes_with_the_story_it_is_nearest_to() -> None:
    short = words("train", 0, 3)
    claims = [claim("c1", "a", STORM), claim("c2", "b", STRIKE), claim("c3", "c", short)]
    assert stories_of(claims) == {"a": 0, "b": 1, "c": 1}


def test_short_articles_alone_are_one_story() -> None:
    assert stories_of([claim("c1", "a", "pont"), claim("c2", "b", "train")]) == {"a": 0, "b": 0}


def test_no_claim_no_story() -> None:
    assert stories_of([]) == {}


def test_a_copy_repeats_its_original() -> None:
    claims = [claim("c1", "a", "pont"), claim("c2", "b", "pont"), claim("c3", "b", "gare")]
    assert echoes(claims, {"a": None, "b": "a"}) == {"c2": "c1"}
    assert echoes(claims, {"a": None, "b": None}) == {}


def test_the_original_comes_first_and_what_copies_share_is_told_once() -> None:
    claims = [claim("c1", "b", "pont"), claim("c2", "b", "gare"), claim("c3", "a", "pont"),
              claim("c4", "c", "gare")]  # fmt: skip
    assert echoes(claims, {"a": None, "b": "a", "c": "a"}) == {"c1": "c3", "c4": "c2"}


def test_told_twice_in_one_article_is_no_copy() -> None:
    claims = [claim("c1", "a", "pont"), claim("c2", "a", "pont"), claim("c3", "b", "pont"),
              claim("c4", "b", "pont"), claim("c5", "b", "pont")]  # fmt: skip
    assert echoes(claims, {"a": None, "b": "a"}) == {"c3": "c1", "c4": "c2", "c5": "c2"}
