"""Files and folders: what becomes an article, what is skipped and why."""

import os
import time
from pathlib import Path

import pytest

from crosscheck.models import Skipped
from crosscheck.reading import read_articles

TEXT = "Le titre de l'article\n\nPublié le lundi 3 mars 2025\n\nTrois accords ont été signés."


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_folder_is_one_story(tmp_path: Path) -> None:
    """Its own texts, sorted; other formats passed over, hidden files ignored."""
    write(tmp_path / "b.txt", TEXT)
    write(tmp_path / "a.TXT", TEXT)
    write(tmp_path / "gold.json", "{}")
    write(tmp_path / "README.md", "# Lisez-moi")
    write(tmp_path / ".cache.txt", TEXT)
    write(tmp_path / "inner" / "c.txt", TEXT)
    articles, skipped = read_articles([tmp_path])
    assert [article.id for article in articles] == ["a", "b"]
    assert {Path(s.path).name: s.reason for s in skipped} == {
        "README.md": "présentation du dossier, pas un article",
        "gold.json": "JSON sans article : ni ninjs, ni « text » ou « body »",
        "inner": "sous-dossier non parcouru",
    }
    assert not any(s.error for s in skipped)


REFUSED = [
    ("vide.txt", b"", "fichier vide"),
    ("blancs.txt", " \r\n\t\n\u00a0 ".encode(), "fichier vide : aucun mot"),
    ("marque.txt", b"\xef\xbb\xbf", "fichier vide : aucun mot"),
    ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "ce n'est pas un texte"),
    ("notes.bin", b"\x00\x01\x02\xff\xfe", "ce n'est pas un texte"),
    ("notes.csv", b"a;b", "format non lu (.csv)"),
    ("gold.json", b'{"claims": []}', "JSON sans article : ni ninjs, ni « text » ou « body »"),
    ("sans", b"Un texte.", "format non lu (sans extension)"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_refused_file(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """A file named by the user that cannot be read is an error with its reason."""
    path = write(tmp_path / name, data)
    assert read_articles([path]) == ((), (Skipped(str(path), reason, error=True),))


def test_markdown_is_read_when_named(tmp_path: Path) -> None:
    articles, skipped = read_articles([write(tmp_path / "a.md", TEXT)])
    assert [a.id for a in articles] == ["a"] and not skipped


def test_no_such_path(tmp_path: Path) -> None:
    missing = tmp_path / "absent"
    assert read_articles([missing]) == ((), (Skipped(str(missing), "ce chemin n'existe pas"),))


def test_nul_in_path() -> None:
    """A path that no system takes is skipped like another."""
    articles, skipped = read_articles(["a\0b.txt"])
    assert not articles and skipped[0].error


def test_empty_folder(tmp_path: Path) -> None:
    (found,) = read_articles([tmp_path])[1]
    assert found == Skipped(str(tmp_path), "aucun article dans ce dossier")


def test_folder_with_one_article(tmp_path: Path) -> None:
    write(tmp_path / "seul.txt", TEXT)
    articles, skipped = read_articles([str(tmp_path)])
    assert [a.title for a in articles] == ["Le titre de l'article"] and not skipped


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "gros.txt"
    with path.open("wb") as file:
        file.truncate(5_000_000)
    reason = "trop long pour un article : 5,0 Mo, limite 0,5 Mo"
    assert read_articles([path])[1] == (Skipped(str(path), reason),)


def test_no_regular_file(tmp_path: Path) -> None:
    """A pipe is not waited for."""
    pipe = tmp_path / "tube.txt"
    os.mkfifo(pipe)
    assert read_articles([pipe])[1][0].reason == "ce n'est pas un fichier ordinaire"


def test_broken_link_in_folder(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    (tmp_path / "b.txt").symlink_to(tmp_path / "parti")
    articles, skipped = read_articles([tmp_path])
    assert [a.id for a in articles] == ["a"]
    assert [s.reason for s in skipped] == ["ce chemin n'existe pas"]


def test_equal_stems(tmp_path: Path) -> None:
    """Ids are unique, and the order in which the paths are given changes nothing."""
    paths = [
        write(tmp_path / "lundi" / "une.txt", TEXT),
        write(tmp_path / "mardi" / "une.txt", TEXT + " Oui."),
        write(tmp_path / "mardi" / "une.text", TEXT + " Non."),
    ]
    first, second = read_articles(paths), read_articles(reversed(paths))
    assert first == second
    ids = [article.id for article in first[0]]
    assert ids[0] == "lundi-une" and len(set(ids)) == 3


def test_read_once(tmp_path: Path) -> None:
    """A file given with its folder is one article."""
    path = write(tmp_path / "a.txt", TEXT)
    assert len(read_articles([tmp_path, path, str(path)])[0]) == 1


def test_characters_are_the_file(tmp_path: Path) -> None:
    """Line ends, blanks and odd characters stay; only the byte order mark goes."""
    text = "Titre\r\n\r\nUn\u2028 corps\u00a0:\t12 morts.\r\n\r\n"
    articles, _ = read_articles([write(tmp_path / "a.txt", b"\xef\xbb\xbf" + text.encode())])
    assert articles[0].text == text


def test_large_text_in_time(tmp_path: Path) -> None:
    """The longest text there is, in short lines and in one, is looked at in two seconds."""
    lines = write(tmp_path / "lignes.txt", "Le bilan est de 12 morts, dit-on.\n" * 14_000)
    single = write(tmp_path / "ligne.txt", "Le bilan est de 12 morts. " * 18_000)
    for path in (lines, single):
        start = time.perf_counter()
        articles, _ = read_articles([path])
        assert articles and time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Twelve people were killed on Monday, the governor of the town said.", "(en)"),
        ("В результате нападения погибли двенадцать человек в городе.", "(autre alphabet)"),
    ],
)
def test_other_languages_are_told(tmp_path: Path, text: str, reason: str) -> None:
    path = write(tmp_path / "a.txt", text)
    assert read_articles([path]) == ((), (Skipped(str(path), f"pas en français {reason}"),))
