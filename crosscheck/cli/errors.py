"""What can go wrong by the user's hand, told in French on one line."""

from typer import TyperException

from crosscheck.nlp import ModelError
from crosscheck.rules import RuleError


class UsageError(Exception):
    """An argument that cannot be used; the message says which, and what was expected."""


def as_message(error: Exception) -> str | None:
    """The line to show for an error of usage or configuration; `None` for our own failures.

    >>> as_message(UsageError("format inconnu"))
    'format inconnu'
    """
    if isinstance(error, UsageError | ModelError):
        return str(error)
    if isinstance(error, RuleError):
        return f"règles : {error}"
    if isinstance(error, OSError):
        return f"{error.filename or 'système'} : {error.strerror or error}"
    if isinstance(error, TyperException):
        return _of_typer(error)
    return None


def _of_typer(error: TyperException) -> str:
    """Typer speaks English; the few things it says here are said in French."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return f"option inconnue : {getattr(error, 'option_name', '')} (voir --help)"
    if kind == "MissingParameter":
        param = getattr(error, "param", None)
        return f"il manque {getattr(param, 'metavar', None) or 'un argument'} (voir --help)"
    if kind == "BadOptionUsage":
        return f"l'option {getattr(error, 'option_name', '')} attend une valeur (voir --help)"
    message = error.format_message()
    if message.startswith("Missing command"):
        return "il manque une commande, par exemple « report » (voir --help)"
    if message.startswith("No such command"):
        return f"commande inconnue : {message.split(chr(39))[1]} (voir --help)"
    return message
