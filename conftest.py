"""Every run of the tests has a cache of its own, so that none depends on the user's."""

import os
from shutil import rmtree
from tempfile import mkdtemp

import pytest

os.environ["CROSSCHECK_CACHE_DIR"] = CACHE = mkdtemp(prefix="crosscheck-cache-")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Nothing is left behind."""
    rmtree(CACHE, ignore_errors=True)
