"""Killed at any moment, `archive add` leaves what adding again makes whole.

`python -m benchmarks.kills --times 200` does it for longer.
"""

import re
import subprocess
import sys
from pathlib import Path

TIMES = 20


def test_killed_and_run_again_is_run_in_peace(clusters: Path) -> None:
    """In a process of its own, which has not used DuckDB when it forks."""
    story = clusters / "a1-accident-broukakro"
    command = ["-m", "benchmarks.kills", "--times", str(TIMES), "--articles", str(story)]
    done = subprocess.run(
        [sys.executable, *command], cwd=clusters.parents[1], capture_output=True, text=True
    )
    found = re.search(r"(\d+) of them before the end; archives unlike: (\d+)", done.stdout)
    assert found is not None, done.stderr
    assert (done.returncode, found[2]) == (0, "0"), done.stdout
    assert int(found[1]) > TIMES / 4
