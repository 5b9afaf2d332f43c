"""A report as large as one wants, made by hand: for speed and for pages that must stay quick."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from crosscheck.models import Article, Claim, ClaimGroup, Finding, Report, Subject, VerdictName
from crosscheck.values import Interval, Period, Value

VERDICTS: tuple[VerdictName, ...] = (
    "conflict", "disputed", "updated", "compatible", "agree", "single",
)  # fmt: skip
_DAY = date(2025, 3, 14)


def big_report(findings: int, claims_each: int = 3, articles: int = 6) -> Report:
    """`big_report(1000)` has 1,000 findings of 3,000 claims, of every verdict, dates and counts."""
    texts: list[list[str]] = [[] for _ in range(articles)]
    lengths = [0] * articles
    claims: list[Claim] = []
    found: list[Finding] = []
    for number in range(findings):
        verdict = VERDICTS[number % len(VERDICTS)]
        group = []
        for nth in range(1 if verdict == "single" else claims_each):
            home = (number + nth) % articles
            words = f"{100 + number + (nth if verdict != 'agree' else 0)} personnes"
            sentence = f"Le bilan de la commune {number} s’établit à {words}, selon la mairie.\n"
            start = lengths[home] + sentence.index(words)
            span = lengths[home], lengths[home] + len(sentence) - 1
            value = _value(number, 100 + number + (nth if verdict != "agree" else 0))
            claim = Claim(
                f"c{len(claims) + 1}", f"{home:02d}-source", "date" if number % 4 == 3 else "count",
                start, start + len(words), words, span, value,
                Subject(f"personnes de la commune {number}"), "la mairie", "asserted", False, "big",
            )  # fmt: skip
            texts[home].append(sentence)
            lengths[home] += len(sentence)
            claims.append(claim)
            group.append(claim)
        found.append(
            Finding(
                f"f{number + 1}", group[0].subject.label, group[0].kind, ClaimGroup(tuple(group)),
                verdict, "none" if verdict in ("agree", "single") else "medium",
                tuple(c.id for c in group[:2]), len({c.article for c in group}),
                f"constat {number} : valeurs relevées",
            )
        )  # fmt: skip
    sources = [
        Article(f"{i:02d}-source", "".join(text), f"grand/{i:02d}-source.txt", f"Titre {i}",
                f"Journal {i}", _DAY + timedelta(days=i))
        for i, text in enumerate(texts)
    ]  # fmt: skip
    return Report(tuple(sources), (), tuple(claims), tuple(found), ())


def _value(number: int, amount: int) -> Value:
    """A count, or for every fourth finding a day."""
    if number % 4 == 3:
        day = _DAY + timedelta(days=amount)
        return Period(day.isoformat(), day, day)
    return replace(Interval.exactly(amount, "personne"), grain=Decimal(1))
