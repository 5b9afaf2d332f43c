"""The page on archives: every step is run, in its order, and says what the page says."""

import re
from pathlib import Path

import pytest

from tests.cli.test_ci import shell
from tests.test_docs_ci import bare

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")


def test_every_step_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first, second = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    told = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)[0]
    assert shell(first).returncode == 0
    add, listed, found, check = (shell(line) for line in second.splitlines())
    assert add.stderr == "crosscheck: rien de nouveau ; 1 fichier déjà là\n"
    assert "parus/2025-03/collision.txt" in listed.stdout
    assert "**collision** de deux cars **près de Bamako**" in found.stdout
    assert (check.returncode, _sides(check.stdout)) == (1, _sides(told))


def _sides(line: str) -> str:
    """A line without what may be worded otherwise: the question, the fingerprint."""
    return re.sub(r"(C101) .*? : ", r"\1 … : ", bare(line))


def test_the_page_names_every_command() -> None:
    from crosscheck.cli.commands import ARCHIVE

    assert set(re.findall(r"`archive (\w+) ARCHIVE", PAGE)) == set(ARCHIVE)
