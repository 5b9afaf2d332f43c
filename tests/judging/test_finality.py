"""What is provisional or final when it is a figure, and what is so and is none."""

import pytest

from crosscheck import Article, cross_check
from crosscheck.judging.finality import final_figures

SAID = [
    ("Le bilan reste provisoire.", "first"),
    ("Selon des résultats encore provisoires, 12 élus.", "first"),
    ("Bilan provisoire : quatre morts.", "first"),
    ("Après un dépouillement partiel, elle est en tête.", "first"),
    ("L'Office a publié les chiffres définitifs.", "last"),
    ("L'estimation définitive sera connue en novembre.", "last"),
    ("Les résultats provisoires donnaient 38 %, les résultats définitifs 40 %.", ""),
    ("Il est en détention provisoire depuis mars.", ""),
    ("L'épilogue, provisoire sans doute, de l'affaire.", ""),
    ("Il lui est définitivement interdit d'exercer.", ""),
    ("Six salariés sur dix sont en chômage partiel.", ""),
    ("Le gouvernement provisoire a siégé.", ""),
]
SENTENCE = "Publié le 11 décembre 2025\n\nLe notaire a été condamné à cinq ans de prison, dont "
JAIL = f"{SENTENCE}deux avec sursis. Il lui est définitivement interdit d'exercer."
FREE = f"{SENTENCE}trois avec sursis. C'est l'épilogue provisoire de l'affaire du notaire."


@pytest.mark.parametrize(("text", "said"), SAID)
def test_figures_alone_are_provisional_or_final(text: str, said: str) -> None:
    assert final_figures(text) == said


def test_what_is_no_figure_excuses_no_figure() -> None:
    articles = [Article.from_text(text, id=f"a{n}") for n, text in enumerate((FREE, JAIL))]
    told = {f.verdict for f in cross_check(articles).findings if "«" in f.why and f.kind == "count"}
    assert told == {"conflict"}
