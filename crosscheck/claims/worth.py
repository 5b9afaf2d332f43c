"""What is worth checking: one predicate, with its words in `rules/fr/worth.toml`.

Turns of phrase, « les deux pays », page numbers, ordinals that only enumerate give no claim.
"""

import re
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import fold, fold_keep, word_set
from crosscheck.claims.sentences import Sentence, once_a_sentence
from crosscheck.claims.words import pieces_of, telling_pieces
from crosscheck.models import Mention
from crosscheck.rules import remembered
from crosscheck.values import Interval, Period

if TYPE_CHECKING:
    from crosscheck.nlp import Token

_DEFINITE = {"le", "la", "les", "l'", "des", "aux", "ces", "ce", "cette", "nos", "leurs", "ses",
    "entre", "du"}  # fmt: skip
HIGHEST_LISTED = 3
"""Places up to the third enumerate; beyond, they tell how many there were."""
NEAR = 40
"""Characters before a number in which the word before it stands, nearly always."""
AROUND = 28
"""Characters on each side of a number in which a turn of phrase is looked for."""


def worth_checking(sentence: Sentence, mention: Mention, noun: "Token | None") -> bool:
    """Whether a desk editor would check this expression."""
    undated = isinstance(mention.value, Period) and not mention.value.edtf
    if undated or _idiom(sentence, mention):
        return False  # « hier » in an undated article: nothing to compare
    before = _word_before(sentence, mention)
    if mention.kind in ("age", "duration") and _category(sentence, mention):
        return False
    if mention.kind in ("duration", "measure") and _vague_length(sentence, mention):
        return False
    if mention.kind == "ordinal":
        return _worth_ordinal(sentence, mention, noun, before)
    if mention.kind != "count" or not isinstance(mention.value, Interval):
        return not _names_something(sentence, mention)
    if _labels_a_name(sentence, mention) and not (noun and _gapped(sentence, mention)):
        return False
    return _worth_count(sentence, mention, noun, before)


def _worth_count(sentence: Sentence, mention: Mention, noun: "Token | None", before: str) -> bool:
    """« trois accords » counts; « les deux pays », « page 4 », « plusieurs secteurs » do not."""
    assert isinstance(mention.value, Interval)
    lemma = _one_of(noun)
    value = mention.value
    if before in word_set("worth", "labels") or _none_of_it(sentence, mention):
        return False
    if _numeral(sentence, mention, before):
        return False
    if value.exact and value.low <= 2 and before in _DEFINITE:
        return bool(lemma) and (
            lemma not in word_set("worth", "pairs") or _main_ones(sentence, mention)
        )
    if value.vague and not value.grain.is_finite():
        return False
    if _bare_vague(sentence, mention):
        return bool(lemma) and lemma not in word_set("worth", "vague")
    return bool(lemma) or value.low > 2 or _of_them(sentence, mention)


def _of_them(sentence: Sentence, mention: Mention) -> bool:
    """« deux d'entre eux ont été interpellés »: of those who are told of before."""
    return fold_keep(sentence.text).startswith(" d'entre e", mention.end - sentence.start)


def _main_ones(sentence: Sentence, mention: Mention) -> bool:
    """« la démission des deux principaux dirigeants »: more than the two one knows."""
    return sentence.text[mention.end - sentence.start :].startswith(
        (" principaux ", " principales ")
    )


def _one_of(noun: "Token | None") -> str:
    """The folded singular of a noun, whatever the model made of it."""
    if noun is None:
        return ""
    lemma, text = noun.folded_lemma, noun.folded
    return text.rstrip("sx") if lemma[-1:] == "y" and text.endswith("ies") else lemma


def _names_something(sentence: Sentence, mention: Mention) -> bool:
    """« le 1500 m », « un point de presse »: a race and a meeting, no measure."""
    at, upto = mention.start - sentence.start, mention.end - sentence.start
    text = fold_keep(sentence.text)[at:upto]
    if mention.kind == "measure" and text.endswith(" m"):
        return _word_before(sentence, mention) in ("le", "du", "au", "sur")
    return text == "un point" and bool(re.match(r"\s+d", sentence.text[upto:]))


def _labels_a_name(sentence: Sentence, mention: Mention) -> bool:
    """« France 2 », « Paris 1 »: figures right behind a capital, with no noun of their own."""
    head = sentence.text[: mention.start - sentence.start]
    rest = sentence.text[mention.end - sentence.start :]
    digits = sentence.text[mention.start - sentence.start].isdigit()
    return digits and bool(
        _CAPITAL.search(head) and _NOT_COUNTED.match(rest) and not _OPENING.search(head)
    )


_CAPITAL = re.compile(r"[A-ZÀ-Þ][\w'’-]+ $")
_NOT_COUNTED = re.compile(r"\s*(?:[.,;:!?)»]|$|[a-z]+\b|[A-ZÀ-Þ][\w-]*[^sx\W](?!\w))")
_OPENING = re.compile(r"(?:^|[.!?:«»] )\w+ $")


def _gapped(sentence: Sentence, mention: Mention) -> bool:
    """« treize députés, l'UDS 27 et l'Alliance 18 »: a number of what was counted before, its verb
    left out.
    """
    head = sentence.text[: mention.start - sentence.start]
    rest = sentence.text[mention.end - sentence.start :]
    return bool(_LISTED.search(head) and _NEXT_LISTED.match(rest))


_LISTED = re.compile(r"(?:[,;]|\bet|\bcontre) (?:l['’]|l[ea]s? )[A-ZÀ-Þ][\w'’-]+ $")
_NEXT_LISTED = re.compile(r"\s*(?:[.,;]|$|et l['’ea])")


def _category(sentence: Sentence, mention: Mention) -> bool:
    """« les moins de 30 ans », « les 16-25 ans », « la population de plus de 15 ans »: a class."""
    text, at = fold_keep(sentence.text), mention.start - sentence.start
    hedged = _HEDGED.match(text, at)
    words = re.findall(r"[^\W\d_]+", text[:at])[-2:] if hedged else []
    if not hedged or not words or (hedged[0].endswith("et") and _some(sentence.text[:at])):
        return False
    people = word_set("synonyms", "people") | word_set("worth", "categories")
    return words[-1] in ("les", "des", "aux") or (
        words[-1] == "de" and words[0].rstrip("s") in people
    )


_HEDGED = re.compile(r"(?:plus|moins|\d+ (?:a|et)|\d+-\d+)\b")


def _some(before: str) -> bool:
    """« deux hommes de 22 et 25 ans »: as many people as there are ages, and no class of them."""
    return bool(re.search(r"\b(?:deux|trois|quatre|[2-4]) [^\W\d_]+ d[e'’] ?$", fold_keep(before)))


def _numeral(sentence: Sentence, mention: Mention, before: str) -> bool:
    """« sous le signe du 8, »: a numeral that is named and counts nothing."""
    rest = sentence.text[mention.end - sentence.start :]
    digits = sentence.text[mention.start - sentence.start : mention.end - sentence.start].isdigit()
    return digits and before in ("le", "du", "au") and bool(re.match(r"\s*(?:[.,;:!?)»]|$)", rest))


def _vague_length(sentence: Sentence, mention: Mention) -> bool:
    """« plusieurs fois », « quelques jours »: as little as « plusieurs jours » counts."""
    value = mention.value
    text = fold(sentence.text[mention.start - sentence.start : mention.end - sentence.start])
    return (
        isinstance(value, Interval)
        and text.startswith(("plusieurs ", "quelques "))
        and fold(value.unit) in word_set("worth", "vague") | {"an"}
        and not any(scale in text for scale in ("cent", "mill", "dizaine"))
    )


def _none_of_it(sentence: Sentence, mention: Mention) -> bool:
    """« pas un seul blessé », « il n'y a pas eu un seul tir »: a way to say none."""
    at = mention.start - sentence.start
    text = fold_keep(sentence.text)
    if not text[at:].startswith(("un seul ", "une seule ")):
        return False
    return bool(re.search(r"\bpas (?:eu |meme |fait )?$", text[:at]))


def _bare_vague(sentence: Sentence, mention: Mention) -> bool:
    text = fold(sentence.text[mention.start - sentence.start : mention.end - sentence.start])
    return text.startswith(("plusieurs", "quelques", "nombre", "de nombreu", "maint"))


def _idiom(sentence: Sentence, mention: Mention) -> bool:
    text = fold_keep(sentence.text)
    low = max(0, mention.start - sentence.start - AROUND)
    high = mention.end - sentence.start + AROUND
    at, upto = mention.start - sentence.start, mention.end - sentence.start
    for idiom in _idioms_in(sentence):
        for match in re.finditer(rf"(?<!\w){re.escape(idiom)}(?!\w)", text[low:high]):
            if low + match.start() < upto and low + match.end() > at:
                return True
    return False


@once_a_sentence
def _idioms_in(sentence: Sentence) -> list[str]:
    """The turns of phrase that may stand in a sentence."""
    if pieces_of(sentence).isdisjoint(_idiom_pieces()):
        return []
    text = fold_keep(sentence.text)
    return [idiom for idiom in word_set("worth", "idioms") if idiom in text]


@remembered
def _idiom_pieces() -> frozenset[str]:
    return telling_pieces(word_set("worth", "idioms"))


def _word_before(sentence: Sentence, mention: Mention) -> str:
    text, at = fold_keep(sentence.text), mention.start - sentence.start
    for low in (max(0, at - NEAR), 0):
        words = _WORD.findall(text, low, at)
        if len(words) > 1:  # else it may have begun before, or stand further away
            break
    return str(words[-1]) if words else ""


_WORD = re.compile(r"[^\W\d_]+'?")
"""A word of a folded text, an elision with its apostrophe."""


def _worth_ordinal(sentence: Sentence, mention: Mention, noun: "Token | None", before: str) -> bool:
    """« la première conférence » is a rank; « un second accord », « le premier … » enumerate."""
    if not isinstance(mention.value, Interval):
        return False
    low = mention.value.low
    if noun is None:
        return _minute_of_play(sentence, mention, before)
    lemma = noun.folded_lemma
    if before == "au" and lemma == "jour":
        return True
    if before in ("un", "une", "au"):
        # « un sixième corps a été trouvé » counts what was found so far; « un second » enumerates.
        return before != "au" and low > HIGHEST_LISTED and lemma not in _no_rank()
    listed = word_set("worth", "ranks_to_third") if low <= HIGHEST_LISTED else frozenset()
    if lemma in _no_rank() | listed or noun.pos_ == "PROPN":
        return low > 1 and lemma == "fois" and before == "la"
    if low > HIGHEST_LISTED:
        return True
    others = re.findall(r"premi\w+|deuxieme|second\w*|troisieme", fold_keep(sentence.text))
    return len(others) < 2 and lemma not in word_set("worth", "enumerated")


def _no_rank() -> frozenset[str]:
    return word_set("worth", "ordinals") | word_set("offices", "offices")


def _minute_of_play(sentence: Sentence, mention: Mention, before: str) -> bool:
    """« (23e) », « à la 74e », « 90e+4 »: a minute of a match, which has no noun beside it."""
    at, upto = mention.start - sentence.start, mention.end - sentence.start
    figures = sentence.text[at].isdigit()
    enclosed = sentence.text[:at].endswith(("(", ", ")) and sentence.text[upto : upto + 1] in ",)"
    return figures and (enclosed or before == "la")
