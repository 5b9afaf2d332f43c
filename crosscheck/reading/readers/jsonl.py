"""JSON lines: one article a line, as exports of archives have it.

>>> read(b'{"title": "Crues", "text": "Douze morts."}\\n', Limits())[0].part
('line', (('number', '1'),))
"""

from crosscheck.reading.decode import decode
from crosscheck.reading.draft import Failed, Outcome, Unread, part_name
from crosscheck.reading.messages import megabytes
from crosscheck.reading.readers.ninjs import draft_of, load
from crosscheck.settings import Limits


def read(data: bytes, limits: Limits) -> tuple[Outcome, ...]:
    """The articles of a file of lines; one that cannot be read does not hide the others.

    Raises `Unread` when there are none, or too many.
    """
    outcomes: list[Outcome] = []
    for number, line in enumerate(_lines(data), 1):
        if not line.strip():
            continue
        if len(outcomes) >= limits.articles:
            outcomes.append(Failed("too_many_articles", (("limit", str(limits.articles)),)))
            break
        outcomes.append(_line(line, number, limits))
    if not outcomes:
        raise Unread("no_items")
    first = outcomes[0]
    if isinstance(first, Failed) and all(isinstance(outcome, Failed) for outcome in outcomes):
        raise Unread(first.key, **dict(first.places))  # one reason for a file that is no JSONL
    return tuple(outcomes)


def _lines(data: bytes) -> list[bytes]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = decode(data).text.encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf").split(b"\n")


def _line(line: bytes, number: int, limits: Limits) -> Outcome:
    part = ("line", (("number", str(number)),))
    if len(line) > limits.record:
        limit = megabytes(limits.record)
        return Failed("record_too_long", (("part", part_name(part)), ("limit", limit)))
    try:
        record = load(decode(line).text)
        if not isinstance(record, dict):
            return Failed("no_json_article", (), part)
        return draft_of(record, "jsonl", limits, part)
    except Unread as reason:
        return Failed(reason.key, reason.places, part)
