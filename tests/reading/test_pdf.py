"""PDF: columns, broken words, running heads, pages."""

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from crosscheck.models import Article
from crosscheck.reading import read_articles
from crosscheck.reading.readers.pdf_flow import flow
from crosscheck.reading.readers.pdf_lines import PdfLine, is_page_number
from tests.reading import writers

PROSE = [
    "Communiqué sur la crue de la Sarre",
    *(f"Paragraphe {n}. Au moins {n + 20} personnes ont été évacuées du village numéro {n}, selon "
      "la préfecture, qui a engagé des moyens nautiques et terrestres." for n in range(1, 30)),
]  # fmt: skip


def only(path: Path, data: bytes) -> Article:
    path.write_bytes(data)
    articles, skipped = read_articles([path])
    assert skipped == ()
    return articles[0]


@pytest.mark.parametrize("columns", [1, 2])
def test_paragraphs_are_whole_and_in_order(columns: int, tmp_path: Path) -> None:
    """Whatever the columns; neither running head nor page number comes between two lines."""
    made = only(tmp_path / "a.pdf", writers.pdf(PROSE, columns=columns))
    assert made.text.split("\n\n") == ["Communiqué n° 999", *PROSE]
    assert len(made.marks) > 1 and made.left_out[0].why == "running head"
    pages = [made.where(made.text.index(f"Paragraphe {n}.")).number for n in range(1, 30)]
    assert pages == sorted(pages) and pages[0] == 1 and pages[-1] == len(made.marks)


def drawn(*pieces: tuple[float, float, str], size: float = 11) -> bytes:
    """A page on which each text stands where it is put."""
    data = BytesIO()
    canvas = Canvas(data, pagesize=A4)
    canvas.setFont("Helvetica", size)
    for x, y, text in pieces:
        canvas.drawString(x, y, text)
    canvas.save()
    return data.getvalue()


def test_columns_written_row_by_row(tmp_path: Path) -> None:
    """A program that goes across both columns is read down each of them."""
    left = [f"la colonne de gauche a sa ligne {n}" for n in range(8)]
    right = [f"celle de droite a aussi sa ligne {n}" for n in range(8)]
    pieces = []
    for n in range(8):
        pieces += [(60, 700 - 14 * n, left[n]), (320, 700 - 14 * n, right[n])]
    made = only(tmp_path / "a.pdf", drawn(*pieces))
    assert made.text.replace("\n\n", " ") == " ".join(left + right)


def test_rows_of_a_table(tmp_path: Path) -> None:
    """Cells far apart are a row."""
    pieces = [(60, 700 - 20 * n, f"Ville {n}") for n in range(3)]
    pieces += [(300, 700 - 20 * n, f"{n + 10} morts") for n in range(3)]
    rows = [piece for n in range(3) for piece in (pieces[n], pieces[n + 3])]
    made = only(tmp_path / "a.pdf", drawn(*rows))
    assert made.text.split("\n\n") == [f"Ville {n} : {n + 10} morts" for n in range(3)]


def lines(*texts: str, page: int = 1) -> list[PdfLine]:
    return [PdfLine(text, 60, 700 - 13 * n, 11, page) for n, text in enumerate(texts)]


def test_a_title_is_one_line() -> None:
    """However it is broken, and whatever sign it is broken after."""
    title = [
        PdfLine("Inondations à Tillac :", 60, 760, 20, 1),
        PdfLine("quatorze morts", 60, 736, 20, 1),
    ]
    body = lines("Quatorze personnes sont mortes dans les inondations.", "Une enquête est ouverte.")
    made = flow([[*title, *body]], 10_000)
    assert made.text.startswith("Inondations à Tillac : quatorze morts\n\nQuatorze personnes")
    assert [(b.kind, b.start, b.end) for b in made.blocks] == [("headline", 0, 37)]


HYPHENS = [
    (("le ministre a réuni la com-", "mission des finances"), "commission"),
    (("le chef du gouverne\u00ad", "ment a parlé"), "gouvernement"),
    (("une délégation russo-", "malienne est venue"), "russo-malienne"),
    (("les relations Mali-", "Russie sont bonnes"), "Mali-Russie"),
    (("le prési-", "dent viendra-t-"), "président"),
    (("« Combien sont-", "ils ? »"), "sont-ils"),
    (("ils prendront rendez-", "vous demain"), "rendez-vous"),
    (("la sous-préfecture, puis la sous-", "préfecture"), "puis la sous-préfecture"),
    (("un micro-", "climat, le microclimat du sud"), "un microclimat"),
    (("de 1 200 -", "1 300 morts"), "1 200 - 1 300"),
]


@pytest.mark.parametrize(("texts", "word"), HYPHENS)
def test_hyphens_at_the_end_of_lines(texts: tuple[str, ...], word: str) -> None:
    assert word in flow([lines(*texts)], 10_000).text


def test_a_sentence_goes_on_overleaf() -> None:
    """One paragraph over two pages; a character of the second page is on the second page."""
    first = lines("Il y a eu douze morts dans la nuit de", page=1)
    second = lines("jeudi à vendredi dans le village.", page=3)
    made = flow([first, [], second], 10_000)
    assert made.text == "Il y a eu douze morts dans la nuit de jeudi à vendredi dans le village."
    assert made.marks == (0, made.text.index("jeudi"), made.text.index("jeudi"))


@pytest.mark.parametrize("text", ["3", "Page 3", "– 3 –", "Page 3 / 9", "p. 3", "3 sur 9", "[3]"])
def test_numbers_of_pages(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["12 morts", "Page 3 du dossier", "2025-2026", "Article 3"])
def test_what_is_no_number_of_a_page(text: str) -> None:
    assert not is_page_number(text)


def test_what_has_no_text(tmp_path: Path) -> None:
    """Scans, passwords and broken files are told apart."""
    (tmp_path / "scan.pdf").write_bytes(drawn())
    (tmp_path / "abime.pdf").write_bytes(b"%PDF-1.4\n" + zlib.compress(b"x"))
    told = {Path(s.path).stem: s.reason for s in read_articles([tmp_path])[1]}
    assert told["scan"] == "aucun texte : pages numérisées en image ?"
    assert told["abime"].startswith("document abîmé")
