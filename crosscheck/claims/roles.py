"""Who holds which office or rank: an office beside a name, whichever stands first.

« le ministre de l'Énergie, Sergueï Tsivilev », « Alexandre Novak, vice-Premier ministre de la
Fédération de Russie », « le président russe Vladimir Poutine ». The office's complement is
followed word by word; an office without a name beside it claims nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.persons import PERSON, person_key
from crosscheck.claims.sentences import Sentence
from crosscheck.claims.words import Word, words_of
from crosscheck.rules import remembered

_PREPOSITIONS = {"de", "du", "des", "d'", "au", "aux", "en", "pour", "charge", "chargee", "aupres",
    "par", "sur", "pres"}  # fmt: skip
_ARTICLES = {"le", "la", "les", "l'", "sa", "son", "ses", "leur", "un", "une"}
_CONTENT = {"NOUN", "ADJ", "PROPN", "NUM"}
_OPENERS = {"selon", "le", "la", "pour", "et", "mais", "avec", "par", "chez", "apres", "avant",
    "quant", "comme", "dont", "depuis", "en", "au", "aux", "dans", "sous", "sur", "ce", "cette",
    "son", "sa", "a", "que", "qu", "d'apres", "ni", "ou", "si", "car", "contre",
    "vers"}  # fmt: skip
_CHARGES = {"accusation", "inculpation", "prevention", "poursuite", "poursuites"}
_RELATIVES = {"qui", "que", "qu'", "dont", "ou", "auquel", "auxquels", "a laquelle", "lequel",
    "laquelle", "duquel"}  # fmt: skip
_POSSESSIVES = {"son", "sa", "ses", "leur", "leurs"}
_HAS = {"a", "ont", "avait", "avaient", "est", "sont", "etait", "ete", "aurait", "avoir"}
_DETERMINED = re.compile(r"(?:^|[\s(«])(?:l'|(?:le|la|les|une?) )$", re.IGNORECASE)
_LED_TO = re.compile(r"(?:\b[ld]'|\b(?:de|du|des|la|aux?) )$", re.IGNORECASE)
REACH = 24
"""Words between an office and its holder, at the most."""
PORTFOLIO = 14
"""Words of one more charge of a minister, at the most."""
SIGLE = 4
"""Letters of a word in capitals, up to which it is a sigle before a name and not part of it."""
_LEAD_IN = {"également", "aussi", "alors", "désormais", "ancien", "ancienne", "nouveau", "actuel",
    "actuelle", "devenu", "devenue", "lui-même", "ex"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoleMention:
    """An office and its holder, as they stand in one sentence."""

    start: int
    end: int
    """Span of office and name together."""
    person: str
    role: str
    rank: bool
    """A rank (« général ») and not an office."""


def role_mentions(sentence: Sentence) -> Iterator[RoleMention]:
    """Every office beside a name in a sentence, in order of the offices."""
    words = words_of(sentence)
    taken: set[int] = set()
    for head in range(len(words)):
        if head in taken or not _is_head(words, head):
            continue
        first, last = _office_span(words, head)
        if _of_kin(words, first):
            continue
        if last > head:
            last = _whole_name(sentence, words, first, last)
        taken.update(range(first, last + 1))
        holder = _holder(sentence, words, first, last)
        if holder is None:
            continue
        role = _worded(sentence, words[first].start, words[last].end)
        start, end = min(words[first].start, holder[0]), max(words[last].end, holder[1])
        yield RoleMention(
            sentence.start + start,
            sentence.start + end,
            sentence.text[holder[0] : holder[1]],
            role,
            _is_rank(words, head, last),
        )


def _of_kin(words: list[Word], first: int) -> bool:
    """« l'épouse du chef de l'État Claire Morin »: the name may be hers."""
    before = [w.fold for w in words[max(0, first - 3) : first]]
    led = before[-1:] in (["du"], ["des"]) or before[-2:] in (["de", "la"], ["de", "l'"])
    return led and not word_set("offices", "kin").isdisjoint(before)


def _whole_name(sentence: Sentence, words: list[Word], first: int, last: int) -> int:
    """« Paul Lenoir, directeur de Crédit Agricole »: who holds the office is named before it, so
    the capitals that follow are all its own.
    """
    determined = first > 0 and words[first - 1].fold in ("le", "la", "l'", "du", "au")
    if determined or not words[last].capital or _left_holder(sentence, words, first) is None:
        return last
    while last + 1 < len(words) and words[last + 1].capital:
        last += 1
    return last


@remembered
def _heads() -> frozenset[str]:
    return word_set("offices", "offices") | word_set("offices", "ranks")


def _core(word: str) -> str:
    """« ex-ministre » is a minister of a kind, « vice-président » is an office of its own."""
    return word.removeprefix("ex-")


def _is_head(words: list[Word], i: int) -> bool:
    word = _core(words[i].fold)
    offices, ranks = word_set("offices", "offices"), word_set("offices", "ranks")
    if word in ("general", "generale") and i and _core(words[i - 1].fold) in offices:
        return False
    if word == "capitaine" and words[i].pos == "VERB":
        return False
    if i and words[i - 1].fold in _HAS and words[i].text.endswith(("é", "ée")):
        return False  # « a élevé M. Duval », « est délégué »
    if word in ("general", "generale") and i and words[i - 1].pos == "NOUN":
        return False  # « un membre du secrétariat général »
    if word == "chef" and _of_charge(words, i):
        return False
    return word in offices or word in ranks or word.rpartition("-")[0] in offices


def _of_charge(words: list[Word], i: int) -> bool:
    """« un chef passible de trois ans », « le chef d'inculpation »: what a judge charges with."""
    following = [w.fold for w in words[i + 1 : i + 3]]
    return "passible" in following or not _CHARGES.isdisjoint(following)


def _office_span(words: list[Word], head: int) -> tuple[int, int]:
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
    while last > head and words[last].fold in modifiers | _PREPOSITIONS | _ARTICLES:
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
    return _office_span(words, after)[1] if words[after].fold == "ministre" else last


def _party_aside(words: list[Word], i: int) -> bool:
    """« le maire (PS) de Lille »: what follows the bracket is still the office's."""
    after = words[i + 1 : i + 4]
    return (
        words[i].text == "("
        and len(after) == 3
        and after[0].fold in word_set("offices", "parties")
        and after[1].text == ")"
        and after[2].fold in _PREPOSITIONS
    )


def _complement_step(words: list[Word], last: int, i: int) -> int:
    """1: the word at `i` belongs to the office; 2: it may, if the next does; 0: it does not."""
    word, before = words[i], words[i - 1]
    if word.fold in word_set("offices", "honorifics") or word.fold in _RELATIVES:
        return 0
    if word.fold in _POSSESSIVES and "et" in (before.fold, words[i - 2].fold):
        return 0  # « le chef de l'État et (de) son épouse, Claire Morin »
    linked = _leads(before) or before.fold in _ARTICLES or before.fold == "et"
    if _leads(word) or word.fold in _ARTICLES:
        if word.fold in _ARTICLES and not _leads(before) and before.fold != "et":
            return 0
        return 2
    if word.fold == "et":
        return 2 if before.pos in _CONTENT and last == i - 1 and before.fold not in _ARTICLES else 0
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
    return word.fold in _PREPOSITIONS or word.text.lower() == "à"


def _is_rank(words: list[Word], head: int, last: int) -> bool:
    """« général de division » is a rank; « commandant des forces spéciales » is an office."""
    if _core(words[head].fold) not in word_set("offices", "ranks"):
        return False
    complement = {w.fold for w in words[head + 1 : last + 1] if w.pos in _CONTENT}
    if "chef" in complement:
        return False
    return not complement or not complement.isdisjoint(word_set("offices", "rank_complements"))


def _is_office(word: Word) -> bool:
    return word.fold in _heads()


def _holder(sentence: Sentence, words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """Span of the name that holds the office at `first:last`; `None` when there is none."""
    right = _skip_titles(words, last + 1)
    if right is not None and right < len(words):
        titles = words[last + 1 : right]
        apart = any(w.text in (",", ":") for w in titles)
        if any(w.text == ":" for w in titles) and _says(words[:first]):
            return None  # « … à être ministre et enceinte : Claire Morin l'a été »
        # One capitalised word alone may name anything, unless it stands right after the office.
        several = apart or (not titles and words[last].fold not in _heads())
        name = _person_at(sentence, words[right].start, several=several)
        left = _left_holder(sentence, words, first)
        determined = first > 0 and words[first - 1].fold in {"le", "la", "l'", "du", "au"}
        if name and (not apart or left is None or determined):
            return name
        return left
    return _left_holder(sentence, words, first)


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
            i = _office_span(words, i)[1] + 1
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
    content = next((w for w in words[i:] if w.fold not in _PREPOSITIONS | _ARTICLES), None)
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
    if fold(match[0]) in _heads() | word_set("offices", "honorifics"):
        return None
    return _trim(sentence, match.start(), match.end())


_NAME_BEFORE = re.compile(
    rf"(?P<name>{PERSON.pattern})(?:\s*\([^()]{{1,40}}\))?"
    r"(?:\s*,\s*(?:\d+|[a-zà-ÿ-]+)\s+ans)?\s*,\s*"
    r"(?:(?:le|la|l'|son|sa|un|une|notre|leur|" + "|".join(sorted(_LEAD_IN)) + r")\s*)*$"
)


def _left_holder(sentence: Sentence, words: list[Word], first: int) -> tuple[int, int] | None:
    """The name before a comma that stands right before the office."""
    match = _NAME_BEFORE.search(sentence.text[: words[first].start])
    if not match or len(person_key(match["name"])) < 2:
        return None
    start, end = _trim(sentence, match.start("name"), match.end("name"))
    if " " not in sentence.text[start:end] and _DETERMINED.search(sentence.text[:start]):
        return None  # « la Franco-Belge, ex-candidate »
    return start, end


def _trim(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Leave out a capitalised first word that is an office or a word of the sentence's start."""
    aside = _heads() | word_set("offices", "honorifics") | _OPENERS
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


def _worded(sentence: Sentence, start: int, end: int) -> str:
    """The office as worded, its first letter small: « ministre de l'Énergie »."""
    text = " ".join(sentence.text[start:end].split())
    head, _, rest = text.partition(" ")
    if head.isupper() and len(head) > 4:
        head = head.lower()
    elif not head.isupper() and fold(head) not in ("premier", "premiere"):
        head = head[:1].lower() + head[1:]
    return f"{head} {rest}".strip()
