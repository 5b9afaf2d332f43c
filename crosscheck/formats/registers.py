"""The two registers of a report: what happened when, and who is who."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.formats.dates import dated, order
from crosscheck.formats.typography import typographic
from crosscheck.formats.view import Row, View, question
from crosscheck.formats.wording import capital
from crosscheck.models import Claim, Finding
from crosscheck.values import Period, Role


@dataclass(frozen=True, slots=True)
class Event:
    """One answer to « when? », with its question and its verdict."""

    date: str
    finding: Finding
    row: Row


@dataclass(frozen=True, slots=True)
class Person:
    """One person as all the articles name them, and the offices they are given."""

    name: str
    variants: tuple[str, ...]
    roles: tuple[Row, ...]


def chronology(view: View) -> list[Event]:
    """Every date that names a day, a month or a year, in the order of time."""
    events = []
    for finding in view.findings():
        for row in view.rows(finding.group.claims):
            value = row.claims[0].value
            if isinstance(value, Period) and dated(value):
                events.append((order(value), view.place(row.claims[0]), row, finding))
    events.sort(key=lambda event: event[:2])
    return [Event(row.answer, finding, row) for _, _, row, finding in events]


def happened(finding: Finding) -> str:
    """The question of a date without the words that ask for one: « date de la fermeture de
    l'usine » is « Fermeture de l'usine »; as the article words it, in every language.
    """
    return capital(what_happened(finding)) or question(finding)


def what_happened(finding: Finding) -> str:
    """The same inside a sentence: « fermeture de l’usine »."""
    return typographic(_ASKS.sub("", finding.subject))


_ASKS = re.compile(
    r"date (?:: |de la |de l['’]|de (?:cette|ces|ce|son|sa|ses) |d['’]une? |du |des |d['’]|de )"
)


def people(view: View) -> list[Person]:
    """Persons by number of articles, then by name; two names in one finding are one person."""
    groups = _persons(view)
    found = [_person(view, claims) for claims in groups]
    order = {id(p): len({c.article for r in p.roles for c in r.claims}) for p in found}
    return sorted(found, key=lambda p: (-order[id(p)], p.name.casefold(), p.name))


def _persons(view: View) -> list[list[Claim]]:
    """Role claims, those of one name or of one finding together."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    roles = [c for c in view.ordered(view.report.claims) if isinstance(c.value, Role)]
    for claim in roles:
        finding = view.finding_of.get(claim.id)
        home = finding.id if finding and finding.verdict != "conflict" else claim.id
        parent[root(f"finding {home}")] = root(_named(claim))
    groups: dict[str, list[Claim]] = {}
    for claim in roles:
        groups.setdefault(root(_named(claim)), []).append(claim)
    return list(groups.values())


def _named(claim: Claim) -> str:
    return f"person {_name(claim).casefold()}"


def _name(claim: Claim) -> str:
    assert isinstance(claim.value, Role)
    return claim.value.person


def _person(view: View, claims: Sequence[Claim]) -> Person:
    """The name most often given (the longest of equals), the others, and the offices."""
    counts = Counter(_name(claim) for claim in claims)
    names = sorted(counts, key=lambda name: (-counts[name], -len(name), name))
    rows = []
    for row in view.rows(claims):
        role = row.claims[0].value
        rows.append(Row(role.role if isinstance(role, Role) else row.answer, row.claims))
    return Person(names[0], tuple(names[1:]), tuple(rows))
