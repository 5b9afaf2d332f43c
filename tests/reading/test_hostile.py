"""A hundred hostile files: each ends within its limit, and the good article beside them is read."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crosscheck.models import Article, Skipped
from crosscheck.reading import describe, read_articles
from crosscheck.reading.draft import Unread
from crosscheck.reading.opening import file_bytes
from crosscheck.settings import Limits, Settings
from tests.reading import hostile, writers

ROOT = Path(__file__).parent.parent.parent
RUN = """
import json, resource, sys, time
from crosscheck.reading import read_articles
from crosscheck.settings import Limits, Settings
start = time.perf_counter()
articles, skipped = read_articles([sys.argv[1]], Settings(limits=Limits(seconds=5)))
both = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
used = [resource.getrusage(who).ru_maxrss for who in both]
print(json.dumps({"articles": {a.path.rpartition("/")[2]: a.text[:200] for a in articles},
                  "skipped": {s.path.rpartition("/")[2]: s.reason for s in skipped},
                  "seconds": time.perf_counter() - start, "kilobytes": sum(used)}))
"""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pas de tubes nommés sur ce système")
def test_a_hundred_hostile_files(tmp_path: Path) -> None:
    """Read in a process of its own, so that its peak of memory can be told."""
    count = hostile.make_all(tmp_path)
    assert count >= 100
    good = tmp_path / "zz-bon.txt"
    good.write_text("\n\n".join(hostile.STORY), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(tmp_path)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert "Quelque 1 450 habitants" in told["articles"]["zz-bon.txt"]
    names = {path.name for path in tmp_path.iterdir()}
    assert names == set(told["articles"]) | set(told["skipped"])
    assert told["kilobytes"] < 3_000_000
    assert not [text for text in told["articles"].values() if "root:" in text]
    for name in ("bombe.docx", "entites.docx", "vol.rss", "profond.docx", "tube.html"):
        assert name in told["skipped"], name
    print(f"{count} files, {told['seconds']:.0f} s, {told['kilobytes'] // 1000} MB")


def test_a_reader_that_hangs_is_killed(tmp_path: Path) -> None:
    """The next file is read, by another process."""
    (tmp_path / "a.rss").write_bytes(
        b"<rss><channel><item><description>" + b"&lt;a " * 900_000 + b"</description></item>"
    )
    (tmp_path / "b.docx").write_bytes(writers.docx(hostile.STORY))
    start = time.perf_counter()
    articles, skipped = read_articles([tmp_path], Settings(limits=Limits(seconds=1)))
    assert time.perf_counter() - start < 6
    assert [article.id for article in articles] == ["b"]
    assert [skip.reason for skip in skipped] == ["trop long à lire : plus de 1 s"]


def test_memory_is_bounded(tmp_path: Path) -> None:
    """What asks for more than it may have is told so."""
    path = tmp_path / "a.docx"
    path.write_bytes(writers.zipped({"word/document.xml": b"<a>" + b"<b/>" * 1_900_000 + b"</a>"}))
    limits = Limits(memory=150_000_000)
    assert read_articles([path], Settings(limits=limits))[1] == (
        Skipped(str(path), "trop de mémoire demandée : limite 150 Mo"),
    )


def test_a_file_that_disappears(tmp_path: Path) -> None:
    """Gone between the look and the reading."""
    path = tmp_path / "a.txt"
    path.write_text("Douze morts.")

    def paths():  # type: ignore[no-untyped-def]
        yield path
        path.unlink()

    assert read_articles(paths()) == ((), (Skipped(str(path), "ce chemin n'existe pas"),))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="pas de /proc")
def test_a_file_that_changes() -> None:
    """What is not as long as it said has changed: half of an article is none."""
    with pytest.raises(Unread, match="le fichier a changé pendant la lecture"):
        file_bytes(Path("/proc/self/status").resolve(), 10_000)


@pytest.mark.skipif(os.geteuid() == 0, reason="root lit tout")
def test_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4")
    path.chmod(0)
    reason = "lecture refusée : droits insuffisants"
    assert read_articles([path])[1] == (Skipped(str(path), reason),)


def test_links_out_of_the_folder(tmp_path: Path) -> None:
    """Refused unless asked; inside the folder, and for a file named by the user, they are fine."""
    folder, outside = tmp_path / "recit", tmp_path / "ailleurs.txt"
    folder.mkdir()
    outside.write_text("Douze morts à Tillac.")
    (folder / "a.txt").write_text("Treize morts à Tillac.")
    (folder / "b.txt").symlink_to(outside)
    (folder / "c.txt").symlink_to(folder / "a.txt")
    articles, skipped = read_articles([folder])
    assert [article.id for article in articles] == ["a"]
    reason = "lien symbolique qui sort du dossier (--follow-links pour le suivre)"
    assert skipped == (Skipped(str(folder / "b.txt"), reason),)
    followed = read_articles([folder], Settings(follow_links=True))[0]
    assert [article.id for article in followed] == ["a", "b"]
    assert [a.id for a in read_articles([folder / "b.txt"])[0]] == ["b"]


SLOW = [
    "R" * 160,
    "A-" * 100,
    "A " * 100,
    "(A" * 80,
    "1 " * 100,
    "« " * 100,
    "A, " * 100,
    "le " * 100,
]


@pytest.mark.parametrize("line", SLOW)
def test_a_short_line_takes_no_time(line: str) -> None:
    """Patterns that try every way to part a line take a minute over a hundred letters."""
    start = time.perf_counter()
    for text in (line, f"Titre.\n\n{line}Le âts.\nÌ\nBi", f"{line}\n\nUn texte, et sa fin."):
        describe(Article.from_text(text))
    assert time.perf_counter() - start < 1


FOUND = [
    ("rss", b"<?xml version='1.0' encoding='\0utf-8'?><rss><channel><item><title>A"),
    ("rss", b"<?xml version='1.0' encoding='\xc9'?><rss><channel><item><title>A"),
    ("eml", b"From: a<b@\r\nTo: <a@\r\nSubject: x\r\n\r\nDouze morts."),
]
"""What fuzzing found, as it was mended: a suffix and some bytes."""


@pytest.mark.parametrize(("suffix", "data"), FOUND)
def test_found_by_fuzzing(suffix: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(data)
    articles, skipped = read_articles([path])
    assert len(articles) + len(skipped) >= 1
    assert all(isinstance(article, Article) for article in articles)
    assert not any("s'est arrêté" in skip.reason for skip in skipped)
