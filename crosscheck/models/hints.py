"""What the types of a record's fields stand for, as `codec` and `packing` ask it.

>>> parts_of(int | None), only(parts_of(int | None))
((<class 'int'>, <class 'NoneType'>), <class 'int'>)
"""

import types
from dataclasses import Field, fields, is_dataclass
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Days = tuple[date, date] | None
"""From a day to a day, as far as that is known."""


def typed(kind: type) -> list[tuple[Field[Any], Any]]:
    """The fields of a record, each with its type."""
    hints = get_type_hints(kind)
    return [(field, hints[field.name]) for field in fields(kind)]


def parts_of(kind: Any) -> tuple[Any, ...]:
    """The types that a type stands for: one, but for « X | Y »."""
    if get_origin(kind) in (Union, types.UnionType):
        return get_args(kind)
    return (str,) if get_origin(kind) is Literal else (kind,)


def records_of(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Those of some types that are records."""
    return tuple(part for part in parts if is_dataclass(part))


def only(parts: tuple[Any, ...]) -> Any:
    """The one type of « X | None »."""
    (kind,) = (part for part in parts if part is not type(None))
    return kind
