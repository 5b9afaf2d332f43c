"""What the whole run shares: the French model is loaded once, by whoever asks first."""

from pathlib import Path

import pytest

collect_ignore = ["fuzz"]
"""Needs atheris, which `make fuzz` brings."""
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def clusters() -> Path:
    """The folder of the labelled clusters."""
    return ROOT / "tests" / "clusters"
