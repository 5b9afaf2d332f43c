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
    """The message of a diagnostic, with what an editor confirmed and what is told with it."""
    decided, said = found.suppression, found.message
    if decided is not None and decided.decision == "confirmed":
        said = told("confirmed", message=said, reason=decided.reason)
    return " ".join([said, *(told("also", code=one.code, said=said_of(one)) for one in found.also)])
