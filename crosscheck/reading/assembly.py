"""From what a format tells to an article: the surest fact of each field, then the text's own.

>>> assemble(Draft("Douze morts à Bamako.", format="pdf"), id="a", path="a.pdf").format
'pdf'
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from crosscheck.models import Article, Fact
from crosscheck.reading.article import describe
from crosscheck.reading.draft import Draft, Remark, part_name
from crosscheck.reading.messages import source_name
from crosscheck.reading.sidecar import clock_in, day_in

_SETTLED = ("title", "outlet", "published", "modified", "origin", "language")
_APART = 1
"""Days by which two dates of publication may differ: an hour in UTC is another day in Nouméa."""


def assemble(
    draft: Draft,
    *,
    id: str,
    path: str,
    said: Sequence[Fact] = (),
    noticed: Sequence[Remark] = (),
) -> Article:
    """The article of a draft; `said` is what a sidecar says, which wins over all else."""
    facts = settle([*said, *draft.facts])
    value = {fact.field: fact.value for fact in reversed(facts) if fact.used}
    article = Article(
        id=id,
        text=draft.text,
        path=path,
        title=value.get("title", ""),
        outlet=value.get("outlet", ""),
        published=day_in(value.get("published", "")),
        modified=day_in(value.get("modified", "")),
        language=value.get("language", ""),
        origin=value.get("origin", ""),
        encoding=value.get("encoding", "utf-8"),
        format=draft.format,
        part=part_name(draft.part),
        place_unit=draft.place_unit,
        marks=draft.marks,
        facts=facts,
        left_out=draft.left_out,
        clock=_clock(value.get("published", ""), value.get("modified", "")),
    )
    known = describe(article, draft.blocks)
    remarks = [*noticed, *draft.remarks, *_date_remarks(known.facts)]
    return replace(
        known, facts=_ordered(known.facts), remarks=tuple(dict.fromkeys(map(str, remarks)))
    )


def _clock(published: str, modified: str) -> str:
    """The hour of what is read: that of the last change, where there was one on the day."""
    last = modified or published
    return clock_in(last) if day_in(last) == day_in(published) else ""


def _ordered(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts by field, the one in use first; what one source says twice, once."""
    once = {(fact.field, fact.value, fact.source): fact for fact in reversed(facts)}
    kept = [fact for fact in facts if once[fact.field, fact.value, fact.source] is fact]
    fields = (*_SETTLED, "encoding")
    return tuple(sorted(kept, key=lambda fact: (fields.index(fact.field), not fact.used)))


def settle(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts with the first of each field in use, and no other.

    A day that is none is not used, nor what its reader does not believe.

    >>> [f.used for f in settle([Fact("title", "A", "sidecar"), Fact("title", "B", "json-ld")])]
    [True, False]
    """
    taken: set[str] = set()
    settled = []
    for fact in dict.fromkeys(facts):
        day = fact.field in {"published", "modified"}
        good = fact.used and (not day or day_in(fact.value) is not None)
        settled.append(replace(fact, used=good and fact.field not in taken))
        if good:
            taken.add(fact.field)
    return tuple(settled)


def _date_remarks(facts: Sequence[Fact]) -> list[Remark]:
    """What is told when two that say the day of publication are days apart."""
    days: list[tuple[Fact, date]] = []
    for fact in facts:
        day = day_in(fact.value) if fact.field == "published" else None
        if day is not None and not fact.source.startswith("properties"):
            days.append((fact, day))
    used = next(((fact, day) for fact, day in days if fact.used), None)
    if used is None:
        return []
    for fact, day in days:
        if abs((day - used[1]).days) > _APART:
            return [
                Remark(
                    "dates_differ",
                    (
                        ("first", source_name(used[0].source)),
                        ("one", used[1].isoformat()),
                        ("second", source_name(fact.source)),
                        ("other", day.isoformat()),
                    ),
                )
            ]
    return []
