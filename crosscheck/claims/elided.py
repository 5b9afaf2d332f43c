"""Bare numbers that say in what they count only through the expression before them.

« 46 euros, contre 40 l'an dernier » is two sums of money; « 1 200 personnes selon les syndicats,
450 selon la police » counts people twice; « en dix jours, vous avez été 312 000 » counts no days.

>>> from crosscheck.claims.sentences import parsed, sentence_spans
>>> from crosscheck.expressions import mentions
>>> from crosscheck.models import Article
>>> article = Article.from_text("Le billet coûte 46 euros, contre 40.", id="a")
>>> (sentence,) = parsed(article, sentence_spans(article))
>>> first, second = mentions(article.text)
>>> as_before(sentence, second, first).value.currency
'EUR'
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from crosscheck.claims.counted import counted_noun, stands_alone
from crosscheck.claims.lexicon import fold_keep, word_set
from crosscheck.claims.sentences import Sentence
from crosscheck.models import Mention
from crosscheck.values import Interval

if TYPE_CHECKING:
    from crosscheck.nlp import Token

MEASURED = ("money", "measure", "duration")
LARGEST = 1000
"""Below this a number may leave « millions » to the one before: « 15 millions, contre 12 »."""
_SCALES = (Decimal(1), Decimal(10**3), Decimal(10**6), Decimal(10**9))
_AGAINST = re.compile(r"[^.;:]{0,30}\b(?:contre|au lieu de|et non|dont|puis)(?: les?)? $")
_FIGURES = re.compile(r"\d[\d\s.]*(?:,\d+)?")


def last_before(found: Sequence[Mention], mention: Mention) -> Mention | None:
    """The expression before a number in its sentence, dates aside."""
    earlier = (m for m in found if m.end <= mention.start and isinstance(m.value, Interval))
    return max(earlier, key=lambda m: m.end, default=None)


def named_so(sentence: Sentence, mention: Mention) -> bool:
    """« rien sur la 2 », « le 8 »: a line or a day that is called so, and no number of things."""
    before = sentence.words_before(mention.start)[-1:]
    return bool(before) and before[0].folded in ("la", "le")


def counts_its_subject(sentence: Sentence, mention: Mention) -> bool:
    """« vous avez été 312 000 à venir », « ils étaient 450 »: of those who are told of before."""
    before = sentence.words_before(mention.start)[-1:]
    return bool(before) and before[0].folded in word_set("cues", "being")


def named_by(found: Sequence[Mention], sentence: Sentence, noun: "Token") -> Mention | None:
    """The expression that a noun is a part of: « euros » of « 46 euros », « h » of « 23 h 40 »."""
    place = sentence.start + int(noun.idx)
    return next((m for m in found if m.start <= place < m.end), None)


def noun_ahead(sentence: Sentence, mention: Mention, found: Sequence[Mention]) -> "Token | None":
    """« est passé de 12 à 15 morts »: the noun of the number that « à » leads to."""
    following = min(
        (m for m in found if m.start >= mention.end), key=lambda m: m.start, default=None
    )
    if following is None or following.kind != "count":
        return None
    between = sentence.text[mention.end - sentence.start : following.start - sentence.start]
    return counted_noun(sentence, following) if between.strip() == "à" else None


def lends_nothing(sentence: Sentence, model: Mention) -> bool:
    """Whether no number after it counts what it does: an hour, « en dix jours »."""
    if model.kind == "date":
        return True
    lead = sentence.words_before(model.start)[-1:]
    return model.kind == "duration" and bool(lead) and lead[0].folded in word_set("cues", "lasting")


def as_before(sentence: Sentence, mention: Mention, model: Mention | None) -> Mention | None:
    """The bare number as a value of the kind and unit of the one before, where it may be."""
    if model is None or model.kind not in MEASURED or named_so(sentence, mention):
        return None
    if not stands_alone(sentence, mention):
        return None
    value, before = mention.value, model.value
    told = value.low if isinstance(value, Interval) else Decimal(0)
    times = _times(sentence, model, told)
    if times is None or not isinstance(value, Interval) or not isinstance(before, Interval):
        return None
    if times > 1 and not (value.exact and value.low < LARGEST):
        times = Decimal(1)
    shared = replace(
        value,
        low=value.low * times,
        high=value.high * times,
        grain=value.grain * times,
        unit=before.unit,
        currency=before.currency,
    )
    return replace(mention, kind=model.kind, value=shared)


def held_beside(sentence: Sentence, mention: Mention, model: Mention | None) -> bool:
    """« 15 M€, contre 12 en 2024 »: a word between both tells that they measure one thing."""
    if model is None:
        return False
    low, high = model.end - sentence.start, mention.start - sentence.start
    return bool(_AGAINST.fullmatch(fold_keep(sentence.text[low:high])))


def noun_of_another_voice(
    sentence: Sentence, mention: Mention, model: Mention | None
) -> "Token | None":
    """« 1 200 personnes selon les syndicats, 450 selon la police »: the noun of the first."""
    if model is None or model.kind != "count":
        return None
    text = fold_keep(sentence.text)
    between = text[model.end - sentence.start : mention.start - sentence.start]
    after = text[mention.end - sentence.start :].lstrip()
    cues = tuple(f"{cue} " if cue[-1].isalpha() else cue for cue in word_set("cues", "according"))
    told = after.startswith(cues) and any(cue in between for cue in cues)
    return counted_noun(sentence, model) if told and between.rstrip()[-1:] == "," else None


def whole_of(sentence: Sentence, mention: Mention, found: Sequence[Mention]) -> "Token | None":
    """« 12 500 salariés dans 14 pays, dont 4 200 en France »: the noun of which there are more."""
    value = mention.value
    if not sentence.text[: mention.start - sentence.start].endswith("dont "):
        return None
    for other in sorted(found, key=lambda m: -m.start):
        whole = other.value
        if other.kind != "count" or other.end > mention.start or not isinstance(whole, Interval):
            continue
        if isinstance(value, Interval) and value.low < whole.high:
            noun = counted_noun(sentence, other)
            if noun is not None:
                return noun
    return None


def _times(sentence: Sentence, model: Mention, told: Decimal) -> Decimal | None:
    """How many times what is printed a value is: a million for « 15 M€ »; `None` if unknown. Once
    for a number `told` whole: « deux millions d'euros, deux millions cent mille »."""
    value = model.value
    low, high = model.start - sentence.start, model.end - sentence.start
    printed = _FIGURES.search(sentence.text[low:high])
    if not isinstance(value, Interval) or not value.exact:
        return None
    if printed is None:  # in words: « dix-huit mois »
        return Decimal(1) if value.low < LARGEST or told >= LARGEST else None
    figures = re.sub(r"[\s.]", "", printed[0]).replace(",", ".")
    return next((times for times in _SCALES if Decimal(figures) * times == value.low), None)
