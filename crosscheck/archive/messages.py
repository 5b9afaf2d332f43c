"""What is said of archives, in words: `rules/fr/archive.toml`, by section and key.

>>> said("faults", "not_archive", path="notes")[:27]
"notes : ce n'est pas une ar"
"""

from crosscheck.rules import table


class ArchiveError(Exception):
    """What keeps an archive from being read or written, in words for the user."""


def said(section: str, key: str, /, **places: object) -> str:
    """A sentence with its places filled."""
    return str(table("archive", section)[key]).format(**places)


def counted(key: str, number: int) -> str:
    """The form of a count for a number, singular below two: `counted("articles", 1)`.

    >>> counted("articles", 1), counted("articles", 1200)
    ('1 article', '1 200 articles')
    """
    shown = f"{number:,}".replace(",", " ")
    return said("counts", f"{key}_{'one' if number < 2 else 'many'}", n=shown)


def fault(key: str, /, **places: object) -> ArchiveError:
    """An error of the section of faults: `raise fault("not_archive", path=folder)`."""
    return ArchiveError(said("faults", key, **places))
