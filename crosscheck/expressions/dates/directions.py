"""Whether a day named without its date is past or to come.

>>> from crosscheck.expressions.dates.almanac import almanac
>>> direction(tokenise("La médiation doit s'ouvrir lundi."), 6, 7, almanac())
1
"""

import re

from crosscheck.expressions.dates.almanac import Almanac
from crosscheck.expressions.phrases import plain
from crosscheck.expressions.tokens import BREAK, Tokens, tokenise

__all__ = ["direction", "entry", "tokenise", "verb_before"]

BEFORE, AFTER = 14, 8
"""How many words before and after a day are asked for a verb."""
HARD = 4
"""How many words before a month are asked for its verb: « a été élu en »."""
ENTRY = 14
"""No text of more words is a mere entry of a diary."""
_FUTURE = re.compile(r"\w*(?:[eidtv]ra|rra|[eidtv]ront|rront)$")
_SHORT = frozenset(
    {"sera", "seront", "aura", "auront", "fera", "feront", "ira", "iront", "va", "vont"}
)


def direction(tokens: Tokens, i: int, last: int, words: Almanac, *, strict: bool = False) -> int:
    """1 for a day to come, -1 for a past one, 0 where nothing tells.

    The nearest verb or cue of the clause decides, those before the day (tokens `i` to `last`)
    first. With `strict`, only a word right before it counts: « avant le 4 juillet ».
    """
    start = i - 1 if tokens.word(i - 1) in ("le", "du", "au", "ce") else i
    side = _preposition(tokens, (i, start), words, strict=strict)
    if side or strict:
        return side
    before = range(start, max(start - BEFORE, 0), -1)
    after = range(last + 1, last + 1 + AFTER)
    side = _nearest(tokens, before, words) or _nearest(tokens, after, words)
    return side or int(entry(tokens, words))


def entry(tokens: Tokens, words: Almanac) -> bool:
    """Whether the text is a date and nothing else, as in a diary: « vendredi 15 à 16 h ».

    Such an entry has no verb to tell a time; it announces, so its day is the next one.

    >>> from crosscheck.expressions.dates.almanac import almanac
    >>> entry(tokenise("vendredi 15 à 16 h"), almanac())
    True
    """
    if len(tokens.words) > ENTRY:
        return False
    return all(
        not word[:1].isalpha()
        or word in words.entry_words
        or plain(word) in words.entry_words
        or (tokens.glued(k) and tokens.is_figures(k - 1))
        for k, word in enumerate(tokens.words)
    )


def verb_before(tokens: Tokens, i: int, words: Almanac) -> int:
    """What a verb hard before a date says: 1 in « auront lieu en mars », -1 in « élu en mars ».

    It looks no farther than `HARD` words, as beyond them the verb is often that of who speaks.
    """
    return _nearest(tokens, range(i, max(i - HARD, 0), -1), words)


def _preposition(tokens: Tokens, places: tuple[int, int], words: Almanac, *, strict: bool) -> int:
    """What the words right before a day say: « jusqu'au », « depuis le », « avant »."""
    for at in dict.fromkeys(places):
        if words.until.ends_at(tokens, at):
            return 1
        if words.since.ends_at(tokens, at):
            return -1
        if not strict and words.before.ends_at(tokens, at):
            return 1
    return 0


def _nearest(tokens: Tokens, places: range, words: Almanac) -> int:
    """What the first word of the clause that tells a time says, from place to place."""
    for at in places:
        if _stops(tokens, at - 1):
            return 0
        side = _side(tokens, at, words)
        if side:
            return side
    return 0


def _stops(tokens: Tokens, k: int) -> bool:
    return tokens.word(k) in (BREAK, ".", ";", "!", "?", ":", "")


def _side(tokens: Tokens, at: int, words: Almanac) -> int:
    """What the words that end before token `at` say of the time: 1, -1 or 0."""
    word = tokens.word(at - 1)
    if word in _SHORT:
        return 1
    if words.future.ends_at(tokens, at):
        return 1
    past = words.past.ends_at(tokens, at)
    if past:
        # « a lieu » is present; of « sera signé », « doit être signé » the verb before tells.
        lieu = word in ("a", "ont") and tokens.word(at) == "lieu"
        return 0 if lieu or tokens.word(past[0] - 1) in words.to_be else -1
    if len(word) > 4 and _FUTURE.match(word) and word not in words.not_future:
        return 0 if tokens.capital(at - 1) else 1
    return 0
