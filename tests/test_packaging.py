"""What the wheel holds, and how the set-up script starts."""

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

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


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The names of the files in the wheel and in the source archive, built from a copy."""
    folder = tmp_path_factory.mktemp("built")
    for name in ("crosscheck", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, folder / name)
    build = "from setuptools import build_meta as b; b.build_wheel('out'); b.build_sdist('out')"
    (folder / "out").mkdir()
    subprocess.run([sys.executable, "-c", build], cwd=folder, capture_output=True, check=True)
    (wheel,) = (folder / "out").glob("*.whl")
    (archive,) = (folder / "out").glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        packed = {name.partition("/")[2] for name in tar.getnames()}
    return {"wheel": set(zipfile.ZipFile(wheel).namelist()), "sdist": packed}


def test_what_is_installed_runs_where_nothing_can_be_kept(
    built: dict[str, set[str]], tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    """The files of the wheel alone read articles, in a home that is no folder."""
    (wheel,) = tmp_path_factory.getbasetemp().glob("built0/out/*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    home = tmp_path / "home"
    home.write_text("no folder")
    (tmp_path / "a.txt").write_text("Trois accords ont été signés à Moscou.", encoding="utf-8")
    code = "import crosscheck; print(crosscheck.__file__); from crosscheck.cli import main; main()"
    environment = {k: v for k, v in os.environ.items() if k != "CROSSCHECK_CACHE_DIR"}
    told = subprocess.run(
        [sys.executable, "-c", code, "report", "a.txt", "--format", "json", "-v"],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(tmp_path / "site"), "HOME": str(home)}
        | {"XDG_CACHE_HOME": ""},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith(str(tmp_path / "site")) and "Trois accords" in told.stdout
    assert "modèle chargé sans le cache" in told.stderr


def test_templates_and_words_travel(built: dict[str, set[str]]) -> None:
    """What is no Python and is read at run time: the page, the words of both languages."""
    templates = {p.relative_to(ROOT).as_posix() for p in (ROOT / "crosscheck").rglob("templates/*")}
    words = {p.relative_to(ROOT).as_posix() for p in (ROOT / "rules").rglob("*.toml")}
    assert len(templates) > 4 and len(words) > 20
    assert templates | words <= built["sdist"]
    assert templates | {f"crosscheck/_{name}" for name in words} <= built["wheel"]


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
