"""Who says it: « selon le préfet », « a déclaré X », « assure-t-elle », « le ministre a dit que ».

A wrong speaker puts words into somebody's mouth, so only persons, bodies and those whom the rules
name can speak, and a cue speaks for the values of its own side of the sentence.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import fold, fold_keep, word_set
from crosscheck.claims.names import heads
from crosscheck.claims.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKER_LENGTH = 80
"""Characters kept of who speaks: enough for an office and a name, not for a clause."""
_SUBJECTS = {"nsubj", "nsubj:pass", "expl:subj", "nsubj:caus"}
_PRONOUNS = {"il", "elle", "ils", "elles"}
_NOBODY = {"on", "qui", "ce", "cela", "ca", "que", "dont"}
_INVERTED = re.compile(r"([^\W\d_]+)(?:-t)?-(ils?|elles?|on)\b(?:\s+[^\W\d_]+){0,2}")
_NUMBER = re.compile(r"\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|cent|mille)\b")


def speaker_of(sentence: Sentence, anchor: "Token", before: Sentence | None = None) -> str | None:
    """Who says what stands at `anchor`, in the words of the sentence; `None` when it is the
    article itself, or when the words name nobody who can speak.

    A pronoun (« a-t-il déclaré ») is the subject of the sentence `before`, when that is a name.
    """
    who = _according(sentence, anchor) or _inciso(sentence) or _saying(sentence, anchor)
    if who is not None and fold(who) in _PRONOUNS:
        return _subject_named(before) if before is not None else None
    return who


# --- « selon X » ------------------------------------------------------------------------------


def _according(sentence: Sentence, anchor: "Token") -> str | None:
    """The speaker of the cue that is the anchor's own.

    « 38 % selon la direction et 62 % d'après les syndicats »: the cue right after a value is its
    own; else the one before it; else one that closes the sentence for all.
    """
    cues = _according_cues(sentence)
    at, end = anchor.idx, anchor.idx + len(anchor.text)
    after = [cue for cue in cues if cue[0] >= end]
    earlier = [cue for cue in cues if cue[1] <= at]
    if after and not _NUMBER.search(fold_keep(sentence.text[end : after[0][0]])):
        return _up_to_mark(sentence, after[0][1])
    if earlier and _reaches(sentence, earlier[-1][1], at):
        return _up_to_mark(sentence, earlier[-1][1])
    return _up_to_mark(sentence, after[0][1]) if after and not earlier else None


def _according_cues(sentence: Sentence) -> list[tuple[int, int]]:
    """Start of each cue, and start of the words that name the speaker, in order."""
    text = fold_keep(sentence.text)
    found: dict[int, int] = {}
    for cue in word_set("cues", "according"):
        for match in re.finditer(rf"(?<!\w){re.escape(cue)}(?:\s+|(?<='))", text):
            found[match.start()] = max(match.end(), found.get(match.start(), 0))
    return sorted(found.items())


def _reaches(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a cue before a value still speaks for it: no colon, semicolon or verb of its own
    and no « et » clause begins between them.
    """
    return not re.search(r"[;:«»]", sentence.text[start:at])


def _up_to_mark(sentence: Sentence, start: int) -> str | None:
    """Who is named from `start` on, up to a mark, a verb or a conjunction."""
    kept: list[Token] = []
    for token in sentence.doc:
        if token.idx < start:
            continue
        if token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ", "PRON"):
            break
        if token.pos_ == "CCONJ" and not _joins_names(token):
            break
        kept.append(token)
    return _who(sentence, kept)


def _joins_names(token: "Token") -> bool:
    """« la police et la gendarmerie »: a conjunction of two who speak together."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is not None and following.pos_ in ("DET", "PROPN")


# --- verbs of saying --------------------------------------------------------------------------


def _inciso(sentence: Sentence) -> str | None:
    """« …, a déclaré Vladimir Poutine », « …, assure-t-elle »: the words after the verb."""
    for match in _INVERTED.finditer(sentence.text):
        inside = sentence.tokens(sentence.start + match.start(), sentence.start + match.end())
        if any(_is_saying(t) for t in inside):
            return None if match[2] == "on" else match[2]
    tokens = list(sentence.doc)
    for i, token in enumerate(tokens[:-1]):
        if i == 0 or not _is_saying(token) or token.text.endswith("ant"):
            continue
        before = [t for t in tokens[max(0, i - 3) : i] if t.pos_ not in ("ADV", "AUX")]
        opened = not before or before[-1].text in (",", "»", "–", "—", '"', "”")
        if opened and tokens[i + 1].pos_ in ("DET", "PROPN", "NOUN"):
            return _up_to_mark(sentence, tokens[i + 1].idx)
    return None


def _is_saying(token: "Token") -> bool:
    saying = word_set("cues", "saying")
    return token.pos_ in ("VERB", "AUX") and (
        fold(token.lemma_) in saying or fold(token.text.split("-")[0]) in saying
    )


def _saying(sentence: Sentence, anchor: "Token") -> str | None:
    """The subject of a verb of saying that governs the anchor (« le préfet a dit que … »)."""
    for token in sentence.doc:
        if not _is_saying(token):
            continue
        subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if subject is None or fold(subject.text) in _NOBODY:
            continue
        said = set(token.subtree) - set(subject.subtree)
        if anchor in said and (anchor.i > token.i or subject.i > token.i):
            return _who(sentence, _phrase(subject))
    return None


def _phrase(head: "Token") -> "list[Token]":
    """A noun with what belongs to it, up to a mark or a relative clause."""
    own = sorted(head.subtree, key=lambda t: t.i)
    kept = [t for t in own if t.i <= head.i]
    for token in own[len(kept) :]:
        if token.text in (",", ";", "«", "»", "(") or token.pos_ in ("VERB", "AUX", "SCONJ"):
            break
        kept.append(token)
    return kept


def _subject_named(sentence: Sentence) -> str | None:
    """The subject of a sentence when it is a name: « M. Novak a exprimé … »."""
    for token in sentence.doc:
        if token.dep_ in _SUBJECTS and fold(token.text) not in _NOBODY | _PRONOUNS:
            return _who(sentence, _phrase(token))
    return None


# --- who can speak ----------------------------------------------------------------------------


def _who(sentence: Sentence, tokens: "Sequence[Token]") -> str | None:
    """The words of a speaker, without the day or place they begin with; `None` for what cannot
    speak: a date, a thing, a number.
    """
    kept = list(tokens)
    while kept and (kept[0].pos_ in ("ADP", "ADV", "PUNCT") or _tells_time(kept[0])):
        kept.pop(0)
    while kept and kept[-1].pos_ in ("ADP", "DET", "ADV", "PUNCT", "CCONJ"):
        kept.pop()
    if not kept:
        return None
    text = " ".join(sentence.text[kept[0].idx : kept[-1].idx + len(kept[-1].text)].split())
    if fold(text) in _PRONOUNS:
        return text
    if not _can_speak(kept):
        return None
    return text if len(text) <= SPEAKER_LENGTH else text[:SPEAKER_LENGTH].rpartition(" ")[0]


def _tells_time(token: "Token") -> bool:
    return fold(token.lemma_) in word_set("cues", "times") or token.text.isdigit()


def _can_speak(tokens: "Sequence[Token]") -> bool:
    """Whether the head of the words is a name, an office, a body, or one whom the rules name."""
    named = word_set("cues", "speakers") | word_set("offices", "offices")
    named |= word_set("offices", "ranks") | frozenset(heads())
    titles = word_set("offices", "honorifics")
    for token in tokens:
        if fold(token.text) in titles or f"{fold(token.text)}." in titles:
            continue
        if token.pos_ == "PROPN" and token.text[:1].isupper():
            return True
        if token.pos_ in ("NOUN", "ADJ"):
            words = {fold(token.lemma_), fold(token.text)}
            return not words.isdisjoint(named) or (token.text[:1].isupper() and token.i > 0)
    return False
