"""What French writes for a value: dates, counts, money, percentages, lengths, places, ages.

>>> [(m.kind, str(m.value.low)) for m in mentions("Au moins 12 morts")]
[('count', '12')]
"""

from datetime import date, datetime

from crosscheck.expressions.dates.almanac import almanac
from crosscheck.expressions.dates.moments import moments
from crosscheck.expressions.dates.readers import dates
from crosscheck.expressions.dates.runs import runs
from crosscheck.expressions.dates.settling import settle
from crosscheck.expressions.lexicon import lexicon
from crosscheck.expressions.numbers.money import with_currencies
from crosscheck.expressions.numbers.ordinals import roman_ordinals
from crosscheck.expressions.numbers.quantities import quantities
from crosscheck.expressions.spans import Candidate, choose
from crosscheck.expressions.tokens import Tokens, tokenise
from crosscheck.models import Mention

__all__ = ["mentions"]


def mentions(text: str, published: date | None = None) -> tuple[Mention, ...]:
    """All typed expressions of a French text, in order, none over another.

    `mentions("vendredi 14 mars", date(2025, 3, 16))` is one date, 2025-03-14. Offsets are
    characters of `text`, end excluded. A span holds the hedge and the unit; that of a count does
    not hold the noun, unless its hedge stands after it (« 400 vols environ »); that of a date
    holds no preposition. Without `published`, what hangs on that day stays unknown; with a
    `datetime`, « il y a deux heures » is a moment too. Takes time in proportion to the length of
    the text. Raises `TypeError` for a `published` that is no date, `RuleError` when the rules
    are wrong.
    """
    moment = published if isinstance(published, datetime) else None
    if isinstance(published, datetime):
        published = published.date()
    elif published is not None and not isinstance(published, date):
        raise TypeError(f"published: found {published!r}, expected a datetime.date or None")
    lex = lexicon()
    tokens = tokenise(text)
    found = [*quantities(tokens, lex), *roman_ordinals(tokens), *dates(tokens, published)]
    if moment is not None:
        found += moments(tokens, found.copy(), moment)
    kept = settle(tokens, with_currencies(tokens, choose(found), lex), published, moment)
    return tuple(_mention(tokens, candidate) for candidate in runs(tokens, kept, almanac()))


def _mention(tokens: Tokens, candidate: Candidate) -> Mention:
    first, last = candidate.number
    number = (tokens.starts[first], tokens.ends[last - 1]) if last else (0, 0)
    return Mention(
        candidate.kind,
        tokens.starts[candidate.first],
        tokens.ends[candidate.last - 1],
        candidate.value,
        number,
        candidate.hanging,
        tuple(_mention(tokens, part) for part in candidate.parts) if candidate.parts else (),
    )
