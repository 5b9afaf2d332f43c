"""What the tests of archives share: articles read for claims once, and archives of them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from crosscheck.archive.adding import Added, Way, add
from crosscheck.archive.sources import found
from crosscheck.archive.store import Archive, make, open_archive, prepare
from crosscheck.models import Article, Claim
from crosscheck.pipeline import claims_of
from crosscheck.rules import use_rules

MARCH = """Bamako, le 14 mars 2025

Collision près de Bamako

Douze personnes sont mortes vendredi dans la collision de deux cars près de Bamako, a annoncé le
ministre des Transports, Moussa Diarra. Le préfet parle d'au moins 40 blessés.
"""
APRIL = """Niamey, le 2 avril 2025

Deux accords signés à Niamey

Le Mali et le Niger ont signé deux accords mercredi à Niamey. Ils portent sur 45 millions d'euros.
"""
UNDATED = """Une école rouvre

L'école de Kati a rouvert avec 320 élèves, selon son directeur, Oumar Keïta.
"""
TEXTS = {"mars.txt": MARCH, "avril.txt": APRIL, "ecole.txt": UNDATED}


@cache
def _read(text: str, published: object) -> tuple[Claim, ...]:
    del published
    return claims_of(_articles[text])


_articles: dict[str, Article] = {}


def extract(article: Article) -> Sequence[Claim]:
    """The claims of an article; each text is read for claims once in a run of the tests."""
    _articles[article.text] = article
    return [replace(c, article=article.id) for c in _read(article.text, article.published)]


def write_texts(folder: Path, texts: dict[str, str] | None = None) -> Path:
    """A folder with the articles."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (TEXTS if texts is None else texts).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def put(folder: Path, *paths: Path, batch: int = 64) -> tuple[Archive, Added]:
    """Adds articles to an archive, which is made if need be: what it holds, what was done."""
    use_rules(None)  # whatever the test before has used
    make(folder)
    prepare(folder)
    archive, total = open_archive(folder), Added()
    sources, passed = found(paths)
    for after, done in add(archive, sources, Way(extract, batch=batch)):
        archive, total = after, total.and_then(done)
    return archive, replace(total, skipped=(*passed, *total.skipped))
