"""Ages against years of birth, anniversaries against years of foundation."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from crosscheck.judging.cues import met, needed
from crosscheck.judging.figures import Sentence, any_of, names
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import every_cue, readable, stems
from crosscheck.judging.inner.making import make
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered, table

AGE_SLIP = 6
"""An age that is off by more than so many years is another person's, or of another time."""
ANNIVERSARY_SLIP = 15
"""The same for an anniversary."""
SHOWN = 14
"""Words of a sentence that the reason prints."""


def check_births(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« née le 14 mars 1935 » and « morte à 91 ans », in a piece of November 2025."""
    every = readable(article.text) if met(_YEAR, every_cue(article.text)) else ()
    for i, sentence in enumerate(every):
        if not met(_YEAR, sentence.cues):
            continue
        yield from _lifespan(article, claims, sentence)
        told = article.published and met(_BORN, sentence.cues)
        birth = _born().search(sentence.folded) if told else None
        if not birth or article.published is None:
            continue
        near = every[max(0, i - 2) : i + 2]
        found = _aged(near, sentence)
        if found is None:
            continue
        low, high = _ages(birth, found[1] or article.published)
        if (
            not low <= found[0] <= high
            and min(abs(found[0] - low), abs(found[0] - high)) <= AGE_SLIP
        ):
            year = str((found[1] or article.published).year)
            parts = {"birth": _short(sentence), "age": str(found[0]), "year": year}
            yield make(
                "ages.birth",
                article,
                (sentence.start, sentence.end),
                claims,
                say="" if low != high else "one",
                low=str(low),
                high=str(high),
                **parts,
            )


_YEAR, _BORN, _DEAD = needed("year"), needed("ages.born"), needed("ages.dead", "ans")
_ANNIVERSARY, _EDITION = needed("ages.founded", "ages.feast"), needed("ages.founded", "edition")


@remembered
def _stands() -> str:
    """« Né en 1990, l'attaquant de 31 ans »: whoever the sentence is about, as of its day."""
    born = rf"^\W*{any_of('ages', 'born')} [^,;:.]{{0,40}}"
    return rf"{born}, (?:le |la |l')[a-z-]+(?: [a-z-]+){{0,3}} de (\d{{2,3}}) ans\b"


@remembered
def _born() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of('ages', 'born')} (?:(?:le )?(?:(?P<day>\d{{1,2}}|1er) "
        rf"(?P<month>{any_of('months')}) )?(?:[a-z]+ )?)(?P<year>(?:18|19|20)\d\d)\b"
    )


def _ages(birth: re.Match[str], day: date) -> tuple[int, int]:
    """The ages that somebody may have on a day: one when the day of birth is told."""
    years = day.year - int(birth["year"])
    if not birth["day"]:
        return years - 1, years
    month = names("months").index(birth["month"]) + 1
    past = (month, int(birth["day"].removesuffix("er"))) <= (day.month, day.day)
    # An age may be told on the eve of a birthday, or of a death some days ago.
    close = abs((month - day.month) * 31 + int(birth["day"].removesuffix("er")) - day.day) <= 31
    return (years - 1, years) if close else (years, years) if past else (years - 1, years - 1)


def _aged(near: Sequence[Sentence], own: Sentence) -> tuple[int, date | None] | None:
    """The one age told of somebody who died, or who stands before « Né en »; and its year."""
    dead = any_of("ages", "dead")
    ages = [int(a) for a in re.findall(_stands(), own.folded)]
    for sentence in near:
        text = sentence.folded
        ages += [
            int(a) for a in re.findall(rf"\b{dead}\b.{{0,60}}?\b(?:a|de) (\d{{2,3}}) ans\b", text)
        ]
        if re.search(rf"\b{dead}\b", " ".join(s.folded for s in near)):
            ages += [int(a) for a in re.findall(r"\b(?:il|elle) avait (\d{2,3}) ans\b", text)]
    subject = re.match(r"\W*ne+\b", own.folded)
    before = [s for s in near if s.end <= own.start]
    if subject and before and not ages:
        told = re.match(r"^\W*(?:[A-ZÀ-Ý][\w’'-]*[ ,]+){1,4}(\d{2,3}) ans, ", before[-1].text)
        ages += [int(told[1])] if told else []
    text = " ".join(s.folded for s in near)
    if len(set(ages)) != 1 or len(set(re.findall(r"\b(\d{2,3}) ans\b", text))) != 1:
        return None
    died = re.search(rf"\b{dead}\b[^.;]{{0,40}}?\ben (?:[a-z]+ )?((?:19|20)\d\d)\b", text)
    return ages[0], date(int(died[1]), 6, 30) if died else None


def _lifespan(article: Article, claims: Sequence[Claim], sentence: Sentence) -> Iterator[Check]:
    """« Awa Kéba (1941-2025) s'est éteinte à 79 ans »."""
    if not met(_DEAD, sentence.cues):
        return
    folded = sentence.folded
    span = re.search(r"\(((?:18|19|20)\d\d) ?- ?((?:18|19|20)\d\d)\)", folded)
    told = re.findall(
        rf"\b{any_of('ages', 'dead')}\b.{{0,40}}?\b(?:a|de) (\d{{2,3}}) ans\b", folded
    )
    if not span or len(told) != 1:
        return
    high = int(span[2]) - int(span[1])
    if not high - 1 <= int(told[0]) <= high and abs(int(told[0]) - high) <= AGE_SLIP + 1:
        yield make(
            "ages.birth",
            article,
            (sentence.start, sentence.end),
            claims,
            birth=_short(sentence),
            age=told[0],
            year=span[2],
            low=str(high - 1),
            high=str(high),
        )


def check_anniversaries(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« Fondée en 1960, la fanfare fête cette année ses 60 ans », in 2025."""
    if article.published is None or not met(_ANNIVERSARY, every_cue(article.text)):
        return
    every = readable(article.text)
    for i, sentence in enumerate(every):
        for start in (max(0, i - 1), i):
            near = every[start : i + 1]
            if not met(_ANNIVERSARY, near[0].cues | sentence.cues):
                continue
            text = " ".join(s.folded for s in near)
            found = _anniversary(text)
            if found is None or (start < i and _anniversary(sentence.folded)):
                continue
            founded, years = found
            age = article.published.year - founded
            if abs(age - years) > 1 and abs(age - years) <= ANNIVERSARY_SLIP:
                yield make(
                    "ages.anniversary",
                    article,
                    (near[0].start, near[-1].end),
                    claims,
                    founded=str(founded),
                    told=str(years),
                    age=str(age),
                    year=str(article.published.year),
                )
                return


def check_editions(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« Créé en 1989, le rallye en est à sa 45e édition », in 2025: one a year makes 37."""
    if article.published is None or not met(_EDITION, every_cue(article.text)):
        return
    for sentence in readable(article.text):
        if not met(_EDITION, sentence.cues):
            continue
        text = sentence.folded
        founded = set(re.findall(rf"{stems('ages', 'founded')} en ((?:1[5-9]|20)\d\d)\b", text))
        often = re.search(stems("ages", "often"), text)
        told = _editions(text)
        if len(founded) != 1 or len(told) != 1 or often:
            continue
        year = int(min(founded))
        most = article.published.year - year + 1
        if most + 1 < told[0] <= most + ANNIVERSARY_SLIP:
            yield make(
                "ages.edition",
                article,
                (sentence.start, sentence.end),
                claims,
                founded=str(year),
                told=str(told[0]),
                age=str(most),
                year=str(article.published.year),
            )


def _editions(text: str) -> list[int]:
    """« sa 45e édition », « sa douzième édition »."""
    ranks = {fold(word): rank for word, rank in table("inner", "enumeration")["ranks"].items()}
    words = "|".join(ranks)
    found = re.findall(rf"\b(?:sa|la|leur) (?:(\d{{1,3}})e|({words})) edition\b", text)
    return [int(digits or ranks[word]) for digits, word in found]


def _anniversary(text: str) -> tuple[int, int] | None:
    """The year of foundation and the anniversary that one text tells of one thing."""
    founded = re.findall(rf"{stems('ages', 'founded')} en ((?:1[5-9]|20)\d\d)\b", text)
    feast = stems("ages", "feast")
    jubilees = "|".join(fold(w) for w in table("inner", "ages")["jubilees"])
    shapes = (
        rf"{feast}[^.;:]{{0,40}}? (?:ses|leurs) (?P<years>\d{{1,3}}) ans\b",
        rf"{feast}[^.;:]{{0,40}}? (?:son|leur|le) (?P<years>\d{{1,3}})e anniversaire\b",
        rf"{feast}[^.;:]{{0,40}}? (?:son|leur|le) (?P<jubilee>{jubilees})\b",
    )
    told = next((m for s in shapes if (m := re.search(s, text))), None)
    if len(set(founded)) != 1 or not told or re.search(stems("ages", "later"), text):
        return None
    groups = told.groupdict()
    if groups.get("years"):
        return int(founded[0]), int(groups["years"])
    known = {fold(k): v for k, v in table("inner", "ages")["jubilees"].items()}
    return int(founded[0]), int(known[groups["jubilee"]])


def _short(sentence: Sentence) -> str:
    words = sentence.text.split()
    return " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
