"""Claims that are words: who holds which office, names written out, what somebody said."""

import re
from collections.abc import Iterator, Sequence

from crosscheck.claims.acronyms import acronyms_of
from crosscheck.claims.lexicon import fold, stem
from crosscheck.claims.names import NameMention, name_mentions, spelled_mentions
from crosscheck.claims.pairs import both, counterparts
from crosscheck.claims.persons import PERSON, fullest, person_key, same_person, tidy
from crosscheck.claims.quotes import quote_key, quote_mentions
from crosscheck.claims.roles import RoleMention, role_mentions
from crosscheck.claims.sentences import Sentence
from crosscheck.claims.telling import Reading, Told, of_whom
from crosscheck.models import Claim, Subject
from crosscheck.values import Name, Quote, Role

LEAST_LETTERS = 3
"""Words of a quotation up to this length tell nothing of its matter."""


def role_claims(reading: Reading) -> Iterator[Claim]:
    """Each office or rank with its holder under the fullest name the article gives."""
    rows = [(s, r) for s in reading.sentences for r in role_mentions(s)]
    stated = [r for _, r in rows]
    rows += [(s, r) for s in reading.sentences for r in counterparts(s, stated)]
    rows += both(reading.sentences)
    known = sorted(_full_names(reading, rows))
    for sentence, mention in rows:
        person = _of_same_office(mention, fullest(mention.person, known), rows)
        if len(person_key(person)) < 2 and not _beside(mention):
            continue
        label = f"{'grade' if mention.rank else 'fonction'} {of_whom(tidy(person))}"
        subject = Subject(
            label=label,
            head="rank" if mention.rank else "office",
            actors=frozenset({" ".join(person_key(person))}),
            era=reading.era(sentence, (mention.start, mention.end)),
        )
        value = Role(tidy(person), mention.role, role_key(mention.role))
        rule = "roles.rank" if mention.rank else "roles.office"
        told = Told("role", (mention.start, mention.end), value, subject, rule)
        yield reading.claim(sentence, told)


_TITLED = re.compile(rf"\b(?:M\.|Mme|Mlle|Me|Monsieur|Madame) ({PERSON.pattern})")


def _full_names(reading: Reading, rows: Sequence[tuple[Sentence, RoleMention]]) -> set[str]:
    """First and family names that the article gives beside an office or behind « M. »."""
    named = {r.person for _, r in rows}
    titled = (s.text for s in reading.sentences if "M" in s.text)
    named |= {m[1] for text in titled for m in _TITLED.finditer(text)}
    return {name for name in named if len(person_key(name)) > 1}


def _of_same_office(
    mention: RoleMention, person: str, rows: Sequence[tuple[Sentence, RoleMention]]
) -> str:
    """« le maire Diop », where the article knows a mayor Jean Diop and a senator Awa Diop."""
    if len(person_key(person)) > 1:
        return person
    same = {
        r.person
        for _, r in rows
        if len(person_key(r.person)) > 1
        and same_person(r.person, person)
        and role_key(r.role).split(" ")[0] == role_key(mention.role).split(" ")[0]
    }
    return same.pop() if len(same) == 1 else person


def _beside(mention: RoleMention) -> bool:
    """« le président Poutine »: office and family name with nothing between them."""
    return mention.end - mention.start <= len(mention.role) + len(mention.person) + 2


def role_key(role: str) -> str:
    """What offices are compared by: folded words in order, articles left out."""
    words = re.findall(r"[\w-]+", fold(role).replace("d'", "").replace("l'", ""))
    return " ".join(w for w in words if w not in ("le", "la", "les", "de", "du", "des", "et"))


def name_claims(reading: Reading, mastheads: Sequence[Sentence] = ()) -> Iterator[Claim]:
    """Each agreement, institution, meeting or programme that is named.

    In `mastheads`, lines that claim nothing else, an acronym of the article may be written out.
    """
    acronyms = acronyms_of(reading.article.text)
    for sentence in reading.sentences:
        for mention in name_mentions(sentence, acronyms):
            yield reading.claim(sentence, _named(reading, sentence, mention))
    for line in mastheads:
        for mention in spelled_mentions(line, acronyms):
            yield reading.claim(line, _named(reading, line, mention))


def _named(reading: Reading, sentence: Sentence, mention: NameMention) -> Told:
    span = (mention.start, mention.end)
    label = (
        f"développé du sigle {mention.acronym}"
        if mention.acronym
        else f"nom : {mention.name[:1].lower()}{mention.name[1:]}"
    )
    subject = Subject(
        label=label,
        question="" if mention.acronym else f"nom : {mention.name}",
        head=mention.key.split(" ")[0],
        attributes=frozenset(mention.key.split(" ")[1:]),
        actors=frozenset({mention.acronym} if mention.acronym else ()),
        era=reading.era(sentence, span),
    )
    value = Name(mention.name, mention.acronym, mention.key)
    return Told("name", span, value, subject, mention.rule)


def quote_claims(reading: Reading) -> Iterator[Claim]:
    """Each quotation that is long enough, with its speaker."""
    for quote in quote_mentions(reading.article):
        span = (quote.start, quote.end)
        around = (s for s in reversed(reading.sentences) if s.start <= quote.end < s.end + 2)
        sentence = next((s for s in around if s.end > quote.start), None)
        if sentence is None:
            continue
        # A quotation may run over several sentences; the reader is shown them all.
        reach = min(sentence.start, quote.start), max(sentence.end, quote.end)
        speaker = reading.speaker(sentence, span)
        key = quote_key(quote.text)
        subject = Subject(
            label=f"propos {of_whom(speaker)}" if speaker else "propos rapportés",
            head="quote",
            context=frozenset(stem(w) for w in key.split() if len(w) > LEAST_LETTERS),
            era=reading.eras.of(reach, span),
        )
        value = Quote(quote.text, speaker, key)
        yield reading.claim(sentence, Told("quote", span, value, subject, "quotes.marks", reach))
