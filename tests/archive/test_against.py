"""Articles against an archive: what is told is what the folder of the same articles tells."""

from pathlib import Path

import pytest

from crosscheck.cli import run
from tests.archive.shelves import put

ROOT = Path(__file__).parents[2]
STORIES = sorted(p.name for p in (ROOT / "tests" / "clusters").iterdir() if p.is_dir())


def parted(story: str, folder: Path) -> tuple[Path, Path]:
    """The last article of a story as the new one, the others as what is known."""
    articles = sorted((ROOT / "tests" / "clusters" / story).glob("*.txt"))
    known, new = folder / "connus", folder / "nouveaux"
    for place, files in ((known, articles[:-1]), (new, articles[-1:])):
        place.mkdir()
        for file in files:
            (place / file.name).write_bytes(file.read_bytes())
    return new, known


@pytest.mark.parametrize("story", STORIES)
def test_an_archive_tells_what_its_folder_tells(
    story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    new, known = parted(story, tmp_path)
    monkeypatch.chdir(tmp_path)
    put(Path("archive"), known, batch=2)
    asked = ["check", new.name, "--select", "ALL", "--format", "sarif", "--quiet", "--against"]
    told = []
    for place in ("connus", "archive"):
        status = run([*asked, place])
        out, err = capsys.readouterr()
        assert err == ""
        told.append((status, out))
    assert told[0] == told[1]
