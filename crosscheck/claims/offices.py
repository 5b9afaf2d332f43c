"""The words of an office or rank: its title, what belongs to it before, its complement after.

>>> from crosscheck.claims.sentences import parsed, sentence_spans
>>> from crosscheck.claims.words import words_of
>>> from crosscheck.models import Article
>>> article = Article.from_text("L'ancien ministre de l'Énergie Jean Duval est venu.", id="a")
>>> words = words_of(*parsed(article, sentence_spans(article)))
>>> first, last = office_span(words, 2)
>>> [word.text for word in words[first : last + 1]]
['ancien', 'ministre', 'de', "l'", 'Énergie']

The complement is followed word by word; who holds the office is for `holders` to find.
"""

from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.sentences import Sentence
from crosscheck.claims.words import Word
from crosscheck.rules import remembered

PREPOSITIONS = {"de", "du", "des", "d'", "au", "aux", "en", "pour", "charge", "chargee", "aupres",
    "par", "sur", "pres"}  # fmt: skip
ARTICLES = {"le", "la", "les", "l'", "sa", "son", "ses", "leur", "un", "une"}
_CONTENT = {"NOUN", "ADJ", "PROPN", "NUM"}
_CHARGES = {"accusation", "inculpation", "prevention", "poursuite", "poursuites"}
_RELATIVES = {"qui", "que", "qu'", "dont", "ou", "auquel", "auxquels", "a laquelle", "lequel",
    "laquelle", "duquel"}  # fmt: skip
_POSSESSIVES = {"son", "sa", "ses", "leur", "leurs"}
_HAS = {"a", "ont", "avait", "avaient", "est", "sont", "etait", "ete", "aurait", "avoir"}


@remembered
def office_words() -> frozenset[str]:
    """The words that name an office or a rank: « ministre », « général »."""
    return word_set("offices", "offices") | word_set("offices", "ranks")


def is_office_at(words: list[Word], i: int) -> bool:
    """Whether the word at `i` names an office or a rank, there where it stands."""
    word = words[i].fold
    offices = word_set("offices", "offices")
    if word not in office_words():
        if "-" not in word:
            return False  # nearly always, and much sooner told
        word = _core(word)
        if word not in office_words() and word.rpartition("-")[0] not in offices:
            return False
    if word in ("general", "generale") and i and _core(words[i - 1].fold) in offices:
        return False
    if word == "capitaine" and words[i].pos == "VERB":
        return False
    if i and words[i - 1].fold in _HAS and words[i].text.endswith(("é", "ée")):
        return False  # « a élevé M. Duval », « est délégué »
    if word in ("general", "generale") and i and words[i - 1].pos == "NOUN":
        return False  # « un membre du secrétariat général »
    return not (word == "chef" and _of_charge(words, i))


def _core(word: str) -> str:
    """« ex-ministre » is a minister of a kind, « vice-président » is an office of its own."""
    return word.removeprefix("ex-")


def _of_charge(words: list[Word], i: int) -> bool:
    """« un chef passible de trois ans », « le chef d'inculpation »: what a judge charges with."""
    following = [w.fold for w in words[i + 1 : i + 3]]
    return "passible" in following or not _CHARGES.isdisjoint(following)


def office_span(words: list[Word], head: int) -> tuple[int, int]:
    """First and last word of an office: what belongs to it on the left, its complement after."""
    first = head
    modifiers = word_set("offices", "modifiers")
    while first and (words[first - 1].fold.replace("-", " ").split() or [""])[-1] in modifiers:
        first -= 1
    if words[first].fold in ("nouveau", "nouvel", "nouvelle") and first < head:
        first += 1
    last, i = head, head + 1
    while i < len(words):
        if _party_aside(words, i):
            last, i = i + 2, i + 3
            continue
        step = _complement_step(words, last, i)
        if step == 0:
            break
        if step == 1:
            last = i
        i += 1
    while last > head and words[last].fold in modifiers | PREPOSITIONS | ARTICLES:
        last -= 1  # « conseiller de l'ancien … »: what it was of, is cut off
    return first, _with_second_title(words, head, last)


def _with_second_title(words: list[Word], head: int, last: int) -> int:
    """« ministre d'État, ministre des Affaires étrangères »: one office with two titles."""
    dignity = " ".join(w.fold for w in words[head : last + 1]) in (
        "ministre d' etat",
        "ministre d'etat",
    )
    after = last + 2
    if not dignity or after >= len(words) or words[last + 1].text != ",":
        return last
    return office_span(words, after)[1] if words[after].fold == "ministre" else last


def _party_aside(words: list[Word], i: int) -> bool:
    """« le maire (PS) de Lille »: what follows the bracket is still the office's."""
    after = words[i + 1 : i + 4]
    return (
        words[i].text == "("
        and len(after) == 3
        and after[0].fold in word_set("offices", "parties")
        and after[1].text == ")"
        and after[2].fold in PREPOSITIONS
    )


def _complement_step(words: list[Word], last: int, i: int) -> int:
    """1: the word at `i` belongs to the office; 2: it may, if the next does; 0: it does not."""
    word, before = words[i], words[i - 1]
    if word.fold in word_set("offices", "honorifics") or word.fold in _RELATIVES:
        return 0
    if word.fold in _POSSESSIVES and "et" in (before.fold, words[i - 2].fold):
        return 0  # « le chef de l'État et (de) son épouse, Claire Morin »
    linked = _leads(before) or before.fold in ARTICLES or before.fold == "et"
    if _leads(word) or word.fold in ARTICLES:
        if word.fold in ARTICLES and not _leads(before) and before.fold != "et":
            return 0
        return 2
    if word.fold == "et":
        return 2 if before.pos in _CONTENT and last == i - 1 and before.fold not in ARTICLES else 0
    if not word.text[0].isalpha():
        return 0
    if word.capital:
        # Capitals that no preposition leads to name the person, unless a body comes before them.
        party = word.fold in word_set("offices", "parties") and word.text.isupper()
        return 1 if linked or party or before.fold in _before_a_body() else 0
    if linked and word.pos in ("CCONJ", "ADV", "X", "PRON"):
        return 1  # « le chauffeur du car »: the model takes the noun for a conjunction
    if _is_office(word) and before.fold == "et":
        return 0
    return 1 if word.pos in _CONTENT or word.fold in word_set("offices", "qualifiers") else 0


@remembered
def _before_a_body() -> frozenset[str]:
    """Words that a capital may follow and name no person: « du groupe Axa », « du RC Lens »."""
    return word_set("offices", "not_persons") | word_set("offices", "clubs")


def _leads(word: Word) -> bool:
    """Whether a word leads to a complement: « de », « chargée de », « déléguée à »; not « a »."""
    return word.fold in PREPOSITIONS or word.text.lower() == "à"


def _is_office(word: Word) -> bool:
    return word.fold in office_words()


def is_rank(words: list[Word], head: int, last: int) -> bool:
    """« général de division » is a rank; « commandant des forces spéciales » and « commandant du
    groupement de gendarmerie » are offices.
    """
    if _core(words[head].fold) not in word_set("offices", "ranks"):
        return False
    behind = [w for w in words[head + 1 : last + 1] if w.pos in _CONTENT]
    complement = [w.fold for w in behind if w.pos != "ADJ"] or [w.fold for w in behind]
    if "chef" in complement:
        return False
    return not complement or complement[0] in word_set("offices", "rank_complements")


def worded(sentence: Sentence, start: int, end: int) -> str:
    """The office as worded, its first letter small: « ministre de l'Énergie »."""
    text = " ".join(sentence.text[start:end].split())
    head, _, rest = text.partition(" ")
    if head.isupper() and len(head) > 4:
        head = head.lower()
    elif not head.isupper() and fold(head) not in ("premier", "premiere"):
        head = head[:1].lower() + head[1:]
    return f"{head} {rest}".strip()
