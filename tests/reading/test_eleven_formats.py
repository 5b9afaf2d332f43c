"""One story in eleven formats makes the claims of its plain text."""

from collections import Counter
from pathlib import Path

import pytest

from crosscheck.claims import extract
from crosscheck.models import Article
from crosscheck.reading import read_articles
from tests.reading import writers

Said = tuple[str, str, str]


def said(article: Article) -> Counter[Said]:
    """What an article claims: kind, value, question."""
    claims = extract(article)
    return Counter((c.kind, str(c.value.to_dict()), c.subject.label) for c in claims)


def paragraphs(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.strip() for line in lines if line.strip()]


def shared(one: Counter[Said], other: Counter[Said]) -> float:
    return sum((one & other).values()) / max(sum(one.values()), sum(other.values()), 1)


@pytest.fixture(scope="module")
def texts(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[Said]]:
    """What each seed claims as plain text, its paragraphs parted by blank lines."""
    folder = tmp_path_factory.mktemp("textes")
    for seed in sorted(seeds.glob("*.txt")):
        (folder / seed.name).write_text("\n\n".join(paragraphs(seed)), encoding="utf-8")
    return {article.id: said(article) for article in read_articles([folder])[0]}


@pytest.mark.parametrize("suffix", sorted(writers.FORMATS))
def test_same_claims(
    suffix: str, texts: dict[str, Counter[Said]], seeds: Path, tmp_path: Path
) -> None:
    for name in texts:
        data = writers.FORMATS[suffix](paragraphs(seeds / f"{name}.txt"))
        (tmp_path / f"{name}.{suffix}").write_bytes(data)
    articles, skipped = read_articles([tmp_path])
    assert skipped == ()
    found = {article.id: shared(texts[article.id], said(article)) for article in articles}
    assert found == dict.fromkeys(texts, 1.0)


@pytest.mark.skipif(writers.LIBREOFFICE is None, reason="LibreOffice n'est pas installé")
@pytest.mark.parametrize("suffix", ["docx", "odt", "pdf", "html"])
def test_same_claims_from_libreoffice(
    suffix: str, texts: dict[str, Counter[Said]], seeds: Path, tmp_path: Path
) -> None:
    """The same from a program that writes these formats all day."""
    for name in sorted(texts)[:2]:
        made = writers.converted(tmp_path, paragraphs(seeds / f"{name}.txt"), suffix)
        articles, skipped = read_articles([made])
        assert not skipped and shared(texts[name], said(articles[0])) == 1.0


def test_places_are_told(seeds: Path, tmp_path: Path) -> None:
    """Lines and columns in text, pages in a PDF, paragraphs elsewhere."""
    seed = paragraphs(sorted(seeds.glob("*.txt"))[0])
    for suffix in ("md", "pdf", "docx"):
        data = writers.FORMATS[suffix](seed * (4 if suffix == "pdf" else 1))
        (tmp_path / f"a.{suffix}").write_bytes(data)
    found = {article.format: article for article in read_articles([tmp_path])[0]}
    last = {name: article.where(len(article.text) - 1) for name, article in found.items()}
    lines = writers.markdown(seed).splitlines()
    assert last["markdown"].unit == "line" and last["markdown"].number == len(lines)
    assert last["pdf"].unit == "page" and last["pdf"].number == len(found["pdf"].marks) > 1
    assert last["docx"].to_dict() == {"paragraph": len(seed)}
