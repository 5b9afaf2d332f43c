"""The words of the claim layer: each stands in an example, and each example is read as marked.

« Le [maire Jean Duval|role Jean Duval = maire] a parlé. »: what is in brackets must be claimed, on
exactly these characters; a sentence without a mark claims nothing of the file's kinds.
"""

import re
import tomllib
from collections.abc import Iterator

import pytest

from crosscheck.claims import extract
from crosscheck.claims.lexicon import fold, word_class
from crosscheck.models import Article, Claim
from crosscheck.rules import rule_files, words
from crosscheck.values import Name, Role

MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]]+)\]")
KINDS = {"offices": {"role"}, "names": {"name"}, "worth": {"count", "ordinal"}}
"""What the examples of each file are about."""


def claim_files() -> list[str]:
    return sorted(n for n in rule_files() if words(n).get("kind") == "claims")


def rows(name: str) -> Iterator[tuple[str, str]]:
    yield from ((name, example) for example in words(name)["examples"])


def told(claim: Claim) -> str:
    """A claim as a mark tells it."""
    match claim.value:
        case Role() as role:
            sort = "rank" if claim.rule == "roles.rank" else "role"
            return f"{sort} {role.person} = {role.role}"
        case Name() as name:
            return f"name {name.acronym}" if name.acronym else "name"
        case _:
            return claim.kind


EXAMPLES = [row for name in KINDS for row in rows(name)]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[e[:50] for _, e in EXAMPLES])
def test_examples(name: str, example: str) -> None:
    text = MARK.sub(r"\1", example)
    found = {
        (c.text, told(c).replace("rank ", "role "))
        for c in extract(Article.from_text(text, id="a"))
        if c.kind in KINDS[name]
    }
    marked = {(m[1], m[2].replace("rank ", "role ")) for m in MARK.finditer(example)}
    assert marked <= found if marked else not found


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_word_stands_in_an_example(name: str) -> None:
    rules = words(name)
    shown = fold(" ".join(MARK.sub(r"\1", e) for e in rules["examples"]))
    lists = {k: v for k, v in rules.items() if isinstance(v, list | dict) and k != "examples"}
    missing = [w for found in lists.values() for w in found if fold(w) not in shown]
    assert not missing


def test_every_file_has_a_kind() -> None:
    assert not [name for name in rule_files() if "kind" not in words(name)]


def test_no_word_is_of_two_classes() -> None:
    seen: dict[str, str] = {}
    for name, members in words("synonyms")["classes"].items():
        for word in members:
            assert fold(word) not in seen, f"{word}: {seen.get(fold(word))}, {name}"
            seen[fold(word)] = name


ONE_CLASS = [
    ("décès", "tuer"),
    ("signature", "conclure"),
    ("venue", "visiter"),
    ("naufrage", "chavirer"),
    ("éboulis", "glissement"),
    ("rocher", "pierre"),
    ("crue", "inonder"),
    ("survivant", "indemne"),
    ("enlèvement", "otage"),
    ("homicide", "assassiner"),
    ("peine", "condamné"),
    ("prison", "détention"),
    ("amende", "contravention"),
    ("votation", "référendum"),
    ("bourgmestre", "maire"),
    ("limogeage", "destituer"),
    ("octroyer", "accorder"),
    ("remporter", "sacrer"),
    ("flambée", "hausse"),
    ("vente", "vendre"),
    ("rachat", "acquérir"),
    ("taxe", "fiscalité"),
    ("congédier", "licenciement"),
    ("rente", "pension"),
    ("exporter", "exportation"),
    ("traversier", "ferry"),
    ("vache", "bovin"),
    ("moisson", "récolter"),
    ("averse", "pluie"),
    ("forestier", "forêt"),
    ("professeur", "enseignant"),
    ("lauréat", "récompense"),
    ("piratage", "cyberattaque"),
    ("coach", "sélectionneur"),
    ("pontife", "pape"),
]


@pytest.mark.parametrize(("one", "other"), ONE_CLASS)
def test_words_of_one_class(one: str, other: str) -> None:
    assert word_class(one) == word_class(other)


KEPT_APART = [
    ("mort", "blessé"),
    ("détruire", "endommager"),
    ("déplacé", "réfugié"),
    ("augmenter", "diminuer"),
    ("victoire", "défaite"),
    ("réfugié", "migrant"),
    ("amendement", "amende"),
    ("autorité", "autoriser"),
    ("consultation", "consulat"),
    ("diplomate", "diplôme"),
    ("département", "départ"),
    ("important", "importer"),
    ("licence", "licencier"),
    ("public", "publier"),
    ("publicité", "publier"),
    ("propos", "proposer"),
    ("électronique", "électricité"),
    ("reportage", "reporter"),
    ("signe", "signer"),
    ("ferme", "fermer"),
    ("peuple", "population"),
    ("chiffre", "atteindre"),
    ("ne", "naissance"),
    ("livre", "livraison"),
    ("élevé", "école"),
]
"""Words that share letters, or a story, and tell two things."""


@pytest.mark.parametrize(("one", "other"), KEPT_APART)
def test_words_kept_apart(one: str, other: str) -> None:
    assert word_class(one) != word_class(other)


HEADS = [
    ("Douze policiers ont été blessés dans la nuit.", "blesse"),
    ("Trente écoliers ont été enlevés au village.", "otage"),
    ("Les trente otages ont été conduits au nord.", "otage"),
    ("Quatorze pêcheurs ont survécu.", "rescape"),
    ("Neuf passagers ont été hospitalisés.", "hospitaliser"),
    ("Cinq mineurs sont morts dans le puits.", "mort"),
]
"""What is counted, of people: what befell them."""


@pytest.mark.parametrize(("text", "head"), HEADS)
def test_what_befell_is_counted(text: str, head: str) -> None:
    counts = [c for c in extract(Article.from_text(text, id="a")) if c.kind == "count"]
    assert [c.subject.head for c in counts] == [head]


def test_classes_stand_in_alphabetical_order_within_a_domain() -> None:
    text = rule_files()["synonyms"].read_text(encoding="utf-8").partition("[classes]")[2]
    domains = re.split(r"^# .+\.$", text, flags=re.MULTILINE)[1:]
    for domain in domains:
        names = [fold(name) for name in tomllib.loads(domain)]
        assert names == sorted(names)


@pytest.mark.parametrize("path", sorted(rule_files().values()), ids=lambda p: p.stem)
def test_files_are_toml_without_surprises(path: object) -> None:
    """A list that slipped below a table would be read as one of its words."""
    rules = tomllib.loads(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    tables = [v for v in rules.values() if isinstance(v, dict)]
    assert not [t for t in tables if "examples" in t]
