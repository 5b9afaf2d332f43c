"""The noun that a number counts: beside it, or understood from what stands before.

« plus de 10 000 cadres », « une quarantaine de morts », « 24 des 55 sièges », « dont neuf »,
« treize députés, l'UDS 27 »; « 6 %, quand la direction en propose 2,5 » is understood as per cent.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import fold_keep, word_class, word_set
from crosscheck.claims.sentences import Sentence
from crosscheck.models import Mention
from crosscheck.values import Interval

if TYPE_CHECKING:
    from crosscheck.nlp import Token

_ENDS_COUNT = ("VERB", "AUX", "ADP", "PRON", "CCONJ", "SCONJ", "NUM", "DET")


def counted_noun(sentence: Sentence, mention: Mention) -> "Token | None":
    """The noun that a number stands before: « plus de 10 000 cadres », « une quarantaine de
    morts », « 27 autres blessées »; `None` when the number stands alone.
    """
    after = sentence.words_from(mention.end)
    for step, token in enumerate(after[:5]):
        word = token.folded
        if word in ("de", "d'", "des") and step == 0:
            continue
        if step == 0 and word == "le" and (noun := _number_of(after)) is not None:
            return noun
        if token.folded in word_set("worth", "no_counts"):
            return None
        if token.is_punct or token.pos_ in _ENDS_COUNT:
            if token.pos_ == "VERB" and _counted_participle(token):
                return token
            return None
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ == "ADJ" and token.folded_lemma not in word_set("synonyms", "between"):
            following = after[step + 1] if step + 1 < len(after) else None
            if following is not None and following.pos_ == "NOUN":
                return following
            return token if token.text[-1:] in "sx" else None
    return None


def _number_of(after: "Sequence[Token]") -> "Token | None":
    """« porte à dix-sept le nombre de morts »: the noun stands behind « le nombre de »."""
    words = [t.folded for t in after[:3]]
    if words[:2] == ["le", "nombre"] and len(after) > 3:
        return next((t for t in after[2:5] if t.pos_ == "NOUN"), None)
    return None


def _counted_participle(token: "Token") -> bool:
    """« 27 blessés », « sept disparus »: participles that the model takes for verbs."""
    return word_class(token.lemma_) in word_set("synonyms", "states") and token.text[-1:] == "s"


def end_of_noun(sentence: Sentence, noun: "Token") -> int:
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
    links = len(after) == 2 and after[0].folded in ("de", "d'")
    bare = links and after[1].pos_ == "NOUN"
    return after[1] if bare else noun


def stands_apart(sentence: Sentence, mention: Mention, noun: "Token") -> bool:
    """Whether an article stands between a number and its noun (« dix-sept le nombre de morts »)."""
    between = sentence.text[mention.end - sentence.start : noun.idx].split()
    return "le" in between


_OUT_OF = re.compile(r"\s*(?:des|sur(?: les)?|de ces|de ses)\s+(?:[\d\s.]+|\w+)\s*")
"""« des 55 », « sur cent »."""


def understood_noun(sentence: Sentence, mention: Mention) -> "Token | None":
    """The noun that a bare number stands for: « 24 des 55 sièges », « dont neuf »."""
    rest = sentence.text[mention.end - sentence.start :]
    of = _OUT_OF.match(rest)
    if of:
        at = mention.end - sentence.start + of.end()
        token = next((t for t in sentence.doc if t.idx >= at), None)
        if token is not None and token.pos_ == "NOUN":
            return token
    if _measures(sentence, mention):
        return None
    if sentence.text[: mention.start - sentence.start].rstrip().endswith(":"):
        return _labelled(sentence, mention)
    before = [
        t
        for t in sentence.doc
        if t.idx < mention.start - sentence.start
        and t.pos_ == "NOUN"
        and t.folded not in word_set("worth", "no_counts")
        and any((c.pos_ == "NUM" or c.dep_ == "nummod") and c.i < t.i for c in t.children)
    ]
    return before[-1] if before else None


def _labelled(sentence: Sentence, mention: Mention) -> "Token | None":
    """« – Nouveaux cas (24 heures) : 41 »: the first noun of the words before the colon."""
    low = mention.start - sentence.start
    start = max(sentence.text.rfind(mark, 0, low) for mark in (";", ".", "\n")) + 1
    label = (t for t in sentence.doc if start <= t.idx < low)
    return next((t for t in label if t.pos_ == "NOUN"), None)


def of_a_hundred(
    sentence: Sentence, mention: Mention, understood: "Token | None", before: Mention | None
) -> bool:
    """Whether a bare number is a percentage: « 6 %, quand la direction en propose 2,5 », « si elle
    montait à 5 %, on signerait. Mais elle reste à deux et demi. »

    `before` is the expression before it: across sentences only broken numbers are understood so.
    """
    if not stands_alone(sentence, mention):
        return False  # « deux de ses ministres »
    value = mention.value
    if understood is not None:
        whole = isinstance(value, Interval) and value.low > MOST
        return of_hundredths(understood) and not whole  # « 53 % des voix, cent dix »
    if before is None or before.kind != "percentage" or not isinstance(value, Interval):
        return False
    near = sentence.start - before.end <= _CARRIED
    return near and value.exact and value.low % 1 != 0


def of_hundredths(noun: "Token") -> bool:
    """Whether what a number stands for is the sign of a percentage."""
    return noun.folded in _HUNDREDTHS


def shared_out(noun: "Token") -> "Token | None":
    """« 53 % des voix, cent dix »: what is shared out in hundredths, of which there are so many."""
    following = noun.doc[noun.i + 1 : noun.i + 3]
    links = len(following) == 2 and following[0].folded in ("des", "de", "d'")
    return following[1] if links and following[1].pos_ == "NOUN" else None


def stands_alone(sentence: Sentence, mention: Mention) -> bool:
    """Whether no word behind a number can be what it counts: « , », « contre », « en 2024 »."""
    return bool(_ALONE.match(fold_keep(sentence.text[mention.end - sentence.start :])))


_ALONE = re.compile(
    r"\s*(?:$|[,.;:)»!?]|l'an(?:nee)?\b|aujourd'hui|d'apres\b|(?:et|ou|contre|en|pour|apres|dans"
    r"|puis|au|hier|selon|debut|fin|il y a)\b)"
)
"""What may follow a number that stands for as many per cent."""
_HUNDREDTHS = ("%", "pourcent", "pourcents")
MOST = 100
"""Per cent of a whole that is shared out."""
_CARRIED = 60
"""Characters between a percentage and the sentence whose broken number is understood as one."""


def _measures(sentence: Sentence, mention: Mention) -> bool:
    """« le trou de cinq milliards »: the noun before « de » tells what that is."""
    at = mention.start - sentence.start
    large = "illi" in sentence.text[at : mention.end - sentence.start]
    before = sentence.words_before(mention.start)[-2:]
    led = len(before) == 2 and before[1].folded in ("de", "d'")
    return large and led and before[0].pos_ == "NOUN"


def singular(noun: "Token") -> str:
    """The unit of a count: the model's lemma, unless it is no French (« party »)."""
    lemma, text = str(noun.lemma_).casefold(), str(noun.text).casefold()
    bare = text[:-1] if text.endswith(("s", "x")) and len(text) > 3 else text
    return bare if lemma.endswith("y") and bare.endswith("ie") else lemma
