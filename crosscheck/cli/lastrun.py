"""What the last `check` told, kept so that `accept` needs no second run.

It stands in `.crosscheck_cache/` at the root of the repository, which git ignores by a file of its
own. A folder that cannot be written to is no error: `accept` then says that it knows of no run.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from crosscheck.cli.outputs import write_whole
from crosscheck.diagnostics import Diagnostic

FOLDER, FILE = ".crosscheck_cache", "last-check.jsonl"


@dataclass(frozen=True, slots=True)
class Told:
    """One diagnostic of the last run, as far as a decision needs it."""

    fingerprint: str
    code: str
    article: str
    """Path from the root of the repository."""
    subject: str
    quotes: tuple[str, ...]
    decided: bool = False
    """Something was decided of it before."""

    @property
    def short(self) -> str:
        """As printed at the end of its line."""
        head, dash, twin = self.fingerprint.partition("-")
        return f"{head[:8]}{dash}{twin}"


def remember(root: Path, diagnostics: Iterable[Diagnostic], paths: Mapping[str, str]) -> None:
    """Keeps what a run could be asked about; `paths` gives each article's path by its id."""
    rows = [
        {
            "fingerprint": d.fingerprint,
            "code": d.code,
            "article": paths[d.place.article],
            "subject": d.subject,
            "quotes": list(d.quotes),
            "decided": d.suppression is not None,
        }
        for d in diagnostics
    ]
    if not rows and not (root / FOLDER).is_dir():
        return
    text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    with suppress(OSError):
        write_whole(root / FOLDER / FILE, text.encode("utf-8", "replace"))
        ignore = root / FOLDER / ".gitignore"
        if not ignore.exists():
            write_whole(ignore, b"*\n")


def recall(root: Path) -> tuple[Told, ...] | None:
    """What the last run told; `None` when no run is known."""
    try:
        lines = (root / FOLDER / FILE).read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        return tuple(
            Told(
                r["fingerprint"],
                r["code"],
                r["article"],
                r["subject"],
                tuple(r["quotes"]),
                r["decided"],
            )
            for r in rows
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
