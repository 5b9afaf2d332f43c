"""One row a claim, for a spreadsheet: RFC 4180, no cell a formula."""

import csv
import io

from crosscheck.formats.escape import csv_cell
from crosscheck.formats.view import View
from crosscheck.formats.wording import say_answer, say_value
from crosscheck.models import Claim, Report
from crosscheck.values import Interval, Name, Period, Quote, Role, plain_number

COLUMNS = (
    "claim", "article", "line", "kind", "text", "value", "low", "high", "unit", "currency", "edtf",
    "person", "role", "name", "speaker", "polarity", "in_headline", "subject", "finding",
    "verdict", "severity", "why", "sentence", "derivation",
)  # fmt: skip


def to_csv(report: Report) -> str:
    """A head and a row for each claim, in the order of the report; lines end with CR LF."""
    return _written(report, delimiter=",", decimal=".")


def to_excel(report: Report) -> str:
    """The same for a spreadsheet in French, which opens a file by its own habits: semicolons,
    decimal commas, and the mark by which it knows UTF-8.
    """
    return "\ufeff" + _written(report, delimiter=";", decimal=",")


def _written(report: Report, *, delimiter: str, decimal: str) -> str:
    view, out = View(report), io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    for claim in report.claims:
        row = _row(view, claim)
        row |= {key: row[key].replace(".", decimal) for key in ("low", "high") if key in row}
        writer.writerow({key: csv_cell(text) for key, text in row.items()})
    return out.getvalue()


def _row(view: View, claim: Claim) -> dict[str, str]:
    article, finding = view.articles[claim.article], view.finding_of.get(claim.id)
    row = {
        "claim": claim.id,
        "article": claim.article,
        "line": str(view.line(claim)),
        "kind": claim.kind,
        "text": claim.text,
        "value": say_answer(claim)
        if claim.derivation
        else say_value(claim.value, claim.kind, claim.text),
        "speaker": claim.speaker or "",
        "polarity": claim.polarity,
        "in_headline": "true" if claim.in_headline else "false",
        "subject": claim.subject.asked,
        "sentence": article.text[slice(*claim.sentence)],
        "derivation": claim.derivation,
    }
    if finding:
        row |= {
            "finding": finding.id,
            "verdict": finding.verdict,
            "severity": finding.severity,
            "why": finding.why,
        }
    return row | _value(claim)


def _value(claim: Claim) -> dict[str, str]:
    """The columns that only some kinds fill."""
    match claim.value:
        case Interval() as value:
            ends = {"low": plain_number(value.low), "high": plain_number(value.high)}
            numbers = {key: "" if end is None else str(end) for key, end in ends.items()}
            return numbers | {"unit": value.unit, "currency": value.currency or ""}
        case Period() as value:
            return {"edtf": value.edtf}
        case Role() as value:
            return {"person": value.person, "role": value.role}
        case Name() as value:
            return {"name": value.name}
        case Quote() as value:
            return {"speaker": claim.speaker or value.speaker or ""}
