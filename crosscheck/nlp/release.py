"""The release of the French model that was measured, and where it is installed.

>>> installed().name
'fr_core_news_md-3.8.0'
"""

import json
from importlib.util import find_spec
from pathlib import Path

MODEL = "fr_core_news_md"
VERSION = "3.8.0"
"""Another release tags and parses otherwise, so the claims would move: refused on load."""
LEFT_OUT = ("ner", "senter")
"""Entity recognition is 41 % of the model's time and gives no claim; sentences are cut by rules."""


class ModelError(Exception):
    """The model is missing or is not the release that this version was measured with."""


def installed(name: str = MODEL) -> Path:
    """The folder of the model's files. Raises `ModelError`, which says how to set the model up."""
    spec = find_spec(name)
    package = Path(spec.origin).parent if spec is not None and spec.origin else None
    try:
        if package is None:
            raise FileNotFoundError(name)
        found = json.loads((package / "meta.json").read_bytes())["version"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"le modèle {name} n'est pas installé : « python3 run.py setup » le met en place"
        ) from error
    if found != VERSION:
        raise ModelError(f"{name} : version {found} trouvée, {VERSION} attendue")
    return package / f"{name}-{found}"


def fingerprint_of(folder: Path) -> bytes:
    """What tells one installed release from another: the hashes that its installer noted down.

    Where there are none, the names and sizes of its files.
    """
    package = folder.parent
    record = package.parent / f"{folder.name}.dist-info" / "RECORD"
    try:
        return record.read_bytes()
    except OSError:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        sizes = [f"{path.relative_to(folder).as_posix()} {path.stat().st_size}" for path in files]
        return "\n".join(sizes).encode()
