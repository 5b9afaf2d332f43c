"""A run of `check` made by hand that has one of everything, and the golden files of its formats.

`python -m tests.formats.checked_sample` writes `tests/golden/check/` anew; read the difference.
"""

from pathlib import Path

from crosscheck.diagnostics import CheckRun, Diagnostic, Related, Suppression
from crosscheck.diagnostics.places import place_of
from crosscheck.diagnostics.records import Level
from crosscheck.formats.checked import CHECK_FORMATS
from crosscheck.models import Article, Severity, Skipped

GOLDEN = Path(__file__).parent.parent / "golden" / "check"
ENDINGS = {
    "concise": "txt",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "sarif": "sarif",
    "junit": "xml",
    "rdjson": "rd.json",
}
HOSTILE = """::error::forgé
##[command]rm -rf /
\x1b[31m::error file=a,line=1::14 morts\x1b[0m, 100 % \u202esûr
« 14
morts », [voir](https://exemple.test) {0} <b>&amp;</b> ]]> 😀 puis 14 blessés
##vso[task.complete]14 disparus
"""
DRAFT = Article.from_text(HOSTILE, id="crue", path="brouillons/l'été, 100 %:1.md")
CALM = Article.from_text("Rien à dire.\n", id="calme", path="brouillons/calme.md")
KNOWN = Article.from_text("Bilan\n\n12 morts\n", id="agence", path="../archives/agence.txt")


def told(
    code: str, words: str, message: str, severity: Severity = "high", level: Level = "error"
) -> Diagnostic:
    """A diagnostic on some words of the draft, against « 12 morts »."""
    start = HOSTILE.rindex(words)
    known = KNOWN.text.index("12 morts")
    return Diagnostic(
        code=code,
        message=message,
        place=place_of(DRAFT, (start, start + len(words))),
        related=(Related(place_of(KNOWN, (known, known + 8)), "« 12 morts » (agence)"),),
        severity=severity,
        subject="morts",
        quotes=(words, "12 morts"),
        fingerprint=f"{code.lower():0>16}",
        source="f1",
        level=level,
    )


def sample_run() -> CheckRun:
    """Errors, a warning, a note, one accepted, one confirmed, one file not read."""
    accepted = told("C101", "14 disparus", "Disparus : « 14 » ≠ « 12 » (agence).")
    confirmed = told("C107", "14 blessés", "Blessés : « 14 » ≠ « 12 » (agence).")
    every = (DRAFT, CALM, KNOWN)
    return CheckRun(
        articles=(CALM, DRAFT),
        told=(
            told("C102", "14 morts", f"Morts : « {HOSTILE[:40]} » ≠ « 12 morts » (agence)."),
            told("D101", "14\nmorts", "Morts : [voir](https://a.test) {0}\r\n::error::x",
                 "medium", "warning"),
            told("P101", "😀", "::notice::forgé", "low", "note"),
            _decided(confirmed, Suppression("external", "vu au tribunal", "confirmed", "A. D.")),
        ),
        suppressed=(_decided(accepted, Suppression("inSource", "bilan\x1b[0m du ministère")),),
        skipped=(Skipped("absent.md", "ce chemin n'existe pas"), Skipped("x", "passé", False)),
        names={article.id: article.path for article in every},
        shown={article.id: article.path for article in every},
    )  # fmt: skip


def _decided(found: Diagnostic, suppression: Suppression) -> Diagnostic:
    from dataclasses import replace

    return replace(found, suppression=suppression)


def golden() -> dict[str, str]:
    """Name of each golden file, and what it should hold."""
    return {f"sample.{ENDINGS[name]}": write(sample_run()) for name, write in CHECK_FORMATS.items()}


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name, text in golden().items():
        (GOLDEN / name).write_bytes(text.encode("utf-8"))
