"""ISO 8859-15 and cp1252, undeclared: taken for Latin-9 where it is for certain, never else."""

import re
from pathlib import Path

import pytest

from crosscheck.reading.decode import decode

CLUSTERS = Path(__file__).parents[1] / "clusters"
TEXTS = [file.read_text(encoding="utf-8") for file in sorted(CLUSTERS.glob("*/*.txt"))]
LATIN_9 = [
    "Un cœur à 180 battements.",
    "Sa sœur et ses vœux : le chœur a chanté.",
    "BŒUF, ŒUVRE, CŒUR : 12 % de hausse.",
    "L'œuvre, 1 200 € à Genève.",
    "Coût : 3 M€, soit 12 k€ par tête.",
    "Le ticket à 2 €.",
    "Prix : 4 €/kg (était de 3 €)",
    "4 €\nLa suite.",
    "Deux millions d'€ pour l'Œuvre d'Orient.",
    "Œil pour œil. 6 œufs.",
    "Un œdème, l'œsophage, l'œcuménisme.",
    "Il a payé 30 € en liquide.",
    "Miloš et Žarko, 20 € le livre.",
]
CP1252 = [
    "Il reste 1 ½ page.",
    "La ½ finale, la ¼ de finale et ½ tarif.",
    "Recette : ½ litre, ¼ de beurre, ¾ d'heure.",
    "1½ h de marche, 2¼ km, 3 ¾.",
    "x½y vaut 3, ½x vaut 2",
    "¤ Premier point\n¤ Deuxième point : 12 ¤ 14",
    "Score : 3 ¤ 4 ¤ Bamako 12",
    "Bilan 12 ¤ Blessés 30",
    "Il revient l´été, à 3 h ¼ du matin",
    "L¨avenir, ¸a et là",
    "Été, forêt, naïf, ça : rien ne les distingue.",
    "½ douzaine d'ufs",
    "Les ½ufs… du marché à 1 ½ € la pièce",
    "Le cœur de la ville « à 2 € » – et puis l’été",
]


@pytest.mark.parametrize("text", LATIN_9)
@pytest.mark.parametrize("label", ["", "iso-8859-1", "utf-8", "charabia"])
def test_latin9(text: str, label: str) -> None:
    found = decode(text.encode("iso-8859-15"), label)
    assert (found.text, found.encoding) == (text, "iso-8859-15")


@pytest.mark.parametrize("text", CP1252)
@pytest.mark.parametrize("label", ["", "iso-8859-1", "utf-8"])
def test_cp1252(text: str, label: str) -> None:
    assert decode(text.encode("cp1252"), label).text == text


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_whole_articles(text: str) -> None:
    """As cp1252 with its apostrophes, as cp1252 of a plain keyboard, and as Latin-9."""
    ours = text.encode("cp1252", "replace").decode("cp1252")
    assert decode(ours.encode("cp1252")).text == ours
    plain = re.sub("[–—…‰“”’•]", "'", ours)
    if set("œŒ€") & set(plain):
        assert decode(plain.encode("iso-8859-15")).text == plain
    halved = re.sub("[œŒ€]", "½ ", plain)
    assert decode(halved.encode("cp1252")).text == halved
