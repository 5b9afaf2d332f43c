"""Plain text: every character of the file is a character of the article.

>>> read("Douze morts.".encode(), Limits())[0].text
'Douze morts.'
"""

from crosscheck.models import Fact
from crosscheck.reading.decode import DAMAGED, Decoded, decode
from crosscheck.reading.draft import Draft, Remark
from crosscheck.settings import Limits


def read(data: bytes, limits: Limits) -> tuple[Draft, ...]:
    """The article of a text file. Raises `NotText` when the bytes are none."""
    del limits  # its size was looked at before it was read
    found = decode(data)
    return (Draft(found.text, "text", encoding_facts(found), (), "line", (), damage(found)),)


def encoding_facts(found: Decoded) -> tuple[Fact, ...]:
    """How the bytes were read, and what told it."""
    return (Fact("encoding", found.encoding, found.source),)


def damage(found: Decoded) -> tuple[Remark, ...]:
    """A remark where bytes were lost."""
    return (Remark("damaged_bytes"),) if found.encoding == DAMAGED else ()
