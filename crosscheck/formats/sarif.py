"""SARIF 2.1.0: what code scanning and other readers of static analysis take.

>>> uri_of("brouillons/l'été 100 %.md")
'brouillons/l%27%C3%A9t%C3%A9%20100%20%25.md'
"""

import re
from collections.abc import Sequence
from urllib.parse import quote

import crosscheck
from crosscheck.diagnostics import CODES, CheckRun, Code, Diagnostic, Place, Suppression
from crosscheck.diagnostics.explained import explained
from crosscheck.diagnostics.saying import said_of, told
from crosscheck.formats.escape import clean, one_line
from crosscheck.formats.logs import to_json

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
"""Stands for the root of the repository: URIs are relative to it."""
_STATUS = {"accepted": "accepted", "rejected": "accepted", "confirmed": "rejected"}
"""An error confirmed is a suppression refused; both others suppress."""
_PROBLEM = {"high": "error", "medium": "warning", "low": "recommendation", "none": "recommendation"}

Entry = dict[str, object]


def to_sarif(run: CheckRun) -> str:
    """One run: `results: []` when all is well; what was suppressed is in it, marked so."""
    every = sorted((*run.told, *run.suppressed), key=lambda d: _order(run, d))
    rules = sorted({diagnostic.code for diagnostic in every})
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules)},
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n", "\r"],
                "originalUriBaseIds": {ROOT: {"description": {"text": told("root")}}},
                "invocations": [_invocation(run)],
                "results": [_result(run, diagnostic, rules) for diagnostic in every],
            }
        ],
    }
    return to_json(log)


def uri_of(path: str) -> str:
    """A relative path as a URI reference: what is not plain ASCII, percent-encoded."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def plain(text: str) -> str:
    """The text of a message: brackets would be a link and braces a place to fill."""
    kept = "\n".join(clean(line) for line in text.rstrip("\n").split("\n"))
    return re.sub(r"([\\\[\]])", r"\\\1", kept).replace("{", "{{").replace("}", "}}")


def _order(run: CheckRun, found: Diagnostic) -> tuple[str, int, str, str]:
    return run.path(found.place.article), found.place.start, found.code, found.fingerprint


def _driver(rules: Sequence[str]) -> Entry:
    return {
        "name": "crosscheck",
        "version": crosscheck.__version__,
        "shortDescription": {"text": told("tool")},
        "rules": [_rule(CODES[code]) for code in rules],
    }


def _rule(code: Code) -> Entry:
    said = explained(code)
    rule: Entry = {
        "id": code.code,
        "name": code.name,
        "shortDescription": {"text": plain(said.label)},
        "fullDescription": {"text": plain(said.what)},
        "help": {"text": plain(said.as_text()), "markdown": said.as_markdown()},
        "properties": {"tags": [code.family]},
    }
    return rule


def _invocation(run: CheckRun) -> Entry:
    """Whether everything could be read, and what could not."""
    failed = [skip for skip in run.skipped if skip.error]
    entry: Entry = {"executionSuccessful": not failed}
    if failed:
        entry["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": {"text": plain(told("not_read", reason=f"{s.path} : {s.reason}"))},
            }
            for s in failed
        ]
    return entry


def _result(run: CheckRun, found: Diagnostic, rules: Sequence[str]) -> Entry:
    result: Entry = {
        "ruleId": found.code,
        "ruleIndex": rules.index(found.code),
        "level": found.level,
        "message": {"text": plain(one_line(said_of(found)))},
        "locations": [_location(run, found.place)],
        "partialFingerprints": {
            "crosscheck/v1": found.fingerprint,
            # The one that GitHub reads; else it would make its own of the line's text.
            "primaryLocationLineHash": found.fingerprint,
        },
        "properties": {
            "severity": found.severity,
            "problem.severity": _PROBLEM[found.severity],
            "subject": found.subject,
        },
    }
    if related := _related(found):
        result["relatedLocations"] = [
            {"id": i, **_location(run, place), "message": {"text": plain(one_line(said))}}
            for i, (place, said) in enumerate(related, 1)
        ]
    if found.suppression:
        result["suppressions"] = [_suppression(found.suppression)]
    return result


def _related(found: Diagnostic) -> list[tuple[Place, str]]:
    """The other side, then each diagnostic that is told with this one and its other side."""
    rows = [(related.place, related.message) for related in found.related]
    for one in found.also:
        rows.append((one.place, f"{one.code} [{one.short}] {said_of(one)}"))
        rows += [(related.place, related.message) for related in one.related]
    return rows


def _location(run: CheckRun, place: Place) -> Entry:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri_of(run.path(place.article)), "uriBaseId": ROOT},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
                "snippet": {"text": place.text},
            },
        }
    }


def _suppression(suppression: Suppression) -> Entry:
    entry: Entry = {
        "kind": suppression.kind,
        "status": _STATUS[suppression.decision],
        "justification": clean(suppression.reason),
    }
    if suppression.by:
        entry["properties"] = {"by": clean(suppression.by)}
    return entry
