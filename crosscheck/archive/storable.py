"""What text the tables of an archive can hold: no halves of characters, and no NUL.

>>> storable("été"), shown("a\\ud800")
(True, 'a?')
"""


def storable(text: str) -> bool:
    """Whether a table can hold a text as it is; some take a NUL for its end."""
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False


def shown(text: str) -> str:
    """A text as tables can hold it."""
    if storable(text):
        return text
    return text.encode("utf-8", "replace").decode().replace("\0", "?")
