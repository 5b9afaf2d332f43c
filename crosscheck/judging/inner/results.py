"""A result that its own figures contradict: adopted by fewer votes, won with fewer goals."""

import re
from collections.abc import Iterator, Sequence

from crosscheck.judging.cues import met, needed
from crosscheck.judging.figures import Sentence
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import (
    WORDS,
    every_cue,
    exact,
    grammar,
    readable,
    spanning,
    stems,
    wanted,
    windows,
)
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import table

FAR = 5
"""Votes so many times apart are not of one vote."""
NUMBERS = ("zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")


_DECIDED = wanted("votes.decided", figures=2)


def check_votes(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« adopté par 112 voix contre 118 »: who decides has more votes than who does not."""
    decided = stems("votes", "decided")
    shape = grammar(
        rf"{decided}(?P<between>{WORDS}{{0,60}}) (?:par|avec) @one(?: {stems('votes', 'votes')})?"
        rf"(?P<pour> pour)?,? (?:et |contre )@other(?P<contre> contre)?"
    )
    for laid in windows(article.text, _DECIDED):
        for found in shape.finditer(laid):
            one, other = laid.figure(found, "one"), laid.figure(found, "other")
            against = " contre " in found[0][found.end("one") - found.start() :] or found["contre"]
            # « rejetée par 61 voix pour et 74 contre »: told the other way round.
            turned = found["pour"] and re.match(stems("votes", "refused"), found[0])
            denied = re.search(stems("votes", "denied"), laid.text)
            plain = {one.unit, other.unit} <= {""} or one.unit == other.unit
            sound = against and plain and exact(one, other) and not turned and not denied
            if sound and 0 < one.value < other.value <= FAR * one.value:
                span = spanning(one, other)
                yield make(
                    "results.vote",
                    article,
                    span,
                    claims,
                    one=one.text,
                    other=other.text,
                    text=_clause(article, laid.start, found, span),
                )


def _clause(article: Article, start: int, found: re.Match[str], span: tuple[int, int]) -> str:
    """The figures with the words before them, as printed."""
    line = slice_of(article, (max(start, span[0] - 60), span[1]))
    return " ".join(line.split(" ")[1:]) if span[0] - 60 > start else line


def check_scores(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« s'impose 3-1 grâce à un doublé de Kanté et deux buts »; « en deux sets, 6-3, 4-6 »."""
    told = every_cue(article.text)
    for sentence in readable(article.text) if met(_GOALS, told) or met(_SETS, told) else ():
        if met(_GOALS, sentence.cues):
            yield from _goals(article, claims, sentence)
        if met(_SETS, sentence.cues):
            yield from _sets(article, claims, sentence)


_GOALS = needed("scores.thanks", "scores.won")
_SETS = needed("set|sets")
_SCORE = re.compile(r"(?<![\d-])(\d{1,2}) ?[-–] ?(\d{1,2})(?![\d-])")


def _goals(article: Article, claims: Sequence[Claim], sentence: Sentence) -> Iterator[Check]:
    """Goals told of the winner, against the winner's goals."""
    folded = sentence.folded
    scores = _SCORE.findall(folded)
    thanks = re.search(stems("scores", "thanks"), folded)
    won = re.search(stems("scores", "won"), folded)
    if len(scores) != 1 or not thanks or not won or won.start() > thanks.start():
        return
    most = max(int(n) for n in scores[0])
    told, rest = 0, folded[thanks.end() :]
    if re.search(stems("scores", "open"), rest):
        return
    for word, goals in table("inner", "scores")["goals"].items():
        told += goals * len(re.findall(rf"\bun {fold(word)}\b", rest))
    for number in re.findall(rf"\b(\d|{'|'.join(NUMBERS)}) buts? (?:de|d'|pour)", rest):
        told += int(number) if number.isdigit() else NUMBERS.index(number)
    if told > most:
        span = sentence.start, sentence.end
        score = "-".join(scores[0])
        yield make(
            "results.score", article, span, claims, told=str(told), score=score, most=str(most)
        )


def _sets(article: Article, claims: Sequence[Claim], sentence: Sentence) -> Iterator[Check]:
    """Sets told one by one, against their number and their winner."""
    folded = sentence.folded
    told = re.search(rf"\ben ({'|'.join(NUMBERS[2:6])}|[2-5]) sets?\b", folded)
    run = re.search(
        r"\d-\d(?: ?\(\d+(?:[-/]\d+)?\))?(?:,? (?:et )?\d-\d(?: ?\(\d+(?:[-/]\d+)?\))?)+", folded
    )
    if not told or not run or re.search(stems("scores", "broken"), folded):
        return
    sets = [(int(a), int(b)) for a, b in re.findall(r"(\d)-(\d)(?!\))", run[0])]
    count = int(told[1]) if told[1].isdigit() else NUMBERS.index(told[1])
    won = sum(a > b for a, b in sets)
    level = {won, len(sets) - won}
    if len(sets) == count and len(level) == 2:
        return
    yield make(
        "results.score",
        article,
        (sentence.start, sentence.end),
        claims,
        say="sets",
        sets=", ".join(f"{a}-{b}" for a, b in sets),
        told=told[0],
    )
