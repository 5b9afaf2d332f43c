"""What counts in an archive: the list of its files, replaced as a whole or not at all.

>>> manifest = Manifest(generation=3, removed=frozenset({"0a1b"}))
>>> parsed(as_json(manifest), Path("archive")) == manifest
True
"""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from crosscheck.archive.durable import write
from crosscheck.archive.messages import ArchiveError, fault, said

NAME = "crosscheck-archive.json"
"""The file by which a folder is known to be an archive."""
FORMAT = 2
"""Of the files. The first had claims as JSON, a row each (`former`); `archive migrate` brings it to
this one."""
FORMER = 1
TABLES = ("articles", "claims", "passages", "records")
"""The tables of an archive, each in a folder of this name."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A Parquet file: `DataFile("claims/month=2025-06/0a1b.parquet", "0a1b…", 4096, 120)`."""

    path: str
    """From the folder of the archive, with « / »."""
    sha256: str
    bytes: int
    rows: int


@dataclass(frozen=True, slots=True)
class Segment:
    """The articles of one month that were written together, with their claims and passages."""

    month: str
    """« 2025-06 », or « undated »."""
    stamp: str
    """What read the articles for claims (`stamp`)."""
    articles: DataFile
    claims: DataFile
    passages: DataFile
    records: DataFile

    @property
    def name(self) -> str:
        """What the segment is known by: the digest of its articles, which names their claims."""
        return self.articles.sha256[:16]

    @property
    def files(self) -> tuple[DataFile, DataFile, DataFile, DataFile]:
        """Its files, in the order of `TABLES`."""
        return self.articles, self.claims, self.passages, self.records


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds at one moment."""

    format: int = FORMAT
    generation: int = 0
    """How often the archive has changed."""
    stamps: tuple[tuple[str, str], ...] = ()
    """Each stamp that a segment bears, with what it stands for in words."""
    segments: tuple[Segment, ...] = ()
    removed: frozenset[str] = field(default_factory=frozenset)
    """Keys of articles that stand in a file and count no more: removed, or replaced."""

    def following(self, **changes: object) -> "Manifest":
        """The next state of the archive: stamps that nothing bears any more are forgotten."""
        after = replace(self, generation=self.generation + 1, **changes)  # type: ignore[arg-type]
        borne = {segment.stamp for segment in after.segments}
        ordered = tuple(sorted(after.segments, key=lambda s: (s.month, s.name)))
        stamps = tuple(sorted((s, words) for s, words in dict(after.stamps).items() if s in borne))
        return replace(after, segments=ordered, stamps=stamps)


def is_archive(folder: Path) -> bool:
    """Whether a folder is an archive; told by its manifest."""
    return (folder / NAME).is_file()


def as_json(manifest: Manifest) -> str:
    """The manifest as it is written: for people too."""
    from crosscheck.models.codec import to_plain  # not where an archive is only read

    plain = {"format": manifest.format, **to_plain(manifest)}
    return json.dumps(plain, indent=1, sort_keys=True) + "\n"


def parsed(text: str, folder: Path) -> Manifest:
    """The manifest that a text holds. Raises `ArchiveError` for what is none, or another format."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        raise unreadable(folder, "not_json") from None
    try:
        found = plain["format"]
        if found != FORMAT:
            key = "older" if found == FORMER else "unknown_format"
            key = "newer" if isinstance(found, int) and found > FORMAT else key
            raise fault(key, path=folder, found=found, known=FORMAT)
        return _manifest(plain)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise unreadable(folder, "not_whole") from None


def unreadable(folder: Path, reason: str) -> ArchiveError:
    """What is said of a manifest that cannot be used, and why: `not_json`, `not_whole`…"""
    return fault("manifest", path=folder / NAME, reason=said("faults", reason))


def _manifest(plain: dict[str, Any]) -> Manifest:
    """By hand, since every command begins with it and an archive may have thousands of files."""
    return Manifest(
        plain["format"],
        int(plain.get("generation", 0)),
        tuple((str(stamp), str(words)) for stamp, words in plain.get("stamps", ())),
        tuple(map(_segment, plain.get("segments", ()))),
        frozenset(plain.get("removed", ())),
    )


def _segment(plain: dict[str, Any]) -> Segment:
    files = (_data_file(**plain[table]) for table in TABLES)
    return Segment(str(plain["month"]), str(plain["stamp"]), *files)


def _data_file(path: str, sha256: str, bytes: int, rows: int) -> DataFile:
    return DataFile(str(path), str(sha256), int(bytes), int(rows))


def read_manifest(folder: Path) -> Manifest:
    """What an archive holds now. Raises `ArchiveError`, or `OSError` when it cannot be read."""
    try:
        text = (folder / NAME).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        raise fault("not_archive", path=folder) from None
    except UnicodeDecodeError:
        raise unreadable(folder, "not_utf8") from None
    return parsed(text, folder)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Makes a state of the archive the one that counts. Raises `OSError`."""
    write(folder / NAME, as_json(manifest).encode())
