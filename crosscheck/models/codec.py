"""Records as plain JSON values, and back exactly: what an archive or a cache keeps of a claim.

>>> from datetime import date
>>> from crosscheck.models import Article
>>> article = Article("a", "Bonjour.", published=date(2025, 6, 23))
>>> to_plain(article)
{'id': 'a', 'text': 'Bonjour.', 'published': '2025-06-23'}
>>> from_plain(Article, to_plain(article)) == article
True

A field that has its default is left out. Where a field may hold several records (the value of a
claim), the name of the record stands under « is ».
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin

from crosscheck.models.hints import only, parts_of, records_of, typed

_Record = TypeVar("_Record")
_Step = Callable[[Any], Any]
"""What makes one value of another."""


def to_plain(record: object) -> dict[str, Any]:
    """A record as a dictionary that JSON can hold; sets are sorted, so that bytes are the same."""
    return cast(dict[str, Any], _writer(cast(Any, type(record)))(record))


def from_plain(kind: type[_Record], plain: dict[str, Any]) -> _Record:
    """The record that `to_plain` was given.

    Raises `KeyError`, `TypeError` or `ValueError` for what is none.
    """
    return cast(_Record, _reader(cast(Any, kind))(plain))


@cache
def _writer(kind: Any) -> _Step:
    """What writes a value of a type."""
    if is_dataclass(kind):
        return _record_writer(cast(type, kind))
    parts = parts_of(kind)
    if len(records_of(parts)) > 1:
        return _tagged
    if len(parts) > 1:  # « X | None »
        return _unless_none(_writer(only(parts)))
    origin, inside = get_origin(kind), get_args(kind)
    if origin is frozenset:
        return sorted
    if origin is tuple:
        each = [_writer(part) for part in inside if part is not Ellipsis]
        if inside[-1] is Ellipsis:
            return lambda value: [each[0](item) for item in value]
        return lambda value: [step(item) for step, item in zip(each, value, strict=True)]
    return _WRITTEN.get(kind, _same)


@cache
def _reader(kind: Any) -> _Step:
    """What reads a value of a type back."""
    if is_dataclass(kind):
        return _record_reader(cast(type, kind))
    parts = parts_of(kind)
    if len(records_of(parts)) > 1:
        known = {part.__name__: _reader(part) for part in records_of(parts)}
        return lambda plain: known[plain["is"]](plain)
    if len(parts) > 1:
        return _unless_none(_reader(only(parts)))
    if get_origin(kind) is frozenset:
        return frozenset
    if get_origin(kind) is tuple:
        return _tuple_reader(get_args(kind))
    return _READ.get(kind, _same)


def _tuple_reader(inside: tuple[Any, ...]) -> _Step:
    """Reads a tuple back, of one length (`tuple[str, int]`) or of any (`tuple[str, ...]`)."""
    each = [_reader(part) for part in inside if part is not Ellipsis]
    if all(step is _same for step in each):
        return tuple
    if inside[-1] is Ellipsis:
        return lambda plain: tuple(map(each[0], plain))
    return lambda plain: tuple([step(item) for step, item in zip(each, plain, strict=True)])


def _record_writer(kind: type) -> _Step:
    """Writes the fields of a record that have not their default."""
    rows: list[tuple[str, _Step, object]] = []

    def write(record: object) -> dict[str, Any]:
        if not rows:  # not before all is known: a record may hold one of its own sort
            for field, hint in typed(kind):
                step = _writer(hint)
                rows.append((field.name, step, _default(field, step)))
        held = ((name, step(getattr(record, name)), default) for name, step, default in rows)
        return {name: value for name, value, default in held if value != default}

    return write


def _record_reader(kind: type) -> _Step:
    """Reads a record; what is not there has its default. What JSON holds as it is, is left so."""
    steps: list[tuple[str, _Step]] = []
    known = False

    def read(plain: dict[str, Any]) -> object:
        nonlocal known
        if not known:  # not before all is known: a record may hold one of its own sort
            readers = ((field.name, _reader(hint)) for field, hint in typed(kind))
            steps.extend((name, step) for name, step in readers if step is not _same)
            known = True
        held = plain.copy()
        held.pop("is", None)
        for name, step in steps:
            if name in held:
                held[name] = step(held[name])
        return kind(**held)

    return read


def _tagged(value: object) -> dict[str, Any]:
    return {"is": type(value).__name__, **to_plain(value)}


def _unless_none(step: _Step) -> _Step:
    return lambda value: None if value is None else step(value)


def _same(value: Any) -> Any:
    return value


def _default(field: Field[Any], step: _Step) -> object:
    """The default of a field as it is written; what equals nothing where it has none."""
    return object() if field.default is MISSING else step(field.default)


_WRITTEN: dict[Any, _Step] = {Decimal: str, date: date.isoformat}
_READ: dict[Any, _Step] = {Decimal: Decimal, date: date.fromisoformat}
"""How the values that JSON does not know are written and read; all others stay as they are."""
