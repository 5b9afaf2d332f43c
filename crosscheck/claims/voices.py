"""Who can speak, and the words that name it: an office with its name, a body, a person.

A wrong speaker puts words into somebody's mouth, so only persons, bodies and those whom the rules
name can speak; « un bilan provisoire » is nobody's, « un bilan de la protection civile » is.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.names import heads
from crosscheck.claims.persons import PERSON, person_key
from crosscheck.claims.sentences import Sentence
from crosscheck.rules import remembered

if TYPE_CHECKING:
    from crosscheck.nlp import Token

SPEAKER_LENGTH = 120
"""Characters kept of who speaks: enough for an office and a name, not for a clause."""
PUBLISHED_REACH = 8
"""Words after « un bilan » in which « publié par » tells whose it is."""
PRONOUNS = {"il", "elle", "ils", "elles"}
_ENDS = {"VERB", "AUX", "SCONJ", "PRON"}
_PRINTED = re.compile(r"\w+(?:-\w+)*")
_AWAY = {"dans", "lors", "devant", "apres", "avant", "depuis", "pendant", "via", "aupres", "au"}
_TITLED = r"(?:(?:le|la|l')\s*)?(?:[a-zà-ÿ-]+ )?(?:M\.|Mme|Me|Dr|Pr)?\s*"
_NAMED_NEXT = re.compile(rf",\s*({_TITLED}(?P<name>{PERSON.pattern}))(?=\s*(?:[,.;:)»]|$))")


def voice_from(sentence: Sentence, start: int) -> str | None:
    """Who is named from `start` on, up to a mark, a verb or a conjunction, with the name or the
    office that follows between commas: « le préfet, Jean Duval », « Jean Duval, maire ».
    """
    kept = _up_to_mark(sentence, start)
    if not kept:
        return None
    if _document(kept[0] if kept[0].pos_ != "DET" or len(kept) == 1 else kept[1:][0], kept):
        by = _published_by(sentence, kept[-1])
        if by is not None:
            return by
    end = kept[-1].idx + len(kept[-1].text)
    named = _apposed(sentence, kept, end)
    return voice(sentence, [*kept, *named])


def _up_to_mark(sentence: Sentence, start: int) -> "list[Token]":
    kept: list[Token] = []
    for token in sentence.doc:
        if token.idx < start:
            continue
        if token.text in ("-", "–") and kept and not kept[-1].whitespace_:
            kept.append(token)  # « Météo-France », which the model cuts
            continue
        ends = token.pos_ in _ENDS and not token.text[:1].isupper()
        if token.is_punct or ends or _numeral(token) or (kept and _leads_away(token)):
            break
        if token.pos_ == "CCONJ" and not _joins_names(token):
            break
        kept.append(token)
    return kept


def _numeral(token: "Token") -> bool:
    return token.text[:1].isdigit() and token.pos_ in ("DET", "NUM", "PRON")


def _leads_away(token: "Token") -> bool:
    """« le préfet dans un communiqué », « le ministre jeudi »: where and when it was said."""
    return token.folded in _AWAY or (token.pos_ != "ADP" and _tells_time(token))


def _joins_names(token: "Token") -> bool:
    """« la police et la gendarmerie »: a conjunction of two who speak together."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is None or following.text[:1].isdigit():
        return False
    return following.pos_ in ("DET", "PROPN") or following.folded in ("de", "des", "du", "d'")


def _apposed(sentence: Sentence, kept: "Sequence[Token]", end: int) -> "list[Token]":
    """The comma and the words behind it that name the same person, or none."""
    words = {t.folded for t in kept} | {t.folded_lemma for t in kept}
    text = sentence.text
    office = not words.isdisjoint(_offices())
    full = any(len(person_key(m[0])) > 1 for m in PERSON.finditer(text[kept[0].idx : end]))
    if office and not full:
        match = _NAMED_NEXT.match(text, end)
        if match and len(person_key(match["name"])) > 1:
            return [t for t in sentence.doc if end <= t.idx < match.end(1)]
    if full and not office and text[end : end + 2] == ", ":
        more = _up_to_mark(sentence, end + 2)
        head = next((t for t in more if t.pos_ in ("NOUN", "ADJ")), None)
        if head is not None and {head.folded, head.folded_lemma} & _offices():
            return [t for t in sentence.doc if end <= t.idx <= more[-1].idx]
    return []


def _document(head: "Token", kept: "Sequence[Token]") -> bool:
    """« un dernier bilan », « les chiffres »: what somebody published."""
    return any({t.folded_lemma, t.folded} & word_set("cues", "documents") for t in kept[:3])


def _published_by(sentence: Sentence, last: "Token") -> str | None:
    """« un premier bilan diffusé mardi par l'Office »: whose it is."""
    for token in sentence.doc[last.i + 1 : last.i + 1 + PUBLISHED_REACH]:
        if token.is_punct:
            return None
        if token.folded == "par" and token.i + 1 < len(sentence.doc):
            return voice_from(sentence, int(token.nbor(1).idx))
    return None


@remembered
def _offices() -> frozenset[str]:
    return word_set("offices", "offices") | word_set("offices", "ranks")


def voice(sentence: Sentence, tokens: "Sequence[Token]") -> str | None:
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
    if fold(text) in PRONOUNS:
        return text
    if not can_speak(kept):
        return None
    return text if len(text) <= SPEAKER_LENGTH else text[:SPEAKER_LENGTH].rpartition(" ")[0]


def _tells_time(token: "Token") -> bool:
    return token.folded_lemma in word_set("cues", "times") or token.text.isdigit()


@remembered
def _speaking() -> frozenset[str]:
    return word_set("cues", "speakers") | _offices() | frozenset(heads())


def can_speak(tokens: "Sequence[Token]") -> bool:
    """Whether the head of the words is a name, an office, a body, or one whom the rules name; a
    document speaks for the body that made it.
    """
    titles = word_set("offices", "honorifics")
    made = False
    for token in tokens:
        words = {token.folded_lemma, token.folded, _whole(token)}
        if token.folded in titles or f"{token.folded}." in titles:
            continue
        if token.pos_ == "PROPN" and token.text[:1].isupper():
            return True
        if token.pos_ not in ("NOUN", "ADJ"):
            continue
        if words & _speaking() or (token.text[:1].isupper() and token.i > 0):
            return True
        if words & word_set("cues", "documents"):
            made = True
        elif not made and token.pos_ == "NOUN":
            return False
    return False


def _whole(token: "Token") -> str:
    """The word as it is printed, folded: « état-major », of which the model makes three."""
    text = token.doc.text
    return fold(
        re.split(r"[\s,;.:»)]", text[token.idx : token.idx + SPEAKER_LENGTH], maxsplit=1)[0]
    )


def phrase(head: "Token") -> "list[Token]":
    """A noun with what belongs to it, up to a mark or a relative clause."""
    own = sorted(head.subtree, key=lambda t: t.i)
    kept = [t for t in own if t.i <= head.i]
    for token in own[len(kept) :]:
        if token.text in (",", ";", "«", "»", "(") or token.pos_ in ("VERB", "AUX", "SCONJ"):
            break
        kept.append(token)
    return kept


def voice_before(sentence: Sentence, end: int) -> str | None:
    """Who is named right before a verb that begins at token `end`: « le ministre, Paul Lenoir, a
    affirmé »; what stands before the comma is not looked at unless the two name one person.
    """
    doc = sentence.doc
    last = _segment_start(sentence, end)
    if last == end and end and doc[end - 1].text == ",":
        inner = _segment_start(sentence, end - 1)
        outer = (
            _segment_start(sentence, inner - 1) if inner and doc[inner - 1].text == "," else inner
        )
        if outer < inner - 1:
            whole = voice_from(sentence, int(doc[outer].idx))
            if whole is not None and "," in whole:
                return whole
            return voice(sentence, list(doc[outer : inner - 1]))
        return None
    return voice(sentence, _from_noun(list(doc[last:end]))) if last < end else None


def _from_noun(tokens: "Sequence[Token]") -> "list[Token]":
    """Words from the first article or name on."""
    kept = list(tokens)
    while kept and kept[0].pos_ in ("CCONJ", "SCONJ", "ADV"):
        kept.pop(0)
    return kept


def _segment_start(sentence: Sentence, end: int) -> int:
    """First token of the run of words without mark or verb that ends before token `end`."""
    doc, i = sentence.doc, end
    while i and not (doc[i - 1].is_punct and doc[i - 1].text not in ("-", "'")):
        before = doc[i - 1]
        if before.pos_ in _ENDS and not before.text[:1].isupper():
            break
        i -= 1
    return int(i)
