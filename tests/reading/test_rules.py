"""The examples of the words that reading uses: each word in one, each mark found."""

import re

import pytest

from crosscheck.models import Article
from crosscheck.reading import describe
from crosscheck.reading.language import language_of
from crosscheck.reading.lines import fold
from crosscheck.reading.origin import origin_of
from crosscheck.rules import words

_MARK = re.compile(r"\[([^|\]]*(?:\|[^|\]]*)*?)\|(?:boilerplate|origin)\]")
BODY = (
    "Trois personnes ont été tuées et douze autres blessées dans la collision, selon le préfet.\n\n"
    "Le chauffeur a été entendu par les enquêteurs. Une enquête a été ouverte par le procureur."
)


def unmark(example: str) -> tuple[str, list[str]]:
    """The text of an example, and what it marks."""
    return _MARK.sub(r"\1", example), _MARK.findall(example)


def boilerplate(text: str) -> list[str]:
    """The lines of `text` that `describe` holds for boilerplate."""
    article = describe(Article.from_text(text))
    found = [text[b.start : b.end] for b in article.blocks if b.kind == "boilerplate"]
    return [line for run in found for line in re.split(r"\n+", run)]


@pytest.mark.parametrize("example", words("boilerplate")["examples"])
def test_foot(example: str) -> None:
    """After the body, what is marked is boilerplate and nothing else is."""
    text, marked = unmark(example)
    assert boilerplate(f"Une collision fait trois morts\n\n{BODY}\n\n{text}") == marked


@pytest.mark.parametrize("example", words("boilerplate")["head_examples"])
def test_head(example: str) -> None:
    """Before the body, what is marked is boilerplate and nothing else is."""
    text, marked = unmark(example)
    assert boilerplate(f"{text}\n\n{BODY}") == marked


@pytest.mark.parametrize("example", words("agencies")["examples"])
def test_origin(example: str) -> None:
    text, marked = unmark(example)
    assert [found for found in (origin_of([text], ""),) if found] == marked


@pytest.mark.parametrize(("code", "text"), words("languages")["expected"].items())
def test_language(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("name", ["boilerplate", "agencies"])
def test_every_word_has_an_example(name: str) -> None:
    """A word without an example is not known to work."""
    rules = dict(words(name))
    shown = "\n".join([*rules.pop("examples"), *rules.pop("head_examples", [])])
    plain = re.sub(r"\d+", "#", fold(unmark(shown)[0]))
    lists = {key: value for key, value in rules.items() if isinstance(value, list)}
    missing = {
        f"{key}: {word}"
        for key, value in lists.items()
        for word in value
        if fold(word) not in plain
    }
    assert not missing
