"""Who says it, and how firmly; and each word of the rules in an example that is read as marked.

« Selon la police, [12 personnes|speaker = la police] ont péri. »: an empty speaker is nobody.
"""

import re

import pytest

from crosscheck.claims import extract
from crosscheck.claims.lexicon import fold
from crosscheck.models import Article, Claim
from crosscheck.rules import words as rules

MARK = re.compile(r"\[([^\[\]|]+)\|(speaker|polarity|scope) = ?([^\[\]]*)\]")
STEM = 3
"""Letters that a verb and its forms share at the least."""
IRREGULAR = {"vouloir": "veut", "devoir": "doit", "pouvoir": "peut", "faire savoir": "fait savoir"}


def claim(text: str, words: str) -> Claim:
    """The claim of a text that stands on these words."""
    found = [c for c in extract(Article.from_text(text, id="a")) if words in c.text]
    assert len(found) == 1, [c.text for c in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Le car avait 48 passagers, selon le capitaine Tuo.", "48", "le capitaine Tuo"),
        ("Douze personnes sont mortes, d'après les secours.", "Douze", "les secours"),
        ("Le préfet a déclaré que douze personnes étaient mortes.", "douze", "Le préfet"),
        ("Le chef du Kremlin a dit que 900 cadres sont là.", "900", "Le chef du Kremlin"),
        ("« Nous avons vu onze patients ici », a déclaré Marius Ettien.", "onze", "Marius Ettien"),
        ("M. Novak a parlé. « Voici onze accords », a-t-il dit.", "onze", "M. Novak"),
        ("Douze personnes sont mortes dans la nuit.", "Douze", None),
    ],
)
def test_speaker(text: str, words: str, speaker: str | None) -> None:
    found = [c for c in extract(Article.from_text(text, id="a")) if words in c.text]
    assert {c.speaker for c in found if c.kind != "quote"} == {speaker}


@pytest.mark.parametrize(
    ("text", "words", "polarity"),
    [
        ("Le car transportait 48 passagers.", "48", "asserted"),
        ("Trois blessés n'ont pas survécu, 17 morts au total.", "17", "asserted"),
        ("Elle dément les 35 morts évoqués hier.", "35", "denied"),
        ("L'on pourrait atteindre les 25 morts.", "25", "hypothetical"),
        ("Une aide de 12 millions d'euros sera versée.", "12", "planned"),
    ],
)
def test_polarity(text: str, words: str, polarity: str) -> None:
    assert claim(text, words).polarity == polarity


def test_a_denied_excess_is_a_bound() -> None:
    found = claim("Le bilan n'a pas dépassé vingt décès.", "vingt")
    assert found.value.to_dict() == {"low": None, "high": 20, "unit": "décès"}


@pytest.mark.parametrize("example", rules("cues")["examples"])
def test_examples(example: str) -> None:
    (mark,) = MARK.finditer(example)
    claims = extract(Article.from_text(MARK.sub(r"\1", example), id="a"))
    (found,) = [c for c in claims if c.text == mark[1]]
    if mark[2] == "scope":
        assert mark[3] in found.subject.scope
    else:
        assert (getattr(found, mark[2]) or "") == mark[3]


def test_every_word_stands_in_an_example() -> None:
    shown = fold(" ".join(MARK.sub(r"\1", e) for e in rules("cues")["examples"]))
    lists = {k: v for k, v in rules("cues").items() if isinstance(v, list) and k != "examples"}
    missing = [
        word
        for found in lists.values()
        for word in map(fold, found)
        if IRREGULAR.get(word, word[: max(STEM, len(word) - 4)]) not in shown
    ]
    assert not missing
