"""Claims that are numbers and dates: an expression with what it is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from crosscheck.claims.anchors import Anchor
from crosscheck.claims.comparing import held_against
from crosscheck.claims.counted import (
    counted_noun,
    end_of_noun,
    of_a_hundred,
    of_hundredths,
    shared_out,
    singular,
    stands_apart,
    understood_noun,
)
from crosscheck.claims.elided import (
    as_before,
    counts_its_subject,
    held_beside,
    last_before,
    lends_nothing,
    named_by,
    noun_ahead,
    noun_of_another_voice,
    whole_of,
)
from crosscheck.claims.eras import Days
from crosscheck.claims.lexicon import word_class, word_set
from crosscheck.claims.listed import introduced
from crosscheck.claims.persons import PERSON, person_key, tidy
from crosscheck.claims.polarity import bounded_by_denial
from crosscheck.claims.roles import role_mentions
from crosscheck.claims.sentences import Sentence
from crosscheck.claims.subjects import subject_of
from crosscheck.claims.telling import Reading, Told, anchor_token, of_whom
from crosscheck.claims.worth import worth_checking
from crosscheck.expressions.numbers.records import record
from crosscheck.models import Claim, Mention, Subject
from crosscheck.values import INFINITE, Interval, Period

if TYPE_CHECKING:
    from crosscheck.nlp import Token

TIME_REACH = 40
"""Characters between a value and a date from which the date is no longer the value's own."""


@record
class _Value:
    """An expression that is worth checking, with the noun it counts."""

    mention: Mention
    noun: "Token | None"
    """The noun beside the number."""
    understood: "Token | None"
    """The same, or the noun that a bare number stands for."""
    beside: Sequence[Mention]
    """The expressions of the same sentence."""


def value_claims(reading: Reading, found: Mapping[int, Sequence[Mention]]) -> Iterator[Claim]:
    """Each number or date that is worth checking; `found` holds them by place of sentence."""
    before: Mention | None = None
    for i, sentence in enumerate(reading.sentences):
        for value in _worth(sentence, found.get(i, ()), before):
            yield reading.claim(sentence, _told(reading, sentence, value))
        before = next((m for m in reversed(found.get(i, ())) if m.kind != "date"), None)


def _worth(
    sentence: Sentence, found: Sequence[Mention], before: Mention | None
) -> Iterator[_Value]:
    """The expressions of a sentence that say something a desk would check; `before` is the last
    number of the sentence before.
    """
    offices = [(r.start, r.end) for r in role_mentions(sentence)] if found else []
    for stated in found:
        mention, noun, understood = _counting(sentence, stated, before, found)
        inside_office = any(s <= mention.start < e for s, e in offices)
        if mention.kind == "ordinal" and inside_office:
            continue
        if worth_checking(sentence, mention, understood if mention.kind == "count" else noun):
            yield _Value(mention, noun, understood, found)


def _counting(
    sentence: Sentence, mention: Mention, before: Mention | None, found: Sequence[Mention]
) -> "tuple[Mention, Token | None, Token | None]":
    """A number with the noun beside it, and that or the noun it stands for; a bare number may be
    understood as per cent, or as a value of the kind of the one before it.
    """
    if mention.kind not in ("count", "ordinal"):
        return mention, None, None
    noun = counted_noun(sentence, mention)
    if noun is not None and noun.folded in word_set("synonyms", "gravity"):
        return mention, noun, whole_of(sentence, mention, found) or noun
    understood = noun or understood_noun(sentence, mention)
    value = mention.value
    if mention.kind == "ordinal" or noun is not None or not isinstance(value, Interval):
        return mention, noun, understood
    if of_a_hundred(sentence, mention, understood, before):
        return replace(mention, kind="percentage", value=replace(value, unit="%")), None, None
    if understood is not None and of_hundredths(understood):
        return mention, None, shared_out(understood)
    return _elided(sentence, mention, understood, found)


def _elided(
    sentence: Sentence, mention: Mention, understood: "Token | None", found: Sequence[Mention]
) -> "tuple[Mention, Token | None, Token | None]":
    """The same for a bare number, by the expression before it."""
    last = last_before(found, mention)
    if understood is None:
        beside = last if held_beside(sentence, mention, last) else None
        told = as_before(sentence, mention, beside)
        if told is not None:
            return told, None, None
        noun = counted_noun(sentence, beside) if beside and beside.kind == "count" else None
        noun = noun or noun_of_another_voice(sentence, mention, last)
        return mention, None, noun or noun_ahead(sentence, mention, found)
    model = named_by(found, sentence, understood)
    if model and (counts_its_subject(sentence, mention) or lends_nothing(sentence, model)):
        return mention, None, None
    if model is None:
        return mention, None, whole_of(sentence, mention, found) or understood
    told = as_before(sentence, mention, model)
    if told is None:
        return mention, None, understood
    return told, None, None


def _told(reading: Reading, sentence: Sentence, found: _Value) -> Told:
    """A value with its noun in its span, its unit, and what it is about."""
    mention, noun, value = found.mention, found.noun, found.mention.value
    start, end = mention.start, mention.end
    if noun is not None and not stands_apart(sentence, mention, noun):
        end = max(end, end_of_noun(sentence, noun))
    if found.understood is not None and isinstance(value, Interval):
        value = replace(value, unit=singular(found.understood))
    token = noun if noun is not None else anchor_token(sentence, start, mention.end)
    if token is None:
        token = sentence.doc[0]
    if isinstance(value, Interval) and value.exact and bounded_by_denial(sentence, token):
        value = replace(value, low=-INFINITE)
    anchor = Anchor(token, found.understood, start, mention.end, mention.kind)
    era = reading.era(sentence, (start, end))
    subject = _subject(sentence, mention, anchor, found.beside, era)
    if noun is not None and found.understood is not None and found.understood is not noun:
        subject = _of_part(subject, noun, found.understood)
    subject = introduced(reading.article, start, subject)
    stated = noun is not None or found.understood is None
    rule = f"{mention.kind}s.{'stated' if stated else 'understood'}"
    return Told(mention.kind, (start, end), value, subject, rule)


def _subject(
    sentence: Sentence,
    mention: Mention,
    anchor: Anchor,
    beside: Sequence[Mention],
    era: Days | None,
) -> Subject:
    """What a value is about: the slots of its words, and what its kind makes of them."""
    kind, head = mention.kind, None
    if kind == "percentage":
        head = _whole(sentence, mention)
    elif kind in ("money", "measure", "duration"):
        head = _measured(sentence, mention)
    time = _time(sentence, mention, beside)
    subject = subject_of(sentence, anchor, head=head, time=time, era=era)
    return _age_subject(sentence, mention, subject) if kind == "age" else subject


def _of_part(subject: Subject, noun: "Token", whole: "Token") -> Subject:
    """« 25 blessés, dont 4 graves »: of the injured, but not of all of them."""
    return replace(
        subject,
        attributes=subject.attributes | {word_class(noun.lemma_)},
        question=f"{whole.text} {noun.text}".casefold(),
    )


def _whole(sentence: Sentence, mention: Mention) -> str:
    """The class of what a share is taken of: « 38 % des voix », « la moitié des zones »."""
    after = sentence.words_from(mention.end)[:4]
    if not after or after[0].folded not in ("des", "du", "de", "d'"):
        return ""
    noun = next((t for t in after[1:] if t.pos_ in ("NOUN", "PROPN")), None)
    return word_class(noun.lemma_) if noun is not None else ""


def _measured(sentence: Sentence, mention: Mention) -> str:
    """The class of what is so much: « une perte de 600 millions », « un cycle de cinq jours »."""
    before = [t for t in sentence.words_before(mention.start) if not t.is_punct]
    if len(before) < 2 or before[-1].folded not in ("de", "d'"):
        return ""
    noun = next((t for t in before[-2:-4:-1] if t.pos_ == "NOUN"), None)
    if noun is None or noun.folded == "lieu":
        return ""  # « 79 euros au lieu de 99 »
    return word_class(noun.lemma_)


def _time(
    sentence: Sentence, mention: Mention, beside: Sequence[Mention]
) -> tuple[date, date] | None:
    """The dated period nearest to a value in its sentence, which it is not held against."""
    if mention.kind == "date":
        return None
    end = mention.end - sentence.start
    dated = [
        (min(abs(m.start - mention.end), abs(mention.start - m.end)), m.value.first, m.value.last)
        for m in beside
        if isinstance(m.value, Period)
        and m.value.first
        and m.value.last
        and not m.value.clock
        and not held_against(sentence.text, end, m.start - sentence.start)
    ]
    near = [row for row in dated if row[0] <= TIME_REACH]
    return min(near)[1:] if near else None


def _aged_noun(sentence: Sentence, mention: Mention) -> str | None:
    """« Jean Duval a vu l'otage, âgée de 46 ans »: the noun right before the comma, no name."""
    before = sentence.words_before(mention.start)[-4:]
    words = [t.folded for t in before]
    aged = len(words) == 4 and words[1] == "," and words[2].startswith("age") and words[3] == "de"
    return str(before[0].text) if aged and before[0].pos_ == "NOUN" else None


def _asked_age(asked: str) -> str:
    """« âge médian » as it is; « âge » alone where no words tell whose it is."""
    return asked if asked.startswith("âge") and ":" not in asked else "âge"


def _at_that_age(sentence: Sentence, mention: Mention) -> bool:
    """« mariée à 27 ans »: how old she was then; « À 42 ans, elle … » is how old she is."""
    before = sentence.text[: mention.start - sentence.start]
    return before.endswith((" à ", " à l'âge de ", " dès ")) and bool(before[:-3].strip())


def _named_behind(sentence: Sentence, mention: Mention) -> str:
    """« une fillette de six ans, Inès Carolant, … »: of a noun, not of a name with its age."""
    after = sentence.text[mention.end - sentence.start :]
    before = sentence.words_before(mention.start)[-2:]
    if [t.pos_ for t in before] != ["NOUN", "ADP"] or before[0].text[:1].isupper():
        return ""
    found = PERSON.match(after, 2) if after.startswith(", ") else None
    return found[0] if found and len(person_key(found[0])) > 1 else ""


def _named_before(sentence: Sentence, mention: Mention) -> str:
    before = PERSON.finditer(sentence.text[: mention.start - sentence.start])
    return next((m[0] for m in reversed(list(before)) if len(person_key(m[0])) > 1), "")


def _age_subject(sentence: Sentence, mention: Mention, subject: Subject) -> Subject:
    """An age belongs to the person named right behind it, else to the one named last before it."""
    scope = subject.scope | {"d'alors"} if _at_that_age(sentence, mention) else subject.scope
    asked = _asked_age(subject.question)
    aged = replace(subject, head="age", label=f"âge : {subject.label}", question=asked, scope=scope)
    other = _aged_noun(sentence, mention)
    if other is not None:
        label = f"âge : {other}"
        return replace(aged, label=label, question=label)
    person = _named_behind(sentence, mention) or _named_before(sentence, mention)
    if not person:
        return aged
    label = f"âge {of_whom(tidy(person))}"
    question = asked if person.startswith(("Un ", "Une ")) else label
    return replace(
        aged, label=label, question=question, actors=frozenset({" ".join(person_key(person))})
    )
