"""Records of the words and numbers that `packing` makes of them.

>>> from crosscheck.models import Place
>>> unpacked(Place, ["unit", "page", "number"], [0, 0, 1, 2, 0, 1, 2, 3])
(Place(unit='page', number=3, column=0),)
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, Field, dataclass, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from itertools import islice, repeat
from typing import Any, TypeVar, cast, get_args, get_origin

from crosscheck.making import making
from crosscheck.models.hints import Days, only, parts_of, records_of, typed

_Record = TypeVar("_Record")
_LATELY = 4096
"""Numbers and days that are remembered, since the same few come again and again."""
_Read = Callable[[int, "_Held"], Iterable[Any]]
"""Reads so many values: their numbers at once, since those of the next column follow."""


@dataclass(slots=True)
class _Held:
    """What is read, and what a number stands for. `at` moves on: columns follow each other."""

    numbers: Sequence[int]
    word: Callable[[int], str]
    set: Callable[[int], frozenset[str]]
    span: Callable[[int], Days]
    at: int = 0

    def next(self, count: int) -> Sequence[int]:
        """So many numbers more. Raises `ValueError` where there are fewer."""
        start = self.at
        self.at = end = start + count
        if end > len(self.numbers):
            raise ValueError(count)
        return self.numbers[start:end]

    def one(self) -> int:
        """One number more. Raises `LookupError` where there is none."""
        number = self.numbers[self.at]
        self.at += 1
        return number


def unpacked(
    kind: type[_Record], words: Sequence[str], numbers: Iterable[int]
) -> tuple[_Record, ...]:
    """The records that `packed` was given.

    Raises `LookupError`, `TypeError` or `ValueError` for what are none.
    """
    held = _Held(list(numbers), words.__getitem__, _nothing, _nothing)
    held.set = list(map(frozenset, _reader(tuple[str, ...])(held.one(), held))).__getitem__
    held.span = list(_optional_reader(_reader(tuple[date, date]))(held.one(), held)).__getitem__
    return tuple(_reader(cast(Any, kind))(held.one(), held))


def _nothing(number: int) -> Any:
    raise LookupError(number)


@cache
def _reader(kind: Any) -> _Read:
    """What reads values of a type back."""
    if kind in _READ:
        return _READ[kind]
    if is_dataclass(kind):
        return _record_reader(cast(type, kind))
    parts = parts_of(kind)
    if len(records_of(parts)) > 1:
        return _union_reader(records_of(parts))
    if len(parts) > 1:
        return _optional_reader(_reader(only(parts)))
    if get_origin(kind) is tuple:
        return _tuple_reader(get_args(kind))
    return _READ[parts[0]]


def _record_reader(kind: type) -> _Read:
    """Makes records of their columns; what is not there has its default."""
    assert not hasattr(kind, "__post_init__")
    columns_of: dict[str, _Column] = {}
    made_of: Callable[..., Any] = making(kind)

    def read(count: int, held: _Held) -> Iterable[Any]:
        if not columns_of:  # not before all is known: a record may hold one of its own sort
            columns_of.update((each.name, _Column.of(each, hint)) for each, hint in typed(kind))
        absent, columns = columns_of.copy(), dict[str, Iterable[Any]]()
        for _ in range(held.one()):
            name = held.word(held.one())
            columns[name] = absent.pop(name).read(count, held)
        for name, column in absent.items():
            if column.default is MISSING and count:
                raise LookupError(name)
            columns[name] = repeat(column.default, count)
        return map(made_of, *map(columns.__getitem__, columns_of))

    return read


@dataclass(frozen=True, slots=True)
class _Column:
    """How a field of a record is read, and what it is where it is not there."""

    read: _Read
    default: Any

    @classmethod
    def of(cls, each: Field[Any], hint: Any) -> "_Column":
        return cls(_reader(hint), each.default)


def _union_reader(kinds: Sequence[type]) -> _Read:
    def read(count: int, held: _Held) -> Iterable[Any]:
        sorts = list(map(held.word, held.next(count)))
        following = {
            kind.__name__: iter(_reader(kind)(number, held)).__next__
            for kind in kinds
            if (number := sorts.count(kind.__name__))
        }
        return [following[sort]() for sort in sorts]

    return read


def _optional_reader(read: _Read) -> _Read:
    def read_some(count: int, held: _Held) -> Iterable[Any]:
        there = held.next(count)
        number = sum(there)
        found = read(number, held)
        if number == count:
            return found
        following = iter(found).__next__
        return [following() if flag else None for flag in there]

    return read_some


def _tuple_reader(inside: tuple[Any, ...]) -> _Read:
    def read_long(count: int, held: _Held) -> Iterable[Any]:
        lengths = held.next(count)
        items = iter(_reader(inside[0])(sum(lengths), held))
        return [tuple(islice(items, length)) for length in lengths]

    def read_short(count: int, held: _Held) -> Iterable[Any]:
        return zip(*[_reader(part)(count, held) for part in inside], strict=True)

    return read_long if inside[-1] is Ellipsis else read_short


_number, _day = lru_cache(_LATELY)(Decimal), lru_cache(_LATELY)(date.fromisoformat)
_READ: dict[Any, _Read] = {
    int: lambda count, held: held.next(count),
    bool: lambda count, held: map(bool, held.next(count)),
    str: lambda count, held: map(held.word, held.next(count)),
    Decimal: lambda count, held: map(_number, map(held.word, held.next(count))),
    date: lambda count, held: map(_day, map(held.word, held.next(count))),
    frozenset[str]: lambda count, held: map(held.set, held.next(count)),
    Days: lambda count, held: map(held.span, held.next(count)),
}
"""How the values that are no records are read."""
