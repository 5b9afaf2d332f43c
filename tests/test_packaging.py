"""What the wheel holds, and how the set-up script starts."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_room_is_packed() -> None:
    """The list of packages names each folder of the code and of the words."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        listed = set(tomllib.load(file)["tool"]["setuptools"]["packages"])
    rooms = {"crosscheck"} | {
        ".".join(path.parent.relative_to(ROOT).parts)
        for path in (ROOT / "crosscheck").rglob("*.py")
    }
    words = {"crosscheck._rules"} | {
        f"crosscheck._rules.{folder.name}"
        for folder in (ROOT / "rules").iterdir()
        if folder.is_dir()
    }
    assert listed == rooms | words


def test_locks_name_no_host() -> None:
    """Packages are pinned by version and hash, and come from wherever the user's tools look."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text and "--hash=sha256:" in text


def test_setup_script_explains_itself() -> None:
    done = subprocess.run(
        [sys.executable, "run.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "python3 run.py report seeds/" in done.stdout
