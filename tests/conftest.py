"""What the whole run shares: the French model is loaded once, by whoever asks first."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ |= dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")
# As in every run of ours (`nlp.library`), and before a test imports numpy: the last bits of its
# products depend on it.

from hypothesis import settings

from crosscheck.rules import use_rules

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
"""A machine that is busy is no fault of ours; what must be fast is measured by itself."""
collect_ignore = ["fuzz"]
"""Needs atheris, which `make fuzz` brings."""
ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def own_words() -> Iterator[None]:
    """The words of the package again after a test that used others."""
    yield
    use_rules(None)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def clusters() -> Path:
    """The folder of the labelled clusters."""
    return ROOT / "tests" / "clusters"
