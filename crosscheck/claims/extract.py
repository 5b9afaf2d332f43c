"""From an article to its claims: the end of the road that needs the French model.

>>> from crosscheck.models import Article
>>> article = Article.from_text("Trois accords ont été signés à Moscou.", id="a")
>>> [(claim.kind, claim.text) for claim in extract(article)]
[('count', 'Trois accords')]
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from crosscheck.claims.cues import bounded_by_denial, polarity_of, speaker_of
from crosscheck.claims.lexicon import fold, stem, word_class, word_set
from crosscheck.claims.names import heads, name_mentions
from crosscheck.claims.persons import PERSON, fullest, person_key, tidy
from crosscheck.claims.quotes import quote_key, quote_mentions
from crosscheck.claims.roles import RoleMention, role_mentions
from crosscheck.claims.sentences import Sentence, parsed, sentence_spans
from crosscheck.claims.subjects import Anchor, subject_of
from crosscheck.claims.worth import worth_checking
from crosscheck.expressions import mentions
from crosscheck.models import Article, Claim, Kind, Mention, Subject
from crosscheck.values import INFINITE, Interval, Name, Period, Quote, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

TIME_REACH = 40
"""Characters between a value and a date from which the date is no longer the value's own."""
_SKIPPED_BEFORE_NOUN = ("autre", "premier", "dernier", "nouveau", "principal", "seul", "supplémentaire", "petit", "grand", "jeune")


def extract(article: Article) -> tuple[Claim, ...]:
    """The claims of an article in the order of their places; ids are `""` until all are known."""
    found = mentions(article.text, article.published)
    sentences = parsed(article, _that_hold_something(article, found))
    starts = [s.start for s in sentences]
    by_sentence: dict[int, list[Mention]] = {}
    for mention in found:
        i = bisect_right(starts, mention.start) - 1
        if i >= 0 and mention.end <= sentences[i].end:
            by_sentence.setdefault(i, []).append(mention)
    claims = [
        *_roles(article, sentences),
        *_names(article, sentences),
        *_quotes(article, sentences),
        *_values(article, sentences, by_sentence),
    ]
    return tuple(sorted(set(claims), key=lambda c: (c.start, c.end, c.kind, c.text)))


def _that_hold_something(
    article: Article, found: Sequence[Mention]
) -> Iterator[tuple[int, int, str]]:  # type: ignore[type-arg]
    """Sentences with an expression, an office, or the head of a name: only these are parsed."""
    starts = [m.start for m in found]
    words = word_set("offices", "offices") | word_set("offices", "ranks") | frozenset(heads())
    for low, high, block in sentence_spans(article):
        i = bisect_right(starts, low - 1)
        text = fold(article.text[low:high])
        if (
            (i < len(found) and found[i].start < high)
            or "(" in text
            or not words.isdisjoint(re.findall(r"[\w-]+", text.replace("ex-", "")))
            or any(w in text for w in ("premier ministre", "premiere ministre"))
            or "«" in text
        ):
            yield low, high, block


def _claim(
    article: Article,
    sentence: Sentence,
    kind: Kind,
    span: tuple[int, int],
    value: Interval | Period | Role | Name | Quote,
    subject: Subject,
    rule: str,
    speaker: str | None = None,
) -> Claim:
    anchor = _anchor_token(sentence, *span)
    start, end = span
    return Claim(
        id="",
        article=article.id,
        kind=kind,
        start=start,
        end=end,
        text=article.text[start:end],
        sentence=(sentence.start, sentence.end),
        value=value,
        subject=subject,
        speaker=speaker,
        polarity=polarity_of(sentence, anchor) if anchor is not None else "asserted",
        in_headline=sentence.block == "headline",
        rule=rule,
    )


def _anchor_token(sentence: Sentence, start: int, end: int) -> "Token | None":
    """The token of a span whose head stands outside it."""
    tokens = sentence.tokens(start, end)
    inside = {t.i for t in tokens}
    outer = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    return (outer or tokens or [None])[0]


def _speaker(
    sentences: Sequence[Sentence], sentence: Sentence, span: tuple[int, int]
) -> str | None:
    """Who says what stands in a span; a pronoun looks one sentence back."""
    anchor = _anchor_token(sentence, *span)
    if anchor is None:
        return None
    i = bisect_right([s.start for s in sentences], sentence.start) - 1
    return speaker_of(sentence, anchor, sentences[i - 1] if i > 0 else None)


# --- roles ------------------------------------------------------------------------------------


def _roles(article: Article, sentences: Sequence[Sentence]) -> Iterator[Claim]:
    rows = [(s, r) for s in sentences for r in role_mentions(s)]
    known = sorted({r.person for _, r in rows if len(person_key(r.person)) > 1})
    for sentence, mention in rows:
        person = fullest(mention.person, known)
        if len(person_key(person)) < 2 and not _beside(mention):  # noqa: PLR2004
            continue
        label = f"{'grade' if mention.rank else 'fonction'} {_of(tidy(person))}"
        subject = Subject(
            label=label,
            head="rank" if mention.rank else "office",
            actors=frozenset({" ".join(person_key(person))}),
        )
        value = Role(tidy(person), mention.role, role_key(mention.role))
        rule = "roles.rank" if mention.rank else "roles.office"
        span = (mention.start, mention.end)
        claim = _claim(article, sentence, "role", span, value, subject, rule)
        # « le ministre dira » is about what he will say: who he is, is asserted.
        yield replace(claim, polarity="asserted")


def _beside(mention: RoleMention) -> bool:
    """« le président Poutine »: office and family name with nothing between them."""
    return mention.end - mention.start <= len(mention.role) + len(mention.person) + 2


def role_key(role: str) -> str:
    """What offices are compared by: folded words in order, articles left out."""
    words = re.findall(r"[\w-]+", fold(role).replace("d'", "").replace("l'", ""))
    return " ".join(w for w in words if w not in ("le", "la", "les", "de", "du", "des", "et"))


def _of(name: str) -> str:
    """« de Sergueï », « d'Assimi »: elided before a vowel."""
    return f"d'{name}" if fold(name)[:1] in "aeiouy" else f"de {name}"


# --- names and quotations ---------------------------------------------------------------------


def _names(article: Article, sentences: Sequence[Sentence]) -> Iterator[Claim]:
    for sentence in sentences:
        for mention in name_mentions(sentence):
            label = (
                f"développé du sigle {mention.acronym}"
                if mention.acronym
                else f"nom : {mention.name[:1].lower()}{mention.name[1:]}"
            )
            subject = Subject(
                label=label,
                head=mention.key.split(" ")[0],
                attributes=frozenset(mention.key.split(" ")[1:]),
                actors=frozenset({mention.acronym} if mention.acronym else ()),
            )
            value = Name(mention.name, mention.acronym, mention.key)
            span = (mention.start, mention.end)
            yield _claim(article, sentence, "name", span, value, subject, mention.rule)


def _quotes(article: Article, sentences: Sequence[Sentence]) -> Iterator[Claim]:
    for quote in quote_mentions(article):
        sentence = next((s for s in reversed(sentences) if s.start <= quote.end and s.end > quote.start), None)
        if sentence is None:
            continue
        speaker = _speaker(sentences, sentence, (quote.start, quote.end))
        key = quote_key(quote.text)
        subject = Subject(
            label=f"propos {_of(speaker)}" if speaker else "propos rapportés",
            head="quote",
            context=frozenset(stem(w) for w in key.split() if len(w) > 3),  # noqa: PLR2004
        )
        claim = _claim(
            article, sentence, "quote", (quote.start, quote.end),
            Quote(quote.text, speaker, key), subject, "quotes.marks", speaker,
        )  # fmt: skip
        reach = min(sentence.start, quote.start), max(sentence.end, quote.end)
        yield replace(claim, polarity="asserted", sentence=reach)


# --- numbers and dates ------------------------------------------------------------------------


def _values(
    article: Article, sentences: Sequence[Sentence], by_sentence: dict[int, list[Mention]]
) -> Iterator[Claim]:
    last_noun: Token | None = None
    for i, sentence in enumerate(sentences):
        offices = [(r.start, r.end) for r in role_mentions(sentence)] if i in by_sentence else []
        for mention in by_sentence.get(i, ()):
            noun = understood = None
            if mention.kind in ("count", "ordinal"):
                noun = counted_noun(sentence, mention)
                understood = noun or _understood(sentence, mention, last_noun)
            if mention.kind == "ordinal" and any(s <= mention.start < e for s, e in offices):
                continue
            if not worth_checking(sentence, mention, understood if mention.kind == "count" else noun):
                continue
            if mention.kind == "count" and noun is not None:
                last_noun = noun
            claim = _value_claim(article, sentence, mention, noun, understood, by_sentence[i])
            yield replace(claim, speaker=_speaker(sentences, sentence, (claim.start, claim.end)))


def _value_claim(
    article: Article,
    sentence: Sentence,
    mention: Mention,
    noun: "Token | None",
    understood: "Token | None",
    beside: Sequence[Mention],
) -> Claim:
    start, end = mention.start, mention.end
    value = mention.value
    if noun is not None and not _stands_apart(sentence, mention, noun):
        end = max(end, _end_of_noun(sentence, noun))
    if understood is not None and isinstance(value, Interval):
        value = replace(value, unit=singular(understood))
    token = noun if noun is not None else _anchor_token(sentence, mention.start, mention.end)
    if token is None:
        token = sentence.doc[0]
    if isinstance(value, Interval) and value.exact and bounded_by_denial(sentence, token):
        value = replace(value, low=-INFINITE)
    dated = mention.kind == "date"
    anchor = Anchor(token, understood, mention.start, mention.end, dated)
    subject = subject_of(sentence, anchor)
    subject = replace(subject, time=_time(mention, beside))
    if mention.kind == "age":
        subject = _age_subject(sentence, mention, subject)
    if dated:
        subject = replace(subject, label=f"date : {subject.label}")
    rule = f"{mention.kind}s.{'understood' if noun is None and understood is not None else 'stated'}"
    return _claim(article, sentence, mention.kind, (start, end), value, subject, rule)


def singular(noun: "Token") -> str:
    """The unit of a count: the model's lemma, unless it is no French (« party »)."""
    lemma, text = str(noun.lemma_).casefold(), str(noun.text).casefold()
    bare = text[:-1] if text.endswith(("s", "x")) and len(text) > 3 else text  # noqa: PLR2004
    return bare if lemma.endswith("y") and bare.endswith("ie") else lemma


def counted_noun(sentence: Sentence, mention: Mention) -> "Token | None":
    """The noun that a number stands before: « plus de 10 000 cadres », « une quarantaine de
    morts », « 27 autres blessées »; `None` when the number stands alone.
    """
    after = [t for t in sentence.doc if t.idx >= mention.end - sentence.start]
    for step, token in enumerate(after[:5]):
        word = fold(token.text)
        if word in ("de", "d'", "des") and step == 0:
            continue
        if step == 0 and word == "le" and (noun := _number_of(after)) is not None:
            return noun
        if token.is_punct or token.pos_ in _ENDS_COUNT:
            if token.pos_ == "VERB" and _counted_participle(token):
                return token
            return None
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ == "ADJ" and fold(token.lemma_) not in _folded_skips():
            following = after[step + 1] if step + 1 < len(after) else None
            if following is not None and following.pos_ == "NOUN":
                return following
            return token if token.text[-1:] in "sx" else None
    return None


def _stands_apart(sentence: Sentence, mention: Mention, noun: "Token") -> bool:
    """Whether an article stands between a number and its noun (« dix-sept le nombre de morts »)."""
    between = sentence.text[mention.end - sentence.start : noun.idx].split()
    return "le" in between


def _number_of(after: "list[Token]") -> "Token | None":
    """« porte à dix-sept le nombre de morts »: the noun stands behind « le nombre de »."""
    words = [fold(t.text) for t in after[:3]]
    if words[:2] == ["le", "nombre"] and len(after) > 3:  # noqa: PLR2004
        return next((t for t in after[2:5] if t.pos_ == "NOUN"), None)
    return None


def _counted_participle(token: "Token") -> bool:
    """« 27 blessés », « sept disparus »: participles that the model takes for verbs."""
    return word_class(token.lemma_) in word_set("synonyms", "states") and token.text[-1:] == "s"


_ENDS_COUNT = ("VERB", "AUX", "ADP", "PRON", "CCONJ", "SCONJ", "NUM", "DET")


def _folded_skips() -> frozenset[str]:
    return frozenset(fold(word) for word in _SKIPPED_BEFORE_NOUN)


def _end_of_noun(sentence: Sentence, noun: "Token") -> int:
    """Where the noun ends with the adjectives that follow it at once."""
    end = noun
    for token in sentence.doc[noun.i + 1 : noun.i + 3]:
        if token.pos_ != "ADJ" or token.head.i != noun.i:
            break
        end = token
    end = _compound(sentence, end)
    return sentence.start + int(end.idx) + len(end.text)


def _compound(sentence: Sentence, noun: "Token") -> "Token":
    """« chefs de service », « bureaux de vote »: a bare noun after « de » is part of the name."""
    after = list(sentence.doc[noun.i + 1 : noun.i + 3])
    if len(after) == 2 and fold(after[0].text) in ("de", "d'"):  # noqa: PLR2004
        if after[1].pos_ == "NOUN" and after[1].text.islower():
            return after[1]
    return noun


def _understood(sentence: Sentence, mention: Mention, last: "Token | None") -> "Token | None":
    """The noun that a bare number stands for: « 24 des 55 sièges », « dont neuf »."""
    rest = sentence.text[mention.end - sentence.start :]
    of = re.match(r"\s*(?:des|sur(?: les)?|de ces|de ses)\s+(?:[\d\s.]+|\w+)\s*", rest)
    if of:
        at = mention.end - sentence.start + of.end()
        token = next((t for t in sentence.doc if t.idx >= at), None)
        if token is not None and token.pos_ == "NOUN":
            return token
    before = [
        t
        for t in sentence.doc
        if t.idx < mention.start - sentence.start
        and t.pos_ == "NOUN"
        and any(c.pos_ == "NUM" or c.dep_ == "nummod" for c in t.children)
    ]
    if before:
        return before[-1]
    return last


def _time(mention: Mention, beside: Sequence[Mention]) -> tuple[date, date] | None:
    """The dated period nearest to a value in its sentence."""
    if mention.kind == "date":
        return None
    dated = [
        (min(abs(m.start - mention.end), abs(mention.start - m.end)), m.value.first, m.value.last)
        for m in beside
        if isinstance(m.value, Period) and m.value.first and m.value.last and not m.value.clock
    ]
    near = [row for row in dated if row[0] <= TIME_REACH]
    return min(near)[1:] if near else None


def _age_subject(sentence: Sentence, mention: Mention, subject: Subject) -> Subject:
    """An age belongs to the person named last before it."""
    named = [
        m[0] for m in PERSON.finditer(sentence.text[: mention.start - sentence.start])
        if len(person_key(m[0])) > 1
    ]  # fmt: skip
    if not named:
        return replace(subject, head="age")
    person = named[-1]
    key = " ".join(person_key(person))
    return replace(subject, head="age", label=f"âge {_of(tidy(person))}", actors=frozenset({key}))
