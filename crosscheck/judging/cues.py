"""Which words a grammar cannot do without, looked up once for each word of a text.

Where a text has no « soit », no grammar that wants one need be tried; nor, in a process that reads
no such text, be compiled.

>>> wants = needed("changes.moved", "sur|dont")
>>> met(wants, cues_in("le bilan est passe de 14 a 17 morts, dont deux enfants"))
True
>>> met(wants, cues_in("le bilan est passe de 14 a 17 morts"))
False
"""

import re
from functools import reduce
from operator import or_

from crosscheck.judging.folding import fold
from crosscheck.rules import remembered, table

LISTS = (
    "acronyms.apart", "ages.born", "ages.dead", "ages.feast", "ages.founded", "changes.more",
    "changes.moved", "changes.noun", "changes.now", "changes.real", "changes.set", "changes.soit",
    "changes.times*", "directions.down", "directions.up", "directions.when", "disowned.words",
    "enumeration.ranks", "exceeding.aboard", "exceeding.carried", "exceeding.dead",
    "exceeding.dead_before", "exceeding.others", "exceeding.people", "exceeding.saved",
    "exceeding.saved_before", "exceeding.were", "percentages.bounded", "percentages.free",
    "percentages.people", "periods.during", "periods.lasted", "periods.soit", "products.average",
    "products.each", "products.more", "products.total", "ranks.ranked", "repetition.new",
    "repetition.so_far", "scores.thanks", "scores.won", "shares.has", "shares.soit",
    "status.draft*", "sums.lethality", "*sums.parts", "sums.complements", "sums.rest",
    "sums.seats", "sums.shared", "sums.total", "votes.against", "votes.decided", "votes.for",
    "votes.part", "votes.voters", "votes.votes",
)  # fmt: skip
"""Lists of the rules file `inner`. With a star behind, their words may end in any way; with one
before, they may stand in others."""
SPELT = (
    "ans", "annees", "apres", "au", "cent", "contre", "dont", "du", "edition", "entre", "fois",
    "jours", "lorsqu*", "mois", "moitie", "ou", "parmi", "quand", "que", "recevront",
    "semaines", "set", "sets", "sur", "tous", "toutes", "toucheront", "un", "une",
    "*divis*", "*multipli*", "*partag*",
)  # fmt: skip
"""Words that grammars spell themselves; with a star, whatever may stand there."""
MARKS = (":", "(", "%", "year")
"""What is no word; a year is four figures, the first a one or a two."""
_BITS = {name: 1 << place for place, name in enumerate((*LISTS, *SPELT, *MARKS))}
_RUN = re.compile("[a-z]+")
_YEAR = re.compile(r"[12]\d\d\d")

Needs = tuple[int, ...]
"""Of each of these, one bit at least must be there."""


def needed(*cues: str) -> Needs:
    """What must be there: `needed("votes.decided", "contre|et")`, one list and one of two words."""
    return tuple(reduce(or_, (_BITS[name] for name in cue.split("|"))) for cue in cues)


def met(needs: Needs, cues: int) -> bool:
    """Whether each need is met by the cues of a text."""
    return all(map(cues.__and__, needs))


def cues_in(*texts: str) -> int:
    """The cues that folded texts may hold, one bit each: never one too few."""
    known, text = _known(), " ".join(texts)
    found = reduce(or_, map(known.__getitem__, set(_RUN.findall(text))), known.always)
    for mark in ":(%":
        if mark in text:
            found |= _BITS[mark]
    return found | _BITS["year"] if _YEAR.search(text) else found


class _Words(dict[str, int]):
    """The cues of each word. Has state: what was asked so far; forgets all when grown large."""

    MOST = 50_000

    def __init__(self) -> None:
        self.whole: dict[str, int] = {}
        self.begun: dict[int, dict[str, int]] = {}
        self.held: dict[str, int] = {}
        self.always = 0
        for name in LISTS:
            self._learn_list(name)
        for word in SPELT:
            self._learn(word, _BITS[word])

    def _learn_list(self, name: str) -> None:
        part, key = name.strip("*").split(".")
        rows = [[row] if isinstance(row, str) else row for row in table("inner", part)[key]]
        self.always |= 0 if rows else _BITS[name]  # a pattern of no words fits everywhere
        before, behind = ("*" if star else "" for star in (name[0] == "*", name[-1] == "*"))
        for entry in (fold(entry) for row in rows for entry in row):
            self._learn(f"{before}{entry}{behind}", _BITS[name])

    def _learn(self, entry: str, cue: int) -> None:
        """Of several words, the longest alone: where it is not, the others need not be asked."""
        runs = list(_RUN.finditer(entry))
        if not runs:
            self.always |= cue
            return
        run = max(runs, key=lambda found: found.end() - found.start())
        if entry.startswith("*"):
            known = self.held
        elif entry[run.end() :] == "*":
            known = self.begun.setdefault(len(run[0]), {})
        else:
            known = self.whole
        known[run[0]] = known.get(run[0], 0) | cue

    def __missing__(self, word: str) -> int:
        if len(self) >= self.MOST:
            self.clear()
        found = self.whole.get(word, 0)
        for length, begun in self.begun.items():
            found |= begun.get(word[:length], 0)
        for part, cue in self.held.items():
            found |= cue if part in word else 0
        self[word] = found
        return found


@remembered
def _known() -> _Words:
    return _Words()
