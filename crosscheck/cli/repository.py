"""The repository around a run: its root, paths from there, and what git says has changed."""

import os
from collections.abc import Sequence
from pathlib import Path

from crosscheck.cli.errors import UsageError


def root_of(folder: Path) -> Path:
    """The folder that holds `.git`, from a folder upward; the folder itself where none does."""
    return next((f for f in (folder, *folder.parents) if (f / ".git").exists()), folder)


def path_from(root: Path, path: str | Path) -> str:
    """A path as it reads from a folder, with « / »: `path_from(root, "a.md")`."""
    # Not `resolve`: a link stands where it stands.
    return Path(os.path.relpath(Path.cwd() / path, root)).as_posix()


def changed_since(revision: str, paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files under some paths that differ from where the branch left a revision.

    New files that git does not know yet are among them, those that it ignores are not. Raises
    `UsageError` when there is no such revision, or no git.
    """
    here = Path.cwd()
    option = f"--changed-since {revision}".rstrip()
    top = _git(here, "rev-parse", "--show-toplevel", refusal=_NO_REPOSITORY).rstrip("\n")
    # Whatever a revision is called, git cannot take it for an option.
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = _git(here, *asked, refusal=f"{option} : révision inconnue de git").strip()
    base = _git(here, "merge-base", commit, "HEAD", refusal=f"{option} : {_NO_ANCESTOR}").strip()
    root = Path(top)
    found = {root / name for name in _names(root, "diff", "--name-only", *_CHANGES, base, "--")}
    found |= {root / name for name in _names(root, "ls-files", "--others", "--exclude-standard")}
    within = [path.resolve() for path in paths or [here]]
    return tuple(
        Path(os.path.relpath(file))
        for file in sorted(found)
        if file.is_file() and any(file.resolve().is_relative_to(place) for place in within)
    )


_CHANGES = ("--no-renames", "--diff-filter=d")
"""A file that was moved is a new one; one that was deleted is none."""
_NO_REPOSITORY = "--changed-since : ce dossier n'est pas dans un dépôt git"
_NO_ANCESTOR = (
    "aucun ancêtre commun avec la branche présente ; l'historique est peut-être coupé "
    "(fetch-depth: 0)"
)


def _names(root: Path, *arguments: str) -> list[str]:
    """The names of files that git lists, exactly as they are."""
    listed = _git(root, arguments[0], "-z", *arguments[1:], refusal=f"git {arguments[0]} a échoué")
    return [name for name in listed.split("\0") if name]


def _git(folder: Path, *arguments: str, refusal: str) -> str:
    """What git answers; raises `UsageError` with a reason when it refuses."""
    import subprocess  # costs more than the rest of a run that has nothing to ask of git

    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False
        )
    except FileNotFoundError:
        raise UsageError("--changed-since : git est introuvable") from None
    if done.returncode:
        raise UsageError(refusal)
    return os.fsdecode(done.stdout)
