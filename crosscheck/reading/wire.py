"""Drafts as bytes, between the process that reads and the one that asks.

JSON and nothing richer, since what comes back was made of bytes that nobody trusts.

>>> unpack(pack([Draft("Douze morts.")])) == (Draft("Douze morts."),)
True
"""

import json
import struct
from collections.abc import Sequence
from dataclasses import asdict
from typing import IO, Any

from crosscheck.models import Block, Fact, LeftOut
from crosscheck.reading.draft import Draft, Failed, Outcome, Places, Remark

_LENGTH = struct.Struct(">Q")
"""How long what follows is, before each piece that is sent."""


def pack(outcomes: Sequence[Outcome]) -> bytes:
    """What a reader gave, as JSON."""
    rows = [{"kind": type(outcome).__name__, **asdict(outcome)} for outcome in outcomes]
    return json.dumps(rows, ensure_ascii=True).encode("ascii")


def unpack(data: bytes) -> tuple[Outcome, ...]:
    """What `pack` made bytes of."""
    return tuple(_outcome(row) for row in json.loads(data))


def _outcome(row: dict[str, Any]) -> Outcome:
    part = (row["part"][0], _places(row["part"][1])) if row["part"] else None
    if row["kind"] == "Failed":
        return Failed(row["key"], _places(row["places"]), part)
    return Draft(
        text=row["text"],
        format=row["format"],
        facts=tuple(Fact(**fact) for fact in row["facts"]),
        blocks=tuple(Block(**block) for block in row["blocks"]),
        place_unit=row["place_unit"],
        marks=tuple(row["marks"]),
        remarks=tuple(Remark(r["key"], _places(r["places"])) for r in row["remarks"]),
        left_out=tuple(LeftOut(**left) for left in row["left_out"]),
        part=part,
    )


def _places(rows: list[list[str]]) -> Places:
    return tuple((str(name), str(value)) for name, value in rows)


def send(stream: IO[bytes], data: bytes) -> None:
    """One piece, its length first."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes], most: int | None = None) -> bytes:
    """One piece; nothing when the other side is gone, or would send more than `most`."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    if most is not None and length > most:
        return b""
    data = stream.read(length)
    return data if len(data) == length else b""
