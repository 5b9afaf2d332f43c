"""What every claim needs, whatever it tells: its slice, its sentence, who says it, how firmly."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.claims.eras import Days, Eras
from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.polarity import polarity_of
from crosscheck.claims.sentences import Sentence
from crosscheck.claims.speakers import quoting, speaker_of
from crosscheck.expressions.numbers.records import record
from crosscheck.models import Article, Claim, Kind, Polarity, Subject
from crosscheck.values import Value

if TYPE_CHECKING:
    from crosscheck.nlp import Token


@record
class Told:
    """What a grammar found in a sentence, before it is a claim."""

    kind: Kind
    span: tuple[int, int]
    value: Value
    subject: Subject
    rule: str
    reach: tuple[int, int] | None = None
    """What the reader is shown of the text, where that is more than its sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the sentences of it that were parsed."""

    article: Article
    sentences: tuple[Sentence, ...]
    eras: Eras

    def claim(self, sentence: Sentence, told: Told) -> Claim:
        """The claim that a sentence makes; its id is given when all claims are known."""
        start, end = told.span
        said = told.kind not in _NAMED
        anchor = anchor_token(sentence, start, end) if said else None
        return Claim(
            id="",
            article=self.article.id,
            kind=told.kind,
            start=start,
            end=end,
            text=self.article.text[start:end],
            sentence=told.reach or (sentence.start, sentence.end),
            value=told.value,
            subject=told.subject,
            speaker=self._speaker(sentence, anchor, told.span) if said else None,
            polarity=self.polarity(sentence, told, anchor),
            in_headline=sentence.block == "headline",
            rule=told.rule,
        )

    def polarity(self, sentence: Sentence, told: Told, anchor: "Token | None") -> Polarity:
        """How firmly it is said; names and what is quoted are as they are, and no denial denies a
        day.
        """
        if anchor is None or told.kind == "quote":
            return "asserted"
        start, counted = told.span[0] - sentence.start, told.kind == "count"
        found = polarity_of(sentence, anchor, start, counted=counted)
        return "asserted" if told.kind == "date" and found == "denied" else found

    def speaker(self, sentence: Sentence, span: tuple[int, int]) -> str | None:
        """Who says what stands in a span; a pronoun looks one sentence back."""
        return self._speaker(sentence, anchor_token(sentence, *span), span)

    def era(self, sentence: Sentence, span: tuple[int, int]) -> Days | None:
        """The time that what stands in a span tells of."""
        return self.eras.of((sentence.start, sentence.end), span)

    def _speaker(
        self, sentence: Sentence, anchor: "Token | None", span: tuple[int, int]
    ) -> str | None:
        if anchor is None:
            return None
        i = bisect_right(self.sentences, sentence.start, key=_start) - 1
        before = self.sentences[i - 1] if i > 0 else None
        inside = span[0] - sentence.start, span[1] - sentence.start
        return speaker_of(sentence, anchor, before, inside) or self._quoting(sentence, span)

    def _quoting(self, sentence: Sentence, span: tuple[int, int]) -> str | None:
        """Who says the quotation that a value stands in, when it runs over several sentences."""
        text, (start, end) = self.article.text, span
        opens = text.rfind("«", max(0, start - QUOTATION), start)
        closes = text.find("»", end, end + QUOTATION)
        if min(opens, closes) < 0 or "»" in text[opens:start] or "«" in text[end:closes]:
            return None
        for mark, opening in ((closes, False), (opens, True)):
            held = self._holding(mark)
            if held is not None and held is not sentence:
                who = quoting(held, mark - held.start, opening=opening)
                if who is not None:
                    return who
        return None

    def _holding(self, place: int) -> Sentence | None:
        """The parsed sentence that holds a place."""
        i = bisect_right(self.sentences, place, key=_start) - 1
        return self.sentences[i] if i >= 0 and place < self.sentences[i].end else None


QUOTATION = 600
"""Characters on each side of a value in which its quotation is looked for."""


def _start(sentence: Sentence) -> int:
    return sentence.start


_NAMED: Sequence[Kind] = ("role", "name")
"""Kinds that nobody asserts: « le ministre, X, a déclaré » is no word of X's on his office."""


def anchor_token(sentence: Sentence, start: int, end: int) -> "Token | None":
    """The token of a span whose head stands outside it."""
    tokens = sentence.tokens(start, end)
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    outer = (t for t in tokens if t.head is t or not first <= t.head.i <= last)
    return next(outer, tokens[0])


def of_whom(name: str) -> str:
    """« de Sergueï », « d'Assimi »: elided before a vowel and a mute « h »."""
    for article, joined in (("le ", "du "), ("les ", "des ")):
        if name.lower().startswith(article):
            return joined + name[len(article) :]
    if name.lower().startswith(("la ", "l'")):
        name = name[0].lower() + name[1:]
    mute = fold(name)[:1] in "aeiou" or fold(name).split(" ")[0] in word_set("questions", "mute")
    return f"d'{name}" if mute else f"de {name}"
