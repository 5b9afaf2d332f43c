"""Files that tell of another beside them, by their names: `bilan.pdf.meta.toml` for `bilan.pdf`.

>>> [path.name for path in sidecars_of(Path("bilan.pdf"))][:2]
['bilan.pdf.meta.toml', 'bilan.pdf.meta.json']
"""

from pathlib import Path

SUFFIXES = (".meta.toml", ".meta.json")


def is_sidecar(name: str) -> bool:
    """Whether a file tells of another: `is_sidecar("a.pdf.meta.toml")`."""
    return name.lower().endswith(SUFFIXES)


def sidecars_of(file: Path) -> list[Path]:
    """Where the sidecar of a file may stand, surest first."""
    return [file.with_name(stem + suffix) for stem in (file.name, file.stem) for suffix in SUFFIXES]
