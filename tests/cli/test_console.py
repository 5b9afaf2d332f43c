"""What a terminal is told: colours, width, and how a run that is stopped ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crosscheck.cli.console import wants_color, width

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("no", "force", "coloured"),
    [
        ("", "", False),
        ("", "1", True),
        ("", "true", True),
        ("", "0", False),
        ("", "false", False),
        ("1", "1", False),
    ],
)
def test_colours(no: str, force: str, coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", no)
    monkeypatch.setenv("FORCE_COLOR", force)
    assert wants_color() is coloured


@pytest.mark.parametrize(
    ("columns", "expected"), [("", 100), ("72", 72), ("0", 100), ("beaucoup", 100), ("-5", 100)]
)
def test_width(columns: str, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS is heeded without a terminal; what is no width is none."""
    monkeypatch.setenv("COLUMNS", columns)
    assert width() == expected


@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.1, 0.3])
def test_stopped_at_the_start(after: float, tmp_path: Path) -> None:
    """Ctrl-C while modules are being imported: 130, and nothing printed.

    The article is long, and of a figure that no earlier run has kept: it is not read before.
    """
    said = "".join(f"Le maire a planté {after + n} arbres rue {n}. " for n in range(2_000))
    (tmp_path / "a.txt").write_text(said, encoding="utf-8")
    code = (
        "import sys; sys.stdout.write('prêt\\n'); sys.stdout.flush();"
        "from crosscheck.cli import main; main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", code, "check", "a.txt"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A suite that runs in the background has inherited a Ctrl-C that is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "prêt\n"
    time.sleep(0.02 + after)  # what Python itself does before our first line cannot be caught
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "")
