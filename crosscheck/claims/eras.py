"""The time that a passage tells of: « C'était il y a six ans. … devant 19 300 spectateurs ».

A date told in a sentence dates its figures; else the date told last before them in the paragraph
does; else they are of the day when the article came out.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from crosscheck.claims.comparing import held_against
from crosscheck.expressions.numbers.records import record
from crosscheck.models import Article, Mention
from crosscheck.values import Period

Days = tuple[date, date]
"""The first and the last day of a time."""
_BLANK_LINES = ("\n\n", "\n\r\n", "\r\r")


@record
class Eras:
    """The dates of an article, and where its paragraphs end."""

    text: str
    starts: tuple[int, ...]
    """Where each date stands, in order."""
    days: tuple[Days, ...]
    blanks: tuple[str, ...]
    """The blank lines that the text has."""
    published: date | None

    def of(self, sentence: tuple[int, int], span: tuple[int, int]) -> Days | None:
        """The time that a claim tells of, by the spans of its sentence and of itself."""
        start, end = span
        low, high = bisect_left(self.starts, sentence[0]), bisect_left(self.starts, sentence[1])
        beside = [
            i
            for i in range(low, high)
            if not start <= self.starts[i] < end
            and not held_against(self.text, end, self.starts[i])
        ]
        if beside:
            return self.days[min(beside, key=lambda i: abs(self.starts[i] - start))]
        last = bisect_left(self.starts, start) - 1
        if last >= 0 and not self._parted(self.starts[last], start):
            return self.days[last]
        return (self.published, self.published) if self.published else None

    def _parted(self, low: int, high: int) -> bool:
        """Whether a paragraph ends between two places."""
        return any(self.text.find(blank, low, high) >= 0 for blank in self.blanks)


def eras_of(article: Article, found: Sequence[Mention] = ()) -> Eras:
    """The times that an article tells of; `found` are its mentions, in order."""
    dates = [(m.start, days) for m in found if (days := _closed(m)) is not None]
    return Eras(
        article.text,
        tuple(start for start, _ in dates),
        tuple(days for _, days in dates),
        tuple(blank for blank in _BLANK_LINES if blank in article.text),
        article.published,
    )


def _closed(mention: Mention) -> Days | None:
    """First and last day of a date that has both and tells no mere hour."""
    value = mention.value
    if not isinstance(value, Period) or value.first is None or value.last is None:
        return None
    if value.first == date.min or value.last == date.max:
        return None
    return value.first, value.last
