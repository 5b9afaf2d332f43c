"""What read an article for claims: the model, the words of the rules and this programme.

>>> words = stamp()[1]
>>> words.startswith("fr_core_news_md 3.8.0")
True
"""

from functools import cache
from hashlib import sha256
from pathlib import Path

from crosscheck.nlp import MODEL, VERSION
from crosscheck.rules import remembered, rule_files

_PACKAGE = Path(__file__).parent.parent
_READS = ("values.py", "measures.py", "models", "nlp", "reading", "expressions", "claims")
"""The rooms whose code decides which claims an article makes."""
_MESSAGES = b'kind = "messages"'
"""Rules that say things to people and decide nothing."""


@remembered
def stamp() -> tuple[str, str]:
    """A digest of all that decides what is read of an article, and the same in words."""
    words_of_rules = [path.read_bytes() for _, path in sorted(rule_files().items())]
    rules = _digest([data for data in words_of_rules if _MESSAGES not in data])
    code = _code()
    words = f"{MODEL} {VERSION}, règles {rules[:8]}, programme {code[:8]}"
    return _digest([words.encode(), rules.encode(), code.encode()])[:16], words


@cache
def _code() -> str:
    """A digest of the code that reads."""
    rooms = [_PACKAGE / name for name in _READS]
    files = [file for room in rooms for file in (room, *sorted(room.rglob("*.py")))]
    return _digest([file.read_bytes() for file in files if file.is_file()])


def _digest(parts: list[bytes]) -> str:
    whole = sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()
