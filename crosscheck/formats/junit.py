"""JUnit's XML: a test case for each new article, which fails when something stops the run."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from crosscheck.diagnostics import CheckRun, Diagnostic
from crosscheck.diagnostics.saying import counted
from crosscheck.formats.concise import to_concise
from crosscheck.formats.escape import clean
from crosscheck.formats.logs import in_xml

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even as a reference."""


def to_junit(run: CheckRun) -> str:
    """`to_junit(run)`: failures are what stops the run, errors what could not be read.

    No time is given, so that the same input gives the same bytes.
    """
    cases = [_case(run, run.path(article.id), article.id) for article in run.articles]
    cases += [_unread(skip.path, skip.reason) for skip in run.skipped if skip.error]
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
    }
    root = Element("testsuites", {"name": "crosscheck", **counts})
    suite = SubElement(root, "testsuite", {"name": "crosscheck check", **counts})
    suite.extend(sorted(cases, key=lambda case: case.get("name", "")))
    indent(root)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        + in_xml(tostring(root, encoding="unicode"))
        + "\n"
    )


def legal(text: str) -> str:
    """The text without what XML forbids: `legal("a\\x1bb")` is « ab »."""
    return _FORBIDDEN.sub("", text)


def _element(path: str) -> Element:
    name = legal(clean(path))
    return Element("testcase", {"classname": "crosscheck", "name": name, "file": name})


def _case(run: CheckRun, path: str, article: str) -> Element:
    case = _element(path)
    own = [d for d in run.told if d.place.article == article]
    failing = [d for d in own if d.level == "error"]
    if failing:
        fields = {"message": legal(counted("failures", len(failing))), "type": failing[0].code}
        SubElement(case, "failure", fields).text = _lines(run, failing)
    if others := [d for d in own if d.level != "error"]:
        SubElement(case, "system-out").text = _lines(run, others)
    return case


def _lines(run: CheckRun, found: Sequence[Diagnostic]) -> str:
    own = CheckRun(run.articles, tuple(found), names=run.names, shown=run.shown)
    return legal(to_concise(own))


def _unread(path: str, reason: str) -> Element:
    case = _element(path)
    SubElement(case, "error", {"message": legal(clean(reason)), "type": "not-read"})
    return case
