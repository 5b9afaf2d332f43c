"""The question as a reader sees it, and what is no question at all."""

import pytest

from crosscheck.claims import extract
from crosscheck.models import Article, ClaimGroup

QUESTIONS = [
    # Counted nouns with their complements, cut before what only circumscribes.
    ("Au moins quatorze morts dans la collision d'un car et d'un camion.", "morts",
     "morts dans la collision"),
    ("Avec 48 passagers pour 50 places, le car n'était pas plein.", "48", "passagers"),
    ("1 800 personnes selon la préfecture ont défilé jeudi.", "800", "personnes"),
    ("C'est le troisième accident mortel sur cet axe depuis le début de l'année.", "troisième",
     "accident mortel sur cet axe"),
    ("La deuxième session de la Grande Commission mixte tchado-indonésienne s'ouvre.", "deuxième",
     "session de la Grande Commission mixte tchado-indonésienne"),
    # What befell them, with the verb that says it.
    ("Onze personnes ont été légèrement blessées.", "Onze", "personnes blessées"),
    ("Trois blessés ont succombé dans la nuit.", "Trois", "blessés qui ont succombé"),
    ("Les deux ponts de la ville n'ont pas tenu.", "deux", "ponts de la ville qui n'ont pas tenu"),
    ("Quelque 41 000 personnes ont dû quitter leur logement.", "41", "personnes"),
    # What a value measures.
    ("Il devra s'acquitter d'une amende de 80 000 euros.", "80", "amende"),
    ("La perte de 695 millions d'euros s'expliquerait ainsi.", "695", "perte"),
    ("La campagne, d'une durée de cinq jours, débutera mercredi.", "cinq", "durée de la campagne"),
    ("D'un coût global de 47,2 milliards, le projet est financé.", "47", "coût global du projet"),
    ("Il comprend une ligne à haute tension de plus de 80 km.", "80", "ligne à haute tension"),
    ("La grève avait duré 18 jours.", "18", "durée de la grève"),
    ("Le taux de létalité s'établit à 4,6 %.", "4,6", "taux de létalité"),
    ("Le chiffre officiel est de 6 812 sinistrés.", "812", "sinistrés"),
    ("Le Gouvernement a débloqué 200 tonnes de céréales.", "200", "tonnes de céréales"),
    ("Il a été condamné à cinq ans de prison.", "cinq", "ans de prison"),
    ("Taux de participation : 65,0 %", "65", "taux de participation"),
    ("Le Nord-Savane compte 23,4 % des habitants, le Littoral 23 %.", "23 %", "Littoral"),
    ("Ils étaient 437 grévistes, soit 38 % de l'effectif.", "38", "part de l'effectif"),
    # Clauses with a blank.
    ("Le Gouvernement a débloqué 350 millions de francs CFA.", "350",
     "le Gouvernement a débloqué …"),
    ("La région, qui avait promis 4,2 millions d'euros, hésite.", "4,2",
     "la région avait promis …"),
    ("Le plafond de 70 000 euros ne protège que le client.", "70", "plafond"),
    ("La loi touche 40 % des PME innovantes.", "40", "la loi touche …"),
    # Dates: an event, something done, a clause.
    ("La ville a fêté la fermeture de l'usine, le 3 mars 2025.", "3",
     "date de la fermeture de l'usine"),
    ("Ce sont les résultats du scrutin du 5 octobre 2025.", "5", "date du scrutin"),
    ("L'opinion sait que l'accident survenu le 14 mars 2025 a tué.", "14",
     "date : accident survenu"),
    ("Le jeudi 28 novembre 2024, M. Novak a effectué une visite de travail.", "28",
     "date : M. Novak a effectué une visite de travail"),
    ("Les ministres ont paraphé quatre accords mardi 16 septembre 2025.", "16",
     "date : les ministres ont paraphé …"),
    ("La presse cite des faits qui courent de 2016 à 2019.", "2016", "date : des faits courent"),
    ("Cette visite fait suite à la première Conférence ministérielle du Forum de partenariat "
     "Russie-Afrique, tenue les 9 et 10 novembre 2024 à Sotchi.", "9",
     "date de la première Conférence ministérielle du Forum"),
    # A number that is left out leaves its « des ».
    ("À Moscou, trois accords ont été signés ce lundi 23 juin 2025.", "23",
     "date : des accords ont été signés"),
    ("Le 3 mai 2025, deux grands ports ont rouvert.", "3", "date : de grands ports ont rouvert"),
    ("Le 3 mai 2025, quatre autres ports ont rouvert.", "3", "date : d'autres ports ont rouvert"),
    ("Le 3 mai 2025, les ports ont rouvert.", "3", "date : les ports ont rouvert"),
    # A verb that the model takes for a noun names nothing.
    ("Plus de six agents sur dix sont en grève, n'en déplaise à la direction et à ses 38 %.", "six",
     "pourcentage : …"),
    ("La réunion s'est achevée avant midi.", "midi", "date : la réunion s'est achevée"),
    ("Elle n'avait plus donné signe de vie depuis le 30 novembre 2007.", "30",
     "date : elle n'avait plus donné signe de vie"),
    ("Date de déclaration de l'épidémie : mardi 8 avril 2025.", "8",
     "date de déclaration de l'épidémie"),
    # Whose age.
    ("Le cycliste Lance Armand, 37 ans, revient.", "37", "âge de Lance Armand"),
    ("Paul Lenoir a examiné l'otage, âgée de 46 ans.", "46", "âge : otage"),
    ("Paul Lenoir a sauvé une fillette de six ans, Inès Carolant.", "six", "âge d'Inès Carolant"),
    ("Paul Lenoir, 52 ans, Marie Duval et Anne Roche sont élus.", "52", "âge de Paul Lenoir"),
    ("Claire Morin, âgée de 46 ans, est là.", "46", "âge de Claire Morin"),
    ("Hélène Morin, âgée de 46 ans, est là.", "46", "âge d'Hélène Morin"),
]  # fmt: skip

CHOSEN = [
    # One colours what three say plainly; a complement informs.
    (["48 passagers", "48 passagers", "50 passagers", "56 passagers entassés"], "passagers"),
    (["17 blessés", "17 blessés", "19 blessés", "14 blessés de la route"], "blessés de la route"),
    # The wording that shares words with the others; then the longest.
    (["trois accords", "trois textes", "quatre accords signés"], "accords signés"),
    # A phrase rather than a clause with a blank.
    (["Le Gouvernement a débloqué 350 millions de francs.", "Une aide de 350 millions de francs."],
     "aide"),
]  # fmt: skip

NOTHING = [
    "Il a changé d'avis plusieurs fois.",
    "Il travaille là depuis quelques mois.",
    "Il n'y a pas eu un seul tir, pas un seul blessé.",
    "Elle étudie à l'université Paris 1 Sorbonne.",
    "La soirée était sous le signe du 8, dit-il.",
]


@pytest.mark.parametrize(
    ("text", "words", "asked"), QUESTIONS, ids=[row[0][:40] for row in QUESTIONS]
)
def test_questions(text: str, words: str, asked: str) -> None:
    found = {c.subject.asked for c in extract(Article.from_text(text, id="a")) if words in c.text}
    assert found == {asked}


@pytest.mark.parametrize(("texts", "asked"), CHOSEN, ids=[row[1] for row in CHOSEN])
def test_the_question_of_a_group(texts: list[str], asked: str) -> None:
    articles = [Article.from_text(f"On compte {t[0].lower()}{t[1:]}.", id=t) for t in texts]
    claims = [next(iter(extract(article))) for article in articles]
    assert ClaimGroup(tuple(claims)).subject == asked


@pytest.mark.parametrize("text", NOTHING)
def test_what_no_desk_would_check(text: str) -> None:
    claims = extract(Article.from_text(text, id="a"))
    assert not [c.text for c in claims if c.kind not in ("name", "role")]


def test_a_bare_number_of_money_counts_no_noun_named_before() -> None:
    text = "Deux camps s'opposent : l'un cache le trou de cinq milliards, l'autre non."
    units = {c.text: c.value.to_dict()["unit"] for c in extract(Article.from_text(text, id="a"))}
    assert units["cinq milliards"] == ""


def test_a_day_is_not_what_is_counted() -> None:
    text = "On lit 500 000 références lundi, contre une dizaine jeudi."
    units = {
        c.text: c.value.to_dict().get("unit") for c in extract(Article.from_text(text, id="a"))
    }
    assert units["une dizaine"] != "jeudi"
