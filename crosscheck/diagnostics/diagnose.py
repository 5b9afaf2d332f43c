"""From a report to diagnostics: what touches a new article, each at one place of it.

`diagnose(report, frozenset({"brouillon"}))` tells of the article « brouillon » alone; the others
are what it is held against.
"""

from collections.abc import Mapping, Sequence

from crosscheck.diagnostics.codes import code_of_check, code_of_finding
from crosscheck.diagnostics.fingerprints import apart, of_claims, of_words
from crosscheck.diagnostics.places import place_of
from crosscheck.diagnostics.records import Diagnostic, Place, Related, Standing
from crosscheck.judging.sureness import sure
from crosscheck.judging.tellings import Telling, compare
from crosscheck.models import Article, Check, Claim, Finding, Report
from crosscheck.rules import table


def diagnose(report: Report, new: frozenset[str]) -> tuple[Diagnostic, ...]:
    """The diagnostics of the articles whose ids are `new`, by article, place and code."""
    articles = {article.id: article for article in report.articles}
    found = [
        _of_finding(finding, articles, new)
        for finding in report.findings
        if any(claim.article in new for claim in finding.group.claims)
    ]
    reasons = {finding.id: finding.why for finding in report.findings}
    checks = [
        _of_check(check, articles[check.article])
        for check in report.checks
        if check.article in new and not _said_already(check, found, reasons)
    ]
    order = {article.id: i for i, article in enumerate(report.articles)}
    every = [*found, *checks]
    return apart(
        sorted(every, key=lambda d: (order[d.place.article], d.place.start, d.code, d.message))
    )


def _of_finding(
    finding: Finding, articles: Mapping[str, Article], new: frozenset[str]
) -> Diagnostic:
    here = _here(finding, new)
    there = _there(finding, here)
    sides = [here] if there is None else [here, there]
    code = code_of_finding(finding.verdict, finding.kind).code
    return Diagnostic(
        code=code,
        message=_say("finding", subject=_capital(finding.subject), why=finding.why),
        place=_place(here, articles),
        related=tuple(
            Related(
                _place(claim, articles), _say("related", article=claim.article, text=claim.text)
            )
            for claim in sides[1:]
        ),
        severity=finding.severity,
        subject=finding.subject,
        quotes=tuple(claim.text for claim in sides),
        fingerprint=of_claims(code, sides),
        source=finding.id,
        standing=_standing(finding, here, there),
        sources=len(finding.group.articles),
        sure=sure(finding),
    )


def _standing(finding: Finding, here: Claim, there: Claim | None) -> Standing:
    """Whether the article is the one to look at first: « 14 » (here) ≠ « 12 » (three others)."""
    if there is None:
        return "alone"
    claims = finding.group.claims
    shown = [claim for claim in claims if claim.id in finding.witnesses]
    if shown and not any(claim.value.same(here.value) for claim in shown):
        return "aside"
    ours, theirs = (
        {claim.article for claim in claims if claim.value.same(side.value)}
        for side in (here, there)
    )
    return "backed" if len(ours) > len(theirs) else "alone"


def _here(finding: Finding, new: frozenset[str]) -> Claim:
    """The claim of a new article that shows the finding best: a witness where one is new."""
    own = [claim for claim in finding.group.claims if claim.article in new]
    return next((claim for claim in own if claim.id in finding.witnesses), own[0])


def _there(finding: Finding, here: Claim) -> Claim | None:
    """The claim that stands against it: one that excludes its value, a witness if possible."""
    others = [claim for claim in finding.group.claims if claim.id != here.id]
    return min(others, key=lambda claim: _nearness(claim, here, finding), default=None)


def _nearness(claim: Claim, here: Claim, finding: Finding) -> tuple[bool, bool, bool, bool]:
    """What makes a claim the other side, first things first; the earliest of equals is taken."""
    return (
        compare(_told(claim), _told(here)).kind != "clash",
        claim.value.same(here.value),
        claim.article == here.article,
        claim.id not in finding.witnesses,
    )


def _told(claim: Claim) -> Telling:
    return Telling(claim.kind, claim.value, False, (claim,))


def _said_already(check: Check, found: Sequence[Diagnostic], reasons: Mapping[str, str]) -> bool:
    """Whether a finding at the same words gives the same reason: « le 14 mars est un vendredi »."""
    ground = check.why.rpartition(" : ")[2].rstrip(".")
    return any(
        d.place.article == check.article
        and d.place.start < check.end
        and check.start < d.place.end
        and ground in reasons[d.source]
        for d in found
    )


def _of_check(check: Check, article: Article) -> Diagnostic:
    code = code_of_check(check.rule)
    place = place_of(article, (check.start, check.end))
    return Diagnostic(
        code=code.code,
        message=check.why,
        place=place,
        related=(),
        severity=code.severity or "medium",
        subject=check.rule,
        quotes=(place.text,),
        fingerprint=of_words(code.code, place.text, check.why),
        source=check.id,
    )


def _place(claim: Claim, articles: Mapping[str, Article]) -> Place:
    return place_of(articles[claim.article], (claim.start, claim.end))


def _say(key: str, **fields: str) -> str:
    return str(table("codes", "messages")[key]).format(**fields)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
