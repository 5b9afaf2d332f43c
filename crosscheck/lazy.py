"""Names of a room that are looked up on first use, so that who takes one does not load them all.

>>> find = lazily("crosscheck.matching", {"group_claims": "align"})
>>> find("group_claims").__module__
'crosscheck.matching.align'
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazily(room: str, names: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package: for each of its names, the module in it that has it.

    `__getattr__ = lazily(__name__, {"judge": "verdicts"})`; raises `AttributeError` for others.
    """

    def find(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        return getattr(import_module(f"{room}.{names[name]}"), name)

    return find
