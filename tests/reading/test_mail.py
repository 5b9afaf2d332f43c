"""E-mails: body, sender, day, attachments; pages saved as MIME."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from crosscheck.models import Article
from crosscheck.reading import read_articles
from crosscheck.reading.readers.building import Building
from crosscheck.reading.readers.mail_text import add_mail_text
from tests.reading import writers

STORY = [
    "Crue de la Sarre : douze morts à Tillac",
    "Au moins douze personnes sont mortes dans les inondations de Tillac, a indiqué vendredi soir "
    "le préfet de la Sarre au cours d'un point de presse.",
    "Quelque 1 450 habitants ont été évacués.",
]


def mail(**headers: str) -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["To"] = STORY[0], "redaction@exemple.fr"
    made["From"] = "Préfecture de la Sarre <presse@sarre.example>"
    made["Date"] = "Fri, 14 Mar 2025 23:30:00 +0100"
    for name, value in headers.items():
        made.replace_header(name, value)
    return made


def read(path: Path, data: bytes) -> tuple[Article, ...]:
    path.write_bytes(data)
    articles, skipped = read_articles([path])
    assert skipped == ()
    return articles


def test_sender_day_and_subject(tmp_path: Path) -> None:
    """Read from the headers, in whatever encoding; the day is that of the sender's clock."""
    made = mail(Subject=f"TR: Re: {STORY[0]}")
    made.set_content("\n".join(STORY[1:]))
    (article,) = read(tmp_path / "a.eml", made.as_bytes())
    assert (article.title, article.outlet) == (STORY[0], "Préfecture de la Sarre")
    assert str(article.published) == "2025-03-14"
    assert article.text.split("\n")[0] == STORY[0]
    assert ("published", "header Date") in {(f.field, f.source) for f in article.facts if f.used}


def test_attachments_are_articles_of_the_sender(tmp_path: Path) -> None:
    """Pictures are passed over; what cannot be read is told with its name."""
    made = mail()
    made.set_content(STORY[2])
    made.add_attachment(writers.docx(STORY), maintype="application", subtype="octet-stream",
                        filename="communiqué.docx")  # fmt: skip
    made.add_attachment(writers.pdf(STORY), maintype="application", subtype="pdf",
                        filename="bilan.pdf")  # fmt: skip
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment(b"a;b", maintype="text", subtype="csv", filename="tableau.csv")
    path = tmp_path / "a.eml"
    path.write_bytes(made.as_bytes())
    articles, skipped = read_articles([path])
    assert [(a.id, a.format, a.part) for a in articles] == [
        ("a-1", "eml", ""),
        ("a-2", "docx", "pièce jointe « communiqué.docx »"),
        ("a-3", "pdf", "pièce jointe « bilan.pdf »"),
    ]
    assert {a.outlet for a in articles} == {"Préfecture de la Sarre"}
    assert {str(a.published) for a in articles} == {"2025-03-14"}
    assert [s.reason for s in skipped] == ["pièce jointe « tableau.csv » : format non lu (.csv)"]


def test_the_fuller_body_is_read(tmp_path: Path) -> None:
    """A plain part that only says where to look is not the mail."""
    made = mail()
    made.set_content("Voir en ligne.")
    made.add_alternative(f"<html><body>{writers.tags(STORY[1:])}</body></html>", subtype="html")
    (article,) = read(tmp_path / "a.eml", made.as_bytes())
    assert article.text == "\n\n".join(STORY)


TEXTS = [
    ("Au moins douze personnes sont mortes dans les inondations de\nTillac.", ["Au moins douze "
     "personnes sont mortes dans les inondations de Tillac."], []),
    ("Bonjour,\nDouze morts.\n-- \nAwa Koné\n06 12 34 56 78", ["Bonjour,", "Douze morts.", "--",
     "Awa Koné", "06 12 34 56 78"], ["--", "Awa Koné", "06 12 34 56 78"]),
    ("Oui.\n\nLe 3 mars 2025 à 12:00, Awa Koné a écrit :\n> Onze morts ?",
     ["Oui.", "Le 3 mars 2025 à 12:00, Awa Koné a écrit :", "Onze morts ?"],
     ["Le 3 mars 2025 à 12:00, Awa Koné a écrit :", "Onze morts ?"]),
    ("Bilan :\n- dix morts\n- six blessés", ["Bilan :", "- dix morts", "- six blessés"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "paragraphs", "around"), TEXTS)
def test_plain_bodies(text: str, paragraphs: list[str], around: list[str]) -> None:
    made = Building()
    add_mail_text(made, text)
    assert made.text.split("\n\n") == paragraphs
    assert [made.text[b.start : b.end] for b in made.blocks] == around


def test_page_saved_whole(tmp_path: Path) -> None:
    """MHTML, as browsers save it: the page, and its address."""
    made = EmailMessage()
    made["From"], made["Subject"] = "<Saved by Blink>", "Crue"
    made["Snapshot-Content-Location"] = "https://www.lequotidien.example/crue"
    made.set_content(writers.page(STORY), subtype="html")
    made.add_related(b"\x89PNG", maintype="image", subtype="png")
    (article,) = read(tmp_path / "a.mhtml", made.as_bytes())
    assert article.format == "mhtml" and article.outlet == "lequotidien.example"
    assert article.text == "\n\n".join(STORY)


def test_text_that_is_no_mail(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_text("\nDouze morts.")
    assert [s.reason for s in read_articles([path])[1]] == [
        "l'extension dit courriel, le contenu n'en est pas"
    ]
