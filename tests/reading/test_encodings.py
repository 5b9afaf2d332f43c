"""Twelve sentences in five encodings: declared, undeclared, and declared as another."""

import codecs

import pytest

from crosscheck.reading.decode import decode
from crosscheck.reading.readers.html_tree import decode_page

SENTENCES = [
    "Le préfet a annoncé 12 morts à l’aube.",
    "« Nous sommes prêts », a répété Mme Kanté.",
    "L’œuvre a été vendue 1 200 € à Genève.",
    "Où étaient-ils, du 3 au 5 août ?",
    "Un cœur à 180 battements, ça inquiète.",
    "Noël à Conakry : 40 °C à l’ombre…",
    "Le maïs coûte 215 francs – un record.",
    "Façade, garçon, leçon : 3 mots à cédille.",
    "Les élèves de 6ᵉ sont 28.".replace("ᵉ", "e"),
    "Ambiguë, aiguë, contiguë : 3 trémas.",
    "Le Tchad, le Bénin et la Guinée-Équatoriale ont signé.",
    "Été 1998, forêt brûlée sur 900 hectares.",
]
ENCODINGS = {
    "utf-8": lambda text: text.encode(),
    "utf-8-sig": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "windows-1252": lambda text: text.encode("cp1252"),
    "iso-8859-15": lambda text: text.replace("’", "'").replace("–", "-").replace("…", ".")
    .encode("iso-8859-15"),
}  # fmt: skip


def plain(text: str) -> str:
    """What all five encodings can hold."""
    return text.replace("’", "'").replace("–", "-").replace("…", ".")


@pytest.mark.parametrize("encoding", sorted(ENCODINGS))
@pytest.mark.parametrize("sentence", SENTENCES)
def test_declared(sentence: str, encoding: str) -> None:
    assert plain(decode(ENCODINGS[encoding](sentence), encoding).text) == plain(sentence)


@pytest.mark.parametrize("encoding", sorted(ENCODINGS))
@pytest.mark.parametrize("sentence", SENTENCES)
def test_undeclared(sentence: str, encoding: str) -> None:
    assert plain(decode(ENCODINGS[encoding](sentence)).text) == plain(sentence)


@pytest.mark.parametrize(
    ("encoding", "label"),
    [
        ("utf-8", "iso-8859-1"), ("utf-8", "windows-1252"), ("utf-8", "utf-16"),
        ("utf-8", "koi8-r"),
        ("utf-8-sig", "iso-8859-15"), ("utf-16", "utf-8"), ("windows-1252", "utf-8"),
        ("windows-1252", "iso-8859-1"), ("windows-1252", "ascii"), ("windows-1252", "charabia"),
        ("windows-1252", "utf-16"), ("iso-8859-15", "utf-8"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("sentence", SENTENCES)
def test_wrongly_declared(sentence: str, encoding: str, label: str) -> None:
    """A label that the bytes do not bear out is not believed."""
    assert plain(decode(ENCODINGS[encoding](sentence), label).text) == plain(sentence)


DECLARED = [
    (b"<meta charset=iso-8859-15><p>c\xbdur", "cœur", "declared"),
    (b"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=latin1'>\x92", "’", "declared"),
    (b"<?xml version='1.0' encoding='iso-8859-15'?><p>\xa4", "€", "declared"),
    ("<meta charset=iso-8859-1><p>cœur".encode(), "cœur", "bytes"),
    (b"<p>Le dernier \xe9t\xe9", "été", "assumed"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "letters", "source"), DECLARED)
def test_pages_declare_in_their_head(data: bytes, letters: str, source: str) -> None:
    found = decode_page(data)
    assert letters in found.text and found.source == source
