"""Decisions laid over diagnostics: suppressed, stale, expired, unused."""

from datetime import date

import pytest

from crosscheck.decisions import Decision, Scene, decide, notes_in
from crosscheck.diagnostics import Diagnostic, Place

TODAY = date(2025, 6, 25)
PATHS = {"a": "brouillons/a.md"}
FOUND = Diagnostic(
    "C101", "…", Place("a", 9, 14, 3, 1, 3, 6, "douze"), (), "high", "morts", ("douze",),
    "3f2a9c1081b7d6e5", "f1",
)  # fmt: skip


def accepted(fingerprint: str = FOUND.fingerprint, **more: object) -> Decision:
    fields: dict[str, object] = {"decision": "accepted", "reason": "vu", "article": PATHS["a"]}
    return Decision(fingerprint, **fields | more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("decision", "quiet"),
    [
        (accepted(), True),
        (accepted(decision="rejected"), True),
        (accepted(decision="confirmed"), False),
        (accepted(until=TODAY), True),
        (accepted(until=date(2025, 6, 24)), False),
        (accepted("autre"), False),
        (accepted(article="brouillons/b.md"), False),
        (accepted(article=""), True),
    ],
)
def test_what_a_decision_suppresses(decision: Decision, quiet: bool) -> None:
    found = decide([FOUND], [decision], Scene(PATHS, TODAY))
    assert bool(found.suppressed) is quiet and bool(found.open) is not quiet
    if quiet:
        suppression = found.suppressed[0].suppression
        assert suppression is not None and suppression.reason == "vu"


def test_a_confirmed_error_says_so() -> None:
    found = decide([FOUND], [accepted(decision="confirmed")], Scene(PATHS, TODAY))
    assert found.open[0].suppression is not None
    assert found.open[0].suppression.decision == "confirmed"


@pytest.mark.parametrize(
    ("decisions", "stale", "expired"),
    [
        ([accepted()], 0, 0),
        ([accepted("autre")], 1, 0),
        ([accepted("autre", article="brouillons/b.md")], 0, 0),
        ([accepted(until=date(2025, 6, 24))], 0, 1),
    ],
)
def test_what_is_out_of_date(decisions: list[Decision], stale: int, expired: int) -> None:
    """Stale is told of the articles of this run alone: the others were not looked at."""
    found = decide([FOUND], decisions, Scene(PATHS, TODAY))
    assert (len(found.stale), len(found.expired)) == (stale, expired)


@pytest.mark.parametrize(
    ("note", "quiet", "unused"),
    [
        ('<!-- crosscheck: ok C101 raison="vu" -->', True, 0),
        ('<!-- crosscheck: ok C raison="vu" -->', True, 0),
        ('<!-- crosscheck: ok conflict raison="vu" -->', True, 0),
        ('<!-- crosscheck: ok C201 raison="vu" -->', False, 1),
        ("<!-- crosscheck: ok C101 -->", False, 0),
        ('\n\n\n<!-- crosscheck: ok C101 raison="vu" -->', False, 1),
    ],
)
def test_notes(note: str, quiet: bool, unused: int) -> None:
    """A note answers on its lines, for its codes, with a reason."""
    source = f"{note}\n\ndouze\n" if not note.startswith("\n") else f"un\n\ndouze{note}"
    found = decide([FOUND], [], Scene(PATHS, TODAY, {"a": notes_in(source)}))
    assert bool(found.suppressed) is quiet and len(found.unused) == unused
    if quiet:
        assert found.suppressed[0].suppression is not None
        assert found.suppressed[0].suppression.kind == "inSource"
