"""The day on which a command runs: what comes from a clock, for decisions.

`SOURCE_DATE_EPOCH`, seconds since 1970, stands in for the clock, as in other reproducible tools.
"""

import os
from datetime import UTC, date, datetime

from crosscheck.cli.errors import UsageError


def today() -> date:
    """The present day, or that of `SOURCE_DATE_EPOCH`."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not said:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(said), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH : trouvé « {said} », attendu des secondes depuis 1970"
        ) from None


def day(option: str, said: str | None) -> date | None:
    """The day that an option names: `day("--until", "2026-01-31")`."""
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise UsageError(f"{option} {said} : attendu une date AAAA-MM-JJ") from None
