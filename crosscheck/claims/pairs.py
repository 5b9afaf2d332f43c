"""Two persons named together: « X et Y, son homologue malien », « les deux chefs de diplomatie ».

The office of such a pair stands beside neither name. It is read only where two names are joined by
« et », and, for « les deux … », in the sentence right after theirs.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.persons import PERSON, person_key
from crosscheck.claims.roles import RoleMention
from crosscheck.claims.sentences import Sentence

NEXT = 4
"""Characters between two sentences that follow each other in one paragraph, at the most."""
_PAIR = re.compile(rf"({PERSON.pattern}),? et ({PERSON.pattern})")
_AFTER = re.compile(rf"({PERSON.pattern}), (?:son|sa) homologue( [a-zà-ÿ]+)?")
"""« Abdoulaye Diop, son homologue malien »."""
_BEFORE = re.compile(rf"\b(?:son|sa) homologue( [a-zà-ÿ]+)?,? ({PERSON.pattern})")
"""« son homologue malien Abdoulaye Diop »."""
_DEMONYM_ENDINGS = ("ien", "ienne", "een", "eenne", "ain", "aine", "ais", "aise", "ois", "oise")
_BOTH = re.compile(r"\b[Ll]es deux ([a-zà-ÿ]+s)((?: d(?:e |u |es |')[\w'-]+)?)")


def counterparts(sentence: Sentence, known: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """« Sergueï Lavrov et Abdoulaye Diop, son homologue malien »: the second holds the office
    that the first is known for in the article, of another country.

    `known` are the offices found so far, with the names that hold them. « Homologue » alone is no
    office: where none is known of the first, or one is of the second, nothing is claimed.
    """
    if "homologue" not in sentence.text:
        return
    rows = [(m.span(), m[1], m[2]) for m in _AFTER.finditer(sentence.text)]
    rows += [(m.span(), m[2], m[1]) for m in _BEFORE.finditer(sentence.text)]
    for (start, end), named, demonym in sorted(rows):
        person = _without_honours(named)
        if not _full(person) or _offices(person, known):
            continue
        head = sentence.text[: start + sentence.text[start:end].index(named)]
        office = _office_of_other(head, person, known)
        if office:
            role = " ".join(filter(None, (office, (demonym or "").strip())))
            span = sentence.start + start, sentence.start + end
            yield RoleMention(*span, person, role, rank=False)


def _without_honours(name: str) -> str:
    """« Son Excellence Monsieur Jean Duval » as « Jean Duval »."""
    words, honours = name.split(), word_set("offices", "honorifics")
    while words:
        pair = fold(" ".join(words[:2]))
        if pair in honours:
            words = words[2:]
        elif fold(words[0]) in honours or fold(words[0]) in ("son", "sa"):
            words = words[1:]
        else:
            break
    return " ".join(words)


def _offices(name: str, known: Sequence[RoleMention]) -> list[str]:
    """The offices that the article gives to a person."""
    key = person_key(name)
    return [r.role for r in known if not r.rank and key and person_key(r.person)[-1:] == key[-1:]]


def _office_of_other(head: str, person: str, known: Sequence[RoleMention]) -> str:
    """The office of the person named last before, as the article words it most fully."""
    named = [m[0] for m in PERSON.finditer(head)]
    for name in reversed(named):
        offices = _offices(name, known)
        if offices and person_key(name)[-1:] != person_key(person)[-1:]:
            return _plain_office(max(offices, key=lambda office: (len(office), office)))
    return ""


def _plain_office(office: str) -> str:
    """The office without its country: « ministre russe de la Défense » is one « de la Défense »."""
    words = office.split()
    places = {k for k in (1, len(words) - 1) if 0 < k < len(words) and _demonym(words[k])}
    return " ".join(word for k, word in enumerate(words) if k not in places)


def _demonym(word: str) -> bool:
    """« malien », « ghanéen », « russe »: by its ending, or in the list of those without one."""
    folded = fold(word)
    told = folded in word_set("offices", "demonyms")
    return word.islower() and (told or folded.endswith(_DEMONYM_ENDINGS))


def both(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, RoleMention]]:
    """« Les deux chefs de diplomatie … » after a sentence that names two persons together."""
    for before, sentence in pairwise(sentences):
        match = _BOTH.search(sentence.text)
        if match is None or sentence.start - before.end > NEXT:
            continue
        pairs = [p for p in _PAIR.finditer(before.text) if _full(p[1]) and _full(p[2])]
        office = match[1].removesuffix("s")
        if len(pairs) != 1 or fold(office) not in word_set("offices", "offices"):
            continue
        start, end = sentence.start + match.start(1), sentence.start + match.end()
        for person in pairs[0].groups():
            yield sentence, RoleMention(start, end, person, f"{office}{match[2]}", rank=False)


def _full(name: str) -> bool:
    """Whether a first name stands with the family name."""
    return len(person_key(name)) > 1
