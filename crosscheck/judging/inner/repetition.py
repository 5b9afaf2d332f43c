"""One question answered twice in one article, with two answers: in headline and text, in a day and
in all."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from crosscheck.judging.evidence import place
from crosscheck.judging.figures import any_of, names
from crosscheck.judging.folding import fold, fold_once
from crosscheck.judging.inner.laying import Laid, exact, spanning, stems, wanted, windows
from crosscheck.judging.inner.making import make
from crosscheck.judging.tellings import Telling, compare
from crosscheck.models import NUMERIC, Article, Check, Claim
from crosscheck.rules import remembered
from crosscheck.values import Interval

FAR = 3
"""Values so many times apart answer two questions."""
SHARED = 3
"""Words that the clauses of one question share at the least, beside its slots."""
BEFORE = 2
"""Words that stand before both figures at the least, where their slots are not compared."""
NEAR = 40
"""Characters beside a figure that belong to what is told of it."""
HEAD = 60
"""Characters from a figure on in which the next words are looked for first."""
MANY = 40
"""Claims of one noun that are held against each other; more are a list, or a book."""
_LONG = re.compile(r"[a-z]{4,}")
_ITEM = re.compile(r"\s*(?:[-–—•*·►‣]|\d{1,2}[.)°])\s")
LEAST = 10
"""Smaller counts are the same by chance."""


def check_figures(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 17 morts » in the headline, « 18 morts » in the text; « a fait 23 morts », « … 32 »."""
    told = sorted((c for c in claims if _plain_figure(c)), key=place)
    seen: set[str] = set()
    for left, right in _pairs(article, told):
        if left.subject.head in seen or right.in_headline or not _clash(left, right):
            continue
        if left.in_headline:
            # What the text gives too, be it as « au moins », is no slip of the headline.
            number = _number(left)
            in_text = {n.stated for c in claims if not c.in_headline and (n := _number(c))}
            echoed = number is not None and number.stated in in_text
            wrong = not echoed and _of_headline(article, left, right, told)
        else:
            wrong = _of_text(article, left, right)
        if wrong:
            seen.add(left.subject.head)
            yield make(
                "repetition.figure",
                article,
                (right.start, right.end),
                [left, right],
                say="" if left.in_headline else "text",
                left=left.text,
                right=right.text,
            )


def _pairs(article: Article, told: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The claims that may answer one question: of one head, or followed by one word."""
    alike: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in told if len(told) > 1 else ():
        for sort, word in (("head", claim.subject.head), ("word", _first_word(article, claim))):
            if word:
                alike.setdefault((claim.kind, sort, word), []).append(claim)
    for members in alike.values():
        for left, right in combinations(members[:MANY], 2):
            # One sentence may give two figures of one thing; a headline is held against the text.
            if left.in_headline or left.sentence != right.sentence:
                yield left, right


def _of_headline(article: Article, left: Claim, right: Claim, told: Sequence[Claim]) -> bool:
    """Whether a figure of the text is that of the headline: in its slots, or in its words.

    A headline says in few words what the text says in many: a toll at one place is the toll of the
    headline, when the text gives no other.
    """
    one, other = left.subject, right.subject
    tolls = {c.value for c in told if not c.in_headline and c.subject.head == one.head}
    toll = (
        bool(one.head and one.place)
        and (one.head, one.place, one.scope) == (other.head, other.place, other.scope)
        and not (other.attributes - one.attributes)
        and len(tolls) == 1
        and left.kind == right.kind
    )
    return toll or _one_question(left, right, headline=True) or _words_alike(article, left, right)


def _of_text(article: Article, left: Claim, right: Claim) -> bool:
    """Whether two sentences of the text answer one question in nearly the same words."""
    if left.sentence == right.sentence or _other_time(article, left, right):
        return False
    if all(_in_a_list(article, claim) for claim in (left, right)):
        return False  # « – liste A : 110 voix », « – liste B : 96 voix »
    before = len(_shared_before(article, left, right))
    if _one_question(left, right) and len(_shared(article, left, right)) >= SHARED:
        return True
    return before >= BEFORE and _words_alike(
        article, left, right, least=2 if before < SHARED else 1
    )


def _in_a_list(article: Article, claim: Claim) -> bool:
    """Whether a figure stands in an item of a list, each of which tells of something else."""
    return bool(_ITEM.match(article.text, article.text.rfind("\n", 0, claim.start) + 1))


def _number(claim: Claim) -> Interval | None:
    """The value of a claim that tells a number."""
    return claim.value if isinstance(claim.value, Interval) and claim.kind in NUMERIC else None


def _plain_figure(claim: Claim) -> bool:
    value = _number(claim)
    return value is not None and value.exact and claim.polarity == "asserted"


def _clash(left: Claim, right: Claim) -> bool:
    one, other = _number(left), _number(right)
    if one is None or other is None:
        return False
    low, high = sorted((one.low, other.low))
    if high > FAR * low:
        return False
    relation = compare(*(Telling(c.kind, c.value, False, (c,)) for c in (left, right)))
    return relation.kind == "clash"


def _one_question(left: Claim, right: Claim, *, headline: bool = False) -> bool:
    """Whether every slot is the same, and the head says what is asked.

    A headline says it in few words: there, an action or a time that is not told clashes with none.
    """
    one, other = left.subject, right.subject
    action = one.action == other.action or (headline and not (one.action and other.action))
    time = one.time == other.time or (headline and not (one.time and other.time))
    return (
        bool(one.head and (one.action or other.action))
        and left.kind == right.kind
        and not (left.speaker and right.speaker)
        and action
        and time
        and (one.head, one.attributes, one.scope) == (other.head, other.attributes, other.scope)
        and (not one.place or not other.place or one.place == other.place)
    )


def _other_time(article: Article, left: Claim, right: Claim) -> bool:
    """Whether one of two sentences says that its figure is of another time, or was mended."""
    texts = [fold(article.text[slice(*c.sentence)]) for c in (left, right)]
    dated = re.compile(rf"\b(?:{any_of('weekdays')}|{any_of('months')}|(?:19|20)\d\d)\b")
    one, other = (set(dated.findall(text)) for text in texts)
    return one != other or any(re.search(stems("repetition", "other"), text) for text in texts)


def _words_alike(article: Article, left: Claim, right: Claim, *, least: int = 2) -> bool:
    """Whether the same words follow two figures: « … d'aides pour les vignerons »."""
    if left.kind != right.kind or (left.speaker and right.speaker):
        return False
    told = [_following(article, c) for c in (left, right)]
    return len(told[0]) >= least and told[0][:least] == told[1][:least]


def _following(article: Article, claim: Claim) -> list[str]:
    """The words that follow a figure in its sentence, scale and currency aside."""
    text = article.text[claim.start : claim.sentence[1]]
    return [word for word in _content(text) if not _is_unit(word)]


def _is_unit(word: str) -> bool:
    """« millions », « euros »: what goes with many figures."""
    whole, begun = _units()
    return word in whole or word.startswith(begun)


@remembered
def _units() -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words, and those of which the rest may be any."""
    units = names("repetition", "units")
    begun = tuple(unit[:-1] for unit in units if unit.endswith("*"))
    return frozenset(units), begun


def _first_word(article: Article, claim: Claim) -> str:
    """The first of these words: all of them are asked for where there is another claim with it."""
    end = claim.sentence[1]
    for stop in (min(claim.start + HEAD, end), end):
        words = [w for w in _content(article.text[claim.start : stop]) if not _is_unit(w)]
        # The last one may have been cut.
        if stop == end or len(words) > 1:
            return words[0] if words else ""
    return ""


def _shared_before(article: Article, left: Claim, right: Claim) -> set[str]:
    """The words that stand before both figures."""
    words = [set(_content(article.text[c.sentence[0] : c.start][-NEAR:])) for c in (left, right)]
    return words[0] & words[1]


def _shared(article: Article, left: Claim, right: Claim) -> set[str]:
    """The words of both clauses, beside the figures."""
    words = [
        set(_content(article.text[max(c.sentence[0], c.start - NEAR) : c.end + NEAR]))
        for c in (left, right)
    ]
    return words[0] & words[1]


def _content(text: str) -> list[str]:
    """Folded words of four letters or more."""
    return _LONG.findall(fold_once(text))


_CUMULS = wanted("repetition.new", "repetition.so_far", figures=2, sizes=(1, 2))


def check_cumuls(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« 312 nouveaux cas en une semaine », « 312 cas depuis le début »: all in one week?"""
    new, so_far = stems("repetition", "new"), stems("repetition", "so_far")
    for laid in windows(article.text, _CUMULS):
        near = [_near(laid, i) for i in range(len(laid.figures))]
        for i, j in permutations(range(len(laid.figures)), 2):
            one, other = laid.figures[i], laid.figures[j]
            same = (
                one.value == other.value >= LEAST and exact(one, other) and one.unit == other.unit
            )
            short = re.search(new, near[i]) and not re.search(so_far, near[i])
            whole = re.search(so_far, near[j]) and not re.search(new, near[j])
            rate = laid.figures[j - 1].unit == "percent" if j else False
            if same and short and whole and (rate or _counted(near[i]) == _counted(near[j]) != ""):
                yield make(
                    "repetition.cumul", article, spanning(one, other), claims, count=one.text
                )


def _near(laid: Laid, i: int) -> str:
    """The words beside a figure, with « # » for it; before a share, those of the share too."""
    between = laid.gaps
    before = between[i].rpartition("¶")[2]
    if i and laid.figures[i - 1].unit == "percent":
        before = between[i - 1].rpartition("¶")[2] + before
    return f"{before}#{between[i + 1].partition('¶')[0]}"


def _counted(near: str) -> str:
    """The noun that a figure counts: « nouveaux cas » and « cas » are one."""
    found = re.search(
        r"#\s*(?:nouveaux |nouvelles )?(?:millions? |milliards? )?(?:de |d')?([a-z]+)", near
    )
    return found[1] if found else ""
