"""So many announced, so many told: « cinq accords : l'accord …, l'accord … »."""

import re
from collections.abc import Callable, Iterator, Sequence

from crosscheck.judging.figures import Figure, Sentence, any_of
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import readable, stems
from crosscheck.judging.inner.listing import count_items
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered

MOST = 20
"""Nobody tells more than this one by one."""
HEAD = 100
"""Characters from the announced number to the list."""
SHOWN = 60
"""Characters of the announcement that the reason prints."""
_BULLET = re.compile(r"^[ \t]*(?:[–—•*▪·‣►-]|\d{1,2}[.)]|[a-z]\))[ \t]+\S", re.MULTILINE)

Counted = tuple[int, int] | None
"""How many items are told, at the least and at the most."""


def check_counts(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """An announced number against the items of the list that follows."""
    every = readable(article.text)
    for at, sentence in enumerate(every):
        for i, figure in enumerate(sentence.figures):
            if figure.hedged or figure.unit or not 2 <= figure.value <= MOST:
                continue
            counts = (reader(sentence, i) for reader in _IN_SENTENCE)
            found = next((c for c in counts if c), None)
            found = found or _bullets(article, sentence, i) or _steps(every, at, i)
            if found and not found[0] <= figure.value <= found[1]:
                yield _check(article, claims, sentence, i, found)


def _check(
    article: Article, claims: Sequence[Claim], sentence: Sentence, i: int, found: tuple[int, int]
) -> Check:
    figure = sentence.figures[i]
    line = slice_of(article, (figure.start, min(sentence.end, figure.end + HEAD)))
    line = re.split(r" :|[,.]", line)[0]
    if len(line) > SHOWN:
        line = f"{line[:SHOWN].rpartition(' ')[0]} …"
    noun = re.match(r"\s*(\S+)", sentence.text[figure.end - sentence.start :])
    return make(
        "enumeration.count",
        article,
        (figure.start, figure.end),
        claims,
        told=f"{figure.text.lower()} {noun[1] if noun else ''}".strip(" .:,"),
        text=line,
        counted=str(found[0] if found[0] > figure.value else found[1]),
    )


def listed_noun(after: str) -> str:
    """The noun after a figure, when it is of what may be told one by one."""
    found = _listed().match(after)
    return found[1] if found else ""


@remembered
def _listed() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[a-z]+ )?({any_of('enumeration', 'listed')})s?\b")


def _same_noun(sentence: Sentence, i: int) -> Counted:
    """« cinq accords : l'accord …, l'accord … »: each item begins with the noun."""
    figure, noun = sentence.figures[i], listed_noun(sentence.gaps[i + 1])
    if not noun:
        return None
    before, colon, listing = fold(_tail(sentence, figure)).partition(":")
    if not colon or ";" in before or len(before) > HEAD:
        return None
    lead = rf"(?:{any_of('listing', 'articles')})\s?"
    starts = re.findall(rf"(?:^|,|\bet\b|;)\s*{lead}{noun}\b", listing)
    parts = [p for p in re.split(r",|;", listing) if p.strip()]
    # Every item must begin with the noun: else the list is told in some other way.
    if not re.match(rf"\s*{lead}{noun}\b", listing) or len(starts) < len(parts):
        return None
    return len(starts), len(starts)


def _after_colon(sentence: Sentence, i: int) -> Counted:
    """« quatre conditions : le …, la … et le … »; « quatre joueurs manqueront : A, B et C »."""
    figure = sentence.figures[i]
    tail = _tail(sentence, figure)
    before, colon, listing = tail.partition(":")
    alone = colon and i == len(sentence.figures) - 1 and not re.search(r"[;\d(]", before)
    if not alone or len(before) > HEAD or "," in before:
        return None
    if re.search(stems("listing", "open"), fold(sentence.gaps[i] + before)):
        return None
    if re.search(stems("listing", "time"), fold(before)):
        return None
    items = count_items(listing)
    if items.sort == "none" or (items.sort == "things" and not listed_noun(sentence.gaps[i + 1])):
        return None
    return items.range


def _after_verb(sentence: Sentence, i: int) -> Counted:
    """« les six communes concernées sont A, B et C »; « les trois accords portent … sur … »."""
    figure = sentence.figures[i]
    tail = _tail(sentence, figure)
    before = sentence.gaps[i]
    if i != len(sentence.figures) - 1 or not before.endswith(("les ", "ces ", "ses ")):
        return None
    if not re.search(r"(?:^|\s)(?:les|ces|ses) $", before):
        return None
    found = re.match(r"^ [\w' ’-]{3,60}? (?:sont|étaient|seront) (?P<list>[A-ZÀ-Ý].*)$", tail)
    items = count_items(found["list"]) if found else None
    if items and items.sort == "names":
        return items.range
    found = re.match(
        r"^ [\w' ’-]{3,80}? respectivement (?:(?:sur|à|de|par|en) )?(?P<list>.*)$", tail
    )
    items = count_items(found["list"]) if found else None
    return items.range if items and items.sort == "things" else None


_IN_SENTENCE: tuple[Callable[[Sentence, int], Counted], ...] = (
    _same_noun,
    _after_colon,
    _after_verb,
)


def _tail(sentence: Sentence, figure: Figure) -> str:
    return sentence.text[figure.end - sentence.start :]


def _bullets(article: Article, sentence: Sentence, i: int) -> Counted:
    """How many marked lines follow a line that ends with a colon."""
    noun = listed_noun(sentence.gaps[i + 1])
    if not noun or i != len(sentence.figures) - 1:
        return None
    lines = article.text[sentence.end :].lstrip(" \n").split("\n")
    counted = 0
    for line in lines:
        if _BULLET.match(line):
            counted += 1
        elif line.strip():
            break
    return (counted, counted) if counted > 1 else None


def _steps(every: Sequence[Sentence], at: int, i: int) -> Counted:
    """« trois mesures. D'abord, … Ensuite, … Enfin, … »: sentences that each begin with a step."""
    sentence = every[at]
    if not listed_noun(sentence.gaps[i + 1]) or i != len(sentence.figures) - 1:
        return None
    first, last = stems("listing", "first"), stems("listing", "last")
    step, numbered = stems("listing", "step"), stems("listing", "numbered")
    told: list[str] = []
    for following in every[at + 1 : at + 1 + MOST]:
        start = fold(following.text)[:40]
        wanted = first if not told else rf"(?:{step}|{numbered}|{last})"
        if not re.match(rf"{wanted}(?:,| (?:un|une|le|la|les|l'))", start):
            break
        told.append(start)
    closed = told and (re.match(last, told[-1]) or re.match(numbered, told[-1]))
    return (len(told), len(told)) if len(told) > 1 and closed else None
