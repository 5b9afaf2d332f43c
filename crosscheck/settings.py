"""What a user may set for a run."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """`Settings(rules=Path("mes-regles"))` reads the words of another folder, file by file."""

    rules: Path | None = None
    """Folder whose TOML files stand in for those of the package."""
