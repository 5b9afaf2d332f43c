"""Which articles of a large archive are held against a new one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from crosscheck.archive.against import draw
from crosscheck.archive.committing import commit
from crosscheck.archive.keys import keys_of
from crosscheck.archive.library import Library, opened
from crosscheck.archive.nearest import COMMON, Near, Window, nearest
from crosscheck.archive.rows import Entry, claim_columns
from crosscheck.archive.sources import path_here
from crosscheck.archive.store import make, open_archive, prepare
from crosscheck.models import Article
from crosscheck.reading import describe
from crosscheck.stamp import Stamp, stamp
from tests.archive.shelves import APRIL, MARCH, extract

PLACES = ("Kati", "Kayes", "Ségou", "Mopti", "Gao", "Sikasso", "Tessalit", "Ansongo")
MANY = 450
DAY = date(2025, 1, 1)


def other(number: int) -> str:
    """An article on something else, with words that all such articles have."""
    place = PLACES[number % len(PLACES)]
    return f"La foire de {place} a reçu {1_003 + 7 * number} visiteurs, selon la mairie de {place}."


def articles() -> Iterable[Article]:
    for number in range(MANY):
        day = DAY + timedelta(days=number)
        yield Article(f"foire-{number}", other(number), f"../a/foire-{number}.txt", published=day)
    yield Article("mars", MARCH, "../a/mars.txt", published=date(2025, 3, 14))
    told = MARCH.replace("Douze", "Quatorze")
    yield Article("suite", told, "../a/suite.txt", published=date(2025, 3, 15))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("near") / "archive"
    make(folder)
    prepare(folder)
    entries = []
    for article in articles():
        kept = describe(article)
        claims = tuple(extract(kept)) if "foire" not in article.id else ()
        entries.append(Entry(article.path, "f", stamp().mark, kept, claims))
    commit(open_archive(folder), entries, read_by=[stamp()])
    return folder


def near(library: Library, article: Article, **more: object) -> Near:
    keys = keys_of(article.text, map(claim_columns, extract(article)))
    return nearest(library.index, keys, **more)  # type: ignore[arg-type]


def named(library: Library, found: Near) -> list[str]:
    query = "SELECT name FROM articles WHERE n = ?"
    return [library.index.execute(query, [n]).fetchone()[0] for n in found.articles]


def test_the_story_is_found_among_many(archive: Path) -> None:
    new = describe(Article("neuf", MARCH.replace("40", "44"), published=date(2025, 3, 16)))
    with opened(archive) as library:
        found = near(library, new)
        assert named(library, found) == ["mars", "suite"]
        assert found.among == MANY + 2
        assert not found.whole
        elsewhere = describe(Article("neuf", APRIL, published=date(2025, 4, 2)))
        assert named(library, near(library, elsewhere)) == []


def test_what_too_many_have_tells_nothing(archive: Path) -> None:
    with opened(archive) as library:
        fair = describe(Article("neuf", other(3), published=DAY))
        found = near(library, fair)
    assert found.common >= 2  # « foire », « visiteurs »
    assert MANY > COMMON


def test_days_and_own_files_leave_out(archive: Path) -> None:
    new = describe(Article("neuf", MARCH, published=date(2025, 3, 16)))
    with opened(archive) as library:
        window = Window(date(2025, 3, 15), date(2025, 3, 17))
        found = near(library, new, window=window)
        assert (found.among, found.whole) == (4, True)  # so few are all taken
        found = near(library, new, window=window, most=2)
        assert named(library, found) == ["suite"]
        assert named(library, near(library, new, without=["../a/mars.txt"])) == ["suite"]


def test_what_has_no_day_is_in_every_window(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    make(folder)
    prepare(folder)
    undated = MARCH.partition("\n\n")[2]
    days = {"sans": None, "avril": date(2025, 4, 2), "juin": date(2025, 6, 2)}
    kept = [
        describe(Article(name, undated if not day else APRIL, f"../{name}.txt", published=day))
        for name, day in days.items()
    ]
    entries = [Entry(a.path, "f", stamp().mark, a, tuple(extract(a))) for a in kept]
    commit(open_archive(folder), entries, read_by=[stamp()])
    new = describe(Article("neuf", MARCH, published=date(2025, 4, 1)))
    with opened(folder) as library:
        found = near(library, new, window=Window(date(2025, 4, 1), date(2025, 4, 3)), most=1)
        assert (named(library, found), found.among) == (["sans"], 2)


def test_drawn_articles_have_claims_and_names(archive: Path) -> None:
    new = describe(Article("neuf", MARCH, "neuf.txt", published=date(2025, 3, 16)))
    with opened(archive) as library:
        drawn = draw(library, {new: extract(new)})
    assert [a.id for a in drawn.articles] == ["mars", "suite"]
    for article in drawn.articles:
        assert list(drawn.claims[article.id]) == extract(article)
        assert article.path.endswith(f"a/{article.id}.txt")
    assert (drawn.outdated, drawn.damaged) == (0, ())


def test_what_another_version_read_is_not_compared(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    make(folder)
    prepare(folder)
    article = describe(Article("mars", MARCH, "../mars.txt"))
    entry = Entry("../mars.txt", "f", "another", article, tuple(extract(article)))
    commit(open_archive(folder), [entry], read_by=[Stamp("another", "un autre")])
    new = replace(article, id="neuf", path="neuf.txt")
    with opened(folder) as library:
        drawn = draw(library, {new: extract(new)})
    assert (drawn.articles, drawn.outdated) == ((), 1)


@pytest.mark.parametrize(
    ("source", "here"), [("../a/x.txt", "a/x.txt"), ("x.txt", "archive/x.txt")]
)
def test_paths_are_told_from_here(
    source: str, here: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert path_here(source, Path("archive")) == here
    monkeypatch.chdir("/")
    assert path_here("../../far/x.txt", tmp_path / "archive").endswith("/far/x.txt")
