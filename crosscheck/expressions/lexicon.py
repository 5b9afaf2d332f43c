"""The words of the expressions, read from the rules once and put in the shape the grammar asks.

>>> lexicon().cardinals["quinze"]
15
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from crosscheck.expressions.phrases import Phrases, bare, plain
from crosscheck.expressions.tokens import tokenise
from crosscheck.rules import RuleError, rule_files, table, words


@dataclass(frozen=True, slots=True)
class Hedge:
    """How a stated number is stretched: from `low` times to `high` times the number."""

    low: Decimal
    high: Decimal
    strict: bool = False
    vague: bool = False
    outside: bool = False
    """A verb, which changes the value and stands outside the span: « dépasse 60 % »."""
    of: str = ""
    """The one kind that takes this hedge (« sous dix jours »); empty for all."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a wording counts in: a canonical unit, how many of it, and a currency for money."""

    unit: str
    times: Decimal = Decimal(1)
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """« une vingtaine »: the number and the ends it is read as."""

    value: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every word list of the expressions, checked."""

    months: frozenset[str]
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    scales: Mapping[str, int]
    approximate: Mapping[str, Band]
    fractions: Mapping[str, int]
    uncounted: Mapping[str, Band]
    rough_adjectives: frozenset[str]
    single: frozenset[str]
    multiples: Mapping[str, int]
    labels: frozenset[str]
    addresses: frozenset[str]
    after_share: frozenset[str]
    hedges_before: Phrases[Hedge]
    hedges_after: Phrases[Hedge]
    change: tuple[str, ...]
    units: Phrases[Unit]
    symbols: Phrases[Unit]
    percentages: Phrases[Unit]
    durations: Mapping[str, Unit]
    duration_signs: Mapping[str, str]
    between: frozenset[str]
    adjectives: Mapping[str, int]
    age_before: Phrases[bool]
    not_age: frozenset[str]
    persons: frozenset[str]
    person_endings: tuple[str, ...]
    not_persons: frozenset[str]
    having: frozenset[str]
    currencies: Phrases[Unit]
    currency_signs: Phrases[Unit]
    default_currency: Mapping[str, str]
    sums: frozenset[str]
    hundredths: frozenset[str]
    currency_places: Mapping[str, Mapping[str, frozenset[str]]]


def wrong(file: str, key: str, found: object, expected: str) -> RuleError:
    """The error of one entry of a rules file: names file, key, what was found and expected."""
    return RuleError(rule_files().get(file, Path(f"{file}.toml")), key, found, expected)


def integers(file: str, key: str) -> dict[str, int]:
    """A table of whole numbers; a word may also stand without its accents."""
    rows = table(file, key)
    for word, value in rows.items():
        if not isinstance(value, int) or isinstance(value, bool):
            raise wrong(file, f"{key}.{word}", value, "un entier")
    return {bare(word): value for word, value in rows.items()} | dict(rows)


def texts(file: str, key: str) -> dict[str, str]:
    """A table of texts."""
    rows = table(file, key)
    for word, value in rows.items():
        if not isinstance(value, str):
            raise wrong(file, f"{key}.{word}", value, "un texte")
    return dict(rows)


def listed(file: str, key: str, inner: str = "words") -> tuple[str, ...]:
    """A list of words inside a table: `listed("numbers", "labels")`."""
    value = table(file, key).get(inner)
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise wrong(file, f"{key}.{inner}", value, "une liste de textes")
    return tuple(value)


_NUMBER = (int, float)


def rows(file: str, key: str, fields: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """A table of small tables whose fields have the types of `fields`; others are refused.

    A field whose type stands in a list may be left out: `{"unit": str, "times": [int, float]}`.
    """
    found = table(file, key)
    for word, row in found.items():
        if not isinstance(row, dict):
            raise wrong(file, f"{key}.{word}", row, "une table")
        for name, kinds in fields.items():
            wanted = tuple(kinds) if isinstance(kinds, (list, tuple)) else (kinds,)
            if name not in row and not isinstance(kinds, list):
                raise wrong(file, f"{key}.{word}.{name}", None, _spoken(wanted))
            if name in row and (
                not isinstance(row[name], wanted)
                or (isinstance(row[name], bool) and bool not in wanted)
            ):
                raise wrong(file, f"{key}.{word}.{name}", row[name], _spoken(wanted))
        for name in row:
            if name not in fields:
                raise wrong(file, f"{key}.{word}.{name}", row[name], " ou ".join(fields))
    return dict(found)


def _spoken(kinds: Iterable[type]) -> str:
    names = {int: "un nombre", float: "un nombre", str: "un texte", bool: "true ou false"}
    return " ou ".join(dict.fromkeys(names[kind] for kind in kinds))


def _decimal(number: float) -> Decimal:
    return Decimal(str(number))


def _hedges(key: str) -> Phrases[Hedge]:
    fields = {
        "low": _NUMBER,
        "high": _NUMBER,
        "strict": [bool],
        "vague": [bool],
        "outside": [bool],
        "of": [str],
    }
    return Phrases(
        {
            word: Hedge(
                _decimal(row["low"]),
                _decimal(row["high"]),
                row.get("strict", False),
                row.get("vague", False),
                row.get("outside", False),
                row.get("of", ""),
            )
            for word, row in rows("hedges", key, fields).items()
        }
    )


def _bands(key: str) -> dict[str, Band]:
    fields: dict[str, Any] = {"low": _NUMBER, "high": _NUMBER, "value": [int, float]}
    return {
        word: Band(
            _decimal(row.get("value", row["low"])), _decimal(row["low"]), _decimal(row["high"])
        )
        for word, row in rows("numbers", key, fields).items()
    }


def _money(key: str, *, exact: bool) -> Phrases[Unit]:
    fields: dict[str, Any] = {"code": str, "unit": str, "times": [int]}
    found = rows("currencies", key, fields)
    return Phrases(
        {
            word: Unit(row["unit"], _decimal(row.get("times", 1)), row["code"] or None)
            for word, row in found.items()
        },
        exact=exact,
    )


def _places() -> dict[str, dict[str, frozenset[str]]]:
    found: dict[str, dict[str, frozenset[str]]] = {}
    for name, codes in table("currencies", "places").items():
        if not isinstance(codes, dict):
            raise wrong("currencies", f"places.{name}", codes, "une table")
        found[name] = {}
        for code, places in codes.items():
            if not isinstance(places, list) or not all(isinstance(p, str) for p in places):
                raise wrong("currencies", f"places.{name}.{code}", places, "une liste de textes")
            found[name][code] = frozenset(tokenise(place).words[-1] for place in places)
    return found


def lexicon() -> Lexicon:
    """The words of the rules in use, read once for each set of files; `RuleError` on a mistake."""
    return _lexicon(tuple(sorted(rule_files().items())))


@lru_cache(maxsize=4)
def _lexicon(_files: tuple[tuple[str, Path], ...]) -> Lexicon:
    return Lexicon(
        months=frozenset(integers("calendar", "months")),
        cardinals=integers("numbers", "cardinals"),
        ordinals=integers("numbers", "ordinals"),
        scales=integers("numbers", "scales"),
        approximate=_bands("approximate"),
        fractions=integers("numbers", "fractions"),
        uncounted=_bands("uncounted"),
        rough_adjectives=frozenset(listed("numbers", "rough")),
        single=frozenset(integers("numbers", "single")),
        multiples=integers("numbers", "multiples"),
        labels=frozenset(listed("numbers", "labels")),
        addresses=frozenset(listed("numbers", "addresses")),
        after_share=frozenset(listed("numbers", "after_share")),
        hedges_before=_hedges("before"),
        hedges_after=_hedges("after"),
        change=listed("hedges", "change", "stems"),
        units=Phrases({w: Unit(u) for w, u in texts("units", "units").items()}),
        symbols=Phrases({w: Unit(u) for w, u in texts("units", "symbols").items()}, exact=True),
        percentages=Phrases({w: Unit(u) for w, u in texts("units", "percentages").items()}),
        durations=_durations(),
        duration_signs=texts("durations", "signs"),
        between=frozenset(listed("durations", "between")),
        adjectives=integers("durations", "adjectives"),
        age_before=Phrases(dict.fromkeys(listed("durations", "ages", "before"), True)),
        not_age=frozenset(listed("durations", "ages", "not_before")),
        persons=frozenset(listed("durations", "ages", "persons")),
        person_endings=listed("durations", "ages", "endings"),
        not_persons=frozenset(listed("durations", "ages", "not_persons")),
        having=frozenset(listed("durations", "ages", "having")),
        currencies=_money("currencies", exact=False),
        currency_signs=_money("signs", exact=True),
        default_currency=texts("currencies", "default"),
        sums=frozenset(plain(w) for w in listed("currencies", "sums")),
        hundredths=frozenset(listed("currencies", "hundredths")),
        currency_places=_places(),
    )


def _durations() -> dict[str, Unit]:
    found = rows("durations", "durations", {"unit": str, "times": int})
    return {plain(w): Unit(row["unit"], _decimal(row["times"])) for w, row in found.items()}


def kind_of(file: str) -> str:
    """The `kind` of a rules file: which examples it holds; raises `RuleError` when it has none."""
    value = words(file).get("kind")
    if not isinstance(value, str):
        raise wrong(file, "kind", value, "un texte")
    return value
