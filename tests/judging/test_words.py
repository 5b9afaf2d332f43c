"""The words of the rules files `judging` and `inner`: each stands in an example."""

import re
from typing import Any

import pytest

from crosscheck.judging.folding import fold
from crosscheck.rules import words

SKIPPED = ("kind", "examples", "parity", "units", "idioms", "bodies")
"""No words: rates and sizes, which the tests of numbers hold."""


def said(table: Any) -> list[str]:
    """All words of a table, keys of tables of numbers included."""
    if isinstance(table, dict):
        return [w for key, value in table.items() for w in (said(value) or [key])]
    if isinstance(table, list):
        return [w for item in table for w in said(item)]
    return [table] if isinstance(table, str) and not re.fullmatch(r"[\d.]+", table) else []


@pytest.mark.parametrize("name", ["judging", "inner"])
def test_each_word_stands_in_an_example(name: str) -> None:
    skipped = SKIPPED if name == "judging" else SKIPPED[:2]
    tables = {k: v for k, v in words(name).items() if k not in skipped}
    examples = " ; ".join(fold(e) for e in words(name)["examples"])
    missing = [w for w in said(tables) if fold(w.rstrip("*")) not in examples]
    assert missing == []
