"""What text the tables of an archive can hold: no halves of characters, and no NUL.

>>> storable("été"), shown("a\\ud800")
(True, 'a?')
"""

import re

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""Some readers of tables take a NUL for the end of a text."""


def storable(text: str) -> bool:
    """Whether a table can hold a text as it is."""
    return _UNSTORABLE.search(text) is None


def shown(text: str) -> str:
    """A text as tables can hold it."""
    if storable(text):
        return text
    return text.encode("utf-8", "replace").decode().replace("\0", "?")
