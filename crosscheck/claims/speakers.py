"""Who says it: « selon le préfet », « a déclaré X », « assure-t-elle », « le ministre a dit que ».

A cue speaks for the values of its own side of the sentence; where two speak, each has its figure.
"""

import re
from typing import TYPE_CHECKING

from crosscheck.claims.according import according, according_cues
from crosscheck.claims.asides import aside_of, is_saying, sayers
from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.persons import PERSON, person_key
from crosscheck.claims.sentences import Sentence, once_a_sentence
from crosscheck.claims.voices import PRONOUNS, can_speak, phrase, voice, voice_before, voice_from

if TYPE_CHECKING:
    from crosscheck.nlp import Token

COUNT_REACH = 12
"""Words between « dénombre » and the figure, at the most."""
_SUBJECTS = {"nsubj", "nsubj:pass", "expl:subj", "nsubj:caus"}
_NOBODY = {"on", "qui", "ce", "cela", "ca", "que", "dont"}


def speaker_of(
    sentence: Sentence,
    anchor: "Token",
    before: Sentence | None = None,
    span: tuple[int, int] | None = None,
) -> str | None:
    """Who says what stands at `anchor`, in the words of the sentence; `None` when it is the
    article itself, or when the words name nobody who can speak.

    A pronoun (« a-t-il déclaré ») is the speaker of the sentence `before`, or its subject when
    that is a name. `span` is where the value stands in the sentence.
    """
    if not told_by_somebody(sentence):
        return None
    at, end = span or (int(anchor.idx), int(anchor.idx) + len(anchor.text))
    who = named_by_cues(sentence, anchor, at, end)
    if who is not None and fold(who) in PRONOUNS:
        return _meant(who, before) if before is not None else None
    return who


def named_by_cues(sentence: Sentence, anchor: "Token", at: int, end: int) -> str | None:
    """Who says the value from `at` to `end`, or the pronoun that stands for who does."""
    return (
        according(sentence, at, end)
        or aside_of(sentence, at, end)
        or _saying(sentence, anchor, at)
        or _led_in(sentence, at)
    )


@once_a_sentence
def told_by_somebody(sentence: Sentence) -> bool:
    """Whether a sentence has any sign that somebody says it."""
    return "«" in sentence.text or bool(
        according_cues(sentence)
        or sayers(sentence)
        or _telling(sentence)
        or _conjunctions(sentence)
    )


def quoting(sentence: Sentence, mark: int, *, opening: bool) -> str | None:
    """Who says a quotation that runs on, by the sentence in which it opens or closes at `mark`."""
    who = _led_in(sentence, mark + 1) if opening else aside_of(sentence, mark, mark)
    return None if who is not None and fold(who) in PRONOUNS else who


# --- verbs of saying --------------------------------------------------------------------------


def _saying(sentence: Sentence, anchor: "Token", at: int) -> str | None:
    """The subject of a verb of saying that governs the anchor (« le préfet a dit que … »)."""
    who, found = _said_that(sentence, at)
    if found:
        return who
    for token in _telling(sentence):
        counts = _counts(token, anchor)
        if counts and anchor not in set(token.subtree):
            return voice_before(sentence, token.i)
        if not is_saying(token) and not counts:
            continue
        subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if subject is None or subject.folded in _NOBODY:
            continue
        said = set(token.subtree) - set(subject.subtree)
        stated = anchor in said and (anchor.i > token.i or subject.i > token.i)
        if stated and _governed(token, anchor):
            return _subject(sentence, subject)
    return None


@once_a_sentence
def _telling(sentence: Sentence) -> "list[Token]":
    """The words of a sentence that may say or count something."""
    saying = {t.i for t in sayers(sentence) if is_saying(t)}
    counting = word_set("cues", "counting") | _COUNTING_OF
    return [
        t
        for t in sentence.doc
        if t.i in saying or (t.pos_ == "VERB" and t.folded_lemma in counting)
    ]


def _governed(verb: "Token", anchor: "Token") -> bool:
    """Whether a verb of saying says the value: not the day of saying (« a annoncé jeudi ») nor the
    object of a deed (« a conclu 12 accords », « assure une ligne sur quatre »).
    """
    chain, node = [anchor], anchor
    while node.head.i not in (node.i, verb.i):
        node = node.head
        chain.append(node)
    if str(node.dep_).startswith(("obl:mod", "advmod")):
        return False
    quoted = "«" in verb.doc.text[verb.idx : anchor.idx] or anchor.i < verb.i
    clause = any(t.pos_ in ("VERB", "AUX") for t in chain)
    return quoted or clause or verb.folded_lemma not in word_set("cues", "doing")


def _counts(token: "Token", anchor: "Token") -> bool:
    """« dénombre 27 victimes », « fait état de 27 blessés »: a verb right before the figure."""
    if token.pos_ != "VERB" or not 0 < anchor.i - token.i <= COUNT_REACH:
        return False
    if any(t.is_punct for t in token.doc[token.i : anchor.i]):
        return False
    lemma, after = token.folded_lemma, token.nbor(1).folded
    if lemma in _COUNTING_OF:
        return after in ("etat", "de", "d'")
    return lemma in word_set("cues", "counting")


_COUNTING_OF = frozenset({"faire", "parler"})
"""« fait état de », « parle de »."""


def _subject(sentence: Sentence, subject: "Token") -> str | None:
    """A subject with the name or office that is apposed to it."""
    words = phrase(subject)
    if subject.pos_ == "PRON" or subject.folded in PRONOUNS:
        return voice(sentence, words)
    return voice_from(sentence, int(words[0].idx)) if can_speak(words) else None


def _said_that(sentence: Sentence, at: int) -> tuple[str | None, bool]:
    """« X indique que … »: who stands before the last such verb, and whether there is one."""
    doc = sentence.doc
    for token in reversed(_conjunctions(sentence)):
        if token.idx >= at:
            continue
        verb = token.i - 1
        while verb and not is_saying(doc[verb]) and doc[verb].pos_ in ("ADV", "ADP"):
            verb -= 1
        known = doc[verb].folded == "savoir" and verb > 0 and doc[verb - 1].folded_lemma == "faire"
        if not known and not is_saying(doc[verb]):
            continue
        if re.search(r"[;«»]|\b(?:mais|tandis que|alors que)\b", sentence.text[token.idx : at]):
            return None, False
        low = verb - 1 if known else verb
        while low and (doc[low - 1].pos_ in ("AUX", "ADV") or doc[low - 1].folded in _CLITICS):
            low -= 1
        if low and (doc[low - 1].folded in PRONOUNS | _NOBODY):
            return None, False
        who = voice_before(sentence, low)
        return who, who is not None
    return None, False


@once_a_sentence
def _conjunctions(sentence: Sentence) -> "list[Token]":
    """« que », « qu' », behind a word."""
    return [t for t in sentence.doc[1:] if t.folded in ("que", "qu'")]


_CLITICS = {"a", "ont", "avait", "avaient", "lui", "leur", "nous", "ne", "n'", "se", "s'", "y"}


def _led_in(sentence: Sentence, at: int) -> str | None:
    """« Anne Lefort : « … » »: who stands alone before the colon of a quotation."""
    text = sentence.text
    mark = text.rfind("«", 0, at)
    if mark < 0 or "»" in text[mark:at] or not text[:mark].rstrip().endswith(":"):
        return None
    colon = text.rfind(":", 0, mark)
    tokens = [t for t in sentence.doc if t.idx < colon]
    if not tokens:
        return None
    for token in tokens:
        if is_saying(token):
            subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
            return _subject(sentence, subject) if subject is not None else None
    if any(t.pos_ in ("VERB", "AUX") for t in tokens):
        return None
    who = voice_from(sentence, int(tokens[0].idx))
    return who if who is not None and _firmly_named(who) else None


def _firmly_named(who: str) -> bool:
    """A full name, or one whom the rules name: a word with a capital alone may be anything."""
    named = PERSON.search(who)
    words = {fold(word) for word in re.findall(r"[\w-]+", who)}
    known = (
        word_set("offices", "offices") | word_set("offices", "ranks") | word_set("cues", "speakers")
    )
    return bool(words & known) or (named is not None and len(person_key(named[0])) > 1)


# --- pronouns ---------------------------------------------------------------------------------


def _meant(pronoun: str, before: Sentence) -> str | None:
    """Whom a pronoun means: the last speaker of the sentence before, or its subject."""
    end = len(before.text)
    who = according(before, end, end) or aside_of(before, 0, 0) or _subject_named(before)
    if who is None or fold(who) in PRONOUNS:
        return None
    first = fold(who).split(" ")[0].split("'")[0]
    apart = {"elle": {"le", "m.", "monsieur"}, "il": {"la", "mme", "madame"}}
    single = {"le", "la", "m.", "mme", "monsieur", "madame"}
    wrong = single if pronoun.lower().endswith("s") else {*apart[fold(pronoun)], "les", "des"}
    return None if first in wrong else who


def _subject_named(sentence: Sentence) -> str | None:
    """The subject of a sentence when it is a name: « M. Novak a exprimé … »."""
    for token in sentence.doc:
        if token.dep_ in _SUBJECTS and token.folded not in _NOBODY | PRONOUNS:
            return voice(sentence, phrase(token))
    return None
