"""The sentences of `crosscheck check`, from `rules/fr/codes.toml`.

>>> counted("failures", 2)
'2 signalements'
"""

from crosscheck.diagnostics.records import Diagnostic
from crosscheck.rules import table


def told(key: str, **fields: object) -> str:
    """A sentence with its places filled: `told("not_read", reason="fichier vide")`."""
    return str(table("codes", "messages")[key]).format(**fields)


def counted(key: str, number: int) -> str:
    """The form of a sentence for a number: singular below two, as in French."""
    return told(f"{key}_{'one' if number < 2 else 'many'}", n=number)


def said_of(found: Diagnostic) -> str:
    """The message of a diagnostic, with what an editor confirmed of it."""
    decided = found.suppression
    if decided is not None and decided.decision == "confirmed":
        return told("confirmed", message=found.message, reason=decided.reason)
    return found.message
