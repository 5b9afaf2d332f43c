"""Members of a ZIP archive, counted while they are inflated: its own sizes are not believed."""

import zipfile
import zlib
from io import BytesIO

from crosscheck.reading.draft import Unread
from crosscheck.settings import Limits

_STEP = 1 << 16
_MEMBERS = 5_000
_ERRORS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError)


class Package:
    """A DOCX or ODT as its members: `Package(data, limits).member("content.xml")`.

    Has state: an archive that is open, inside one call of one reader.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _ERRORS as error:
            raise Unread("damaged", reason=type(error).__name__) from None
        if len(self._zip.namelist()) > _MEMBERS:
            raise Unread("too_many_members", limit=str(_MEMBERS))

    def member(self, name: str) -> bytes | None:
        """The bytes of a member, or `None` where there is none. Raises `Unread`."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise Unread("encrypted")
        pieces, size = [], 0
        try:
            with self._zip.open(info) as file:
                while piece := file.read(_STEP):
                    pieces.append(piece)
                    size += len(piece)
                    if size > self._limits.member:
                        limit = str(self._limits.member // 1_000_000)
                        raise Unread("member_too_large", name=name, limit=limit)
        except (*_ERRORS, RuntimeError) as error:
            raise Unread("damaged", reason=type(error).__name__) from None
        return b"".join(pieces)

    def names(self) -> list[str]:
        """The names of its members."""
        return self._zip.namelist()
