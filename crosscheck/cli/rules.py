"""The words of a run: those of the package, or those that a user put in their place."""

from pathlib import Path

from crosscheck.cli.errors import UsageError
from crosscheck.rules import check_rules, rule_files, use_rules


def put_rules(folder: Path | None, origin: str = "--rules") -> None:
    """Puts the user's rules in place before anything is read with them.

    `origin` is what named the folder: an option, or a line of the configuration.
    """
    use_rules(None)
    if folder is None:
        return
    known = set(rule_files())
    theirs = {path.stem for path in folder.glob("*.toml")} if folder.is_dir() else None
    if not theirs:
        what = "aucun fichier .toml" if theirs is not None else "ce n'est pas un dossier"
        raise UsageError(f"{origin} {folder} : {what}")
    if strange := sorted(theirs - known):
        names = ", ".join(sorted(known))
        raise UsageError(f"{origin} {folder} : {strange[0]}.toml inconnu ; connus : {names}")
    use_rules(folder)
    check_rules(folder)
