"""Write the golden files anew: `python -m tests.formats.regenerate`, then read the difference."""

from datetime import date
from pathlib import Path

from crosscheck.formats import FORMATS, render, summary
from crosscheck.formats.claimreview import Confirmation, to_claimreview

from .sample import lone_report, sample_report

GOLDEN = Path(__file__).parent.parent / "golden"
CONFIRMED = (
    Confirmation("f4", "Awa Sérié", date(2025, 6, 27)),
    Confirmation("f1", "Issa </script> Doré", date(2025, 6, 26), "Les deux dates ont été lues."),
)
ENDINGS = {
    "json": "json", "markdown": "md", "text": "txt", "csv": "csv", "excel": "excel.csv",
    "html": "html",
}  # fmt: skip


def golden() -> dict[str, str]:
    """Name of each golden file, and what it should hold."""
    report = sample_report()
    files = {f"sample.{ENDINGS[name]}": write(report) for name, write in FORMATS.items()}
    files["summary-60.txt"] = summary(report, 60)
    files["summary-colour.txt"] = summary(report, 120, color=True)
    files["english.md"] = render(report, "markdown", "en")
    files["english.html"] = render(report, "html", "en")
    files["english.txt"] = render(report, "text", "en")
    files["claimreview.json"] = to_claimreview(
        report, CONFIRMED, publisher="Rédaction d’essai", address="https://redaction.example/audit"
    )
    files["lone.md"] = FORMATS["markdown"](lone_report())
    return files


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, text in golden().items():
        (GOLDEN / name).write_bytes(text.encode("utf-8"))
