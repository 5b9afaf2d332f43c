"""An archive of any size, made of the labelled stories under other names, figures and days.

Every made story takes a labelled one and gives its telling words, its names and its numbers others,
drawn by Zipf's law so that stories share some; it is told a day or two apart, on a day of its own,
and the days that it tells of move with it.
The same size gives the same archive.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from crosscheck.archive.committing import commit
from crosscheck.archive.rows import Entry
from crosscheck.archive.store import Archive, make, open_archive, prepare
from crosscheck.claims.lexicon import stem
from crosscheck.models import Article, Claim
from crosscheck.pipeline import claims_of
from crosscheck.reading import read_articles
from crosscheck.stamp import stamp
from crosscheck.values import Interval, Period

Days = tuple[date, date] | None
Told = tuple[Article, tuple[Claim, ...]]
FIRST_DAY = date(2023, 1, 1)
A_DAY = 1_400
"""Claims of one day: a million is two years."""
WORDS = 60_000
"""Words that tell of one story rather than of another."""
COMMON = 4
"""Stories that use a word, from which it belongs to the language and not to a story."""
SHARE = 2_000
"""Articles that are written at once."""
_WORD = re.compile(r"\w{5,}|\b[A-ZÀ-ÖØ-ÞŒ]\w+")
GROWN = 5_000_000
"""How many times its number a made one may be."""


def stories(clusters: Path) -> list[list[Told]]:
    """The labelled stories, each article with its claims."""
    folders = sorted(p for p in clusters.iterdir() if p.is_dir())
    return [[(a, claims_of(a)) for a in read_articles([folder])[0]] for folder in folders]


class Disguise:
    """Stories under other words; the state is that of a seeded generator."""

    def __init__(self, told: Sequence[Sequence[Told]], seed: int = 1) -> None:
        self.draw = random.Random(seed)
        held = Counter(
            word for story in told for word in {w for a, _ in story for w in _WORD.findall(a.text)}
        )
        self.common = {word for word, stories in held.items() if stories >= COMMON}
        self.zipf = list(accumulate(1 / n for n in range(10, WORDS + 10)))

    def story(self, told: Sequence[Told], last: date, number: int) -> Iterator[Entry]:
        """The articles of a story that ends on a day, under other words."""
        words: dict[str, str] = {}
        grown = self.draw.randint(2, GROWN)
        mark = stamp().mark
        for article, claims in told:
            day = last - timedelta(days=self.draw.randint(0, 2))
            source = f"../articles/{day:%Y/%m}/{number}-{article.id}.txt"
            text = _WORD.sub(lambda found: self._other(found[0], words), article.text)
            other = replace(article, text=text, published=day, path=source)
            moved = day - (article.published or day)
            names = {stem(word): stem(new) for word, new in words.items()}
            said = tuple(_disguised(claim, names, grown, moved) for claim in claims)
            yield Entry(source, f"{number}-{article.id}", mark, other, said)

    def _other(self, word: str, words: dict[str, str]) -> str:
        if word in self.common:
            return word
        if word not in words:
            (n,) = self.draw.choices(range(WORDS), cum_weights=self.zipf)
            other = "".join("bdfgklmnprstvz"[n // 14**i % 14] + "aeiou"[i] for i in range(4))
            words[word] = other.capitalize() if word[0].isupper() else other
        return words[word]


def _disguised(claim: Claim, names: Mapping[str, str], grown: int, moved: timedelta) -> Claim:
    """The claim with its words, its number and its days changed as the text is."""
    subject, value = claim.subject, claim.value

    def others(words: frozenset[str]) -> frozenset[str]:
        return frozenset(names.get(word, word) for word in words)

    if isinstance(value, Interval) and value.stated.is_finite():
        value = replace(value, low=value.low * grown, high=value.high * grown)
    if isinstance(value, Period) and value.first is not None and value.first == value.last:
        day = value.first + moved
        value = Period(day.isoformat() + value.edtf[len("2025-06-23") :], day, day)
    told = replace(
        subject,
        head=names.get(subject.head, subject.head),
        attributes=others(subject.attributes),
        actors=others(subject.actors),
        place=others(subject.place),
        clause=others(subject.clause),
        context=others(subject.context),
        near=tuple((names.get(word, word), distance) for word, distance in subject.near),
        time=_moved(subject.time, moved),
        era=_moved(subject.era, moved),
    )
    return replace(claim, value=value, subject=told)


def _moved(days: Days, by: timedelta) -> Days:
    return days and (days[0] + by, days[1] + by)


def entries(told: Sequence[Sequence[Told]], claims: int, seed: int = 1) -> Iterator[Entry]:
    """The articles of an archive of some claims, by date of their story."""
    disguise = Disguise(told, seed)
    made = number = 0
    while made < claims:
        last = FIRST_DAY + timedelta(days=made // A_DAY)
        for entry in disguise.story(told[number % len(told)], last, number):
            made += len(entry.claims)
            yield entry
        number += 1


def stack(folder: Path, made: Iterator[Entry]) -> Archive:
    """An archive of many entries, where there is none."""
    make(folder)
    prepare(folder)
    archive, share = open_archive(folder), []
    for entry in made:
        share.append(entry)
        if len(share) == SHARE:
            archive, share = commit(archive, share, read_by=[stamp()]), []
    return commit(archive, share, read_by=[stamp()]) if share else archive
