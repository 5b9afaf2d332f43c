"""Plain text: every character of the file is a character of the article."""

from crosscheck.models import Article
from crosscheck.reading.decode import decode


def read_text(data: bytes, *, id: str, path: str) -> Article:
    """The article of a `.txt` file: `read_text("Bonjour.".encode(), id="a", path="a.txt")`.

    Raises `NotText` when the bytes are not a text.
    """
    found = decode(data)
    return Article(id, found.text, path, language="", encoding=found.encoding)
