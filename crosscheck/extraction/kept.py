"""Claims that were read before, in the user's cache: one file for each text, read by this version.

>>> article = Article.from_text("Trois accords ont été signés.", id="a")
>>> key_of(article) == key_of(replace(article, id="b", outlet="B", path="b.txt"))
True
>>> key_of(article) == key_of(replace(article, text="Deux accords ont été signés."))
False
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import rmtree
from time import time

from crosscheck.cache import cache_folder, fingerprint, keep_file
from crosscheck.models import Article, Claim
from crosscheck.models.codec import from_plain, to_plain
from crosscheck.stamp import stamp

FOLDER = "claims-"
OLD = 30 * 24 * 3600
"""Seconds after which what another version kept, and nobody has added to, is thrown away."""
QUICKLY = 1
"""Level of compression: a twelfth of the size at once; more takes longer than it saves."""

_DAMAGED = (
    OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, zlib.error,
)  # fmt: skip
"""What reading bytes that are no kept claims may raise."""


def _here() -> Path | None:
    home = cache_folder()
    return home / f"{FOLDER}{stamp().mark}" if home is not None else None


@dataclass(slots=True)
class Kept:
    """The kept claims. Has state: where a file could not be written, no other is tried."""

    folder: Path | None = field(default_factory=_here)

    def find(self, article: Article) -> tuple[Claim, ...] | None:
        """What was read of a text like this one; `None` where that is not known."""
        if self.folder is None:
            return None
        try:
            content = zlib.decompress(self._file(article).read_bytes())
            plain = json.loads(content)
            return tuple(replace(from_plain(Claim, claim), article=article.id) for claim in plain)
        except _DAMAGED:
            return None  # not there, or damaged: it is read again, and kept anew

    def keep(self, article: Article, claims: Sequence[Claim]) -> None:
        """Writes down what was read of a text."""
        if self.folder is None:
            return
        plain = [to_plain(replace(claim, article="")) for claim in claims]
        content = json.dumps(plain, separators=(",", ":")).encode()
        first = not self.folder.exists()
        try:
            keep_file(self._file(article), zlib.compress(content, QUICKLY))
        except OSError:
            self.folder = None
            return
        if first:
            forget_others(self.folder)

    def _file(self, article: Article) -> Path:
        assert self.folder is not None
        key = key_of(article)
        return self.folder / key[:2] / key[2:]


def key_of(article: Article) -> str:
    """Names all that claims are read from: the text, what its lines are for, the day."""
    blocks = [(block.kind, block.start, block.end) for block in article.blocks]
    return fingerprint(article.text, f"{article.published}", json.dumps(blocks))


def forget_others(folder: Path) -> None:
    """Throws away what other versions kept a month ago and have not added to since."""
    for other in folder.parent.glob(f"{FOLDER}*"):
        try:
            if other != folder and time() - other.stat().st_mtime > OLD:
                rmtree(other, ignore_errors=True)
        except OSError:
            continue  # somebody else was quicker
