"""Dates that a value is held against, and that are not its own.

« 45 000 spectateurs, 5 000 de moins qu'en 2024 » and « 112 salariés, contre 90 en 2024 » tell
nothing of what there was in 2024 but 50 000 and 90: the first figures are of another time.
"""

import re

from crosscheck.claims.lexicon import fold, fold_keep
from crosscheck.rules import remembered, table


def alternatives(key: str) -> str:
    """Words of the rules file `derived` as a pattern, the longest first; what is elided needs no
    space: `alternatives("among")` has « des » and « sur les ».
    """
    listed = sorted((fold(w) for w in table("derived", key, list)), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(w if w.endswith("'") else rf"{w} " for w in listed) + ")"


@remembered
def _held_against() -> re.Pattern[str]:
    """What stands right before such a date; in front of it, what comes before the other figure."""
    more = rf"\b(?:plus|moins|autant|mieux)(?: [a-z]+)?,? qu(?:e |'){alternatives('reference')}?"
    beside = rf"\b{alternatives('beside')}{alternatives('reference')}?"
    times = rf"\b(?:double|triple|quadruple) d(?:e |'){alternatives('reference')}?"
    return re.compile(rf"(?:{more}|{beside}|{times})$|\bcontre\b")


def held_against(text: str, value_end: int, date_start: int) -> bool:
    """Whether a value is compared with what there was on a date that follows it.

    `held_against("112 salariés, contre 90 en 2024", 12, 27)` is True.
    """
    if date_start <= value_end:
        return False
    return _held_against().search(fold_keep(text[value_end:date_start])) is not None
