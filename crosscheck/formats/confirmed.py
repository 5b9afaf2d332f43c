"""The findings of a report that a person has confirmed, by the file of decisions.

A decision knows a diagnostic by its fingerprint: a code and the values of two claims. A finding is
confirmed when any two of its claims have the fingerprint of a confirmed decision.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from crosscheck.decisions import Decision
from crosscheck.diagnostics.codes import code_of_finding
from crosscheck.diagnostics.fingerprints import of_claims
from crosscheck.formats.claimreview import Confirmation
from crosscheck.models import Finding, Report

CONFIRMED = "confirmed"


def confirmations(report: Report, decisions: Iterable[Decision]) -> tuple[Confirmation, ...]:
    """`confirmations(report, read_decisions(text)[0])`, in the order of the report.

    A decision without its day is no confirmation: a review must say when it was made.
    """
    held = {
        decision.fingerprint.partition("-")[0]: decision
        for decision in decisions
        if decision.decision == CONFIRMED and decision.when is not None
    }
    found = []
    for finding in report.findings:
        given = next((held[mark] for mark in _marks(finding) if mark in held), None)
        if given is not None and given.when is not None and finding.verdict != "single":
            found.append(Confirmation(finding.id, given.by, given.when, given.reason))
    return tuple(found)


def _marks(finding: Finding) -> Iterator[str]:
    """The fingerprints of every two claims of different articles."""
    code = code_of_finding(finding.verdict, finding.kind).code
    for one, other in combinations(finding.group.claims, 2):
        if one.article != other.article:
            yield of_claims(code, (one, other))
