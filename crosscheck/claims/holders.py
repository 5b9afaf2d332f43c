"""Who holds an office: the name after it, or the one before the comma that precedes it.

>>> from crosscheck.claims.sentences import parsed, sentence_spans
>>> from crosscheck.claims.words import words_of
>>> from crosscheck.models import Article
>>> article = Article.from_text("Le ministre de l'Énergie, M. Jean Duval, est venu.", id="a")
>>> (sentence,) = parsed(article, sentence_spans(article))
>>> start, end = holder_of(sentence, words_of(sentence), 1, 4)
>>> sentence.text[start:end]
'Jean Duval'
"""

import re

from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.offices import ARTICLES, PREPOSITIONS, office_span, office_words
from crosscheck.claims.persons import PERSON, person_key
from crosscheck.claims.sentences import Sentence
from crosscheck.claims.words import Word

_OPENERS = {"selon", "le", "la", "pour", "et", "mais", "avec", "par", "chez", "apres", "avant",
    "quant", "comme", "dont", "depuis", "en", "au", "aux", "dans", "sous", "sur", "ce", "cette",
    "son", "sa", "a", "que", "qu", "d'apres", "ni", "ou", "si", "car", "contre",
    "vers"}  # fmt: skip
_LEAD_IN = {"également", "aussi", "alors", "désormais", "ancien", "ancienne", "nouveau", "actuel",
    "actuelle", "devenu", "devenue", "lui-même", "ex"}  # fmt: skip
_DETERMINED = re.compile(r"(?:^|[\s(«])(?:l'|(?:le|la|les|une?) )$", re.IGNORECASE)
_LED_TO = re.compile(r"(?:\b[ld]'|\b(?:de|du|des|la|aux?) )$", re.IGNORECASE)
_SUBJECT = re.compile(r"(?i:^|[,;:«.–—-]\s*|\b(?:que|et|mais|où|puisque) )$")
"""What may stand before a name that a verb follows, where it is the one who is or becomes so."""
_BECOMES = r"(?:devient|est|reste|(?:est|a été) (?:élue?|réélue?|nommée?|désignée?))"
_NAME_BEFORE = re.compile(
    rf"(?P<name>{PERSON.pattern})(?:\s*\([^()]{{1,40}}\))?"
    rf"(?:(?:\s*,\s*(?:\d+|[a-zà-ÿ-]+)\s+ans)?\s*,\s*|\s+(?P<copula>{_BECOMES})\s+)"
    r"(?:(?:le|la|l'|son|sa|un|une|notre|leur|" + "|".join(sorted(_LEAD_IN)) + r")\s*)*$"
)
REACH = 24
"""Words between an office and its holder, at the most."""
PORTFOLIO = 14
"""Words of one more charge of a minister, at the most."""
SIGLE = 4
"""Letters of a word in capitals, up to which it is a sigle before a name and not part of it."""


def holder_of(
    sentence: Sentence, words: list[Word], first: int, last: int
) -> tuple[int, int] | None:
    """Span of the name that holds the office at `first:last`; `None` when there is none."""
    right = _skip_titles(words, last + 1)
    if right is not None and right < len(words):
        titles = words[last + 1 : right]
        apart = any(w.text in (",", ":") for w in titles)
        if any(w.text == ":" for w in titles) and _says(words[:first]):
            return None  # « … à être ministre et enceinte : Claire Morin l'a été »
        # One capitalised word alone may name anything, unless it stands right after the office.
        several = apart or (not titles and words[last].fold not in office_words())
        name = _person_at(sentence, words[right].start, several=several)
        left = name_before(sentence, words, first)
        determined = _determined(words, first)
        if left and not determined and not titles and inner_office(words, first, last):
            return left  # « Anne Morel, porte-parole du ministre Jean Duval »
        if name and (not apart or left is None or determined):
            return name
        return left
    if _determined(words, first) and last + 1 < len(words) and _says(words[last + 1 : last + 2]):
        return None  # « Interrogée par la juge Claire Morin, la trésorière a avoué »
    return name_before(sentence, words, first)


def _determined(words: list[Word], first: int) -> bool:
    return first > 0 and words[first - 1].fold in {"le", "la", "l'", "du", "au"}


def inner_office(words: list[Word], first: int, last: int) -> int | None:
    """Index of the office that another is of: « porte-parole du ministre », with a name behind."""
    for i in range(first + 2, last + 1):
        if words[i - 1].fold in ("du", "la", "l'") and words[i].fold in office_words():
            return i
    return None


def _says(words: list[Word]) -> bool:
    return any(w.pos in ("VERB", "AUX") for w in words)


def _skip_titles(words: list[Word], i: int) -> int | None:
    """Index of the first word after a comma, honorifics, ranks and their complements."""
    start = i
    commas = 0
    while i < len(words) and i < start + REACH:
        word = words[i]
        pair = f"{word.fold} {words[i + 1].fold}" if i + 1 < len(words) else ""
        honorifics = word_set("offices", "honorifics")
        if word.text in (",", ":") and commas < 2:
            commas += 1
            i += 1
        elif pair in honorifics:
            i += 2
        elif word.fold in honorifics or word.fold in ("le", "la", "l'", "lui", "elle"):
            i += 1
        elif word.text == "(" and i + 2 < len(words) and words[i + 2].text == ")":
            i += 3  # an acronym behind the complement: « … de développement (BAD), Mme X »
        elif word.fold in word_set("offices", "ranks"):
            i = office_span(words, i)[1] + 1
        elif (past := _portfolio(words, i)) is not None:
            i = past
        elif word.capital:
            return i
        else:
            return None
    return None


def _portfolio(words: list[Word], i: int) -> int | None:
    """Index behind « (,) de l'Intégration africaine et des Tchadiens … »: more of what a minister
    is in charge of, which begins with a capital and ends with a comma.
    """
    if not i or words[i - 1].text != "," or words[i].fold not in ("de", "du", "des", "d'"):
        return None
    content = next((w for w in words[i:] if w.fold not in PREPOSITIONS | ARTICLES), None)
    if content is None or not content.capital:
        return None
    for j in range(i, min(i + PORTFOLIO, len(words))):
        if words[j].text == ",":
            return j
        if words[j].pos in ("VERB", "AUX") or words[j].text in (".", ";", ":", "("):
            return None
    return None


def _person_at(sentence: Sentence, start: int, *, several: bool) -> tuple[int, int] | None:
    """A name that begins at `start`; one of `several` words at least, when a comma precedes."""
    match = PERSON.match(sentence.text, start)
    if not match:
        return None
    words = [fold(word) for word in match[0].split()]
    if words[0] in word_set("offices", "not_persons") or words[-1] in word_set(
        "offices", "companies"
    ):
        return None
    if several and len(person_key(match[0])) < 2:
        return None
    if fold(match[0]) in office_words() | word_set("offices", "honorifics"):
        return None
    return _trim(sentence, match.start(), match.end())


def name_before(sentence: Sentence, words: list[Word], first: int) -> tuple[int, int] | None:
    """The name before a comma that stands right before the office."""
    match = _NAME_BEFORE.search(sentence.text[: words[first].start])
    if not match or len(person_key(match["name"])) < 2:
        return None
    start, end = _trim(sentence, match.start("name"), match.end("name"))
    if match["copula"] and not _SUBJECT.search(sentence.text[:start]):
        return None  # « Le fils de Jean Duval est avocat »
    if " " not in sentence.text[start:end] and _DETERMINED.search(sentence.text[:start]):
        return None  # « la Franco-Belge, ex-candidate »
    return start, end


def _trim(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Leave out a capitalised first word that is an office or a word of the sentence's start."""
    aside = office_words() | word_set("offices", "honorifics") | _OPENERS
    words = sentence.text[start:end].split(" ")
    led = _LED_TO.search(sentence.text[:start])
    if len(words) > 2 and (led or _is_sigle(words[0])):
        # « l'Économie Christine Lagarde », « BFM Pierre Nanterme »: the first word is no name.
        start += len(words[0]) + 1
        words = words[1:]
    while len(words) > 1:
        pair = fold(" ".join(words[:2]))
        cut = 2 if pair in aside and len(words) > 2 else 1
        if cut == 1 and fold(words[0]) not in aside:
            break
        start += len(" ".join(words[:cut])) + 1
        words = words[cut:]
    return start, end


def _is_sigle(word: str) -> bool:
    """« BFM »; not the initial « G. »."""
    return word.isupper() and len(word) <= SIGLE and "." not in word
