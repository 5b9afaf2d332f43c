"""Slices of a sentence that read by themselves: a noun with its complements, a clause.

What is shown to people is the article's own words, as printed and in a row; where nothing good can
be cut out, less is cut out.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.sentences import Sentence

if TYPE_CHECKING:
    from crosscheck.nlp import Token

LONGEST = 8
"""Words of a noun with its complements; longer ones are cut before a complement."""
_DANGLING = ("ADP", "DET", "ADV", "CCONJ", "NUM", "SCONJ", "PRON", "PUNCT", "AUX")
_NAMING = ("NOUN", "PROPN", "ADJ", "X")


def printed(sentence: Sentence, tokens: "Sequence[Token]") -> str:
    """The characters from the first token to the last."""
    if not tokens:
        return ""
    return sentence.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1].text)]


def noun_phrase(
    head: "Token",
    *,
    determined: bool = False,
    without: "Sequence[Token]" = (),
    longest: int = LONGEST,
) -> "list[Token]":
    """A noun with what is printed around it: « première session de la Commission mixte ».

    `determined` keeps its article. It ends at a mark, a number, a verb, another preposition, and at
    the words that it is to do without.
    """
    out = {t.i for t in without} - {head.i}
    words = [t for t in _before(head, determined=determined) if t.i not in out] + [head]
    for token in head.doc[head.i + 1 : head.i + 20]:
        if token.i in out or _ends(head, words[-1], token):
            break
        words.append(token)
    return _trimmed(words, head, longest)


def _before(head: "Token", *, determined: bool) -> "list[Token]":
    """The adjectives right before a noun, and its article."""
    found: list[Token] = []
    for token in reversed(head.doc[max(0, head.i - 4) : head.i]):
        own = token.head.i == head.i or token.head.i in {t.i for t in found}
        adjective = token.pos_ == "ADJ" and not is_number(token)
        if own and (adjective or token.pos_ == head.pos_ == "PROPN"):
            found.insert(0, token)
        elif token.pos_ == "NOUN" and head.pos_ == "NOUN" and not found and token.text[-1] == "s":
            found.insert(0, token)  # « mètres cubes », of which the second is taken for the noun
        elif determined and (token.folded in _ARTICLES or _some(token)):
            return [token, *found]
        else:
            break
    return found


def _some(token: "Token") -> bool:
    """« des faits », and not « le bilan des faits »."""
    return token.pos_ == "DET" and token.folded == "des"


_ARTICLES = ("le", "la", "les", "l'", "un", "une", "ce", "cet", "cette", "ces", "son", "sa", "ses",
    "leur", "leurs", "notre", "nos", "votre", "vos")  # fmt: skip


def _ends(head: "Token", last: "Token", token: "Token") -> bool:
    """Whether a noun phrase is over before a token."""
    joined = not last.whitespace_
    if joined and (token.text in ("-", "'") or last.text in ("-", "'") or last.text.endswith("'")):
        return False
    if token.is_punct or token.is_space or is_number(token) or timely(token):
        return True
    if token.pos_ == "PROPN" and last.pos_ == "PROPN":
        return False
    if token.pos_ == "ADP":
        return not (_under(head, token) and token.folded in word_set("questions", "within"))
    if token.pos_ == "CCONJ":
        following = token.nbor(1) if token.i + 1 < len(token.doc) else token
        pair = token.folded == "et" and following.pos_ == last.pos_ and _under(head, following)
        return not (pair and last.pos_ in ("NOUN", "PROPN", "ADJ"))
    if "Part" in token.morph.get("VerbForm", []) and token.pos_ in ("VERB", "ADJ"):
        return not (token.head.i == head.i and agrees(head, token))
    return not (token.pos_ in (*_NAMING, "DET") and _under(head, token))


def timely(token: "Token") -> bool:
    """Whether a token is a day or a month, before which a question ends."""
    return token.folded in word_set("questions", "times")


def is_number(token: "Token") -> bool:
    """Whether a word is a number, which no question tells; ranks and « un » are none."""
    word = token.folded
    if not word.isalpha() and any(map(str.isdigit, word)):
        return _RANK.fullmatch(word) is None
    spelled = token.like_num and not word.endswith(("eme", "premier", "premiere"))
    return token.pos_ == "NUM" or (spelled and word not in _NOT)


_RANK = re.compile(r"\d+(?:e|er|re|eme|nde?)")


_NOT = ("un", "une", "second", "seconde", "dernier", "derniere")
"""Words that are like numbers and tell none in a question: « un second tour »."""


def _under(head: "Token", token: "Token") -> bool:
    return bool(head.is_ancestor(token))


def conjugated(token: "Token") -> bool:
    """Whether what is taken for a noun follows the small words of a verb: « n'en déplaise »."""
    before = [fold(t.text) for t in token.doc[max(0, token.i - 2) : token.i]]
    behind = before[:-1] if before[-1:] in (["en"], ["y"]) else before
    return behind[-1:] != [] and behind[-1] in _VERBAL


_VERBAL = ("n'", "ne", "s'", "se", "j'", "je", "tu", "il", "elle", "on", "ils", "elles")


def agrees(noun: "Token", participle: "Token") -> bool:
    """Whether a participle may belong to a noun, by the « s » of both."""
    return (noun.text[-1:] in "sx") == (participle.text[-1:] == "s")


def _trimmed(words: "list[Token]", head: "Token", longest: int) -> "list[Token]":
    """Without a last complement that makes it too long, and without words that lead on to nothing.

    Half a compound goes as well: « tchado-indonésienne » is one word or none.
    """
    while sum(not w.is_punct for w in words) > longest:
        cuts = [i for i, w in enumerate(words) if w.pos_ in ("ADP", "CCONJ") and w.i > head.i]
        if not cuts:
            break
        words = words[: cuts[-1]]
    rest = head.doc[words[-1].i + 1 : words[-1].i + 2]
    split = len(rest) > 0 and not words[-1].whitespace_ and rest[0].text == "-"
    while words[-1].i != head.i and (words[-1].pos_ in _DANGLING or split):
        words, split = words[:-1], False
    return words


def of(phrase: str) -> str:
    """« de » before words with or without an article: « du prêt », « de la campagne », « d'un ».

    >>> of("le prêt"), of("les travaux"), of("accord")
    ('du prêt', 'des travaux', "d'accord")
    """
    first, _, rest = phrase.partition(" ")
    low = first.lower()
    if low in ("le", "les") and rest:
        return f"{'du' if low == 'le' else 'des'} {rest}"
    if low in _ARTICLES or low.startswith("l'"):
        phrase = phrase[0].lower() + phrase[1:]
    return f"d'{phrase}" if fold(phrase)[:1] in "aeiou" else f"de {phrase}"


def lowered(text: str, first: "Token") -> str:
    """« La loi » at the head of a sentence as « la loi »; names and what is capital inside one,
    « PME innovantes » and « M. Novak », stay as they are.
    """
    if any(t.text[:1].isalnum() for t in first.doc[: first.i] if t.i >= first.i - 1):
        return text
    named = first.pos_ == "PROPN" or text[1:2] == "."
    acronym = text[:2].isalpha() and text[:2].isupper()
    second = text.split(" ")[1][:1] if " " in text and first.folded not in _ARTICLES else ""
    return text if named or acronym or second.isupper() else text[:1].lower() + text[1:]
