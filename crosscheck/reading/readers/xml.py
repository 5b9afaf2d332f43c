"""XML from strangers: no DTD, no entity, no depth without end; what is read is only the tree.

>>> parse(b"<a xmlns='urn:x'><b>12</b></a>")[0].tag
'{urn:x}b'
"""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from crosscheck.reading.draft import Unread

DEEPEST = 500
MOST = 2_000_000
"""Elements of a document."""


class _Refused(Exception):
    """Thrown out of the parser's callbacks."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def parse(data: bytes, encoding: str | None = None) -> Element:
    """The root element; names of namespaces in braces. Raises `Unread`."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(encoding, "}")
    parser.buffer_text = True
    parser.ordered_attributes = True
    _listen(parser, builder)
    try:
        parser.Parse(data, True)
        return builder.close()
    except _Refused as refused:
        raise Unread(refused.key) from None
    except expat.ExpatError as error:
        raise Unread("not_xml", line=str(error.lineno)) from None
    except (AssertionError, LookupError, ValueError):  # unfinished tree, unknown encoding
        raise Unread("not_xml", line="1") from None


def _listen(parser: Any, builder: TreeBuilder) -> None:
    depth, count = 0, 0

    def name(text: str) -> str:
        return "{" + text if "}" in text else text

    def start(tag: str, attributes: list[str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEEPEST or count > MOST:
            raise _Refused("too_deep")
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        builder.start(name(tag), {name(key): value for key, value in pairs})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name(tag))

    def refuse(*_: object) -> None:
        raise _Refused("dtd")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    for handler in ("StartDoctypeDeclHandler", "EntityDeclHandler", "ExternalEntityRefHandler"):
        setattr(parser, handler, refuse)


def local(element: Element) -> str:
    """The name of an element without its namespace: `p` for `{…}p`."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """The value of an attribute, whatever its namespace; nothing where there is none."""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def walk(element: Element, enter: Callable[[Element], bool]) -> None:
    """Calls `enter` on each element in order; goes into those for which it says so."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if enter(one):
            waiting.extend(reversed(one))
