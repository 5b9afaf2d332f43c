"""Where a report goes: stdout, or files that are whole or not there at all."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscheck.cli.console import say, show
from crosscheck.cli.errors import UsageError, system_reason


@dataclass(frozen=True, slots=True)
class Output:
    """One text to make, and its file; `None` is stdout."""

    format: str
    file: Path | None


def parse_outputs(
    chosen: str | None, outputs: Sequence[str], known: Sequence[str]
) -> tuple[Output, ...]:
    """What `--format` and `--output` ask for: `parse_outputs("json", ["csv=a.csv"], …)`.

    Raises `UsageError` for an unknown format, a missing « = », two texts in one place.
    """
    found = [Output(_format(chosen, known), None)] if chosen is not None else []
    for text in outputs:
        name, equals, file = text.partition("=")
        if not equals or not file:
            usual = "sarif" if "sarif" in known else "json"
            example = f"{usual}=rapport.{usual}"
            raise UsageError(f"--output {text} : attendu FORMAT=FICHIER, par exemple {example}")
        found.append(Output(_format(name, known), None if file == "-" else Path(file)))
    places = [output.file and _real(output.file) for output in found]
    for place in places:
        if places.count(place) > 1:
            where = "la sortie standard" if place is None else str(place)
            raise UsageError(f"deux formats pour {where} : donner un fichier à chacun")
    return tuple(found)


def _real(path: Path) -> Path:
    """Where a path leads; unlike `resolve`, links that lead to each other raise nothing."""
    return Path(os.path.realpath(path))


def _format(name: str, known: Sequence[str]) -> str:
    if name not in known:
        raise UsageError(
            f"format inconnu : {name} ; formats possibles : {', '.join(sorted(known))}"
        )
    return name


def refuse_inputs(outputs: Sequence[Output], given: Sequence[Path]) -> None:
    """Raises `UsageError` when a report would be written over what was given to read."""
    read = {_real(path) for path in given if not path.is_dir()}
    for output in outputs:
        if output.file is not None and _real(output.file) in read:
            raise UsageError(f"{output.file} est un des articles : le rapport l'effacerait")


def deliver(text: str, file: Path | None) -> bool:
    """Writes a text to its place; says so on one line and returns False when it cannot."""
    try:
        if file is None:
            show(text)
        else:
            write_whole(file, text.encode("utf-8", "replace"))
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead to each other
        say(f"{file or 'sortie standard'} : écriture impossible ({system_reason(error)})")
        return False
    return True


def write_whole(file: Path, data: bytes) -> None:
    """Writes beside the file and moves into its place: never half a report.

    Folders are made as needed. A device or a pipe is written to directly. Raises `OSError`.
    """
    target = _real(file)
    if target.exists() and not target.is_file() and not target.is_dir():
        target.write_bytes(data)
        return
    if target.is_dir():
        raise IsADirectoryError(None, "c'est un dossier")
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name[:80]}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
