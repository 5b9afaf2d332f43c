"""The reports in `reports/` are what this version says of `seeds/`, in every format.

Made again by `python3 run.py report seeds --output markdown=reports/seeds.md
--output json=reports/seeds.json --output text=reports/seeds.txt --output csv=reports/seeds.csv
--output excel=reports/seeds.excel.csv
--output html=reports/seeds.html`.
"""

from pathlib import Path

import pytest

from crosscheck import cross_check, read_articles
from crosscheck.formats import FORMATS
from crosscheck.models import Report

ROOT = Path(__file__).parent.parent
SUFFIXES = {
    "markdown": "md",
    "json": "json",
    "text": "txt",
    "csv": "csv",
    "excel": "excel.csv",
    "html": "html",
}


@pytest.fixture(scope="module")
def report() -> Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)  # paths in the report are those that were given
        articles, skipped = read_articles([Path("seeds")])
    return cross_check(articles, skipped=skipped)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_sample(report: Report, name: str) -> None:
    sample = ROOT / "reports" / f"seeds.{SUFFIXES[name]}"
    assert sample.read_bytes().decode("utf-8") == FORMATS[name](report)
