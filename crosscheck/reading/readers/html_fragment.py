"""A piece of HTML that is nothing but an article, as agencies and feeds send them.

>>> made = Building(); add_fragment(made, "<p>Douze <b>morts</b>.</p><p>Fin.</p>"); made.text
'Douze morts.\\n\\nFin.'
"""

from html.parser import HTMLParser

from crosscheck.reading.draft import Unread
from crosscheck.reading.readers.building import Building
from crosscheck.reading.readers.html_text import Rendering

_VOID = frozenset({"img", "input", "hr", "br", "meta", "link", "col", "source", "wbr", "area"})
_AROUND = frozenset({"nav", "aside", "footer", "form", "button"})


class _Fragment(HTMLParser):
    """The parser of the standard library, speaking to a `Rendering`. State is the parser's."""

    def __init__(self, building: Building) -> None:
        super().__init__(convert_charrefs=True)
        self._rendering = Rendering(building)
        self._around = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _AROUND:
            self._around += 1
        elif not self._around:
            self._rendering.start(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag in _AROUND:
            self._around = max(self._around - 1, 0)
        elif not self._around:
            self._rendering.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._around:
            self._rendering.start(tag, {})
            if tag not in _VOID:
                self._rendering.end(tag)

    def handle_data(self, data: str) -> None:
        if not self._around:
            self._rendering.data(data)

    def close(self) -> None:
        super().close()
        self._rendering.finish()


def add_fragment(building: Building, fragment: str) -> None:
    """Adds the paragraphs of a piece of HTML. Raises `Unread`."""
    parser = _Fragment(building)
    try:
        parser.feed(fragment)
        parser.close()
    except (AssertionError, ValueError) as error:  # what the parser says of broken declarations
        raise Unread("damaged", reason=type(error).__name__) from None
