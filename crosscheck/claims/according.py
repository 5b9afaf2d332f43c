"""« selon X », « d'après X », « pour Jean Duval, … »: a speaker who is told by a preposition."""

import re
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import fold_keep, word_set
from crosscheck.claims.persons import PERSON, person_key
from crosscheck.claims.sentences import Sentence, once_a_sentence
from crosscheck.claims.voices import voice_from
from crosscheck.claims.words import pieces_of, telling_pieces
from crosscheck.rules import remembered

if TYPE_CHECKING:
    from crosscheck.nlp import Token

_NUMBER = re.compile(r"\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|cent|mille)\b")
_LEARNT = r"(?:\s+\w+){0,3}?\s+(?:aupres\s+d|d)(?:e\s+|u\s+|es\s+|')(?=source)?"
_BROKEN = re.compile(r"[;:»]|(?<!, )«")
"""Where what « selon X » speaks for ends; a quotation may follow its comma."""
_FOR = re.compile(r"(?:^|(?<=, )|(?<=[;:«»] ))pour\s+")


def according(sentence: Sentence, at: int, end: int) -> str | None:
    """The speaker of the cue that is the value's own.

    « 38 % selon la direction et 62 % d'après les syndicats »: the cue right after a value is its
    own; else the one before it; else one that closes the sentence for all.
    """
    cues = according_cues(sentence)
    after = [cue for cue in cues if cue[0] >= end]
    earlier = [cue for cue in cues if cue[1] <= at]
    if after and not _NUMBER.search(fold_keep(sentence.text[end : after[0][0]])):
        return voice_from(sentence, after[0][1])
    if earlier and _reaches(sentence, earlier[-1], at):
        return voice_from(sentence, earlier[-1][1])
    if not after or earlier or _of_the_next(sentence.text[end : after[0][0]]):
        return None
    return voice_from(sentence, after[0][1])


def _of_the_next(between: str) -> bool:
    """Whether a cue behind a semicolon is another figure's: « des milliers ; 45 000 selon … »."""
    last = between.rpartition(";")
    return bool(last[1]) and bool(_NUMBER.search(fold_keep(last[2])))


def _reaches(sentence: Sentence, cue: tuple[int, int], at: int) -> bool:
    """Whether a cue before a value still speaks for it: no colon or semicolon stands between, and
    no words on the speaker (« …, selon la ville, qui emploie 1 150 agents »).
    """
    if _BROKEN.search(sentence.text[cue[1] : at]):
        return False
    ahead = sentence.text[: cue[0]].rstrip()
    if not ahead or ahead[-1] in ";:":
        return True
    between = [t for t in sentence.doc if cue[1] <= t.idx < at]
    return not any(t.text == "," and _says_of(t.nbor(1)) for t in between)


def _says_of(token: "Token") -> bool:
    """Whether a clause on what stands before begins: « qui emploie », « arrivé hier »."""
    return token.folded in ("qui", "dont", "que", "ou") or (
        "Part" in token.morph.get("VerbForm", [])
    )


@once_a_sentence
def according_cues(sentence: Sentence) -> list[tuple[int, int]]:
    """Start of each cue, and start of the words that name the speaker, in order."""
    pieces, text = pieces_of(sentence), fold_keep(sentence.text)
    found: dict[int, int] = {}
    if not pieces.isdisjoint(_cue_pieces()):
        for match in _cue().finditer(text):
            end = match.end()
            found[match.start()] = max(end, found.get(match.start(), 0))
    if "pour" in pieces:
        for match in _FOR.finditer(text):
            if _speaks_for(sentence, match.end()):
                found[match.start()] = match.end()
    return sorted(found.items())


@remembered
def _cue_pieces() -> frozenset[str]:
    cues = word_set("cues", "according") | word_set("cues", "learning")
    return telling_pieces(cues | {"source", "sources"})


@remembered
def _cue() -> re.Pattern[str]:
    """One pattern for all cues; « de » of a cue is « du » and « d' » as well."""
    rows = []
    for cue in sorted(word_set("cues", "according"), key=len, reverse=True):
        head, of = cue.removesuffix(" de"), cue.endswith(" de")
        led = r"\s+d(?:e\s+|u\s+|es\s+|')" if of else r"(?:\s+|(?<='))"
        rows.append(re.escape(head) + led)
    learnt = "|".join(map(re.escape, sorted(word_set("cues", "learning"))))
    rows += [rf"(?:{learnt}){_LEARNT}", r"de (?=sources?\b)"]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(rows)})")


def _speaks_for(sentence: Sentence, start: int) -> bool:
    """« Pour Jean Duval, 40 emplois sont menacés »: an opinion of a person or of one who counts,
    not what something costs them.
    """
    text = fold_keep(sentence.text)
    comma = text.find(",", start)
    if comma < 0 or not set(re.findall(r"\w+", text)).isdisjoint(word_set("cues", "burdens")):
        return False
    named = PERSON.match(sentence.text, start)
    if named is not None and len(person_key(named[0])) > 1:
        return True
    words = re.findall(r"[\w-]+", text[start:comma])[:3]
    known = word_set("offices", "offices") | word_set("cues", "opining")
    return any(word in known or word.rstrip("s") in known for word in words)
