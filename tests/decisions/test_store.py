"""The decisions' file: what a line may be, a broken one named, the others kept."""

from datetime import date

import pytest

from crosscheck.decisions import Decision, merged, read_decisions

GOOD = '{"fingerprint": "ab", "decision": "accepted", "reason": "vu"}'


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "ce n'est pas du JSON"),
        ("[" * 100_000, "ce n'est pas du JSON"),
        ("[]", "attendu un objet JSON"),
        ('{"decision": "accepted", "reason": "vu"}', "fingerprint : attendu un texte"),
        (GOOD.replace('"ab"', "3"), "fingerprint : attendu un texte"),
        (GOOD.replace("vu", "  "), "reason : attendu un texte"),
        (GOOD.replace("accepted", "ok"),
         "decision : trouvé « ok », attendu accepted, rejected, confirmed"),
        (GOOD[:-1] + ', "by": 3}', "by : attendu un texte"),
        (GOOD[:-1] + ', "quotes": "a"}', "quotes : attendu une liste de textes"),
        (GOOD[:-1] + ', "until": "demain"}',
         "until : trouvé « demain », attendu une date AAAA-MM-JJ"),
        (GOOD[:-1] + ', "when": 3}', "when : trouvé « 3 », attendu une date AAAA-MM-JJ"),
    ],
)  # fmt: skip
def test_broken_lines_are_named_and_the_others_kept(line: str, reason: str) -> None:
    decisions, broken = read_decisions(f"{GOOD}\n\n{line}\n{GOOD.replace('ab', 'cd')}\n")
    assert [d.fingerprint for d in decisions] == ["ab", "cd"]
    assert [(b.line, b.reason) for b in broken] == [(3, reason)]


def test_a_decision_is_written_and_read_back() -> None:
    decision = Decision(
        "3f2a9c1081b7d6e5", "confirmed", "le préfet « confirme »", "C101", "brouillons/a.md",
        "morts", ("12 morts", "14 morts"), "A. Diallo", date(2025, 6, 25), date(2025, 12, 31),
    )  # fmt: skip
    assert read_decisions(merged("", [decision])) == ((decision,), ())


def test_a_new_decision_takes_the_place_of_the_old_one() -> None:
    """Broken lines are left to their writer, and no other line moves."""
    old = f"{GOOD}\npas du JSON\n{GOOD.replace('ab', 'cd')}"
    text = merged(old, [Decision("ab", "rejected", "autre chose")])
    lines = text.splitlines()
    assert lines[:2] == ["pas du JSON", GOOD.replace("ab", "cd")]
    assert '"decision": "rejected"' in lines[2] and len(lines) == 3 and text.endswith("\n")


def test_the_last_of_two_holds() -> None:
    decisions, _ = read_decisions(f"{GOOD}\n{GOOD.replace('vu', 'revu')}\n")
    assert [d.reason for d in decisions] == ["revu"]


@pytest.mark.parametrize(
    ("known", "article", "gone", "about"),
    [
        ("", "a.md", (), True),
        ("brouillons/a.md", "brouillons/a.md", (), True),
        ("brouillons/a.md", "brouillons/b.md", (), False),
        ("brouillons/a.md", "publies/a.md", (), False),
        ("brouillons/a.md", "publies/a.md", ("brouillons/a.md",), True),
        ("brouillons/a.md", "publies/b.md", ("brouillons/a.md",), False),
    ],
)
def test_a_moved_article_keeps_its_decisions(
    known: str, article: str, gone: tuple[str, ...], about: bool
) -> None:
    """Two `index.md` are two articles, as long as both are there."""
    decision = Decision("ab", "accepted", "vu", article=known)
    assert decision.about(article, frozenset(gone)) is about
