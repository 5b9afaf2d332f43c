"""The catalogues of the reports: `rules/fr/report.toml`, `rules/en/report.toml`, by dotted keys.

>>> phrase("values.above", n="12")
'plus de 12'
>>> with speaking("en"):
...     phrase("values.above", n="12")
'more than 12'

The language stands in a context variable, as a locale does, so that the hundred small functions
that say a date or a count need not hand it on; `render` sets it for one report.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from typing import Any

from crosscheck.rules import RuleError, remembered, rule_files, table

LANGUAGES = ("fr", "en")
"""The languages that a report can be written in; articles are read in French alone."""
_FILE = "report"
_VOWELS = frozenset("aeiouhàâéèêëîïôùûœ")
_language: ContextVar[str] = ContextVar("language", default="fr")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """The language of the report for what is made inside: `with speaking("en"): …`."""
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)


def spoken() -> str:
    """The language of the report being made: « fr », « en »."""
    return _language.get()


def catalogue(section: str) -> dict[str, Any]:
    """One section in the language of the report: `catalogue("dates")["months"][0]`."""
    found: dict[str, Any] = table(_FILE, section, language=spoken())
    return found


@remembered
def _entry(language: str, key: str, kind: type) -> Any:
    """The entry at `section.name`, its type checked."""
    section, _, name = key.partition(".")
    found = table(_FILE, section, language=language).get(name)
    if not isinstance(found, kind):
        expected = "une liste" if kind is list else "un texte"
        raise RuleError(rule_files(language)[_FILE], key, found, expected)
    return found


def phrase(key: str, **fields: object) -> str:
    """A sentence with its places filled: `phrase("values.between", low=3, high=4)`.

    Raises `RuleError` when the sentence is missing or asks for a place that nobody fills.
    """
    template: str = _entry(spoken(), key, str)
    try:
        return template.format(**fields)
    except (KeyError, IndexError, ValueError) as error:
        places = ", ".join(f"{{{name}}}" for name in fields) or "aucune place"
        raise RuleError(rule_files(spoken())[_FILE], key, template, places) from error


def plural(key: str, number: Decimal | int) -> str:
    """The form of a pair for a number: `plural("values.million", 2)` is « millions ».

    French says « 0 article » and « 1,5 million », English « 0 articles » and « 1.5 miles ».
    """
    one, many = _entry(spoken(), key, list)
    few = -2 < number < 2 if phrase("grammar.singular") == "below two" else number == 1
    return str(one if few else many)


def counted(key: str, number: int) -> str:
    """`counted("article", 1)` is « article lu »."""
    return plural(f"counts.{key}", number)


def starts_with_vowel(word: str) -> bool:
    """Whether « de » becomes « d’ » before the word; a mute h is taken for granted."""
    return word[:1].casefold() in _VOWELS
