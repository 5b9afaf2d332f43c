"""The user's cache: what can be made again and is kept because making it takes time.

>>> made = {"a": b"1"}
>>> from tempfile import mkdtemp
>>> folder = Path(mkdtemp()) / "kept"
>>> keep_folder(folder, lambda into: [(into / n).write_bytes(b) for n, b in made.items()])
>>> is_whole(folder)
True

Nothing here is needed: who finds the folder unwritable, or what is in it damaged, does without.
"""

import json
import os
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

ENVIRONMENT = "CROSSCHECK_CACHE_DIR"
"""Names another folder; for tests, and where the home is not the place for it."""
READY = "ready.json"
"""Written last: names each file of a kept folder with its size."""


def cache_folder() -> Path | None:
    """Where this user's programs keep such things, or `None` where there is no home.

    `$CROSSCHECK_CACHE_DIR`, else `crosscheck` in `$XDG_CACHE_HOME`, `~/Library/Caches` on macOS,
    `%LOCALAPPDATA%` on Windows, `~/.cache` elsewhere. The folder need not be there yet.
    """
    if named := os.environ.get(ENVIRONMENT):
        return Path(named).absolute()
    shared = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if shared.is_absolute():  # the standard asks that another is left alone
        return shared / "crosscheck"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "crosscheck" / "cache" if local else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "crosscheck"


def keep_folder(folder: Path, fill: Callable[[Path], object]) -> None:
    """Makes a folder of files: it is there whole, or not at all, whenever this is stopped.

    `fill` writes into another folder, which then takes the name. Where somebody else was first,
    theirs stays. Raises `OSError` where nothing can be written.
    """
    from shutil import rmtree  # only where something is kept: these take a while to import
    from tempfile import mkdtemp

    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(mkdtemp(prefix=".making-", dir=folder.parent))
    try:
        fill(making)
        sizes = {path.name: path.stat().st_size for path in sorted(making.iterdir())}
        (making / READY).write_text(json.dumps(sizes), encoding="utf-8")
        if folder.exists() and not is_whole(folder):
            rmtree(folder)
        try:
            making.rename(folder)
        except OSError:
            if not is_whole(folder):
                raise
    finally:
        rmtree(making, ignore_errors=True)


def is_whole(folder: Path) -> bool:
    """Whether a kept folder has all its files, each of the size it was written with."""
    try:
        sizes = json.loads((folder / READY).read_bytes())
        return all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError, AttributeError):
        return False


def keep_file(file: Path, content: bytes) -> None:
    """Writes a file that is there whole, or as it was before. Raises `OSError` where it cannot."""
    file.parent.mkdir(parents=True, exist_ok=True)
    from tempfile import mkstemp

    handle, name = mkstemp(prefix=".making-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)


def fingerprint(*parts: str | bytes) -> str:
    """Names what was made of such parts: `fingerprint("fr", b"...")` is 32 letters and digits."""
    digest = sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()[:32]
