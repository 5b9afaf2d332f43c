"""Where settings come from, and how a mistake in them is told."""

import re
from pathlib import Path

import pytest

from crosscheck.configuration import KEYS, ConfigurationError, load
from crosscheck.configuration.keys import fits


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_defaults(tmp_path: Path) -> None:
    found = load(tmp_path, environment_root=tmp_path)
    assert found.file is None and found.texts("check.fail-on") == ("conflict", "check")
    assert {setting.origin for setting in found.settings.values()} == {"défaut"}
    assert found.path("rules") is None and found.number("check.max-per-article") == 3


@pytest.mark.parametrize(
    ("files", "start", "expected"),
    [
        ({"crosscheck.toml": "rules = 'ici'"}, "", "ici"),
        ({"pyproject.toml": "[tool.crosscheck]\nrules = 'ici'"}, "", "ici"),
        ({"crosscheck.toml": "rules = 'ici'", "pyproject.toml": "[tool.crosscheck]\nrules = 'la'"},
         "", "ici"),
        ({"crosscheck.toml": "rules = 'ici'", "a/b/x": ""}, "a/b", "ici"),
        ({"crosscheck.toml": "rules = 'loin'", "a/crosscheck.toml": "rules = 'près'", "a/b/x": ""},
         "a/b", "près"),
        ({"crosscheck.toml": "rules = 'ici'", "a/pyproject.toml": "[tool.autre]\nx = 1"}, "a",
         "ici"),
        ({"crosscheck.toml": "rules = 'hors'", "a/.git/HEAD": "", "a/b/x": ""}, "a/b", ""),
        ({"a/crosscheck.toml": "rules = 'ici'", "a/.git/HEAD": "", "a/b/x": ""}, "a/b", "ici"),
        ({"crosscheck.toml": "\ufeffrules = 'marque'"}, "", "marque"),
    ],
)  # fmt: skip
def test_the_nearest_file_holds(
    files: dict[str, str], start: str, expected: str, tmp_path: Path
) -> None:
    """`crosscheck.toml` before `pyproject.toml`, upward to the folder of `.git`."""
    for name, text in files.items():
        written(tmp_path, name, text)
    assert load(tmp_path / start, environment_root=tmp_path).text("rules") == expected


def test_origins_name_the_line(tmp_path: Path) -> None:
    text = "# réglages\nrules = 'r'\n\n[check]\nselect = [\n  'C',\n]\n\"fail-on\" = ['conflict']\n"
    found = load(tmp_path, written(tmp_path, "crosscheck.toml", text))
    origins = {name: found.settings[name].origin for name in ("rules", "check.select")}
    assert origins == {"rules": "crosscheck.toml:2", "check.select": "crosscheck.toml:5"}
    assert found.settings["check.fail-on"].origin == "crosscheck.toml:8"
    assert found.path("rules") == tmp_path / "r"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "regles = 'r'",
            "clé inconnue regles ; est-ce rules ? connues : rules, [reading], [check]",
        ),
        (
            "\n[check]\nfail_on = ['C']",
            "ligne 3 : clé inconnue check.fail_on ; est-ce check.fail-on ?",
        ),
        (
            "[chek]\nselect = []",
            "ligne 1 : clé inconnue chek ; est-ce check ? connues : rules",
        ),
        ("[check]\nselect = 'C'", ", ligne 2 : check.select : trouvé 'C', attendu une liste de t"),
        ("[check]\nselect = ['C', 3]", ", ligne 2 : check.select : trouvé ['C', 3], attendu une"),
        ("[check]\nmax-per-article = '3'", ", ligne 2 : check.max-per-article : trouvé '3', atte"),
        ("[check]\nmax-per-article = true", "trouvé true, attendu un entier positif ou nul"),
        ("[check]\nmax-per-article = -1", "trouvé -1, attendu un entier positif ou nul"),
        ("[check]\nmax-per-article = 2.5", "trouvé 2.5, attendu un entier positif ou nul"),
        (
            "\n[reading]\nmax-seconds = 0",
            ", ligne 3 : reading.max-seconds : trouvé 0, attendu un entier d'au moins 1",
        ),
        ("[reading]\nmax-memory-mb = '2 Go'", ", ligne 2 : reading.max-memory-mb : trouvé '2 Go'"),
        ("[reading]\nfollow-links = 1", ", ligne 2 : reading.follow-links : trouvé 1, attendu tr"),
        ("[reading]\nmax-secondes = 1", ", ligne 2 : clé inconnue reading.max-secondes"),
        ("check = 3", ", ligne 1 : check : trouvé 3, attendu une table"),
        ("check.format = 3", ", ligne 1 : check.format : trouvé 3, attendu un texte"),
        ("[check]\nselect = [", ", ligne 2 : attendu du TOML"),
    ],
)
@pytest.mark.parametrize("name", ["crosscheck.toml", "pyproject.toml"])
def test_a_mistake_is_told_with_file_line_and_what_was_expected(
    name: str, text: str, message: str, tmp_path: Path
) -> None:
    if name == "pyproject.toml":  # the same, one table deeper and one line further
        if "[" not in text.split("=")[0]:
            text = f"[tool.crosscheck]\n{text}"
        else:
            text = "# une ligne\n" + re.sub(r"\[(?=ch|re)", "[tool.crosscheck.", text)
        number = next((n for n in "123" if f"ligne {n}" in message), "")
        message = message.replace(f"ligne {number}", f"ligne {int(number or 0) + 1}")
    file = written(tmp_path, name, text)
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path, environment_root=tmp_path)
    assert str(caught.value).startswith(str(file)) and message in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"rules = '\xff'", "attendu du TOML en UTF-8"), (b"[tool]\ncrosscheck = 3", "une table")],
)
def test_what_cannot_be_read(data: bytes, message: str, tmp_path: Path) -> None:
    name = "pyproject.toml" if b"tool" in data else "crosscheck.toml"
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ConfigurationError, match=message):
        load(tmp_path, environment_root=tmp_path)


def test_a_named_file_without_settings(tmp_path: Path) -> None:
    file = written(tmp_path, "pyproject.toml", "[tool.autre]\nx = 1\n")
    with pytest.raises(ConfigurationError, match="aucune table"):
        load(tmp_path, file)


def test_every_default_has_its_shape(tmp_path: Path) -> None:
    kinds = {"text": (str, type(None)), "texts": (tuple,), "number": (int,), "flag": (bool,)}
    for key in KEYS.values():
        assert isinstance(key.default, kinds[key.shape]) and key.about.endswith(".")
        assert key.shape != "number" or fits(key.default, key)
