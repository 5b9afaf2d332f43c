"""spaCy, imported without its command line.

`spacy/__init__.py` imports `spacy.cli` for one function, `spacy.info`, and with it programs that
fetch things over the network: a third of a second that nothing here uses. While spaCy is imported,
a stand-in is found in place of that one module; afterwards it is gone, `spacy.info` works as ever,
and `import spacy.cli` finds the real one.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from crosscheck.processes import one_thread

_INFO = "spacy.cli.info"


def spacy_library() -> ModuleType:
    """The module `spacy`: `spacy_library().load("fr_core_news_md")`."""
    if "spacy" not in sys.modules and _INFO not in sys.modules:
        with one_thread(), _without_command_line():
            import spacy
        spacy.__dict__["info"] = _info
    import spacy

    return spacy


def _info(*args: Any, **options: Any) -> Any:
    """`spacy.info`, looked up when it is called."""
    from spacy.cli.info import info

    return info(*args, **options)


@contextmanager
def _without_command_line() -> Iterator[None]:
    stand_in = ModuleType(_INFO)
    stand_in.info = _info  # type: ignore[attr-defined]
    sys.modules[_INFO] = stand_in
    try:
        yield
    finally:
        del sys.modules[_INFO]
