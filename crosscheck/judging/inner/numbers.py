"""Numbers as a reason prints them.

>>> shown(Decimal("6450")), shown(Decimal("25.5")), shown(Decimal("1200000"))
('6 450', '25,5', '1,2 million')
"""

from collections.abc import Sequence
from decimal import Decimal

from crosscheck.judging.figures import Figure

HUNDRED = Decimal(100)
SCALES = (("milliards", Decimal(10) ** 9), ("millions", Decimal(10) ** 6))


def shown(number: Decimal) -> str:
    """A number as French prints it: `shown(Decimal("6450"))` is « 6 450 »."""
    for name, size in SCALES:
        scaled = number / size
        if scaled >= 1 and scaled == scaled.quantize(Decimal("0.01")):
            return f"{shown(scaled)} {name if scaled >= 2 else name[:-1]}"
    whole = number == number.to_integral_value()
    plain = number.to_integral_value() if whole else number.normalize()
    return f"{plain:,f}".replace(",", " ").replace(".", ",")


def added(figures: Sequence[Figure]) -> str:
    """Figures as worded, with a plus between: « 12 + 4 + 4 »."""
    return " + ".join(" ".join(f.text.split()) for f in figures)
