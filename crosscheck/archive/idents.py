"""Words as numbers that tables can be joined by.

>>> ident("nom", "mali") == ident("nom", "mali") != ident("mot", "mali")
True
"""

from functools import lru_cache
from hashlib import blake2b

BITS = 63
"""Of a number: Parquet, SQLite, DuckDB and Spark share signed integers of 64."""


@lru_cache(maxsize=1 << 17)
def ident(*parts: str) -> int:
    """A number from 1 to 2**63 - 1 that stands for some words; 0 is left for « not told ».

    The first bits of a digest: the same on every machine and in every release.
    """
    text = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return (int.from_bytes(blake2b(text, digest_size=8).digest(), "big") >> 1) or 1
