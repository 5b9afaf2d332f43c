"""PDF: communiqués and reports as paragraphs, with the page of each character.

What is a picture of a page has no text, and is told: nothing is recognised.
"""

import logging
import zlib
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from crosscheck.models import Fact
from crosscheck.reading.draft import Draft, Remark, Unread
from crosscheck.reading.readers.pdf_flow import flow
from crosscheck.reading.readers.pdf_lines import PdfLine, page_lines
from crosscheck.settings import Limits

_BROKEN = (PyPdfError, zlib.error, ValueError, KeyError, IndexError, TypeError, AttributeError,
           ArithmeticError, AssertionError, OSError, NotImplementedError)  # fmt: skip
"""What a library raises for bytes that only claim to be a PDF; some of it by accident."""
_PROPERTIES = {"/Title": "title", "/CreationDate": "published", "/ModDate": "modified"}


def read(data: bytes, limits: Limits) -> tuple[Draft, ...]:
    """The article of a PDF. Raises `Unread`."""
    logging.disable(logging.CRITICAL)  # it warns of every broken object
    reader = _opened(data)
    try:
        count = len(reader.pages)
    except _BROKEN as error:
        raise Unread("damaged", reason=type(error).__name__) from None
    if count > limits.pages:
        raise Unread("too_many_pages", pages=str(count), limit=str(limits.pages))
    pages, broken = _pages(reader, count)
    found = flow(pages, limits.text)
    if not found.text:
        raise Unread("damaged", reason=broken) if broken else Unread("scanned")
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    remarks = [Remark("pages_without_text", (("pages", _runs(empty)),))] if empty else []
    return (
        Draft(
            text=found.text,
            format="pdf",
            facts=_properties(reader),
            blocks=found.blocks,
            place_unit="page",
            marks=found.marks,
            remarks=tuple(remarks),
            left_out=found.left_out,
        ),
    )


def _opened(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unread("encrypted")
    except (FileNotDecryptedError, DependencyError):
        raise Unread("encrypted") from None
    except _BROKEN as error:
        raise Unread("damaged", reason=type(error).__name__) from None
    return reader


def _pages(reader: PdfReader, count: int) -> tuple[list[list[PdfLine]], str]:
    """The lines of each page; none of one that is broken, with the last error."""
    pages: list[list[PdfLine]] = []
    broken = ""
    for number in range(1, count + 1):
        try:
            pages.append(page_lines(reader.pages[number - 1], number))
        except DependencyError:
            raise Unread("encrypted") from None
        except _BROKEN as error:
            broken = type(error).__name__
            pages.append([])
    return pages, broken


def _properties(reader: PdfReader) -> tuple[Fact, ...]:
    """What the properties say: shown, never used, since a file outlives what it was made for."""
    try:
        said: Any = reader.metadata or {}
        found = {key: str(said.get(key) or "").strip() for key in _PROPERTIES}
    except _BROKEN:
        return ()
    return tuple(
        Fact(_PROPERTIES[key], value.removeprefix("D:")[:200], f"properties {key[1:]}", used=False)
        for key, value in found.items()
        if value
    )


def _runs(numbers: list[str]) -> str:
    """A few numbers, and how many more."""
    shown = ", ".join(numbers[:8])
    return shown + (f"… ({len(numbers)})" if len(numbers) > 8 else "")
