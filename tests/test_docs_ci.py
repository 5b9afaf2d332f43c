"""The page on putting `check` into a newsroom's repository: every step is run, in its order."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_ci import shell

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent


def blocks(language: str) -> list[str]:
    """The blocks of the page in a language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def bare(line: str) -> str:
    """A line without its fingerprint, which rules may change."""
    return re.sub(r"\[[0-9a-f]{8}\]", "[…]", line)


def test_every_step_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first run fails with the line that the page shows; what is accepted is silent."""
    monkeypatch.chdir(tmp_path)
    who = dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "a@exemple.test")
    who |= dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "A")
    done = [shell(block, **who) for block in blocks("sh")]
    failed = [i for i, step in enumerate(done) if step.returncode]
    assert [i for i, block in enumerate(blocks("sh")) if "check brouillons" in block][:1] == failed
    first = done[failed[0]]
    assert first.returncode == 1 and bare(first.stdout) == bare(blocks("text")[0])
    assert '"decision": "accepted"' in (tmp_path / "crosscheck-decisions.jsonl").read_text()
    assert (tmp_path / "crosscheck.sarif").exists() and (tmp_path / "crosscheck.xml").exists()


@pytest.mark.parametrize(
    ("block", "command"),
    [
        (0, ["pre-commit", "validate-config"]),
        (1, ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"]),
        (2, ["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci"]),
    ],
)
def test_settings_of_services_are_valid(block: int, command: list[str], tmp_path: Path) -> None:
    file = tmp_path / "settings.yml"
    file.write_text(blocks("yaml")[block], encoding="utf-8")
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:], str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
