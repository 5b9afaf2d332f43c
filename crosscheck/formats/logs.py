"""What keeps an article from speaking to a build service through a log that prints our texts.

Some services obey « ##[command] » and « ##vso[task] » anywhere in a line, so two number signs never
stand side by side in what `check` writes; where the format has escapes, the value stays the same.

>>> print(to_json(["##[error]"]), end="")
[
  "#\\u0023[error]"
]
"""

import json
import re
import unicodedata

_UNSEEN = re.compile(r"[^\x20-\x7e\n]")
_PARTED = "#\u202f#"


def in_line(text: str) -> str:
    """A line of a log: « ## » parted by a narrow space."""
    return re.sub("#(?=#)", _PARTED[:2], text)


def in_xml(text: str) -> str:
    """An XML document: `in_xml("<a>##</a>")` is « <a>#&#35;</a> »."""
    return re.sub("(?<=#)#", "&#35;", text)


def to_json(value: object) -> str:
    """JSON that people can read, with an escape for all that is not seen or that a log obeys."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    text = _UNSEEN.sub(lambda found: _escaped(found[0]), text)
    return re.sub("(?<=#)#", r"\\u0023", text) + "\n"


def _escaped(char: str) -> str:
    if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i] << 8 | units[i + 1]:04x}" for i in range(0, len(units), 2))
