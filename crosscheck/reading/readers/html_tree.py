"""A page as a tree: parsed once, measured in one pass, never recursed into."""

import re
from typing import Any

import lxml.etree
import lxml.html

from crosscheck.reading.decode import Decoded, decode
from crosscheck.reading.draft import Unread

Tree = Any
"""An element of lxml, which has no types of its own."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_PROLOG = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_RUN = 40
"""Least characters of a text between two tags that reads as prose."""
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")


def decode_page(data: bytes, declared: str = "") -> Decoded:
    """The characters of a page; `declared` is what came with it, before what it says itself.

    >>> decode_page('<meta charset="iso-8859-1"><p>Été'.encode("cp1252")).source
    'declared'
    """
    head = data[:4096]
    said = _CHARSET.search(head) or _PROLOG.search(head)
    return decode(data, declared or (said[1].decode("ascii", "replace") if said else ""))


def page_tree(text: str) -> Tree:
    """The root of a page. Raises `Unread` when there is nothing in it."""
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", text)
    try:
        root = lxml.html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        raise Unread("no_text") from None
    if root is None or not any(True for _ in root.iter("*")):
        raise Unread("no_text")
    return root


def words_of(element: Tree) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def name_of(element: Tree) -> str:
    """Class, id and role of an element as plain words with blanks around them.

    >>> import lxml.html
    >>> name_of(lxml.html.fromstring('<div class="mostRead c-side_bar" id="x">'))
    ' most read c side bar x '
    """
    said = " / ".join(element.get(key) or "" for key in ("class", "id", "data-component"))
    words = re.split(r"[^0-9A-Za-zÀ-ÿ/]+", _CAMEL.sub(" ", said[:400]))
    return f" {' '.join(word.lower() for word in words if word not in {'', '/'})} "


class Measures:
    """How much of what each element holds; made in one pass from the last element to the first.

    Has state: figures by element, as the tree was when it was measured.
    """

    def __init__(self, root: Tree) -> None:
        self._elements = list(root.iter("*"))  # kept, so that elements keep their identity
        self.words: dict[Tree, int] = {}
        self.linked: dict[Tree, int] = {}
        self.prose: dict[Tree, int] = {}
        self.links: dict[Tree, int] = {}
        for element in reversed(self._elements):
            self._measure(element)

    def _measure(self, element: Tree) -> None:
        words = len((element.text or "").strip())
        prose = words if words >= _RUN else 0
        linked = links = 0
        for child in element:
            tail = len((child.tail or "").strip())
            words += self.words.get(child, 0) + tail
            prose += self.prose.get(child, 0) + (tail if tail >= _RUN else 0)
            linked += self.linked.get(child, 0)
            links += self.links.get(child, 0)
        if element.tag == "a":
            prose, linked, links = 0, words, links + 1
        elif element.tag in {"script", "style", "noscript", "template", "head"}:
            words = prose = linked = links = 0
        self.words[element], self.prose[element] = words, prose
        self.linked[element], self.links[element] = linked, links

    def link_share(self, element: Tree) -> float:
        """The share of the characters that are links."""
        return self.linked.get(element, 0) / max(self.words.get(element, 0), 1)
