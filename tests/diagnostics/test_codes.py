"""Every finding and every check has a code of its own, explained, on the page."""

from pathlib import Path
from typing import get_args

import pytest

from crosscheck.diagnostics.codes import (
    BY_NAME,
    CODES,
    KIND_NUMBERS,
    RULES,
    code_of_check,
    code_of_finding,
    codes_called,
)
from crosscheck.diagnostics.explained import explained, listing, to_page
from crosscheck.models import Kind, VerdictName
from crosscheck.rules import table

ROOT = Path(__file__).parents[2]


def test_every_verdict_and_kind_has_a_code() -> None:
    for verdict in get_args(VerdictName):
        for kind in get_args(Kind):
            assert code_of_finding(verdict, kind).name == f"{verdict}.{kind}"


@pytest.mark.parametrize("rule", sorted(table("checks", "messages")))
def test_every_rule_has_a_code(rule: str) -> None:
    """A new rule needs a line in `RULES` and one in `rules/fr/codes.toml`; a third part of its
    name is only another wording.
    """
    assert code_of_check(rule).name == ".".join(rule.split(".")[:2])


def test_codes_differ() -> None:
    assert len(CODES) == len(BY_NAME) == len(KIND_NUMBERS) * 6 + len(RULES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_explained(code: str) -> None:
    said = explained(CODES[code])
    for part in (said.label, said.what, said.why, said.example, said.accept, said.severity):
        assert part.strip() and "{" not in part
    assert said.as_text().startswith(f"{code} {CODES[code].name} — ")
    assert said.what in said.as_markdown()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("C101", ["C101"]),
        ("I1", ["I100", "I101", "I102", "I103"]),
        ("calendar", ["I100", "I101", "I102", "I103"]),
        ("calendar.weekday", ["I101"]),
        ("conflict.money", ["C102"]),
        ("conflict.nothing", []),
        ("Z", []),
        ("c101", []),
        ("", []),
    ],
)
def test_names_and_prefixes(name: str, codes: list[str]) -> None:
    assert [code.code for code in codes_called(name)][:4] == codes


def test_unknown_rules_have_the_code_of_their_family() -> None:
    assert code_of_check("calendar.weekday.years").code == "I101"
    assert code_of_check("arithmetic.ratio").code == "I400"
    assert code_of_check("weather.snow").code == "I000"


def test_page_is_up_to_date() -> None:
    """`crosscheck explain --format markdown > docs/codes.md` writes it."""
    assert (ROOT / "docs" / "codes.md").read_text(encoding="utf-8") == to_page()
    assert all(code in listing() for code in CODES)
