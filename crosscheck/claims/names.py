"""Names of agreements, institutions, meetings and programmes, with their acronyms.

« Commission intergouvernementale mixte Mali-Russie », « accord portant sur les fondements des
relations bilatérales », « Alliance des États du Sahel (AES) ». A head noun alone is no name: it
takes a capital and a complement, two peoples, a subject, or an acronym in brackets.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.claims.acronyms import (
    ACRONYM,
    LONG_THEN_SHORT,
    SHORT_THEN_LONG,
    SMALL,
    spelled,
    written_out,
)
from crosscheck.claims.lexicon import fold, stem, word_set
from crosscheck.claims.sentences import Sentence
from crosscheck.claims.words import Word, pieces_of, telling_pieces, words_of
from crosscheck.rules import remembered, table

_TOPIC = {"sur", "relatif", "relative", "portant", "concernant", "exemption", "matiere"}


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name as it stands in one sentence."""

    start: int
    end: int
    name: str
    acronym: str | None
    key: str
    rule: str


@remembered
def heads() -> dict[str, str]:
    """Folded head nouns and their sort: `heads()["accord"]` is « agreements »."""
    sorts = ("agreements", "bodies", "meetings", "programmes")
    return {word: sort for sort in sorts for word in word_set("names", sort)}


@remembered
def _peoples() -> dict[str, str]:
    return {stem(k)[:5]: fold(v)[:4] for k, v in table("names", "peoples").items()}


def name_key(name: str) -> str:
    """What a name is compared by: head, then the stems of what tells it from others, sorted.

    `name_key("Commission mixte maliano-russe") == name_key("Commission mixte Mali-Russie")`
    """
    loose = {stem(w) for w in word_set("names", "loose")}
    words = [w for w in re.split(r"[^\w-]+", fold(name)) if w and w not in SMALL]
    stems: set[str] = set()
    for word in words[1:]:
        parts = [p for p in word.split("-") if p]
        if len(parts) > 1:
            stems.update(_peoples().get(stem(p)[:5], fold(p)[:4]) for p in parts if len(p) > 2)
        elif stem(word) not in loose:
            stems.add(_people_stem(word))
    return " ".join([stem(words[0]), *sorted(stems)]) if words else ""


def _people_stem(word: str) -> str:
    """« Russie », « russe » and « russo » share four letters; other words their usual stem."""
    return _peoples().get(stem(word)[:5], stem(word))


def name_mentions(
    sentence: Sentence, acronyms: frozenset[str] = frozenset()
) -> Iterator[NameMention]:
    """Every name in a sentence: acronyms written out first, then heads with a complement.

    `acronyms` are those of the article (`acronyms_of`): a name with their initials writes them out.
    """
    taken: list[tuple[int, int]] = []
    for mention in (
        *_acronyms(sentence),
        *spelled_mentions(sentence, acronyms),
        *_headed(sentence),
    ):
        if any(mention.start < end and start < mention.end for start, end in taken):
            continue
        taken.append((mention.start, mention.end))
        yield mention


def _acronyms(sentence: Sentence) -> Iterator[NameMention]:
    text, base = sentence.text, sentence.start
    if "(" not in text:
        return
    for match in LONG_THEN_SHORT.finditer(text):
        start = written_out(text[: match.start()], match[1])
        if start is not None:
            name = text[start : match.start()].strip()
            yield NameMention(
                base + start, base + match.end(), name, match[1], name_key(name), "names.acronym"
            )
    for match in SHORT_THEN_LONG.finditer(text):
        name = match[2].strip()
        if written_out(name, match[1]) is not None:
            yield NameMention(
                base + match.start(), base + match.end(), name, match[1], name_key(name),
                "names.acronym",
            )  # fmt: skip


def spelled_mentions(sentence: Sentence, acronyms: frozenset[str]) -> Iterator[NameMention]:
    """« le dossier de l'ADEP. L'Agence pour le développement des exportations pétrolières … »."""
    for start, end, acronym in spelled(sentence.text, acronyms):
        name = sentence.text[start:end]
        span = sentence.start + start, sentence.start + end
        yield NameMention(*span, name, acronym, name_key(name), "names.acronym")


@remembered
def _pieces() -> frozenset[str]:
    return frozenset(heads()) | telling_pieces(heads())


def _headed(sentence: Sentence) -> Iterator[NameMention]:
    if _pieces().isdisjoint(pieces_of(sentence)):
        return
    words = words_of(sentence)
    loose, known = word_set("names", "loose"), heads()
    for i, word in enumerate(words):
        sort = known.get(fold(word.lemma)) or known.get(word.fold)
        if not sort or word.pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        if sort == "agreements" and word.text.endswith("s"):
            continue  # « ces accords » are several; a name is one
        last, strong = _complement(words, i, sort)
        start, capital = i, word.capital and i > 0
        while start and (fold(words[start - 1].lemma) in loose or words[start - 1].fold in loose):
            start -= 1
            capital = capital or (words[start].capital and start > 0)
        high = words[last].end
        acronym = re.match(rf"\s\(({ACRONYM})\)", sentence.text[high:])
        if last == i or not (strong or capital or acronym) or _draft_only(words, i, last):
            continue
        name = sentence.text[word.start : high]
        states = tuple(word_set("names", "not_names"))
        if fold(name).startswith(states) or _holds_another(words, i, last):
            continue
        yield NameMention(
            sentence.start + words[start].start,
            sentence.start + high + (acronym.end() if acronym else 0),
            name,
            acronym[1] if acronym else None,
            name_key(name),
            f"names.{sort}",
        )


def _draft_only(words: list[Word], i: int, last: int) -> bool:
    """A head whose complement is only words that a second mention may leave out: no name."""
    loose = word_set("names", "loose")
    return all(
        fold(w.lemma) in loose or w.fold in loose or w.fold in SMALL
        for w in words[i + 1 : last + 1]
    )


def _holds_another(words: list[Word], i: int, last: int) -> bool:
    """« la session de la Grande Commission mixte … »: the capital inside is the name."""
    if words[i].capital:
        return False
    meeting = heads().get(words[i].fold) == "meetings"
    inside = (w for w in words[i + 1 : last + 1] if w.capital or meeting)
    return any(heads().get(fold(w.lemma)) == "bodies" or w.fold in heads() for w in inside)


def _complement(words: list[Word], i: int, sort: str) -> tuple[int, bool]:
    """Index of the last word of the complement, and whether it makes a name of any head.

    Two peoples do, and for an agreement its topic.
    """
    last, strong, j = i, False, i + 1
    while j < min(len(words), i + 22):
        word, text = words[j], words[j].fold
        if text in _TOPIC:
            strong = strong or sort == "agreements"
        elif text in SMALL or text.rstrip("'") in SMALL:
            if _ends_before(words, i, j):
                break
        elif text == "contre" and words[j - 1].fold == "lutte":
            pass  # « Agence de lutte contre le dopage »
        elif word.text == "," and _enumerates(words, j):
            pass
        elif word.pos == "PROPN" and word.capital and words[j - 1].capital and j - 1 > i:
            break  # « la Banque de France, Christian Noyer » without its comma
        elif word.pos in ("NOUN", "ADJ", "PROPN"):
            strong = strong or _two_peoples(word.text)
            last = j
        else:
            break
        j += 1
    return last, strong and last > i


def _ends_before(words: list[Word], head: int, j: int) -> bool:
    """Whether the small word at `j` is no more of the name: « le Congrès et le gain », « le Sénat
    par un groupe », « au Conseil des ministres un ventre rebondi », « au retour des congés ».
    """
    text, before = words[j].fold, words[j - 1]
    if text == "en" and j + 2 < len(words) and words[j + 2].text[:1].isdigit():
        return True  # « l'Alliance du large en compte 18 »
    if text == "et":
        return j == head + 1 or _new_name(words, head, j + 1)
    if text in ("un", "une"):
        return before.fold not in SMALL
    returned = [w.fold for w in words[j : j + 2]] in (["au", "retour"], ["au", "sein"])
    return text == "par" or returned


def _new_name(words: list[Word], head: int, j: int) -> bool:
    """« … et l'accord d'exemption », « la Banque postale et Axa »: another name begins; but not
    in « ministère de l'Économie et des Finances ».
    """
    following = next((w for w in words[j:] if w.fold not in SMALL and w.text[0].isalpha()), None)
    if following is None:
        return False
    if fold(following.lemma) in heads() or following.fold in heads():
        return True
    return following.capital and words[head].fold not in word_set("names", "ministries")


def _enumerates(words: list[Word], j: int) -> bool:
    """« commerciale, économique, scientifique et technique »: adjectives on both sides."""
    if not 0 < j < len(words) - 1 or words[j - 1].pos != "ADJ" or words[j + 1].pos != "ADJ":
        return False
    rest = itertools.takewhile(lambda w: w.pos == "ADJ" or w.text in (",", "et"), words[j + 1 :])
    return any(w.text == "et" for w in rest)


def _two_peoples(word: str) -> bool:
    """« Mali-Russie », « russo-malienne »: two names of countries, or an adjective of two."""
    parts = word.split("-")
    if len(parts) != 2 or min(len(p) for p in parts) < 4:
        return False
    if not word_set("names", "not_peoples").isdisjoint({fold(word), fold(parts[0])}):
        return False
    if parts[0][:1].isupper():
        return parts[1][:1].isupper()
    return parts[0].endswith("o") and parts[1][:1].islower()
