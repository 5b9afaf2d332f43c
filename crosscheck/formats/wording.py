"""The words of the reports, and values said in the language of the report.

>>> say_value(Interval(Decimal(10000), INFINITE, strict=True), "count")
'plus de 10\u202f000'

Every word comes from the catalogues (`messages.py`); what comes from an article is not escaped
here: that is for the format to do, once, on the finished piece.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from crosscheck.formats.dates import say_period
from crosscheck.formats.messages import catalogue, counted, phrase, plural, starts_with_vowel
from crosscheck.models import Claim, Kind
from crosscheck.values import INFINITE, Interval, Name, Period, Quote, Role, Value

_ANSWER = 80
"""Characters of a quotation where it stands as an answer; the passage has all of it."""
_SCALES = (
    ("milliard", Decimal(10) ** 9, Decimal(10) ** 6),
    ("million", Decimal(10) ** 6, Decimal(10) ** 3),
)
"""Word, what it is worth, and the finest step that is still said with it."""


def say_count(key: str, number: int) -> str:
    """`say_count("conflict", 2)` is « 2 conflits »."""
    return f"{say_number(Decimal(number))} {counted(key, number)}"


def say_list(items: Iterable[str], last: str = "join.last") -> str:
    """`say_list(["a", "b", "c"])` is « a, b et c »; `last="join.choice"` gives « ou »."""
    *head, tail = list(items) or [""]
    return phrase(last).join(filter(None, [phrase("join.list").join(head), tail]))


def capital(text: str) -> str:
    """The text with a capital at its head: `capital("morts")` is « Morts »."""
    return text[:1].upper() + text[1:]


def shortened(text: str, limit: int = 100) -> str:
    """At most about `limit` characters, cut after a word: « Le Premier ministre reçoit… »."""
    if len(text) <= limit:
        return text
    head = text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    return head + phrase("symbols.more")


def sentence(text: str) -> str:
    """The text with a capital and a full stop: `sentence("douze, non treize")`."""
    text = text.strip()
    return capital(text) + ("" if text[-1:] in {"", ".", "!", "?", "…"} else ".")


def say_number(number: Decimal) -> str:
    """`say_number(Decimal("1200000"))` is « 1,2 million », `Decimal("0.5")` is « 0,5 »."""
    for key, worth, step in _SCALES:
        if abs(number) >= worth and number % step == 0:
            scaled = number / worth
            return f"{_digits(scaled)} {plural('values.' + key, scaled)}"
    return _digits(number)


def _digits(number: Decimal) -> str:
    """Groups of three, a comma, and no zero at the end."""
    whole, _, rest = f"{number:f}".partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(whole):,}".replace(",", phrase("values.group"))
    rest = rest.rstrip("0")
    return sign + grouped + (phrase("values.decimal") + rest if rest else "")


def say_value(value: Value, kind: Kind, text: str = "") -> str:
    """A value in words: « 3 », « juin 2025 », « président de la Transition (Assimi Goïta) ».

    `text` is the claim's own wording: it stands for values that are only our reading of it
    (« plusieurs accords », « une dizaine ») and for dates that could not be resolved.
    """
    match value:
        case Interval():
            return _say_interval(value, kind, text)
        case Period():
            return say_period(value) or text or phrase("values.unknown")
        case Role():
            return phrase("values.role", role=value.role, person=value.person)
        case Name():
            return _say_name(value)
        case Quote():
            if value.speaker:
                return phrase("values.quote", text=value.text, speaker=value.speaker)
            return phrase("values.quoted", text=value.text)


def say_answer(claim: Claim) -> str:
    """The value of a claim as the answer to its question, which already names the person.

    « président de la Transition » where the question is « fonction d’Assimi Goïta ».
    """
    value = claim.value
    if isinstance(value, Role):
        surname = value.person.split()[-1:]
        if surname and surname[0].casefold() in claim.subject.asked.casefold():
            return value.role
    if isinstance(value, Quote):
        return phrase("values.quoted", text=shortened(value.text, _ANSWER))
    if claim.derivation and isinstance(value, Interval):
        return say_value(replace(value, vague=False), claim.kind)  # its words give another number
    return say_value(value, claim.kind, claim.text)


def _say_name(value: Name) -> str:
    """The name with its acronym, unless it is the acronym or already holds it."""
    if not value.acronym or value.acronym in value.name:
        return value.name
    return phrase("values.name", name=value.name, acronym=value.acronym)


def _say_interval(value: Interval, kind: Kind, text: str) -> str:
    """Bounds, ranges and exact numbers; the wording itself where the ends are our reading."""
    if not (value.low.is_finite() or value.high.is_finite()):
        return text or phrase("values.unknown")
    if text and (value.vague or (kind == "ordinal" and value.exact and value.low == 1)):
        return text[0].lower() + text[1:]
    if value.exact:
        said = _amount(value, value.low, kind)
        return phrase("values.around", n=said) if value.vague else said
    if value.high == INFINITE:
        key = "values.above" if value.strict else "values.at_least"
        return phrase(key, n=_amount(value, value.low, kind))
    if not value.low.is_finite() or value.low == 0:
        key = "values.below" if value.strict else "values.at_most"
        return phrase(key, n=_amount(value, value.high, kind))
    low, high = say_number(value.low), _amount(value, value.high, kind)
    return phrase("values.between", low=low, high=high)


def _amount(value: Interval, number: Decimal, kind: Kind) -> str:
    """The number with its unit; a count goes without, for its question names what is counted."""
    said = say_number(number)
    if kind == "count":
        return said
    if kind == "ordinal":
        return phrase("values.rank", n=said, ending=_rank_ending(number))
    if value.unit == "%" and not value.currency:
        return phrase("values.percent", n=said)
    unit = _unit(value, number)
    if not unit:
        return said
    if said[-1].isdigit() or unit.isupper():
        return phrase("values.amount", n=said, unit=unit)
    of = phrase("values.of_vowel" if starts_with_vowel(unit) else "values.of")
    return phrase("values.amount_of", n=said, of=of, unit=unit)


def _rank_ending(number: Decimal) -> str:
    """« er » for 1 and « e » for 2; « st », « nd », « rd », « th » in English."""
    endings = catalogue("rank_endings")
    whole = str(int(number))
    for last in (f"={whole}", whole[-2:], whole[-1:]):
        if last in endings:
            return str(endings[last])
    return str(endings["other"])


def _unit(value: Interval, number: Decimal) -> str:
    """« euros » for EUR and 2; units written in full take their plural, symbols do not."""
    if value.currency:
        known = value.currency in catalogue("currencies")
        return plural(f"currencies.{value.currency}", number) if known else value.currency
    if value.unit in catalogue("unit_names"):
        return plural(f"unit_names.{value.unit}", number)
    head, gap, rest = value.unit.partition(" ")
    written_out = head.isalpha() and head.islower() and (len(head) > 2 or head == "an")
    if number < 2 or not written_out or head in catalogue("units")["invariable"]:
        return value.unit
    return _plural_of(head) + gap + rest


def _plural_of(noun: str) -> str:
    """The plural of a noun by its ending: « ans », « journaux », « bureaux », « mois »."""
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith(("eau", "eu")):
        return noun + "x"
    return noun[:-2] + "aux" if noun.endswith("al") else noun + "s"
