"""What an article says of itself: day, title, outlet, origin, and the use of its lines."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.models import Article
from crosscheck.reading import describe
from crosscheck.reading.publication import day_of

BODY = (
    "Trois personnes ont été tuées le 2 mars 2024 dans la collision, selon le préfet, qui a "
    "ouvert une enquête. Douze autres sont blessées.\n\nLe chauffeur a été entendu hier."
)

DAYS = [
    ("Publié le vendredi 14 mars 2025 à 13 h 10", "2025-03-14"),
    ("Publié le vendredi 14 mars 2025 à 13\u00a0h\u00a010", "2025-03-14"),
    ("PUBLIÉ LE MARDI 3 JUIN 2025", "2025-06-03"),
    ("Publié : 3 juin 2025 à 10h", "2025-06-03"),
    ("[PUBLIÉ LE 03/06/2025]", "2025-06-03"),
    ("Article publié le 3 juin 2025", "2025-06-03"),
    ("Publié par Awa Koné le 3 juin 2025", "2025-06-03"),
    ("Publié le 3 juin 2025 dans Politique", "2025-06-03"),
    ("Posté le lundi 17 mars 2025 | 12 commentaires", "2025-03-17"),
    ("Posté le 12 sept. 2025 par admin", "2025-09-12"),
    ("Publié le 13 mars 2025 à 10 h, mis à jour le 14 mars 2025", "2025-03-13"),
    ("Mis à jour le 14 mars 2025 à 18 h", "2025-03-14"),
    ("Communiqué n° 014 du 16 mars 2025", "2025-03-16"),
    ("Communiqué – Toamasina, le vendredi 14 février 2025", "2025-02-14"),
    ("Communiqué, Mwakati, le samedi 26 avril 2025", "2025-04-26"),
    ("Communiqué du ministère de la Santé du 3 juin 2025", "2025-06-03"),
    ("Compte rendu officiel n° 127 – diffusion le 8 juin 2025", "2025-06-08"),
    ("Note d’alerte n° 9 — 3 juillet 2025", "2025-07-03"),
    ("Non à la casse ! Tract du 8 novembre 2025", "2025-11-08"),
    ("Information aux médias, mardi 17 juin 2025, 15 h", "2025-06-17"),
    ("[Transcription] Le journal de 18 heures — dimanche 16 mars 2025", "2025-03-16"),
    ("Radio Rivages — Le 12h30 du jeudi 19 juin 2025, transcription", "2025-06-19"),
    ("Matinale du mardi 3 juin 2025", "2025-06-03"),
    ("16 octobre 2025 - par le bureau", "2025-10-16"),
    ("20 septembre 2025, par M. Kaltouma", "2025-09-20"),
    ("16/09/2025 – 17:42", "2025-09-16"),
    ("2025-06-03 10:12", "2025-06-03"),
    ("Lundi 1er décembre 2025 - Par Judicaël Sossa", "2025-12-01"),
    ("Publié le dimanche 27 avril 2025 - Edmond K.", "2025-04-27"),
    ("Le 3 décembre 2025", "2025-12-03"),
    ("Le 16 octobre 2025, 12 heures", "2025-10-16"),
    ("Vendredi 14 février 2025, page actualisée à 18h10", "2025-02-14"),
    ("Villers-Combrel, le jeudi 6 novembre 2025, 7 h 30", "2025-11-06"),
    ("Kinshasa (RDC), mardi 3 juin 2025, 18 h 30 TU", "2025-06-03"),
    ("Par Jean Dupont — 12 mars 2025", "2025-03-12"),
    ("Fait à Bamako, le 3 juin 2025.", "2025-06-03"),
    ("Monts et Forêts, en ligne le 22 mai 2026", "2026-05-22"),
    ("Le Journal du Littoral, publié le 22 mai 2026 à 8 h", "2026-05-22"),
    ("Données arrêtées au vendredi 25 avril 2025, 18 heures", "2025-04-25"),
]


@pytest.mark.parametrize(("line", "day"), DAYS)
def test_publication_line(line: str, day: str) -> None:
    """The day stands in the head; the body's own day is not taken."""
    article = describe(Article.from_text(f"Une collision fait trois morts\n\n{line}\n\n{BODY}"))
    assert article.published == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("line", "clock"),
    [
        ("Publié le jeudi 13 mars 2025 à 9 h 20", "09:20"),
        ("Publié le jeudi 13 mars 2025 à 7h15 - Bamako", "07:15"),
        ("Jeudi 13 mars 2025 – 06h30", "06:30"),
        ("13/03/2025 – 17:42", "17:42"),
        ("Bamako, le jeudi 13 mars 2025, 16 heures", "16:00"),
        ("Radio Lagune, le flash de 18 heures – jeudi 13 mars 2025", "18:00"),
        ("Radio Lagune, le journal de midi, jeudi 13 mars 2025", "12:00"),
        ("Radio Lagune — Le 12h30 du jeudi 13 mars 2025, transcription", "12:30"),
        ("Publié le 13 mars 2025 à 8 h, mis à jour le 13 mars 2025 à 11 h 05", "11:05"),
        ("Publié le 13 mars 2025 à 8 h, mis à jour le 14 mars 2025 à 11 h 05", ""),
        ("Publié le 13 mars 2025 à 8 h, mis à jour à 11 h 05", "11:05"),
        ("Publié le 13 mars 2025 à 8 h, mis à jour hier", ""),
        ("Jeudi 13 mars 2025, page actualisée à 18h10", "18:10"),
        ("Radio Lagune, jeudi 13 mars 2025, sept heures", "07:00"),
        ("Radio Lagune, journal de huit heures, jeudi 13 mars 2025", "08:00"),
        ("Fréquence Lagune, jeudi 13 mars 2025, flash de 7h30", "07:30"),
        ("BAMAKO, 13 mars 2025 (Agence Dépêche) - 15h42", "15:42"),
        ("Ville de Vézac – Direction de la communication – 13/03/2025, 23 h 15", "23:15"),
        ("Radio Lagune, jeudi 13 mars 2025, vingt heures trente", ""),
        ("Publié le jeudi 13 mars 2025 à 18 h 30 TU", ""),
        ("Publié le jeudi 13 mars 2025 à 25 h 30", ""),
        ("Publié le jeudi 13 mars 2025", ""),
    ],
)
def test_hour_of_publication(line: str, clock: str) -> None:
    """The hour of what is read; of another meridian, or of another day's change, there is none."""
    article = describe(Article.from_text(f"Une collision fait trois morts\n\n{line}\n\n{BODY}"))
    assert article.clock == clock


@pytest.mark.parametrize(
    "line",
    [
        "Accident du 14 mars 2025 : ce que l'on sait",
        "Mali : ce qui s'est passé le lundi 23 juin 2025",
        "Rapport sur l'accident du 14 mars 2025",
        "Procès du 3 juin 2025 : sept condamnés",
        "Le décret publié le 3 mars 2025 fixe à 12 le nombre de sièges",
        "Le rapport, publié le 3 mars 2025",
        "Le Monde, publié le 3 mars 2025, change de mains",
        "L'accord a été signé à Moscou le 23 juin 2025.",
        "Publié le 31 février 2025",
        "Publié hier à 15 h",
        "date 2025-06 Trois accords - site.com",
    ],
)
def test_no_day(line: str) -> None:
    """An event's day, a month alone or an impossible day is no day of publication."""
    found = day_of(line)
    assert found is None or found.day is None


@pytest.mark.parametrize(
    ("lead", "day", "origin"),
    [
        ("BAMAKO, 23 juin 2025 (AFP) – ", "2025-06-23", "AFP"),
        ("Bamako, le 23 juin 2025 (Agence Méridien) — ", "2025-06-23", "Agence Méridien"),
        ("N'DJAMENA – ", None, ""),
        ("SART-LAMBERT (Agence) – ", None, ""),
        ("(AFP) - ", None, "AFP"),
        ("PORT-AU-PRINCE (Reuters) - ", None, "Reuters"),
        ("PARIS, 25 février (Agence Méridien) - ", None, "Agence Méridien"),
        ("PARIS, mardi 25 février - ", None, ""),
    ],
)
def test_dateline(lead: str, day: str | None, origin: str) -> None:
    """A dateline gives day and agency, and is itself no part of the body."""
    article = describe(Article.from_text(f"Une collision fait trois morts\n\n{lead}{BODY}"))
    assert (article.published, article.origin) == (day and date.fromisoformat(day), origin)
    assert article.block_at(article.text.index(lead)) == "boilerplate"
    assert article.block_at(article.text.index("Trois personnes")) == "body"


def test_an_acronym_may_follow_a_dateline() -> None:
    text = "TOULVIER, 8 juin 2024 (AFP) - L'US Cazaubard a gagné samedi soir par 24 à 19."
    article = describe(Article.from_text(text))
    assert (article.published, article.origin) == (date(2024, 6, 8), "AFP")


HEADS = [
    ("La Gazette du Tarn et de l'Agout\n\nVerlhac a peur\n\nPar Solange Astruc - "
     "Publié le 16/10/2024 à 06:02", "Verlhac a peur", "La Gazette du Tarn et de l'Agout"),
    ("LE JOURNAL DES MARCHÉS\n\nLormac choie ses actionnaires\n\nPublié le 26 février 2026",
     "Lormac choie ses actionnaires", "LE JOURNAL DES MARCHÉS"),
    ("TÉLÉ GARONNE - site web\nSanté\n\nVerlhac compte un troisième mort\n\nRédaction - "
     "Mardi 15 octobre 2024, 20 h 12", "Verlhac compte un troisième mort", "TÉLÉ GARONNE"),
    ("CAPITAUX & TERRITOIRES, l’hebdomadaire de l’économie\n30 octobre 2025\n\nHydrogène : le pari "
     "austral\n\nPar Inès Larcher", "Hydrogène : le pari austral", "CAPITAUX & TERRITOIRES"),
    ("France Ondes - À l'international\nArticle publié le mercredi 22 octobre 2025, 19 h 45\n\n"
     "Uruguay : ce qu'il faut retenir", "Uruguay : ce qu'il faut retenir", "France Ondes"),
    ("Le journal de 13 heures\n\nTrois morts à Vernay\n\nPublié le 3 juin 2025",
     "Trois morts à Vernay", ""),
]  # fmt: skip


@pytest.mark.parametrize(("head", "title", "outlet"), HEADS)
def test_heads_of_papers_and_stations(head: str, title: str, outlet: str) -> None:
    article = describe(Article.from_text(f"{head}\n\n{BODY}"))
    assert (article.title, article.outlet) == (title, outlet)


@pytest.mark.parametrize(
    "lead",
    ["Résultat – ", "TORNADE D'AKLOBÉ – RACING : ", "Paris - ", "Lundi 3 mars – "],
)
def test_no_dateline(lead: str) -> None:
    article = describe(Article.from_text(f"Une collision fait trois morts\n\n{lead}{BODY}"))
    assert article.block_at(article.text.index(lead)) == "body"


HEADS = [
    # masthead before title
    ("La Dépêche des Collines\n\nUn pont tient bon\n\nLundi 1er décembre 2025 - Par Ida Sossa",
     "Un pont tient bon", "La Dépêche des Collines"),
    ("Le Matin de Kimvossa – Société\n\nDouze ponts, et moi\n\nPublié le mercredi 11 juin 2025",
     "Douze ponts, et moi", "Le Matin de Kimvossa"),
    ("Le Courrier > Sports\n\nAklobé n’a pas fermé l’œil\n\nPublié le dimanche 8 juin 2025",
     "Aklobé n’a pas fermé l’œil", "Le Courrier"),
    ("Observatoire de la dépense (ODP)\nNote d’alerte n° 9 — 3 juillet 2025\n\nOù va l’argent ?",
     "Où va l’argent ?", "Observatoire de la dépense (ODP)"),
    ("MINISTÈRE DE LA SANTÉ\nCellule presse\n\nPoint sur la rougeole",
     "Point sur la rougeole", "MINISTÈRE DE LA SANTÉ"),
    # no masthead
    ("Deux morts dans un incendie\n\n6 novembre 2025 à 09:12", "Deux morts dans un incendie", ""),
    ("Accueil > Région\n\nDeux morts dans un incendie", "Deux morts dans un incendie", ""),
    ("« On nous a menti »\n\nPublié le 7 novembre 2025", "« On nous a menti »", ""),
    # a station
    ("[Transcription] Radio Rivages, le journal de 13 heures — vendredi 15 novembre 2024",
     "[Transcription] Radio Rivages, le journal de 13 heures", "Radio Rivages"),
    # titles that only furniture repeats, and a site named there
    ("date 2025-06 Le Mali et la Russie signent trois accords - lesite.com\n\nTweet\n\n"
     "News Le Mali et la Russie signent trois accords Publié le 23 juin 2025 | Présidence",
     "Le Mali et la Russie signent trois accords", "lesite.com"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "title", "outlet"), HEADS)
def test_head(head: str, title: str, outlet: str) -> None:
    article = describe(Article.from_text(f"{head}\n\n{BODY}"))
    assert (article.title, article.outlet) == (title, outlet)
    assert article.block_at(article.text.index("Trois personnes")) == "body"


def test_text_without_head() -> None:
    """A text that begins with its first paragraph has no title, and all of it is body."""
    article = describe(Article.from_text(BODY))
    assert article.title == "" and {block.kind for block in article.blocks} == {"body"}


def test_title_with_a_full_stop() -> None:
    title = "Mali – Russie : 65 ans de coopération renforcée."
    article = describe(Article.from_text(f"{title}\n\n{BODY}"))
    assert article.title == title and article.block_at(0) == "headline"


def test_text_wrapped_at_a_width() -> None:
    """Lines that were broken because they were full are body, whatever they begin with."""
    wrapped = (
        "Trois personnes ont été tuées et douze autres blessées dans la collision de deux\n"
        "cars, selon le préfet, qui a ouvert une enquête et demandé que cesse toute la\n"
        "publicité faite à cette compagnie, dont les véhicules étaient déjà en cause dans\n"
        "l'accident du mois dernier."
    )
    article = describe(Article.from_text(f"Une collision fait trois morts\n\n{wrapped}"))
    assert article.title == "Une collision fait trois morts"
    assert [block.kind for block in article.blocks] == ["headline", "body"]


def test_live_stamps() -> None:
    """The hours of a live page are furniture; what they open is not."""
    text = f"DIRECT – La finale\n\n18h31. {BODY}\n\n18h14. C'est fini, deux buts à un !"
    article = describe(Article.from_text(text))
    assert article.block_at(text.index("18h14")) == "boilerplate"
    assert article.block_at(text.index("C'est fini")) == "body"


def test_issuer_is_origin() -> None:
    text = f"Trois accords\n\nPublié le lundi 23 juin 2025 | Présidence\n\n{BODY}"
    assert describe(Article.from_text(text)).origin == "Présidence"


def test_what_is_known_stays() -> None:
    """Fields that the caller gave are kept, and a described article comes back as it is."""
    article = Article.from_text(
        f"Titre\n\nPublié le 3 mars 2025\n\n{BODY}", outlet="AFP", published=date(2020, 1, 1)
    )
    done = describe(article)
    assert (done.outlet, done.published) == ("AFP", date(2020, 1, 1))
    assert describe(done) is done


def test_modified() -> None:
    text = f"Titre\n\nPublié le 13 mars 2025, mis à jour le 14 mars 2025 à 18 h\n\n{BODY}"
    article = describe(Article.from_text(text))
    assert (article.published, article.modified) == (date(2025, 3, 13), date(2025, 3, 14))


def test_language() -> None:
    text = "Three agreements were signed in the capital by the two ministers, the office said."
    assert describe(replace(Article.from_text(text), language="")).language == "en"


@pytest.mark.parametrize("text", ["", " ", "\n\r\n", "\ud800 titre \udfff", "\x00", "12", "«", ":"])
def test_odd_texts(text: str) -> None:
    """Nothing that is called a text makes it fail."""
    assert describe(Article.from_text(text)).text == text


@given(
    st.lists(
        st.one_of(
            st.text(max_size=40),
            st.sampled_from([line for line, _ in DAYS]),
            st.sampled_from(["", "Lire aussi : 12 morts", "Commentaires", "18h31. Oui.", BODY]),
        ),
        max_size=12,
    )
)
def test_blocks_are_ordered_slices(lines: list[str]) -> None:
    """Blocks follow each other, never overlap, and leave out nothing but blanks."""
    text = "\n".join(lines)
    article = describe(Article.from_text(text))
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(text)
        assert not text[end : block.start].strip()
        end = block.end
    assert not text[end:].strip()
