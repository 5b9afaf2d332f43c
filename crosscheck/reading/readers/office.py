"""What Word and OpenDocument share: properties that are shown and not believed, and remarks."""

from crosscheck.models import Fact
from crosscheck.reading.draft import Remark, Unread
from crosscheck.reading.readers.xml import local, parse

_PROPERTIES = {
    "title": "title", "created": "published", "creation-date": "published",
    "modified": "modified", "date": "modified",
}  # fmt: skip
"""Properties of documents and the field that they would be, were they believed."""


def properties(data: bytes | None) -> tuple[Fact, ...]:
    """What the properties say: shown, never used, since a file outlives what it was made for."""
    if data is None:
        return ()
    try:
        root = parse(data)
    except Unread:
        return ()
    return tuple(
        Fact(_PROPERTIES[local(e)], e.text.strip()[:200], f"properties {local(e)}", used=False)
        for e in root.iter()
        if local(e) in _PROPERTIES and e.text and e.text.strip()
    )


def change_remarks(
    *, inserted: int, deleted: int, comments: int, hidden: bool
) -> tuple[Remark, ...]:
    """What is told of tracked changes, comments and hidden text."""
    found = []
    if inserted or deleted:
        counts = (("inserted", str(inserted)), ("deleted", str(deleted)))
        found.append(Remark("tracked", counts))
    if comments:
        found.append(Remark("comments", (("count", str(comments)),)))
    if hidden:
        found.append(Remark("hidden"))
    return tuple(found)
