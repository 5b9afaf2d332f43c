"""What is said of files, in words: `rules/fr/reading.toml`, by section and key.

>>> message("reasons", "unknown_format", suffix=".csv")
'format non lu (.csv)'
"""

from crosscheck.rules import RuleError, rule_files, table

_FILE = "reading"


def message(section: str, key: str, /, **places: str) -> str:
    """A sentence with its places filled.

    Raises `RuleError` when it is missing or asks for a place that nobody fills.
    """
    template = table(_FILE, section).get(key)
    if not isinstance(template, str):
        raise RuleError(rule_files()[_FILE], f"{section}.{key}", template, "un texte")
    try:
        return template.format(**places)
    except (KeyError, IndexError, ValueError) as error:
        filled = ", ".join(f"{{{name}}}" for name in places) or "aucune place"
        raise RuleError(rule_files()[_FILE], f"{section}.{key}", template, filled) from error


def source_name(source: str) -> str:
    """Where a fact comes from, for people: `source_name("meta og:title")`.

    >>> source_name("meta og:title"), source_name("text dateline")
    ('balise meta og:title', 'attaque de la dépêche')
    """
    known = table(_FILE, "sources")
    if source in known:
        return str(known[source])
    head, _, rest = source.partition(" ")
    return f"{known.get(head, head)} {rest}".strip()


def megabytes(size: int) -> str:
    """A size as messages have it: `megabytes(5_000_000)` is « 5,0 »."""
    return f"{size / 1_000_000:.1f}".replace(".", ",")
