"""What could not be read, or was passed over: a value too."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not read, and why: `Skipped("notes.bin", "ce n'est pas un texte")`."""

    path: str
    reason: str
    error: bool = True
    """False when the file was merely passed over in a folder (`gold.json` among articles)."""
