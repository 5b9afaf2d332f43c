"""Words looked for in an archive: accents and case do not count, what is found is marked."""

from datetime import date
from pathlib import Path

import pytest

from crosscheck.archive.library import opened
from crosscheck.archive.messages import ArchiveError
from crosscheck.archive.passages import LONG, passages
from crosscheck.archive.searching import as_query, search
from crosscheck.models import Article, Block
from tests.archive.shelves import put, write_texts

TEXTS = {
    "oeuvre.txt": "Une œuvre à l’État\n\nL’œuvre d’un élève du lycée a été volée, dit le préfet.\n",
    "boeuf.txt": "Le prix du boeuf\n\nLe boeuf vaut 3 euros. L'état d'urgence n'a rien changé.\n",
    "signes.txt": 'Des "guillemets" et un \u202e retournement\n\nLes élèves (douze) NOT OR AND.\n',
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    put(folder / "archive", write_texts(folder / "textes", TEXTS))
    return folder / "archive"


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        (["œuvre"], ["L’*œuvre* d’un", "Une *œuvre* à"]),
        (["oeuvre"], ["L’*œuvre* d’un", "Une *œuvre* à"]),
        (["bœuf", "vaut"], ["Le *boeuf* *vaut*"]),
        (["ELEVE"], ["un *élève* du"]),
        (["eleve*"], ["un *élève* du", "Les *élèves* ("]),
        (["état"], ["L'*état* d'urgence", "à l’*État*"]),
        (["état d'urgence"], ["L'*état d'urgence* n'a"]),
        (["urgence état"], []),
        (["guillemets", "retournement"], ['"*guillemets*" et']),
        (["NOT", "OR"], ["*NOT* *OR* AND"]),
        (['"'], None),
        ([], None),
        (["absent"], []),
        (["text:lycée"], []),
        (["(douze)"], ["(*douze*)"]),
        (["lycee)"], ["du *lycée* a"]),
    ],
)
def test_words_and_what_they_find(
    archive: Path, words: list[str], marked: list[str] | None
) -> None:
    with opened(archive) as library:
        if marked is None:
            with pytest.raises(ArchiveError, match="rien à chercher"):
                search(library, words)
            return
        hits, count = search(library, words)
    assert count == len(hits) == len(marked)
    shown = []
    for hit in hits:
        text, at = "", 0
        for start, end in hit.marks:
            text += f"{hit.text[at:start]}*{hit.text[start:end]}*"
            at = end
        shown.append(text + hit.text[at:])
    for expected in marked:
        assert sum(expected in text for text in shown) == 1, (expected, shown)


def test_a_hit_says_where_it_stands(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive.parent)
    with opened(archive) as library:
        ((hit,), _) = search(library, ["préfet"])
    assert (hit.path, hit.place.number, hit.place.column) == ("textes/oeuvre.txt", 3, 1)


def test_days_leave_out_what_has_none(tmp_path: Path) -> None:
    put(tmp_path / "archive", write_texts(tmp_path / "textes"))
    with opened(tmp_path / "archive") as library:
        assert search(library, ["à"])[1] >= 3
        hits, _ = search(library, ["à"], since=date(2025, 4, 2), until=date(2025, 4, 2))
    assert {hit.id for hit in hits} == {"avril"}


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    text = "Une phrase de plus. " * 90 + "\n\nFin."
    blocks = (Block("headline", 0, 400), Block("boilerplate", 1801, 1806))
    found = list(passages(Article("a", text)))
    assert all(p.end - p.start < LONG + 40 for p in found)
    assert [text[p.start : p.end] for p in found][-1] == "Fin."
    assert " ".join(text[p.start : p.end] for p in found).split() == text.split()
    assert {p.block for p in passages(Article("a", text, blocks=blocks))} == {"headline"}


def test_no_sign_means_anything() -> None:
    assert as_query(['a"b', "c*d*", "-e"]) == '"a b" AND "c d"* AND "-e"'
