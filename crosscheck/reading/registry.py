"""The formats that are read, by name: suffixes, the module of `readers/`, limits.

>>> FORMATS["odt"].suffixes, by_suffix(".HTM")
(('.odt',), ('html',))
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.reading.draft import Outcome
    from crosscheck.settings import Limits

Reader = Callable[[bytes, "Limits"], tuple["Outcome", ...]]
"""Bytes in, the articles of the file out; raises `Unread` when there is none to be had."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format; its module has `read(data, limits)`, imported when it is first needed."""

    suffixes: tuple[str, ...]
    module: str
    limit: str
    """The field of `Limits` that says how large a file may be."""
    in_worker: bool = True
    """Whether it is read in a process that can be killed: all but plain kinds of text."""
    extra: str = ""
    """The extra of the package that brings what it needs; none for the standard library."""


FORMATS: dict[str, Format] = {
    "text": Format((".txt", ".text"), "text", "text", in_worker=False),
    "markdown": Format((".md", ".markdown"), "markdown", "text", in_worker=False),
    "jsonl": Format((".jsonl", ".ndjson"), "jsonl", "document"),
    "html": Format((".html", ".htm", ".xhtml"), "html", "page", extra="read"),
    "mhtml": Format((".mhtml", ".mht"), "mail", "document", extra="read"),
    "eml": Format((".eml",), "mail", "document"),
    "pdf": Format((".pdf",), "pdf", "document", extra="pdf"),
    "docx": Format((".docx", ".docm"), "docx", "document"),
    "odt": Format((".odt",), "odt", "document"),
    "feed": Format((".rss", ".atom", ".xml"), "feed", "page", extra="read"),
    "newsml": Format((".xml", ".newsml"), "newsml", "page"),
    "ninjs": Format((".json", ".ninjs"), "ninjs", "page"),
    "warc": Format((".warc", ".warc.gz"), "warc", "document", extra="read"),
}


def by_suffix(suffix: str) -> tuple[str, ...]:
    """The formats that a suffix may mean: `by_suffix(".xml")` is `("feed", "newsml")`."""
    low = suffix.lower()
    return tuple(name for name, known in FORMATS.items() if low in known.suffixes)


def suffix_of(name: str) -> str:
    """The suffix of a file's name; « .warc.gz » is one.

    >>> suffix_of("page.warc.gz"), suffix_of("a.b.TXT")
    ('.warc.gz', '.txt')
    """
    low = name.lower()
    if low.endswith(".warc.gz"):
        return ".warc.gz"
    stem, dot, last = low.rpartition(".")
    return dot + last if stem else ""


def read_format(name: str, data: bytes, limits: "Limits") -> "tuple[Outcome, ...]":
    """The articles in bytes of one format, read here and now.

    `read_format("text", b"Douze morts.", Limits())`. Raises `Unread`.
    """
    from crosscheck.reading.draft import Unread  # to know the names of files asks for less

    known = FORMATS[name]
    try:
        module = import_module(f"crosscheck.reading.readers.{known.module}")
    except ModuleNotFoundError as error:
        extra = known.extra or "read"
        raise Unread("missing_package", package=str(error.name), extra=extra) from error
    reader: Reader = module.read
    return reader(data, limits)
