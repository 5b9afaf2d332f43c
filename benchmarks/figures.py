"""One measured figure beside what it must reach, and commands measured as whole processes.

>>> Figure("check, CPU over the bare load", 0.3, must=0.35, aim=0.22).reached
True
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parent.parent
COMMAND = (sys.executable, "-c", "from crosscheck.cli import main; main()")
"""`crosscheck`, before its arguments."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio, or a number with its unit."""

    what: str
    value: float
    must: float | None = None
    aim: float | None = None
    unit: str = ""
    more_is_better: bool = False

    @property
    def reached(self) -> bool:
        """Whether it is as good as it must be."""
        if self.must is None:
            return True
        return self.value >= self.must if self.more_is_better else self.value <= self.must

    def row(self) -> str:
        """A row of the table in `docs/performance.md`."""
        sign = "≥" if self.more_is_better else "≤"
        bars = [f"{sign} {bar:g}" if bar is not None else "" for bar in (self.must, self.aim)]
        mark = "" if self.reached else " **(missed)**"
        return f"| {self.what} | {self.value:.3g}{self.unit}{mark} | {bars[0]} | {bars[1]} |"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took."""

    cpu: float
    wall: float
    megabytes: float


def cost(command: Sequence[str], folder: Path, cache: Path) -> Cost:
    """Runs a command to its end; its output is thrown away. Modules are compiled once, as they are
    where pip has installed them.
    """
    environment = os.environ | {"PYTHONPATH": str(ROOT), "CROSSCHECK_CACHE_DIR": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(used.ru_utime + used.ru_stime, perf_counter() - start, used.ru_maxrss / 1024)


def least(costs: Sequence[Cost]) -> Cost:
    """The least of each: what else a machine does only adds."""
    return Cost(
        min(c.cpu for c in costs), min(c.wall for c in costs), min(c.megabytes for c in costs)
    )
