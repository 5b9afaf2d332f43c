"""The words of an e-mail: lines put together again, what was quoted and the signature set apart."""

import re

from crosscheck.reading.readers.building import Building

_QUOTED = re.compile(
    r"^(?:>|-{2,}\s*(?:message d'origine|message transféré|original message|forwarded message)"
    r"|(?:le|on)\s.{5,120}\s(?:a écrit|wrote)\s*:\s*$|_{10,}$)",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^--\s?$")
_ITEM = re.compile(r"^\s*(?:[-*•–—·]|\d{1,2}[.)])\s")
_FULL = 55
"""Least characters of a line that was broken because it was full."""


def add_mail_text(building: Building, text: str, *, flowed: bool = False) -> None:
    """The paragraphs of a plain body; quoted mail and signature are boilerplate.

    >>> made = Building()
    >>> add_mail_text(made, "Douze morts.\\n\\n> Et hier ?\\n"); [b.kind for b in made.blocks]
    ['boilerplate']
    """
    around = False
    held: list[str] = []

    def close() -> None:
        if held:
            building.add(" ".join(held), "boilerplate" if around else None)
            held.clear()

    previous = ""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        apart = bool(_SIGNATURE.match(line)) or bool(_QUOTED.match(line.strip()))
        if apart and not around:
            close()
            around = True
        if not line.strip() or _ITEM.match(line) or not _goes_on(previous, line, flowed):
            close()
        if line.strip():
            held.append(line.strip().lstrip(">").strip())
        previous = line
    close()


def _goes_on(before: str, line: str, flowed: bool) -> bool:
    """Whether a line was broken off the one before."""
    if flowed:
        return before.endswith(" ") and before != "-- "
    return len(before.rstrip()) >= _FULL and not before.rstrip().endswith(":")
