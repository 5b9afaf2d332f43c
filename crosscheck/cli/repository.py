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
    root = _git(Path.cwd(), "rev-parse", "--show-toplevel").rstrip("\n")
    commit = _commit(revision)
    base = _git(Path.cwd(), "merge-base", commit, "HEAD", revision=revision).strip()
    where = Path(root)
    listed = _git(where, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", base, "--")
    listed += _git(where, "ls-files", "--others", "--exclude-standard", "-z")
    found = {where / name for name in listed.split("\0") if name}
    within = [Path(os.path.realpath(path)) for path in paths or [Path()]]
    return tuple(
        Path(os.path.relpath(file))
        for file in sorted(found)
        if file.is_file() and any(Path(os.path.realpath(file)).is_relative_to(w) for w in within)
    )


def _commit(revision: str) -> str:
    """The commit of a revision; whatever it is called, git cannot take it for an option."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return _git(Path.cwd(), *asked, revision=revision).strip()


def _git(folder: Path, *arguments: str, revision: str = "") -> str:
    """What git answers; file names that are no UTF-8 come back as Python has them."""
    import subprocess  # costs more than the rest of a run that has nothing to ask of git

    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False
        )
    except FileNotFoundError:
        raise UsageError("--changed-since : git est introuvable") from None
    if done.returncode == 0:
        return os.fsdecode(done.stdout)
    if arguments[0] == "merge-base":
        raise UsageError(
            f"--changed-since {revision} : aucun ancêtre commun avec la branche présente ; "
            "l'historique est peut-être coupé (fetch-depth: 0)"
        )
    if revision:
        raise UsageError(f"--changed-since {revision} : révision inconnue de git")
    said = os.fsdecode(done.stderr).strip().splitlines()
    if arguments[0] == "rev-parse":
        raise UsageError("--changed-since : ce dossier n'est pas dans un dépôt git")
    raise UsageError(f"--changed-since : git {arguments[0]} a échoué ({said[-1] if said else ''})")
