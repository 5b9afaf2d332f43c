"""Which claims answer one question: pairs of sentences, and groups under permutation."""

from itertools import permutations

import pytest

from crosscheck import Article, cross_check
from crosscheck.matching.weights import FIRST, SECOND
from crosscheck.models import Report

SAME = [
    # one number, other words
    (
        "L'attaque a fait 19 morts à Gao.",
        "Dix-neuf personnes ont été tuées à Gao.",
        "19",
        "Dix-neuf",
    ),
    ("Le pont mesure 84 kilomètres.", "Le pont est long de plus de 80 km.", "84", "80"),
    (
        "L'incubation dure deux à dix jours.",
        "L'incubation dure moins de dix jours.",
        "deux",
        "moins",
    ),
    ("La peine est de deux ans de prison.", "La peine est de 24 mois de prison.", "deux", "24"),
    (
        "L'État donne 350 millions de francs CFA aux sinistrés.",
        "L'État donne environ 534 000 euros aux sinistrés.",
        "350",
        "534",
    ),
    # another number, the same sentence
    ("La délégation compte six ministres.", "La délégation compte huit ministres.", "six", "huit"),
    # announced, then done
    (
        "La banque va prêter 45 millions d'euros au port de Saurel.",
        "La banque a prêté 45 millions d'euros au port de Saurel.",
        "45",
        "45",
    ),
    # one day
    (
        "L'accord a été signé en juin 2025 à Moscou.",
        "L'accord a été signé le 23 juin 2025.",
        "juin",
        "23",
    ),
    # one office, one name
    (
        "Le président russe Vladimir Poutine.",
        "Vladimir POUTINE, président de la Russie, a parlé.",
        "prés",
        "Vlad",
    ),
]
APART = [
    # another thing with the same unit
    (
        "Le prêt atteint 2 milliards d'euros.",
        "Le club dépense 10,5 milliards d'euros.",
        "2",
        "10,5",
    ),
    ("Le mur mesure 12 km.", "Douze hommes sont venus au mur.", "12", "Douze"),
    # another event
    (
        "Le traité a été signé le 23 juin 2025 à Moscou.",
        "Le traité a été signé le 4 mars 1998 à Moscou.",
        "23",
        "4 mars",
    ),
    # two persons of one family name
    (
        "Jean Duval, maire de Rennes, a parlé.",
        "Marie Duval, maire de Rennes, a parlé.",
        "Jean",
        "Marie",
    ),
    # two offices of one person
    (
        "Le Premier ministre Jean Duval.",
        "Le ministre de la Santé Jean Duval.",
        "Premier",
        "ministre",
    ),
    # what admits any number needs one thing that is counted
    (
        "Le trader de Saurel a déposé plusieurs noms de domaine.",
        "Le trader de Saurel comptait plusieurs collègues parmi ses amis.",
        "plusieurs",
        "plusieurs",
    ),
    (
        "Le président est venu avec plusieurs membres de sa famille.",
        "Le président est gardé par neuf membres des forces spéciales.",
        "plusieurs",
        "neuf",
    ),
    # another people
    (
        "Plus de 200 soldats thaïlandais sont arrivés au temple.",
        "Le temple est gardé par 800 soldats cambodgiens.",
        "plus de 200",
        "800",
    ),
    (
        "L'incubation dure deux à dix jours.",
        "Les conclusions sont attendues sous une dizaine de jours.",
        "deux à dix",
        "sous une dizaine",
    ),
    (
        "Plus de 200 soldats thaï sont arrivés au temple.",
        "Le temple est gardé par 800 soldats cambodgiens.",
        "plus de 200",
        "800",
    ),
]


def report_of(*texts: str) -> Report:
    return cross_check([Article.from_text(t, id=chr(97 + i)) for i, t in enumerate(texts)])


def joined(report: Report, one: str, other: str) -> bool:
    """Whether one finding holds a claim of `a` that begins so and one of `b`."""
    return any(
        any(c.article == "a" and c.text.casefold().startswith(one.casefold()) for c in claims)
        and any(c.article == "b" and c.text.casefold().startswith(other.casefold()) for c in claims)
        for claims in (f.group.claims for f in report.findings)
    )


@pytest.mark.parametrize(("a", "b", "one", "other"), SAME, ids=[row[0][:40] for row in SAME])
def test_one_question(a: str, b: str, one: str, other: str) -> None:
    report = report_of(a, b)
    found = [c for c in report.claims if c.text.casefold().find(one.casefold()) >= 0]
    assert found, [c.text for c in report.claims]
    assert any(len(f.group.articles) == 2 for f in report.findings)


@pytest.mark.parametrize(("a", "b", "one", "other"), APART, ids=[row[0][:40] for row in APART])
def test_two_questions(a: str, b: str, one: str, other: str) -> None:
    assert not joined(report_of(a, b), one, other)


def test_another_event_is_said() -> None:
    report = report_of(*APART[2][:2])
    assert any("événements différents" in kept.why for kept in report.not_compared)


def test_groups_do_not_depend_on_the_order() -> None:
    texts = [
        "Au moins 12 morts dans la collision du car près de Gao, selon le préfet.",
        "La collision du car a fait 14 morts près de Gao. Huit blessés sont soignés.",
        "Quatorze personnes ont été tuées dans la collision du car, neuf blessées.",
    ]
    articles = [Article.from_text(t, id=chr(97 + i)) for i, t in enumerate(texts)]
    seen = {
        frozenset(
            frozenset((c.article, c.start) for c in f.group.claims)
            for f in cross_check(order).findings
        )
        for order in permutations(articles)
    }
    assert len(seen) == 1


def test_undated_days_are_left_aside_and_that_is_said() -> None:
    report = report_of("Il est venu vendredi à Gao.", "Il est parti vendredi de Gao.")
    assert not report.claims
    assert any("Sans date de parution : " in note for note in report.notes)


def test_weights_name_the_same_features() -> None:
    fitted = ("number", "other number", "date")
    assert len({tuple(sorted(FIRST[sort])) for sort in fitted}) == 1
    assert all(set(FIRST[sort]) <= set(FIRST["number"]) for sort in FIRST)
    assert all(set(FIRST[sort]) <= set(SECOND[sort]) for sort in FIRST)


GRAVE = (
    "Un car s'est renversé lundi à Vézac. Le bilan est de 25 blessés, dont 4 graves.",
    "Un car s'est renversé lundi à Vézac : quatre blessés graves, selon la préfecture.",
    "L'accident de car de Vézac a fait 25 blessés, dont six grièvement.",
)


def test_the_gravely_injured_are_one_question_however_they_are_told() -> None:
    articles = [Article.from_text(text, id=f"a{n}") for n, text in enumerate(GRAVE)]
    (found,) = [f for f in cross_check(articles).findings if f.verdict == "conflict"]
    told = sorted(claim.text for claim in found.group.claims)
    assert told == ["4 graves", "quatre blessés graves", "six grièvement"]
