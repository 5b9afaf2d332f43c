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
_COUNTERPART = re.compile(rf"{_PAIR.pattern}, (?:son|sa) (homologue [a-zà-ÿ]+)")
_BOTH = re.compile(r"\b[Ll]es deux ([a-zà-ÿ]+s)((?: d(?:e |u |es |')[\w'-]+)?)")


def counterparts(sentence: Sentence) -> Iterator[RoleMention]:
    """« Sergueï Lavrov et Abdoulaye Diop, son homologue malien »: what the second is."""
    for match in _COUNTERPART.finditer(sentence.text):
        if _full(match[1]) and _full(match[2]):
            start, end = sentence.start + match.start(2), sentence.start + match.end(3)
            yield RoleMention(start, end, match[2], match[3], rank=False)


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
