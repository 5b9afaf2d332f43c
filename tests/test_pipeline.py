"""The road as a whole: order and names of articles change nothing; the probe pairs."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from crosscheck import Article, cross_check, read_articles
from crosscheck.formats import FORMATS
from crosscheck.pipeline import line_up, reported

DATA = Path(__file__).parent / "data"
PROBES = [json.loads(line) for line in (DATA / "probe.jsonl").read_text("utf-8").splitlines()]


def pair(a: str, b: str) -> list[Article]:
    return [Article.from_text(text, id=i, outlet=i) for i, text in (("a", a), ("b", b))]


@pytest.mark.parametrize("row", PROBES, ids=[row["id"] for row in PROBES])
def test_probe(row: dict[str, str]) -> None:
    report = cross_check(pair(row["a"], row["b"]))
    said = any(f.verdict == "conflict" and len(f.group.articles) > 1 for f in report.findings)
    assert said == (row["expect"] == "flag")


STORY = (
    "Publié le 14 mars 2025\n\nTrois accords ont été signés le 12 mars à Moscou par le ministre "
    "de l'Énergie, Sergueï Tsivilev.",
    "Quatre accords ont été signés à Moscou, selon l'ambassade. L'aide est de 12 millions.",
    "Plusieurs accords ont été signés à Moscou. Au moins 12 personnes ont été blessées.",
)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_order_of_articles_changes_nothing(name: str) -> None:
    articles = [Article.from_text(text, id=f"a{i}") for i, text in enumerate(STORY)]
    texts = {FORMATS[name](cross_check(order)) for order in permutations(articles)}
    assert len(texts) == 1


def test_names_of_articles_change_nothing_but_the_names(seeds: Path) -> None:
    articles, _ = read_articles([seeds])
    before = FORMATS["json"](cross_check(articles))
    # Names in the opposite order, of the same length: no sorting by name may show.
    renamed = {a.id: f"{9 - i}xx_{a.id[4:]}" for i, a in enumerate(articles)}
    after = FORMATS["json"](cross_check([replace(a, id=renamed[a.id]) for a in articles]))
    for old, new in renamed.items():
        after = after.replace(new, old)
    assert after == before


def test_two_runs_give_the_same_bytes(clusters: Path) -> None:
    articles, skipped = read_articles([clusters / "a2-accords-tchad-indonesie"])
    first, second = (cross_check(articles, skipped=skipped) for _ in range(2))
    for name, write in FORMATS.items():
        assert write(first) == write(second), name


def test_one_article_is_told_so() -> None:
    report = cross_check([Article.from_text(STORY[0], id="seul")])
    assert report.notes
    assert {f.verdict for f in report.findings} == {"single"}


def test_an_article_in_another_language_is_listed_and_gives_no_claim() -> None:
    english = "The prefect said that 12 people were killed and 40 injured in the accident. " * 3
    report = cross_check([*pair(*STORY[:2]), Article.from_text(english, id="en")])
    assert [(s.path, s.reason) for s in report.skipped] == [("en", "pas en français (en)")]
    assert "en" not in {article.id for article in report.articles}


def test_no_article() -> None:
    report = cross_check([])
    assert report.to_dict()["claims"] == []


def test_a_copy_is_no_second_origin() -> None:
    text = (
        "Au moins douze personnes ont été tuées mercredi dans la collision de deux cars près de "
        "la capitale, selon la préfecture, qui a ouvert une enquête et promis un rapport."
    )
    report = cross_check(pair(text, f"Drame de la route\n\n{text}"))
    deaths = [f for f in report.findings if "douze personnes" in f.group.claims[0].text]
    assert [(f.verdict, f.origins) for f in deaths] == [("single", 1)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Another thing with the same unit word.
        ("Le prêt atteint 2 milliards d'euros.", "Le club a dépensé 10,5 milliards d'euros."),
        ("L'attaque a fait douze morts à Gao.", "La délégation comptait dix-huit ministres."),
        ("Le maire a 52 ans.", "Le pont a été fermé pendant 30 ans."),
        ("Jean Duval, maire de Rennes, a parlé.", "Marie Duval, préfète, a parlé."),
    ],
)
def test_what_is_not_one_question_is_no_conflict(a: str, b: str) -> None:
    report = cross_check(pair(a, b))
    assert not [f for f in report.findings if f.verdict == "conflict"]


def test_hash_seed_changes_nothing(clusters: Path) -> None:
    """No order of a set shows in any output."""
    folder = str(clusters / "a2-accords-tchad-indonesie")
    program = "import sys; from crosscheck.cli import run; sys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "report", folder, "--format", "json"]
    texts = {
        subprocess.run(
            command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(texts) == 1


def test_what_was_foreseen_and_disputed_is_not_set_aside() -> None:
    texts = (
        "La réparation du pont coûtera 3 millions d'euros.",
        "La réparation du pont coûtera 5 millions d'euros, dit la mairie.",
        "La réparation du pont a coûté 4 millions d'euros au total.",
    )
    report = cross_check([Article.from_text(t, id=i) for i, t in zip("abc", texts, strict=True)])
    assert report.findings[0].verdict == "conflict"
    assert "laissé de côté" not in report.findings[0].why


def test_what_speaks_of_others_alone_is_left_out() -> None:
    """A check asks about the new article: what two references say to each other is not judged."""
    texts = {
        "a": "Deux accords ont été signés à Moscou.",
        "b": "Trois accords ont été signés à Moscou.",
        "c": "La piste de Saurel est longue de 7 km. Le samedi 14 mars 2025, il a plu.",
        "d": "La piste de Saurel est longue de 9 km.",
    }
    lined = line_up([Article.from_text(text, id=name) for name, text in texts.items()])
    whole, asked = reported(lined), reported(lined, about={"b"})
    assert {check.article for check in whole.checks} == {"c"}
    assert asked.checks == ()
    told = {(f.group, f.verdict, f.why) for f in whole.findings if "b" in f.group.articles}
    assert {(f.group, f.verdict, f.why) for f in asked.findings} == told
    assert len(told) < len(whole.findings)
