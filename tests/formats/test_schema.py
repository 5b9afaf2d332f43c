"""The JSON report holds to `docs/report.schema.json`, and the schema is not merely polite."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from crosscheck.formats import FORMATS
from crosscheck.models import Report

from .big import big_report
from .hostile import HOSTILE, with_text
from .sample import lone_report, sample_report

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "report",
    [
        sample_report(),
        lone_report(),
        big_report(12),
        Report((), (), (), (), ()),
        with_text(HOSTILE["script"]),
    ],
    ids=["sample", "lone", "big", "empty", "hostile"],
)
def test_reports_hold_to_it(report: Report) -> None:
    VALIDATOR.validate(json.loads(FORMATS["json"](report)))


def test_the_report_of_the_seeds_holds_to_it() -> None:
    VALIDATOR.validate(json.loads((ROOT / "reports" / "seeds.json").read_text(encoding="utf-8")))


def change(path: str, value: object) -> Callable[[Any], None]:
    """A change of one place: `change("findings.0.verdict", "true")`."""
    *steps, last = path.split(".")

    def act(report: Any) -> None:
        for step in steps:
            report = report[int(step)] if step.isdigit() else report[step]
        report[int(last) if last.isdigit() else last] = value

    return act


@pytest.mark.parametrize(
    "spoil",
    [
        change("version", 2),
        change("articles.0.published", "hier"),
        change("articles.0.sha256", "abc"),
        change("claims.0.kind", "color"),
        change("claims.0.start", -1),
        change("claims.0.sentence", [1]),
        change("claims.0.value", {"low": 1, "high": 1, "unit": ""}),
        change("claims.0.polarity", "maybe"),
        change("findings.0.verdict", "true"),
        change("findings.0.claims", []),
        change("findings.0.claims", ["c1", "c1"]),
        change("checks.0.start", "12"),
        change("skipped.0", {"path": "a"}),
        change("notes", None),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused(spoil: Callable[[Any], None]) -> None:
    report = copy.deepcopy(sample_report().to_dict())
    assert VALIDATOR.is_valid(json.loads(json.dumps(report)))
    spoil(report)
    assert not VALIDATOR.is_valid(json.loads(json.dumps(report)))


def test_every_claim_stands_in_one_finding() -> None:
    """What no schema can say."""
    for report in (sample_report(), big_report(30)):
        told = json.loads(FORMATS["json"](report))
        placed = [claim for finding in told["findings"] for claim in finding["claims"]]
        assert sorted(placed) == sorted(claim["id"] for claim in told["claims"])
