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


@pytest.mark.parametrize(
    ("one", "other"), [("décès", "tuer"), ("signature", "conclure"), ("venue", "visiter")]
)
def test_nouns_and_verbs_of_one_class(one: str, other: str) -> None:
    assert word_class(one) == word_class(other)


@pytest.mark.parametrize("path", sorted(rule_files().values()), ids=lambda p: p.stem)
def test_files_are_toml_without_surprises(path: object) -> None:
    """A list that slipped below a table would be read as one of its words."""
    rules = tomllib.loads(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    tables = [v for v in rules.values() if isinstance(v, dict)]
    assert not [t for t in tables if "examples" in t]
