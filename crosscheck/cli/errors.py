"""What can go wrong by the user's hand, told in French on one line."""

import errno
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscheck.archive.messages import ArchiveError
from crosscheck.configuration import ConfigurationError
from crosscheck.nlp import ModelError
from crosscheck.rules import RuleError

if TYPE_CHECKING:
    from typer import TyperException


class UsageError(Exception):
    """An argument that cannot be used; the message says which, and what was expected."""


_SYSTEM = {
    errno.EACCES: "droits insuffisants",
    errno.EBUSY: "ressource occupée",
    errno.EDQUOT: "quota de disque dépassé",
    errno.EEXIST: "ce fichier existe déjà",
    errno.EFBIG: "fichier trop grand",
    errno.EINVAL: "nom ou demande que le système refuse",
    errno.EIO: "erreur d'entrée-sortie",
    errno.EISDIR: "c'est un dossier",
    errno.ELOOP: "des liens se renvoient l'un à l'autre",
    errno.EMFILE: "trop de fichiers ouverts",
    errno.ENAMETOOLONG: "nom trop long",
    errno.ENODEV: "périphérique absent",
    errno.ENOENT: "ce chemin n'existe pas",
    errno.ENOMEM: "mémoire insuffisante",
    errno.ENOSPC: "plus de place sur le disque",
    errno.ENOTDIR: "ce n'est pas un dossier",
    errno.ENXIO: "périphérique absent",
    errno.EPERM: "opération interdite",
    errno.EPIPE: "le lecteur est parti",
    errno.EROFS: "système de fichiers en lecture seule",
    errno.ETXTBSY: "fichier en cours d'exécution",
}
"""What the system says in English, in French: the reasons that a user may meet."""


def system_reason(error: Exception) -> str:
    """Why the system refused, in French.

    >>> system_reason(OSError(errno.ENOSPC, "No space left on device"))
    'plus de place sur le disque'
    """
    number = getattr(error, "errno", None)
    said = getattr(error, "strerror", None) or str(error)
    return _SYSTEM.get(number, said) if number is not None else said


def as_message(error: Exception) -> str | None:
    """The line to show for an error of usage or configuration; `None` for our own failures.

    >>> as_message(UsageError("format inconnu"))
    'format inconnu'
    """
    if isinstance(error, UsageError | ModelError | ConfigurationError | ArchiveError):
        return str(error)
    if isinstance(error, RuleError):
        return f"règles : {error}"
    if isinstance(error, OSError):
        return f"{error.filename or 'système'} : {system_reason(error)}"
    from typer import TyperException  # some commands are read without it

    return _of_typer(error) if isinstance(error, TyperException) else None


def _of_typer(error: "TyperException") -> str:
    """Typer speaks English; the few things it says here are said in French."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        known = getattr(error, "possibilities", None) or ()
        return f"option inconnue : {getattr(error, 'option_name', '')}{_meant(known)} (voir --help)"
    if kind == "MissingParameter":
        param = getattr(error, "param", None)
        return f"il manque {getattr(param, 'metavar', None) or 'un argument'} (voir --help)"
    message = error.format_message()
    if kind == "BadOptionUsage" and "does not take a value" in message:
        return f"l'option {getattr(error, 'option_name', '')} ne prend pas de valeur (voir --help)"
    if kind == "BadOptionUsage":
        return f"l'option {getattr(error, 'option_name', '')} attend une valeur (voir --help)"
    if message.startswith("Got unexpected extra argument"):
        return f"argument de trop : {message.rpartition('(')[2].rstrip(')')} (voir --help)"
    if message.startswith("Missing command"):
        return "il manque une commande, par exemple « report » (voir --help)"
    if message.startswith("No such command"):
        name = message.split(chr(39))[1]
        return f"commande inconnue : {name}{_meant(_close(name))} (voir --help)"
    return message


def _close(name: str) -> list[str]:
    """The commands whose name is like that one."""
    from difflib import get_close_matches

    from crosscheck.cli.commands import COMMANDS

    return get_close_matches(name, list(COMMANDS), 1)


def _meant(names: Sequence[str]) -> str:
    """« , est-ce check ? » for what may be meant; nothing when there is nothing like it."""
    return f", est-ce {names[0]} ?" if names else ""
