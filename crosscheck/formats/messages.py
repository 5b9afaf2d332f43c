"""The catalogue of the reports: `rules/fr/report.toml`, read by dotted keys.

>>> phrase("values.above", n="12")
'plus de 12'
"""

from decimal import Decimal
from typing import Any

from crosscheck.rules import RuleError, rule_files, table

_FILE = "report"
_VOWELS = frozenset("aeiouhàâéèêëîïôùûœ")


def _entry(key: str, kind: type) -> Any:
    """The entry at `section.name`, its type checked."""
    section, _, name = key.partition(".")
    found = table(_FILE, section).get(name)
    if not isinstance(found, kind):
        expected = "une liste" if kind is list else "un texte"
        raise RuleError(rule_files()[_FILE], key, found, expected)
    return found


def phrase(key: str, **fields: object) -> str:
    """A sentence with its places filled: `phrase("values.between", low=3, high=4)`.

    Raises `RuleError` when the sentence is missing or asks for a place that nobody fills.
    """
    template = str(_entry(key, str))
    try:
        return template.format(**fields)
    except (KeyError, IndexError, ValueError) as error:
        places = ", ".join(f"{{{name}}}" for name in fields) or "aucune place"
        raise RuleError(rule_files()[_FILE], key, template, places) from error


def plural(key: str, number: Decimal | int) -> str:
    """The form of a pair for a number: `plural("values.million", 2)` is « millions »."""
    one, many = _entry(key, list)
    return str(one if -2 < number < 2 else many)


def counted(key: str, number: int) -> str:
    """`counted("article", 1)` is « article lu »."""
    return plural(f"counts.{key}", number)


def starts_with_vowel(word: str) -> bool:
    """Whether « de » becomes « d’ » before the word; a mute h is taken for granted."""
    return word[:1].casefold() in _VOWELS
