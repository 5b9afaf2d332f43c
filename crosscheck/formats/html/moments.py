"""Periods as places in time: days are ordinals, an hour is a part of one.

>>> from datetime import date
>>> ends(Period("2025-03-14T06:00", date(2025, 3, 14), date(2025, 3, 14)))
(739324.25, 739324.25)
"""

import re

from crosscheck.values import Period

_CLOCK = re.compile(r"T(\d\d?)(?::(\d\d))?")


def hours(period: Period) -> tuple[float, float] | None:
    """The first and the last hour that are written, as parts of a day; `None` where none is."""
    clocks = [int(h) / 24 + int(m or 0) / 1440 for h, m in _CLOCK.findall(period.edtf)]
    return (clocks[0], clocks[-1]) if clocks else None


def ends(period: Period) -> tuple[float, float] | None:
    """Where a period begins and ends; its last day counts whole. `None` without a year."""
    if period.first is None or period.last is None:
        return None
    clock = hours(period)
    if clock is not None:
        return period.first.toordinal() + clock[0], period.last.toordinal() + clock[1]
    return float(period.first.toordinal()), float(period.last.toordinal() + 1)
