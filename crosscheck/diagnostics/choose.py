"""Which diagnostics are told, and which of them stop a run: `--select`, `--ignore`, `--fail-on`.

>>> Choice(fail_on=("conflict:high",)).fails("C101", "medium")
False

Without `--select`, what is told is what fails: a first run is near silent. An article is told a few
things at a time, the gravest first; what is one mistake, or stands on one line of an article that
has too many, is told together (`together`); how many were held back is counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from crosscheck.diagnostics.codes import CODES, codes_called
from crosscheck.diagnostics.records import Diagnostic, Level, Standing
from crosscheck.diagnostics.together import one_mistake, within
from crosscheck.models import Severity, VerdictName

GRAVITY: tuple[VerdictName, ...] = ("conflict", "disputed", "updated", "compatible")
"""Verdicts that `--fail-on` can name, gravest first; each stands for itself and those before."""
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
DEFAULT_FAIL_ON = ("conflict", "check")
"""Sources that cannot both be right, and an article that contradicts itself. On the labelled
stories the others (disputes, updates, precision) are more than both together, and no error."""
DEFAULT_MOST = 3
STANDINGS: tuple[Standing, ...] = ("alone", "backed", "aside")
NO_DIFFERENCE = ("agree", "single")
"""Families of codes that tell of no difference; they are told when asked for by name."""


class UnknownTerm(Exception):
    """A code, verdict or severity that nobody is called; says what was expected."""

    def __init__(self, term: str, expected: str) -> None:
        super().__init__(f"« {term} » inconnu ; attendu {expected}")
        self.term, self.expected = term, expected


@dataclass(frozen=True, slots=True)
class Choice:
    """What a user asked for: `Choice(select=("C", "calendar"), ignore=("C105",))`."""

    select: tuple[str, ...] = ()
    """Prefixes or names of codes; empty: what fails."""
    ignore: tuple[str, ...] = ()
    fail_on: tuple[str, ...] = DEFAULT_FAIL_ON
    """Verdicts (each with the graver ones), severities, `verdict:severity`, `check`, codes."""
    most: int = DEFAULT_MOST
    """Most diagnostics told of one article; 0: all."""

    def fails(self, code: str, severity: Severity) -> bool:
        """Whether a diagnostic of that code and severity stops the run."""
        return any(_fails(term, code, severity) for term in self.fail_on)

    def selects(self, code: str, severity: Severity) -> bool:
        """Whether it is told at all."""
        if any(code in _codes(name) for name in self.ignore):
            return False
        if not self.select:
            return self.fails(code, severity)
        return any(code in _codes(name) for name in self.select)

    def check(self) -> None:
        """Raises `UnknownTerm` for the first word that means nothing."""
        for name in (*self.select, *self.ignore):
            if not codes_called(name):
                raise UnknownTerm(name, "un code (C101), son début (C1), un nom (calendar) ou ALL")
        for term in self.fail_on:
            head, colon, severity = term.partition(":")
            known = head in GRAVITY or head in SEVERITIES or codes_called(head)
            if not known or (colon and severity not in SEVERITIES):
                raise UnknownTerm(
                    term,
                    f"{', '.join((*GRAVITY, 'check', *SEVERITIES))}, verdict:gravité ou un code",
                )


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is told, with its levels, and what is not."""

    told: tuple[Diagnostic, ...]
    fails: bool
    """Whether one of them stops the run, be it told or held back."""
    beyond: int
    """How many were held back, since their article had enough."""
    other: int
    """How many differences were not asked for."""


def choose(diagnostics: Iterable[Diagnostic], choice: Choice) -> Chosen:
    """What a user asked to be told, in the order given; see `Choice`."""
    every = tuple(diagnostics)
    wanted = [replace(d, level=_level(d, choice)) for d in every if _wanted(d, choice)]
    told = within(one_mistake(wanted), choice.most, _gravity)
    differing = sum(CODES[d.code].family not in NO_DIFFERENCE for d in every)
    return Chosen(
        told=tuple(told),
        fails=any(d.level == "error" for d in wanted),
        beyond=len(wanted) - sum(1 + len(d.also) for d in told),
        other=max(differing - len(wanted), 0),
    )


def _wanted(diagnostic: Diagnostic, choice: Choice) -> bool:
    return _confirmed(diagnostic) or choice.selects(diagnostic.code, diagnostic.severity)


def _confirmed(diagnostic: Diagnostic) -> bool:
    found = diagnostic.suppression
    return found is not None and found.decision == "confirmed"


def _level(diagnostic: Diagnostic, choice: Choice) -> Level:
    if _confirmed(diagnostic) or choice.fails(diagnostic.code, diagnostic.severity):
        return "error"
    return "warning" if diagnostic.severity in ("high", "medium") else "note"


def _gravity(diagnostic: Diagnostic) -> tuple[bool, bool, int, bool, int, int, int, int]:
    """What sorts those of one article: what fails first, conflicts before what is inside it.

    Sources at odds come before slips, since a slip is seen again when the article is next read;
    among them those in which one side looks like a slip of the other, which are the surest; and
    what the article tells alone before what others tell with it, or differ on without it, since it
    is this article that is being written. Of equals, what most sources speak of.
    """
    levels = ("high", "medium", "low", "none")
    family = CODES[diagnostic.code].family
    rank = GRAVITY.index(family) if family in GRAVITY else len(GRAVITY)
    first = 0 if family == "conflict" else 1
    return (
        not _confirmed(diagnostic),
        diagnostic.level != "error",
        first,
        not diagnostic.sure,
        STANDINGS.index(diagnostic.standing),
        levels.index(diagnostic.severity),
        rank,
        -diagnostic.sources,
    )


def _codes(name: str) -> frozenset[str]:
    return frozenset(code.code for code in codes_called(name))


def _fails(term: str, code: str, severity: Severity) -> bool:
    """Whether one word of `--fail-on` names a diagnostic."""
    head, _, least = term.partition(":")
    if head in SEVERITIES:
        return _at_least(severity, head)
    if least and not _at_least(severity, least):
        return False
    if head in GRAVITY:
        return CODES[code].family in GRAVITY[: GRAVITY.index(head) + 1]
    return code in _codes(head)


def _at_least(severity: Severity, least: str) -> bool:
    return severity in SEVERITIES and SEVERITIES.index(severity) <= SEVERITIES.index(least)
