"""Each format of the sample report, byte for byte."""

from dataclasses import replace

import pytest

from crosscheck.formats import FORMATS, summary
from crosscheck.models import Report, Skipped

from .regenerate import GOLDEN, golden
from .sample import ARTICLES, sample_report


@pytest.mark.parametrize("name", sorted(golden()))
def test_golden(name: str) -> None:
    """After a change that was meant: `python -m tests.formats.regenerate`, and read the diff."""
    assert golden()[name].encode("utf-8") == (GOLDEN / name).read_bytes()


def test_same_report_same_bytes() -> None:
    for write in FORMATS.values():
        assert write(sample_report()) == write(sample_report())


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (Report((), (), (), (), ()), "Aucun article n’a été lu"),
        (Report((), (Skipped("a.bin", "pas un texte"),), (), (), ()), "a.bin"),
        (Report(ARTICLES[:2], (), (), (), ()), "aucune affirmation à vérifier"),
        (Report(ARTICLES[:1], (), (), (), (), (), ("un seul article",)), "un seul article"),
    ],
)
def test_little_to_say(report: Report, expected: str) -> None:
    assert expected in FORMATS["markdown"](report).replace("Un seul", "un seul")
    assert expected in FORMATS["text"](report).replace("Un seul", "un seul")
    assert expected in summary(report).replace("Un seul", "un seul")
    for write in FORMATS.values():
        text = write(report)
        assert text.endswith("\n") and not text.endswith("\n\n")


def test_no_conflict_is_said() -> None:
    quiet = [f for f in sample_report().findings if f.verdict not in {"conflict", "disputed"}]
    text = FORMATS["markdown"](replace(sample_report(), findings=tuple(quiet), checks=()))
    assert "5 articles lus, 4 origines : aucun conflit, 1 mise à jour" in text
    assert "Cela ne prouve pas qu’il n’y en a pas" in text
    assert "## Conflits" not in text
