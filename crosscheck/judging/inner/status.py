"""One thing called by two names that exclude each other: a draft that is signed, a visit that is
« officielle » and « de travail »."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosscheck.judging.cues import met, needed
from crosscheck.judging.figures import Sentence, any_of
from crosscheck.judging.folding import fold
from crosscheck.judging.inner.laying import every_cue, readable
from crosscheck.judging.inner.making import make, slice_of
from crosscheck.models import Article, Check, Claim
from crosscheck.rules import remembered, table

CLOSE = 40
"""Characters between an agreement and the verb that signs it."""
_DRAFT = needed("status.draft*")


@remembered
def _draft_pattern() -> re.Pattern[str]:
    agreements = any_of("status", "agreements")
    return re.compile(
        rf"\b(?:\w+ )?{any_of('status', 'draft')}s? (?:de |d')(?P<noun>{agreements})s?\b"
        rf"[^.;:]{{0,{CLOSE}}}?\b(?:a|ont|avait|avaient) ete "
        rf"{any_of('status', 'done')}(?:e|s|es)?\b"
    )


@remembered
def _signed_pattern() -> re.Pattern[str]:
    agreements = any_of("status", "agreements")
    signed = any_of("status", "signed")
    return re.compile(
        rf"(?<!projets d')(?<!projet d')(?<!projet de )\b(?:\w+ )?(?P<noun>{agreements})s?\b"
        rf"[^.;:]{{0,{CLOSE}}}?\b(?:a|ont) ete {signed}(?:e|s|es)?\b"
        rf"|\b{signed}(?:e|s|es)? (?:de |d')?(?:\w+ ){{1,2}}(?P<noun2>{agreements})s?\b"
        rf"|(?<!projet d')(?<!projet de )\b(?P<noun3>{agreements})s?\b"
        rf"[^.;:]{{0,{CLOSE}}}?, {signed}(?:e|s|es)?\b"
    )


def check_drafts(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« trois accords ont été signés », and « un second projet d'accord a été conclu »."""
    if not met(_DRAFT, every_cue(article.text)):
        return
    all_sentences = readable(article.text)
    drafted = [s for s in all_sentences if met(_DRAFT, s.cues)]
    drafts = [(s, m) for s in drafted if (m := _draft_pattern().search(s.folded))]
    drafts += [(s, m) for s in drafted if (m := _waiting_pattern().search(s.folded))]
    for sentence in all_sentences if drafts else ():
        found = _signed_pattern().search(sentence.folded)
        noun = _noun(found) if found else ""
        draft = next(((s, m) for s, m in drafts if _noun(m) == noun and s is not sentence), None)
        if found and draft and _one_agreement(sentence, draft):
            span = _find(article, draft[0], draft[1][0])
            signed = slice_of(article, _find(article, sentence, found[0]))
            text = slice_of(article, span)
            yield make("status.draft-signed", article, span, claims, signed=signed, draft=text)
            return


def _noun(found: re.Match[str]) -> str:
    """What is drafted or signed: « accord », « convention »."""
    return next((v for k, v in found.groupdict().items() if k.startswith("noun") and v), "")


def _one_agreement(signed: Sentence, draft: tuple[Sentence, re.Match[str]]) -> bool:
    """Whether the draft may be the agreement that is signed.

    A draft that was concluded stands beside agreements that were signed; one that is still to be
    signed must be told of after them, in the same words or in none.
    """
    sentence, found = draft
    if "tail" not in found.groupdict():
        before = sentence.start < signed.start
        return not (before and re.search(r"\bavai(?:t|ent) ete\b", found[0]))
    about = re.match(r" (?:[a-z-]+|(?:sur|de|du|d'|relati\w+ a) [\w' -]+)", found["tail"] or "")
    same = not about or about[0].strip() in signed.folded
    return sentence.start > signed.start and same


@remembered
def _waiting_pattern() -> re.Pattern[str]:
    """« le projet de convention sera soumis pour signature », « la signature de ce projet »."""
    draft = rf"{any_of('status', 'draft')} (?:de |d')(?P<noun>{any_of('status', 'agreements')})"
    again = draft.replace("?P<noun>", "?P<noun2>")
    waiting = any_of("status", "waiting")
    return re.compile(
        rf"\b(?:le|ce|la|cette) {draft}\b(?P<tail> (?!sera|doit|reste)[^.;:,]{{0,40}}?)?,? "
        rf"(?:sera|doit etre|reste a|sera bientot) (?:[a-z]+ ){{0,3}}?{waiting}"
        rf"|\battend(?:ent|ait|aient)?\b[^.;:]{{0,30}} signature d[eu] (?:ce |cette )?{again}"
    )


def _find(article: Article, sentence: Sentence, folded: str) -> tuple[int, int]:
    """Where the folded words stand in the article: the sentence when they cannot be placed."""
    first, last = (re.escape(w) for w in (folded.split()[0], folded.split()[-1]))
    plain = "".join(fold(c)[:1] or c for c in sentence.text)
    found = re.search(rf"{first}.*?{last}", plain, re.DOTALL)
    if not found:
        return sentence.start, sentence.end
    return sentence.start + found.start(), sentence.start + found.end()


@dataclass(frozen=True, slots=True)
class _Visit:
    sort: str
    place: str
    names: frozenset[str]
    span: tuple[int, int]


@remembered
def _visit_pattern() -> re.Pattern[str]:
    """« visite de travail au Mali »: the sort, and where to."""
    status = table("inner", "status")
    sorts = "|".join(re.escape(s).replace("'", "['’]") for s in status["visits"])
    toward = "|".join(status["toward"])
    return re.compile(
        rf"[Vv]isites? (?P<sort>{sorts})(?! et | de travail)(?: [\w’'-]+)?? (?:{toward}) "
        r"(?P<place>[A-ZÀ-Ý][\w’'-]+)"
    )


def check_visits(article: Article, claims: Sequence[Claim]) -> Iterator[Check]:
    """« en visite officielle au Mali, Novak … », « Novak a effectué une visite de travail »."""
    if "isite" not in article.text:
        return
    visits: list[_Visit] = []
    for sentence in readable(article.text):
        for found in _visit_pattern().finditer(sentence.text):
            capitals = frozenset(re.findall(r"\b[A-ZÀ-Ý][\w’'-]{2,}", sentence.text))
            span = sentence.start + found.start(), sentence.start + found.end()
            words = capitals - {found["place"], *re.findall(r"\w+", sentence.text)[:1]}
            visits.append(_Visit(found["sort"], found["place"], words, span))
    for i, left in enumerate(visits):
        for right in visits[i + 1 :]:
            if left.sort != right.sort and left.place == right.place and left.names & right.names:
                yield make(
                    "status.visit",
                    article,
                    right.span,
                    claims,
                    left=slice_of(article, left.span),
                    right=slice_of(article, right.span),
                )
                return
