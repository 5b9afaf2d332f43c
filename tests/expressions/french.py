"""French as a careful hand writes it: numbers, days, hours and sums, for the laws to read back."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

GROUPS = (" ", "\u00a0", "\u202f", "\u2009", ".", "'", "’", "")
"""What stands between the thousands, abroad too; the last is nothing at all."""
LANDS = ("France", "Belgique", "Suisse")

_UNITS = [
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
]
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
_OWN_TENS = {
    "France": {},
    "Belgique": {7: "septante", 9: "nonante"},
    "Suisse": {7: "septante", 8: "huitante", 9: "nonante"},
}
_SCALES = ((10**9, "milliard"), (10**6, "million"))
MONTHS = [
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
]
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

CURRENCIES = {
    "EUR": ("euro", "euros", "€"),
    "USD": ("dollar", "dollars", "$"),
    "GBP": ("livre sterling", "livres sterling", "£"),
    "CAD": ("dollar canadien", "dollars canadiens", ""),
    "CHF": ("franc suisse", "francs suisses", ""),
    "XOF": ("franc CFA", "francs CFA", "FCFA"),
    "CDF": ("franc congolais", "francs congolais", ""),
    "JPY": ("yen", "yens", "¥"),
    "CNY": ("yuan", "yuans", ""),
    "RUB": ("rouble", "roubles", ""),
    "INR": ("roupie indienne", "roupies indiennes", ""),
    "NGN": ("naira", "nairas", ""),
    "DZD": ("dinar algérien", "dinars algériens", ""),
    "TND": ("dinar tunisien", "dinars tunisiens", ""),
    "SEK": ("couronne suédoise", "couronnes suédoises", ""),
    "PLN": ("zloty", "zlotys", ""),
    "ZAR": ("rand", "rands", ""),
    "HTG": ("gourde", "gourdes", ""),
}
"""Code, one of it, several of it, and the sign that stands after the figures."""


def digits(number: Decimal | int, *, group: str = " ", mark: str = ",") -> str:
    """Figures in groups of three.

    >>> digits(Decimal("1234567.8")), digits(10_000, group=".")
    ('1 234 567,8', '10.000')
    """
    whole, _, tail = f"{Decimal(number):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", group)
    return f"{grouped}{mark}{tail}" if tail else grouped


def words(number: int, *, land: str = "France", hyphens: bool = False) -> str:
    """A whole number below 10¹²; `hyphens` joins its words, as since 1990.

    >>> words(280), words(80_071, land="Belgique", hyphens=True)
    ('deux cent quatre-vingts', 'quatre-vingt-mille-septante-et-un')
    """
    parts = []
    for scale, name in _SCALES:
        count, number = divmod(number, scale)
        if count:
            written = _below_million(count, land=land, last=True)
            parts.append(_joined(written, hyphens) + f" {name}{'s' if count > 1 else ''}")
    if number or not parts:
        parts.append(_joined(_below_million(number, land=land, last=True), hyphens))
    return " ".join(parts)


def _joined(written: str, hyphens: bool) -> str:
    return written.replace(" ", "-") if hyphens else written


def _below_million(number: int, *, land: str, last: bool) -> str:
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest, land=land, last=last)
    head = "" if thousands == 1 else _below_thousand(thousands, land=land, last=False) + " "
    return f"{head}mille" + (f" {_below_thousand(rest, land=land, last=last)}" if rest else "")


def _below_thousand(number: int, *, land: str, last: bool) -> str:
    """`last` says that no « mille » follows: « deux cents », but « deux cent mille »."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest, land=land, last=last)
    head = "cent" if hundreds == 1 else f"{_UNITS[hundreds]} cent"
    if not rest:
        return head + ("s" if hundreds > 1 and last else "")
    return f"{head} {_below_hundred(rest, land=land, last=last)}"


def _below_hundred(number: int, *, land: str, last: bool) -> str:
    if number < 20:
        return _UNITS[number]
    tens = _TENS | _OWN_TENS[land]
    ten, rest = divmod(number, 10)
    if ten in tens:
        return tens[ten] + (f"{' et ' if rest == 1 else '-'}{_UNITS[rest]}" if rest else "")
    if ten == 7:
        return f"soixante{' et ' if number == 71 else '-'}{_UNITS[number - 60]}"
    if number == 80:
        return "quatre-vingts" if last else "quatre-vingt"
    return f"quatre-vingt-{_UNITS[number - 80]}"


def place(number: int, *, land: str = "France") -> str:
    """A place in a row, below a million.

    >>> place(21), place(80)
    ('vingt et unième', 'quatre-vingtième')
    """
    written = words(number, land=land)
    written = written.removesuffix("s") if written.endswith(("cents", "vingts")) else written
    if number == 1:
        return "premier"
    if written.endswith("cinq"):
        return f"{written}uième"
    if written.endswith("neuf"):
        return f"{written[:-1]}vième"
    return f"{written.removesuffix('e')}ième"


def day(when: date) -> Iterator[str]:
    """Every way to write a day in figures.

    >>> next(day(date(2024, 1, 1)))
    '1er janvier 2024'
    """
    month, weekday = MONTHS[when.month - 1], WEEKDAYS[when.weekday()]
    number = "1er" if when.day == 1 else str(when.day)
    yield f"{number} {month} {when.year}"
    yield f"{weekday} {number} {month} {when.year}"
    yield f"{weekday.capitalize()} {number} {month} {when.year}"
    yield f"{when.day:02}/{when.month:02}/{when.year}"
    yield f"{when.day:02}.{when.month:02}.{when.year}"
    yield when.isoformat()


def spelled_day(when: date) -> str:
    """A day in words.

    >>> spelled_day(date(2025, 6, 23))
    'vingt-trois juin deux mille vingt-cinq'
    """
    number = "premier" if when.day == 1 else words(when.day)
    return f"{number} {MONTHS[when.month - 1]} {words(when.year)}"


def hour(hours: int, minutes: int) -> Iterator[str]:
    """Every way to write a time of day.

    >>> next(hour(18, 5))
    '18 h 05'
    """
    if minutes:
        yield f"{hours} h {minutes:02}"
        yield f"{hours}h{minutes:02}"
        yield f"{hours} heures {minutes:02}"
    else:
        yield f"{hours} h"
        yield f"{hours}h"
        yield f"{hours} heures" if hours > 1 else f"{hours} heure"
    yield f"{hours:02}:{minutes:02}"
    yield f"{hours:02}h{minutes:02}"


def sums(amount: Decimal, code: str, *, group: str = "\u202f") -> Iterator[str]:
    """Every way to write a sum of money.

    >>> next(sums(Decimal("12.5"), "EUR"))
    '12,50 euros'
    """
    one, many, sign = CURRENCIES[code]
    whole = amount == amount.to_integral_value()
    figures = digits(amount.quantize(Decimal(1) if whole else Decimal("0.01")), group=group)
    yield f"{figures} {many if amount >= 2 else one}"
    yield f"{figures} {code}"
    if sign:
        yield f"{figures} {sign}"
    if whole and amount >= 2:
        yield f"{words(int(amount))} {_of(many) if amount % 10**6 == 0 else many}"
    yield from _scaled(amount, code)


def _scaled(amount: Decimal, code: str) -> Iterator[str]:
    """« 1,5 million d'euros », « 1,5 M€ », where three decimals at most are needed."""
    for scale, name in _SCALES:
        count = (amount / scale).normalize() + 0
        if not 1 <= count < 1000 or count != round(count, 3):
            continue
        figures = digits(count)
        yield f"{figures} {name}{'s' if count >= 2 else ''} {_of(CURRENCIES[code][1])}"
        if code in ("EUR", "USD"):
            short = "M" if scale == 10**6 else "Md"
            yield f"{figures} {short}{CURRENCIES[code][2]}"
        return


def _of(noun: str) -> str:
    return f"d'{noun}" if noun[0] in "aeéiou" else f"de {noun}"
