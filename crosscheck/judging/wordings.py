"""Two wordings compared: offices and ranks, names, quotations.

>>> compare_roles(Role("A. Novak", "président"), Role("A. Novak", "vice-président")).kind
'clash'
"""

import re
from difflib import SequenceMatcher

from crosscheck.judging.folding import fold, listed, tokens
from crosscheck.judging.relation import ADMITS, SAME, WORDING, Relation
from crosscheck.matching.offices import exclude_each_other, held
from crosscheck.rules import remembered, remembered_lately
from crosscheck.values import Name, Quote, Role

SPELLING = 80
"""From this likeness on (0 to 100), two words are spellings of one."""
SAME_SENTENCE = 60
"""From this likeness on, two quotations of one speaker are one sentence."""
_FORMER = re.compile(r"\b[Ee]x[- ]")
"""« ex-ministre » and « ancien ministre » are one wording."""
_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)\s*")


_ASIDE = re.compile(
    r"\s*,\s*(?:(?:a|ont|avait|avaient)-t-(?:il|elle|ils|elles|on)|[a-zà-ÿ]+-(?:t-)?(?:il|elle|on))\b"
    r"[^,.«»]{0,60},\s*"
)
"""« …, a-t-elle déclaré au Monde, … »: words of the article inside a quotation."""
_JOINS = re.compile(r"^(?:et|mais|puis|car|or) ")


def compare_roles(left: Role, right: Role) -> Relation:
    """How two wordings of what one person is stand to each other.

    Only ranks of one ladder, offices of one series, and an office with and without « vice »,
    « sous », « adjoint », exclude each other: a person may well hold two offices.
    """
    ranks = rank(left.role), rank(right.role)
    if ranks[0] and ranks[1]:
        if ranks[0] == ranks[1]:
            return SAME
        short, long = sorted(ranks, key=len)
        told_short = long.startswith(f"{short} d")
        return SAME if told_short else Relation("clash", "conflict-role")
    mine, theirs = _office(left.role), _office(right.role)
    alike = held(mine[1], theirs[1]) or held(theirs[1], mine[1])
    if (mine[0] != theirs[0] and alike) or exclude_each_other(left.role, right.role):
        return Relation("clash", "conflict-role")
    return SAME if left.same(right) or alike else WORDING


@remembered_lately(512)
def rank(role: str) -> str:
    """The longest rank that a wording starts with: `rank("général de division, ministre")`."""
    folded = fold(role)
    if found := _ranks().match(folded):
        return found[1]
    return "general" if re.match(r"general(?! de )(?![\w-])", folded) else ""


@remembered
def _ranks() -> re.Pattern[str]:
    """Any rank, the longest first."""
    found = sorted(listed("offices", "ranks"), key=len, reverse=True)
    return re.compile(rf"({'|'.join(found)})(?![\w-])")


@remembered_lately(512)
def _office(role: str) -> tuple[frozenset[str], frozenset[str]]:
    """The marks of an office (« vice », « adjoint »), and its other words."""
    words = [w for w in tokens(_FORMER.sub("ancien ", role)) if w not in listed("offices", "small")]
    marks = frozenset(w for w in words if w in listed("offices", "marks"))
    return frozenset(m.removesuffix("e") if m != "vice" else m for m in marks), frozenset(
        w for w in words if w not in marks
    )


def compare_names(left: Name, right: Name) -> Relation:
    """How two names stand to each other: at odds only where they spell out one acronym."""
    mine, theirs = _stems(left), _stems(right)
    if left.same(right) or mine <= theirs or theirs <= mine or _spellings(mine, theirs):
        return SAME
    if not left.acronym or not right.acronym or fold(left.acronym) != fold(right.acronym):
        return WORDING
    if fold(left.acronym) in (fold(left.name), fold(right.name)):
        return WORDING
    return Relation("clash", "conflict-name", left.acronym)


def _stems(name: Name) -> frozenset[str]:
    return frozenset(name.key.split() or tokens(name.name))


def _spellings(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each word of the shorter name is a spelling of one of the longer."""
    short, long = sorted((mine - theirs, theirs - mine), key=len)
    return bool(short) and all(any(_alike(a, b) >= SPELLING for b in long) for a in short)


def _alike(one: str, other: str) -> float:
    """How alike two texts are spelt, from 0 to 100."""
    from rapidfuzz import fuzz  # here: a run that compares no wording does without its 50 modules

    return float(fuzz.ratio(one, other))


def compare_quotes(left: Quote, right: Quote) -> Relation:
    """How two quotations stand to each other: cut or completed, other words, another sentence."""
    if left.same(right):
        return SAME
    short, long = sorted((left.text, right.text), key=lambda text: (len(text), text))
    whole = " ".join(tokens(long))
    pieces, other = _pieces(short), _pieces(long)
    if all(piece in whole for piece in pieces) or all(p in " ".join(tokens(short)) for p in other):
        return Relation("admits", "compatible-quote")
    one_voice = not left.speaker or not right.speaker or _one_voice(left.speaker, right.speaker)
    alike = _alike(" ".join(tokens(short)), whole) >= SAME_SENTENCE
    if not one_voice or not alike or not shared_words(short, long):
        return WORDING if one_voice else ADMITS
    return Relation("clash", "conflict-quote", _difference(left.text, right.text))


def _pieces(text: str) -> list[str]:
    """The words of a quotation between its cuts; an aside of the article cuts it too."""
    pieces = _ELLIPSIS.split(_ASIDE.sub(" […] ", text))
    return [_JOINS.sub("", " ".join(tokens(piece))) for piece in pieces]


def shared_words(left: str, right: str) -> bool:
    """Whether half the telling words of the shorter quotation stand in the other."""
    rows = [{w[:6] for w in tokens(text) if len(w) > 3} for text in (left, right)]
    short, long = sorted(rows, key=len)
    return 2 * len(short & long) >= len(short)


def _one_voice(left: str, right: str) -> bool:
    mine, theirs = set(tokens(left)), set(tokens(right))
    return mine <= theirs or theirs <= mine


def _difference(left: str, right: str) -> str:
    """The words in which two quotations differ: « historiques, stratégique, encore »."""
    mine, theirs = re.findall(r"[\w'’-]+", left), re.findall(r"[\w'’-]+", right)
    matcher = SequenceMatcher(
        a=[fold(w) for w in mine], b=[fold(w) for w in theirs], autojunk=False
    )
    found = [
        " / ".join(part for part in (" ".join(mine[a:b]), " ".join(theirs[c:d])) if part)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
    return ", ".join(found[:4]) + (", …" if len(found) > 4 else "")


def speakers_alike(left: str, right: str) -> bool:
    """Whether two names of speakers may be one: `speakers_alike("la préfecture", "préfecture")`."""
    mine, theirs = (
        {w for w in tokens(name) if w not in listed("offices", "small")} for name in (left, right)
    )
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)
