"""The words of pages and of broken words: each of them does what it is listed for."""

import re

import pytest

from crosscheck.reading.readers.html import page_draft
from crosscheck.reading.readers.pdf_flow import flow
from crosscheck.reading.readers.pdf_lines import PdfLine
from crosscheck.rules import words
from crosscheck.settings import Limits

PAGE = """<html><body><main><h1>Crue de la Sarre</h1>
<p>Au moins douze personnes sont mortes dans les inondations de Tillac, selon le préfet.</p>
{}<p>Quelque 1 450 habitants ont été évacués par les pompiers dans la nuit de jeudi.</p>
</main></body></html>"""
ARTICLE = (
    "Crue de la Sarre",
    "Au moins douze personnes sont mortes dans les inondations de Tillac, selon le préfet.",
    "Quelque 1 450 habitants ont été évacués par les pompiers dans la nuit de jeudi.",
)
OTHER = "Le club a gagné 3 à 2 devant 900 spectateurs, au terme d'un match indécis."


def text_of(inserted: str) -> str:
    return page_draft(PAGE.format(inserted).encode(), Limits()).text


@pytest.mark.parametrize("word", words("pages")["furniture"] + words("pages")["hidden"])
def test_an_element_named_so_goes(word: str) -> None:
    """As class, in the ways that sites join words, and as id."""
    joined = word.title().replace(" ", "") if word != "d none" else "d-none"
    for name in (word.replace(" ", "-"), "c-" + word.replace(" ", "_"), joined):
        assert text_of(f'<div class="{name}"><p>{OTHER}</p></div>') == "\n\n".join(ARTICLE)
    assert OTHER not in text_of(f'<section id="{word.replace(" ", "-")}"><p>{OTHER}</p></section>')


@pytest.mark.parametrize("word", words("pages")["openings"])
def test_a_list_so_headed_goes(word: str) -> None:
    """The heading and its list; the paragraph after it stays."""
    for tag in ("h3", "p", "div"):
        made = f"<{tag}>{word.capitalize()}</{tag}><ul><li><a href='/a'>900 vols annulés</a></ul>"
        if not re.search(r"commentaire|réaction", word):
            assert text_of(made) == "\n\n".join(ARTICLE), tag
        else:
            assert "900" not in text_of(made)


@pytest.mark.parametrize("word", words("pages")["leads"])
def test_a_lead_beside_the_title_is_read(word: str) -> None:
    page = (
        "<body><h1>Crue de la Sarre</h1><div class='{}'>Un bilan de douze morts.</div>"
        "<div class='article-body'>" + "<p>{}</p>".format("Le préfet a parlé longtemps. " * 30)
    )
    made = page_draft(page.format(word.replace(" ", "-")).encode(), Limits()).text
    assert made.split("\n\n")[:2] == ["Crue de la Sarre", "Un bilan de douze morts."]


@pytest.mark.parametrize("word", words("pages")["bodies"])
def test_a_body_is_found(word: str) -> None:
    name = word.replace(" ", "-")
    page = f"<body><div>Édition du jour</div><div class='{name}'><p>{OTHER}</p></div>"
    made = page_draft(page.encode(), Limits())
    assert made.text == OTHER and not made.remarks


def test_what_holds_the_article_never_goes() -> None:
    """Whatever its name: a class is a hint, the text is the truth."""
    for name in ("sidebar", "comments", "widget"):
        page = PAGE.format("").replace("<main>", f'<main><div class="{name}">')
        assert page_draft(page.encode(), Limits()).text == "\n\n".join(ARTICLE)


def broken(before: str, after: str) -> str:
    lines = [PdfLine(before + "-", 60, 700, 11, 1), PdfLine(after, 60, 687, 11, 1)]
    return flow([lines], 1000).text


@pytest.mark.parametrize("word", words("hyphens")["tails"])
def test_a_tail_keeps_its_hyphen(word: str) -> None:
    assert broken("on disait", word) == f"on disait-{word}"


@pytest.mark.parametrize("word", words("hyphens")["heads"])
def test_a_head_keeps_its_hyphen(word: str) -> None:
    assert broken(word, "présidents venus") == f"{word}-présidents venus"


def test_every_hyphen_has_an_example() -> None:
    shown = " ".join(words("hyphens")["examples"])
    found = {half for pair in re.findall(r"([^\s,]+-)\|([^\s,]+)", shown) for half in pair}
    plain = {part for half in found for part in half.strip("-").split("-")}
    assert not [w for key in ("tails", "heads") for w in words("hyphens")[key] if w not in plain]
