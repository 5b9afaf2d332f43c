"""Markdown: marks are blanks, and every character stays where the file has it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.reading import read_articles
from crosscheck.reading.readers.markdown import read
from crosscheck.settings import Limits

SHOWN = [
    ("**Douze** morts", "Douze morts"),
    ("*Douze* et __treize__ et ~~dix~~", "Douze et treize et dix"),
    ("[Douze](http://99.fr 'x') morts", "Douze morts"),
    ("![99](a.png) Douze", "Douze"),
    ("<http://99.fr> Douze", "Douze"),
    ("`12` morts", "12 morts"),
    ("Douze<!-- 99 --> morts<br>", "Douze morts"),
    ("Douze morts[^1].", "Douze morts ."),
    ("- douze\n- treize", "douze\n treize"),
    ("1. douze", "douze"),
    ("> douze\n> treize", "douze\n treize"),
    ("> > douze", "douze"),
    ("# Douze #", "Douze"),
    ("Douze\n=====", "Douze"),
    ("    Douze morts", "Douze morts"),
    ("5 * 3 et un_mot_long", "5 * 3 et un_mot_long"),
    ("\\*douze\\*", "*douze *"),
    ("| Ville | Morts | Cas |\n|--|--|--|\n| **A** | 12 | 3 |", "Ville : Morts ; Cas\n A : 12 ; 3"),
    ("<div>\nDouze <b>morts</b>\n</div>", "Douze morts"),
    ("[a]: http://99.fr\n\nDouze", "Douze"),
]


@pytest.mark.parametrize(("source", "words"), SHOWN)
def test_words(source: str, words: str) -> None:
    text = read(source.encode(), Limits())[0].text
    lines = [" ".join(line.split()) for line in text.split("\n")]
    assert "\n".join(line for line in lines if line) == "\n".join(
        " ".join(line.split()) for line in words.split("\n")
    )


@pytest.mark.parametrize(("source", "_"), SHOWN)
def test_every_character_keeps_its_place(source: str, _: str) -> None:
    for ends in ("\n", "\r\n", "\r"):
        file = source.replace("\n", ends)
        text = read(file.encode(), Limits())[0].text
        assert len(text) == len(file)
        kept = [(c, d) for c, d in zip(file, text, strict=True) if c != d]
        assert all(d in " :;" for _, d in kept)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab 1|*_`[]()<>!#-\\\n\r&>~=+:\t^\u00a0é"), max_size=120))
def test_places_hold_for_any_marks(source: str) -> None:
    if source.strip():
        text = read(source.encode(), Limits())[0].text
        assert len(text) == len(source)
        assert all(d in (c, " ", ":", ";") for c, d in zip(source, text, strict=True))


FRONT = """---
titre: "Crues : le bilan"
source: Le Matin libre
date: 2025-03-14
tags: [a, b]
rédacteur: Awa
---
# Un autre titre

Douze **morts**.
"""


def test_front_matter_is_believed_and_not_read(tmp_path: Path) -> None:
    """It wins over the text; lines and columns are the file's own."""
    path = tmp_path / "a.md"
    path.write_text(FRONT, encoding="utf-8")
    (article,) = read_articles([path])[0]
    assert (article.title, article.outlet) == ("Crues : le bilan", "Le Matin libre")
    assert str(article.published) == "2025-03-14"
    assert (
        article.block_at(10) == "boilerplate" and article.block_at(FRONT.index("Un")) == "headline"
    )
    assert article.where(FRONT.index("morts")).to_dict() == {"line": 10, "column": 9}
    assert {f.source for f in article.facts if f.used} >= {"front-matter", "bytes"}
    unused = [(f.field, f.value) for f in article.facts if not f.used]
    assert ("title", "Un autre titre") in unused


HEADS = [
    ("+++\ntitle = 'A'\nlang = 'fr'\n+++\nX", [("title", "A"), ("language", "fr")]),
    ("---\r\ntitle: A # note\r\n---\r\nX", [("title", "A")]),
    ("---\ndate: demain\n---\nX", []),
    ("---\ntitle: A\nX", []),
    ("+++\n= a\n+++\nX", []),
    ("Texte\n---\ntitle: A\n---\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("source", "facts"), HEADS)
def test_front_matter(source: str, facts: list[tuple[str, str]]) -> None:
    found = read(source.encode(), Limits())[0].facts
    assert [(f.field, f.value) for f in found if f.source == "front-matter"] == facts
