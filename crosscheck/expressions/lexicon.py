"""The words of the expressions, read from the rules once and put in the shape the grammar asks.

>>> lexicon().cardinals["quinze"]
15
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from crosscheck.expressions.phrases import Phrases, bare, plain
from crosscheck.expressions.tokens import tokenise
from crosscheck.expressions.wordlists import NUMBER, integers, listed, rows, texts, wrong
from crosscheck.rules import remembered, table, words

__all__ = ["Lexicon", "integers", "lexicon", "listed", "rows", "texts", "wrong"]


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
    noun: bool = False
    """Also a word for something else: « trois livres », « sept couronnes »."""
    least: int = 0
    """Smaller whole amounts are something else: « 30 COP », « 3 F »."""


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
    short_scales: Mapping[str, int]
    """« Md », « M »: as they must be printed."""
    approximate: Mapping[str, Band]
    fractions: Mapping[str, int]
    uncounted: Mapping[str, Band]
    rough_adjectives: frozenset[str]
    single: frozenset[str]
    befallen: frozenset[str]
    taking: frozenset[str]
    quakes: frozenset[str]
    multiples: Mapping[str, int]
    labels: frozenset[str]
    names: Phrases[bool]
    """Names that end with a number, as they must be printed: « France 24 »."""
    idioms: Phrases[bool]
    """Groups of words that begin or end with a number and say none."""
    calls: frozenset[str]
    addresses: frozenset[str]
    after_share: frozenset[str]
    after_miles: frozenset[str]
    """After « milles », these leave it a length: « 5 milles marins »."""
    hedges_before: Phrases[Hedge]
    hedges_after: Phrases[Hedge]
    degrees: frozenset[str]
    """What « au plus » is no bound before: « fort », « haut »."""
    change: tuple[str, ...]
    units: Phrases[Unit]
    symbols: Phrases[Unit]
    percentages: Phrases[Unit]
    least: Mapping[str, int]
    """Units that are also nouns, and the least whole number that is read as a measure."""
    point_places: frozenset[str]
    below_zero: Phrases[bool]
    durations: Mapping[str, Unit]
    duration_signs: Mapping[str, str]
    between: frozenset[str]
    adjectives: Mapping[str, int]
    age_before: Phrases[bool]
    not_age: frozenset[str]
    persons: frozenset[str]
    infants: frozenset[str]
    """Whose age is told in months and halves of a year."""
    person_endings: tuple[str, ...]
    not_persons: frozenset[str]
    having: frozenset[str]
    currencies: Phrases[Unit]
    currency_signs: Phrases[Unit]
    default_currency: Mapping[str, str]
    noun_currencies: frozenset[str]
    sums: frozenset[str]
    prices: tuple[str, ...]
    hundredths: Mapping[str, Unit]
    currency_places: Mapping[str, Mapping[str, frozenset[str]]]
    triggers: frozenset[str] = frozenset()
    """Every word that a quantity may begin with, but for figures."""
    number_words: frozenset[str] = frozenset()
    """Every word that a number may begin with, « des » of « des milliers » and « le » of « le
    demi-million » too."""
    number_links: frozenset[str] = frozenset()
    """What may carry a number on: a scale, a decimal mark, a hyphen, « ( » of « dix (10) »."""
    unit_words: frozenset[str] = frozenset()
    """The words that a unit or its adjective begins with, as phrases are compared by."""
    unit_signs: frozenset[str] = frozenset()
    """Those that a unit begins with as it must be printed."""


def _decimal(number: float) -> Decimal:
    return Decimal(str(number))


def _hedges(key: str) -> Phrases[Hedge]:
    fields = {
        "low": NUMBER,
        "high": NUMBER,
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
    fields: dict[str, Any] = {"low": NUMBER, "high": NUMBER, "value": [int, float]}
    return {
        word: Band(
            _decimal(row.get("value", row["low"])), _decimal(row["low"]), _decimal(row["high"])
        )
        for word, row in rows("numbers", key, fields).items()
    }


def _money(key: str, *, exact: bool) -> Phrases[Unit]:
    fields: dict[str, Any] = {
        "code": str,
        "unit": str,
        "times": [int, float],
        "noun": [bool],
        "least": [int],
    }
    found = rows("currencies", key, fields)
    return Phrases(
        {word: _unit_of_money(row) for word, row in found.items()},
        exact=exact,
    )


def _unit_of_money(row: Mapping[str, Any]) -> Unit:
    times, noun = _decimal(row.get("times", 1)), row.get("noun", False)
    return Unit(row["unit"], times, row["code"] or None, noun, row.get("least", 0))


def _hundredths() -> dict[str, Unit]:
    found = rows("currencies", "hundredths", {"code": str, "unit": str, "alone": [bool]})
    hundredth = Decimal("0.01")
    return {
        word: Unit(row["unit"], hundredth, row["code"] or None, not row.get("alone", False))
        for word, row in found.items()
    }


def _with_bare(key: str) -> frozenset[str]:
    """A list of words of the file of numbers, each without its accents as well."""
    words = listed("numbers", key)
    return frozenset((*words, *map(bare, words)))


def _idioms(key: str) -> Phrases[bool]:
    return Phrases(dict.fromkeys(listed("numbers", key), True))


def _with_plurals(found: dict[str, int]) -> dict[str, int]:
    """« troisième » and « troisièmes »."""
    return {f"{word}s": number for word, number in found.items()} | found


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


@remembered
def lexicon() -> Lexicon:
    """The words of the rules in use, read once for each set of files; `RuleError` on a mistake."""
    return _gathered(_listed())


def _gathered(lex: Lexicon) -> Lexicon:
    """The lexicon with the words that quantities and units begin with, each in one set."""
    numbers = {*lex.cardinals, *lex.ordinals, *lex.uncounted}
    others = {*lex.fractions, *lex.multiples, *lex.adjectives, "des", "demi", "demie"}
    firsts = (lex.percentages.firsts, lex.currencies.firsts, lex.units.firsts, lex.durations)
    words = {word for words in (*firsts, lex.hundredths) for word in words}
    words |= {plain(word) for word in (*lex.between, *lex.duration_signs, "week")}
    return replace(
        lex,
        triggers=frozenset(numbers | others),
        number_words=frozenset(numbers | {"des", "un", "une", "le", "ce", "mil", "milles"}),
        number_links=frozenset(
            {"et", "virgule", "point", "-", "(", "mille", "milles", *lex.scales}
        ),
        unit_words=frozenset(words),
        unit_signs=lex.symbols.firsts | lex.currency_signs.firsts,
    )


def _listed() -> Lexicon:
    """What the rules files list, each list in the shape that the grammar asks."""
    return Lexicon(
        months=frozenset(integers("calendar", "months")),
        cardinals=integers("numbers", "cardinals"),
        ordinals=_with_plurals(integers("numbers", "ordinals")),
        scales=integers("numbers", "scales"),
        short_scales=integers("numbers", "short_scales"),
        approximate=_bands("approximate"),
        fractions=integers("numbers", "fractions"),
        uncounted=_bands("uncounted"),
        rough_adjectives=frozenset(listed("numbers", "rough")),
        single=frozenset(integers("numbers", "single")),
        befallen=_with_bare("befallen"),
        taking=_with_bare("taking"),
        quakes=_with_bare("quakes"),
        multiples=integers("numbers", "multiples"),
        labels=_with_bare("labels"),
        names=Phrases(dict.fromkeys(listed("numbers", "names"), True), exact=True),
        idioms=_idioms("idioms"),
        calls=frozenset(listed("numbers", "calls")),
        addresses=frozenset(listed("numbers", "addresses")),
        after_share=frozenset(listed("numbers", "after_share")),
        after_miles=frozenset(listed("numbers", "after_miles")),
        hedges_before=_hedges("before"),
        hedges_after=_hedges("after"),
        degrees=frozenset(listed("hedges", "degrees", "words")),
        change=listed("hedges", "change", "stems"),
        units=Phrases({w: Unit(u) for w, u in texts("units", "units").items()}),
        symbols=Phrases({w: Unit(u) for w, u in texts("units", "symbols").items()}, exact=True),
        percentages=Phrases({w: Unit(u) for w, u in texts("units", "percentages").items()}),
        least=integers("units", "least"),
        point_places=frozenset(listed("units", "places")),
        below_zero=Phrases(dict.fromkeys(listed("units", "below_zero"), True)),
        durations=_durations(),
        duration_signs=texts("durations", "signs"),
        between=frozenset(w for word in listed("durations", "between") for w in (word, bare(word))),
        adjectives=integers("durations", "adjectives"),
        age_before=Phrases(dict.fromkeys(listed("durations", "ages", "before"), True)),
        not_age=frozenset(listed("durations", "ages", "not_before")),
        persons=frozenset(listed("durations", "ages", "persons")),
        infants=frozenset(listed("durations", "ages", "infants")),
        person_endings=listed("durations", "ages", "endings"),
        not_persons=frozenset(listed("durations", "ages", "not_persons")),
        having=frozenset(listed("durations", "ages", "having")),
        currencies=_money("currencies", exact=False),
        currency_signs=_money("signs", exact=True),
        default_currency=texts("currencies", "default"),
        noun_currencies=frozenset(
            row["unit"] for row in table("currencies", "currencies").values() if row.get("noun")
        ),
        sums=frozenset(plain(w) for w in listed("currencies", "sums", "words")),
        prices=tuple(listed("currencies", "sums", "prices")),
        hundredths={plain(word): unit for word, unit in _hundredths().items()},
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
