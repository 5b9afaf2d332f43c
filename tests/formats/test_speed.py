"""A large report stays quick to write as a page, and small in memory."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import time
from pathlib import Path
from crosscheck.formats import FORMATS
from tests.formats.big import big_report
report = big_report(4000)
assert len(report.claims) > 10_000
spent = []
while len(spent) < 9 and min(spent, default=9) >= 2.5:
    begin = time.process_time()
    FORMATS["html"](report)
    spent.append(time.process_time() - begin)
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peak = next((line.split()[1] for line in lines if line.startswith("VmHWM")), "0")
print(min(spent), int(peak) / 1024)
"""
SECONDS, MEGABYTES = 3, 300


def test_ten_thousand_claims() -> None:
    """In a process of its own, so that the memory is the report's; time is that of the CPU, the
    least of some tries: what else a machine does only adds to it, and may do so for ten seconds.

    The peak is read from /proc, since what the system tells of a child counts its parent too.
    """
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True
    )
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds < SECONDS and megabytes < MEGABYTES, done.stdout
