"""Contradictions inside one article: French sentences, and the rules that must speak."""

from datetime import date

import pytest

from crosscheck.judging import check_article
from crosscheck.values import Name, Period

from ..records import article, claim, number

PUBLISHED = date(2025, 10, 17)


def rules(text: str) -> list[str]:
    """The rules that speak of a text."""
    return [c.rule for c in check_article(article("a", PUBLISHED, text), ())]


FOUND = [
    ("La réussite est passée de 62 % à 67 %, soit une hausse de 15 %.", "arithmetic.change"),
    ("La ferme tombe de 400 à 300 vaches, une baisse de 33 %.", "arithmetic.change"),
    ("Détenu du 3 mars 2021 au 3 mars 2024, soit cinq ans, il se plaint.", "calendar.length"),
    ("Désormais 112 % des foyers sont raccordés.", "arithmetic.percent"),
    ("Créé en 2018, le salon tient sa douzième édition.", "ages.edition"),
    ("Né en 1990, l'attaquant de 31 ans a signé jeudi.", "ages.birth"),
    ("Elle défilera vendredi 23 octobre.", "calendar.weekday"),
    ("Le drame du samedi 14 mars 2025 a ému le pays.", "calendar.weekday"),
    ("La séance du 31 juin est reportée.", "calendar.impossible"),
    ("La séance du 29 février 2025 est reportée.", "calendar.impossible"),
    ("Les faits courent de 2019 à 2016.", "calendar.order"),
    ("La session, du 23 au 12 mai, a été suivie.", "calendar.order"),
    ("Cinq accords ont été signés : l'accord sur l'air, l'accord sur l'eau et l'accord sur le "
     "feu.", "enumeration.count"),
    ("Nous posons trois conditions :\n- le retrait ;\n- une prime.\nVenez.", "enumeration.count"),
    ("Deux accords sont prêts. Le premier accord porte sur l'eau, le deuxième accord sur l'air, "
     "le troisième accord sur le feu.", "enumeration.rank"),
    ("Trois accords ont été signés à Moscou. Un second projet d'accord a été conclu hier.",
     "status.draft-signed"),
    ("En visite officielle au Mali, Alexandre Novak a été reçu. Plus tard, M. Novak a effectué "
     "une visite de travail au Mali.", "status.visit"),
    ("On compte 19 morts, soit 12 hommes, 4 femmes et 4 enfants.", "arithmetic.sum"),
    ("Ils sont 2 400 à l'école, 1 950 au stade et 2 100 en famille, soit 6 900 déplacés au total.",
     "arithmetic.sum"),
    ("La direction annonce 286 suppressions : 218 à Villers, 86 à Pont.", "arithmetic.sum"),
    ("Une tranche de 40 mégawatts, une de 25 mégawatts : au total, 60 mégawatts.",
     "arithmetic.sum"),
    ("Sur les neuf prévenus, six sont condamnés, deux acquittés, et les deux derniers relaxés.",
     "arithmetic.sum"),
    ("Coût : 42,7 milliards d'euros, dont 29,5 milliards prêtés, 7,9 milliards donnés et 9,8 "
     "milliards sortis des caisses.", "arithmetic.exceeds"),
    ("Sa liste compte treize députés, l'UDS 27 et l'Alliance 18, dans une assemblée de 55 sièges.",
     "arithmetic.exceeds"),
    ("Résultat :\nVotants : 496\nPour : 421\nContre : 63\nAbstentions : 21", "arithmetic.tally"),
    ("Mireille obtient 38,4 % des voix, Ousséni 31,2 %, Prosper 23,9 % et les autres 10,5 %.",
     "arithmetic.percent"),
    ("On compte 437 grévistes sur 1 150 salariés, soit 42 % du personnel.", "arithmetic.share"),
    ("Le groupe supprime 286 postes sur 1 120 salariés, soit un tiers de l'effectif.",
     "arithmetic.share"),
    ("On compte 23 morts, soit une létalité de 2,7 % des 486 malades.", "arithmetic.share"),
    ("L'Union promet 1,2 million d'euros, c'est-à-dire 787 milliards de FCFA.",
     "arithmetic.conversion"),
    ("Née le 14 mars 1931, elle est morte à 91 ans.", "ages.birth"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule"), FOUND)
def test_found(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Elle défilera jeudi 23 octobre, puis le vendredi 24 octobre.",
        "Le vendredi 26 décembre dernier, tout était calme.",
        "Le mercredi 23 octobre, en 2024, ils avaient déjà défilé.",
        "Le 29 février 2024 et le 31 juillet ont été chauds.",
        "De 2016 à 2019, du 12 au 23 mai, rien.",
        "Trois accords ont été signés. Le premier accord porte sur l'eau, un deuxième accord sur "
        "l'air et un troisième accord sur le feu.",
        "Trois accords ont été signés : l'accord sur l'eau et l'air, l'accord sur le feu et "
        "l'accord sur la terre.",
        "Cinq accords ont été signés dans des domaines variés : énergie, eau, commerce.",
        "Trois accords ont été signés. Le projet d'accord sur l'eau attendra.",
        "En visite officielle au Mali, Novak a vu Goïta. Diop ira en visite de travail en Russie.",
        "Dix-neuf (19) décès, soit douze (12) hommes, quatre (4) femmes et trois (3) enfants.",
        "Le projet coûte 47,2 milliards : 29,5 milliards de prêt, 7,9 milliards de don et 9,8 "
        "milliards du budget.",
        "Neuf prévenus comparaissaient : six ont été condamnés, deux acquittés et un relaxé.",
        "Il compte sept membres : deux de la caisse, deux de l'État, deux élus et son directeur.",
        "On compte 19 morts, dont 12 femmes et 10 enfants.",
        "Il a reçu 31 250 euros, versés par 625 donateurs, soit 50 euros chacun en moyenne.",
        "Le 14 mars et le 15 mars, 12 hommes ont creusé, soit 3 de plus qu'hier.",
        "Environ 300 blessés, soit 120 à l'école et 150 au stade.",
        "Le oui obtient 60,2 % et le non 39,8 %.",
        "Les parts vont de 12 % à 30 %, 40 % et 55 % selon les villes.",
        "On compte 437 grévistes sur 1 150 salariés, soit 38 % du personnel.",
        "340 des 812 bureaux ont été visités, soit 42 % d'entre eux.",
        "Elle engage 80 000 euros, soit plus de 52 millions de francs CFA.",
        "Née le 14 mars 1935, elle est morte à 90 ans.",
        "Née en 1935, elle est partie à 24 ans pour Dakar.",
        # The press writes « une hausse de 5 % » for points.
        "La réussite est passée de 62 % à 67 %, soit une hausse de 5 %.",
        "La marge tombe de 8,4 % à 6,1 %, une baisse de 2,3 %.",
        "La hausse de 112 % des élèves inscrits surprend.",
        "En remontant de 2020 à 1987, on trouve onze cas.",
    ],
)
def test_silent(text: str) -> None:
    assert rules(text) == []


def test_why_and_claims() -> None:
    text = "Le samedi 14 mars 2025 fut un drame."
    start = text.index("samedi")
    when = Period("2025-03-14", date(2025, 3, 14), date(2025, 3, 14), 5)
    told = claim("c4", "a", when, text="samedi 14 mars 2025")
    placed = type(told)(
        **{f: getattr(told, f) for f in told.__slots__} | {"start": start, "end": start + 19}
    )
    found = check_article(article("a", None, text), [placed])
    assert [(c.claims, c.why) for c in found] == [
        (("c4",), "« samedi 14 mars 2025 » : le 14 mars 2025 est un vendredi.")
    ]
    assert text[found[0].start : found[0].end] == "samedi 14 mars 2025"


def test_headline_against_text() -> None:
    title = claim("c1", "a", number(17), text="17 morts", headline=True)
    body = claim("c2", "a", number(18), text="18 morts")
    assert [c.rule for c in check_article(article("a"), [title, body])] == ["repetition.figure"]
    echo = claim("c3", "a", number(17), text="17 morts")
    assert check_article(article("a"), [title, body, echo]) == ()


def test_acronym_written_out_twice() -> None:
    left = claim("c1", "a", Name("Comité technique de crise", "CTC", "comit cris techn"))
    right = claim("c2", "a", Name("Centre de traitement", "CTC", "centr trait"))
    assert [c.rule for c in check_article(article("a"), [left, right])] == ["acronyms.two"]
