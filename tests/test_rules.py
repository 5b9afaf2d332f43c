"""Every rules file is its own test table: each word stands in an example, each example holds.

An example of `kind = "expressions"` is a French sentence in which every expression is marked,
`[surface|kind value]`, with `unit=` and `currency=` where there are such; what is not marked must
not be found. A value is « 12 », « 12..inf », « -inf..20 », or a date in EDTF. Examples are read as
published on 25 June 2025.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crosscheck.expressions import mentions
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.tokens import tokenise
from crosscheck.models import Mention
from crosscheck.rules import RuleError, rule_files, use_rules, words
from crosscheck.values import INFINITE, Interval, Period

PUBLISHED = date(2025, 6, 25)
FILES = sorted(rule_files())
MARK = re.compile(r"\[([^|\]]+)\|(\w+) ?([^\] ]*)((?: (?:unit|currency)=[^\]=]+?)*)\]")
SHORT = 4
"""Two letters and the spaces around: what is no longer must stand as a word of its own."""
HEADERS = {"kind", "examples", "generated"}

Expected = tuple[str, int, int, dict[str, str]]


def unmark(example: str) -> tuple[str, list[Expected]]:
    """The sentence without its marks, and what they say: kind, start, end, value."""
    plain_text, expected, at = "", [], 0
    for match in MARK.finditer(example):
        plain_text += example[at : match.start()]
        start = len(plain_text)
        plain_text += match[1]
        said = dict(re.findall(r"(unit|currency)=(.+?)(?= (?:unit|currency)=|$)", match[4]))
        expected.append((match[2], start, len(plain_text), {"value": match[3]} | said))
        at = match.end()
    return plain_text + example[at:], expected


def number(value: Any) -> str:
    """A number as marks have it."""
    if not value.is_finite():
        return "inf" if value == INFINITE else "-inf"
    return format(value, "f")


def spoken(mention: Mention) -> Expected:
    """A mention in the notation of the marks."""
    value = mention.value
    if isinstance(value, Period):
        return mention.kind, mention.start, mention.end, {"value": value.edtf}
    assert isinstance(value, Interval)
    ends = [number(value.low), number(value.high)]
    said = {"value": ends[0] if value.exact else "..".join(ends)}
    said |= {"unit": value.unit} if value.unit else {}
    said |= {"currency": value.currency} if value.currency else {}
    return mention.kind, mention.start, mention.end, said


def check_expressions(examples: list[str]) -> None:
    """Exactly the marked expressions are found, with their spans and values."""
    for example in examples:
        text, expected = unmark(example)
        assert "[" not in text, f"marque illisible : {example}"
        assert [spoken(m) for m in mentions(text, PUBLISHED)] == expected, example


CHECKS: dict[str, Callable[[list[str]], None] | None] = {
    "expressions": check_expressions,
    "claims": None,
    "derived": None,
    "judging": None,
    "messages": None,
    "reading": None,
}
"""How the examples of a kind of rules are checked; `None` where the kind has no marks: messages
need no examples, and the others are checked by the tests of their own room."""


def all_words(table: object, generated: frozenset[str], name: str = "") -> Iterator[str]:
    """Every word of the tables: keys of tables, items of lists; not the fields of an entry."""
    if isinstance(table, list):
        yield from (word for word in table if isinstance(word, str))
        return
    assert isinstance(table, dict)
    for key, value in table.items():
        place = f"{name}.{key}" if name else key
        if place in generated or (not name and key in HEADERS):
            continue
        if isinstance(value, list) and value and isinstance(value[0], str):
            yield from value
        elif isinstance(value, dict) and any(isinstance(v, dict | list) for v in value.values()):
            yield from all_words(value, generated, place)
        elif isinstance(value, dict) and not name:
            yield from value
        else:
            yield key


def folded(text: str) -> str:
    """The text by which a word is looked for in the examples: its plain words, with marks."""
    tokens = tokenise(text)
    return " " + " ".join(plain(tokens.word(i)) for i in range(len(tokens.words))) + " "


def stands(word: str, text: str) -> bool:
    """Whether a word stands in the text; a longer one may be the beginning or end of another."""
    return word in text or (len(word) > SHORT and (word[:-1] in text or word[1:] in text))


@pytest.mark.parametrize("name", FILES)
def test_kind_is_known(name: str) -> None:
    assert words(name).get("kind") in CHECKS


@pytest.mark.parametrize("name", [n for n in FILES if CHECKS.get(words(n).get("kind", ""))])
def test_examples_hold(name: str) -> None:
    check = CHECKS[words(name)["kind"]]
    assert check is not None
    assert words(name)["examples"], "aucun exemple"
    check(words(name)["examples"])


@pytest.mark.parametrize("name", [n for n in FILES if CHECKS.get(words(n).get("kind", ""))])
def test_every_word_has_an_example(name: str) -> None:
    rules = words(name)
    text = folded("\n".join(unmark(example)[0] for example in rules["examples"]))
    listed = all_words(rules, frozenset(rules.get("generated", ())))
    missing = [word for word in listed if not stands(folded(word), text)]
    assert missing == []


ENTRIES = [
    ("numbers", "quinze = 15", 'quinze = "15"', "cardinals.quinze", "15", "un entier"),
    ("numbers", "value = 8,", 'value = "8",', "approximate.huitaine.value", "8", "un nombre"),
    ("numbers", "low = 7, high = 9", "low = 7", "approximate.huitaine.high", None, "un nombre"),
    ("hedges", "strict = true", 'strict = "oui"', "strict", "oui", "true ou false"),
    ("hedges", "outside = true", "dehors = true", "dehors", True, "low ou high ou strict"),
    ("units", '"hectare" = "ha"', '"hectare" = 12', "units.hectare", 12, "un texte"),
    ("durations", 'unit = "nuit"', "unit = 3", "durations.nuit.unit", 3, "un texte"),
    ("feasts", '"Noël" = [12, 25]', '"Noël" = [12, 35]', "feasts.Noël", [12, 35], "[12, 25]"),
    ("calendar", "lundi = 0", "lundi = true", "weekdays.lundi", True, "un entier"),
    ("currencies", 'words = ["perte"', "words = [3", "sums.words", None, "une liste"),
]


@pytest.mark.parametrize(("file", "good", "bad", "key", "found", "expected"), ENTRIES)
def test_mistake_is_told_with_file_key_found_and_expected(
    tmp_path: Path, file: str, good: str, bad: str, key: str, found: object, expected: str
) -> None:
    text = rule_files()[file].read_text(encoding="utf-8")
    assert good in text
    (tmp_path / f"{file}.toml").write_text(text.replace(good, bad, 1), encoding="utf-8")
    use_rules(tmp_path)
    try:
        with pytest.raises(RuleError) as caught:
            mentions("Quinze morts.")
    finally:
        use_rules(None)
    assert caught.value.file.name == f"{file}.toml"
    assert key in caught.value.key
    assert found is None or caught.value.found == found
    assert expected in caught.value.expected
    for told in (f"{file}.toml", key, expected):
        assert told in str(caught.value)


def test_a_table_that_is_none_and_a_file_that_is_no_toml(tmp_path: Path) -> None:
    for text, expected in (('cardinals = "un"', "une table"), ("cardinals = [", "TOML")):
        (tmp_path / "numbers.toml").write_text(text, encoding="utf-8")
        use_rules(tmp_path)
        try:
            with pytest.raises(RuleError, match=expected):
                mentions("Un mort.")
        finally:
            use_rules(None)
        (tmp_path / "numbers.toml").unlink()
        tmp_path = tmp_path / "autre"
        tmp_path.mkdir()
