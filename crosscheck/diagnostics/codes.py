"""The codes of all that `crosscheck check` can say. A code never changes what it means.

>>> code_of_finding("conflict", "count").name, code_of_check("calendar.weekday").code
('conflict.count', 'I101')

The letter is the verdict (`I`: inside one article, `N`: a note of the editor's), the first digit
the family, so that `C` selects every conflict and `C1` those about numbers. What a code means is
said in `rules/fr/codes.toml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.models import Kind, Severity, VerdictName


@dataclass(frozen=True, slots=True)
class Code:
    """`Code("C101", "conflict.count")`: what is printed, and the same in words."""

    code: str
    name: str
    severity: Severity | None = None
    """How much it matters, where the finding itself does not tell."""

    @property
    def family(self) -> str:
        """The verdict, or the family of the rule: « conflict », « calendar »."""
        return self.name.partition(".")[0]

    @property
    def inner(self) -> bool:
        """Whether it is about one article alone."""
        return self.code[0] in "IN"


VERDICT_LETTERS: dict[VerdictName, str] = {
    "conflict": "C",
    "disputed": "D",
    "updated": "U",
    "compatible": "P",
    "agree": "A",
    "single": "S",
}
"""« P » for *précision*: a compatible finding is one of precision."""
KIND_NUMBERS: dict[Kind, str] = {
    "count": "101",
    "money": "102",
    "percentage": "103",
    "duration": "104",
    "ordinal": "105",
    "measure": "106",
    "age": "107",
    "date": "201",
    "role": "301",
    "name": "302",
    "quote": "303",
}
"""1 for numbers, 2 for dates, 3 for words."""
RULES: dict[str, tuple[str, Severity]] = {
    "calendar": ("I100", "medium"),
    "calendar.weekday": ("I101", "high"),
    "calendar.impossible": ("I102", "high"),
    "calendar.order": ("I103", "high"),
    "calendar.length": ("I104", "medium"),
    "enumeration": ("I200", "medium"),
    "enumeration.count": ("I201", "high"),
    "enumeration.rank": ("I202", "medium"),
    "status": ("I300", "medium"),
    "status.draft-signed": ("I301", "medium"),
    "status.visit": ("I302", "medium"),
    "arithmetic": ("I400", "medium"),
    "arithmetic.sum": ("I401", "high"),
    "arithmetic.exceeds": ("I402", "high"),
    "arithmetic.tally": ("I403", "high"),
    "arithmetic.percent": ("I404", "high"),
    "arithmetic.share": ("I405", "medium"),
    "arithmetic.conversion": ("I406", "medium"),
    "arithmetic.change": ("I407", "medium"),
    "arithmetic.difference": ("I408", "medium"),
    "arithmetic.direction": ("I409", "medium"),
    "arithmetic.product": ("I410", "medium"),
    "repetition": ("I500", "medium"),
    "repetition.figure": ("I501", "high"),
    "repetition.cumul": ("I502", "medium"),
    "acronyms": ("I600", "medium"),
    "acronyms.two": ("I601", "high"),
    "ages": ("I700", "medium"),
    "ages.birth": ("I701", "medium"),
    "ages.edition": ("I702", "medium"),
    "ages.anniversary": ("I703", "medium"),
    "results": ("I800", "medium"),
    "results.vote": ("I801", "high"),
    "results.score": ("I802", "high"),
    "inner": ("I000", "medium"),
    "notation.no-reason": ("N101", "medium"),
    "notation.unknown-code": ("N102", "medium"),
}
"""Rules about one article; a family stands for those of its rules that have no code yet."""
FALLBACK = "inner"


def _all() -> Iterator[Code]:
    for verdict, letter in VERDICT_LETTERS.items():
        for kind, number in KIND_NUMBERS.items():
            yield Code(letter + number, f"{verdict}.{kind}")
    for name, (code, severity) in RULES.items():
        yield Code(code, name, severity)


CODES: dict[str, Code] = {code.code: code for code in _all()}
"""Every code, by what is printed."""
BY_NAME: dict[str, Code] = {code.name: code for code in CODES.values()}


def code_of_finding(verdict: VerdictName, kind: Kind) -> Code:
    """`code_of_finding("conflict", "money").code` is « C102 »."""
    return BY_NAME[f"{verdict}.{kind}"]


def code_of_check(rule: str) -> Code:
    """`code_of_check("arithmetic.sum").code` is « I401 »; an unknown rule gets its family's."""
    parts = rule.split(".")
    names = (".".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((BY_NAME[name] for name in names if name in BY_NAME), BY_NAME[FALLBACK])


def codes_called(name: str) -> tuple[Code, ...]:
    """The codes that a prefix, a name or a family stands for; none when nobody is called that.

    >>> [code.code for code in codes_called("I1")], codes_called("conflict")[0].code
    (['I100', 'I101', 'I102', 'I103', 'I104'], 'C101')
    """
    if name == "ALL":
        return tuple(CODES.values())
    if name == "check":
        return tuple(code for code in CODES.values() if code.inner)
    if name[:1].isupper():
        return tuple(code for code in CODES.values() if code.code.startswith(name))
    return tuple(c for c in CODES.values() if name and name in (c.name, c.family))
