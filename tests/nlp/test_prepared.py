"""The model loads whatever the cache is like: absent, read-only, damaged, made by two at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.nlp.release import ModelError, fingerprint_of, installed

ROOT = Path(__file__).parent.parent.parent
PARSE = """
import logging, sys
logging.basicConfig(level=logging.INFO, format="%(name)s: %(message)s")
from crosscheck.nlp import model, parse
(doc,) = parse(["Trois accords ont été signés."])
print("plain" if model().quick is None else "quick", [t.lemma_ for t in doc])
late = [name for name in ("spacy.cli", "spacy.lang.fr") if name in sys.modules]
print(late)
"""
LEMMAS = "['Trois', 'accord', 'avoir', 'être', 'signer', '.']"
QUICK, PLAIN = f"quick {LEMMAS}\n[]\n", f"plain {LEMMAS}\n['spacy.lang.fr']\n"


def run(cache: Path, *prefix: str, code: str = PARSE) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*prefix, sys.executable, "-c", code],
        env=os.environ | {"CROSSCHECK_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_made_once_then_mapped(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = run(cache)
    assert (first.stdout, first.stderr) == (QUICK, "")
    (made,) = cache.iterdir()
    times = {path.name: path.stat().st_mtime_ns for path in made.iterdir()}
    assert run(cache).stdout == QUICK
    assert {path.name: path.stat().st_mtime_ns for path in made.iterdir()} == times


@pytest.mark.parametrize("damage", ["tokenizer", "vectors-keys.npy", "ready.json"])
def test_a_damaged_one_is_made_again(damage: str, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    run(cache)
    (made,) = cache.iterdir()
    file = made / damage
    file.write_bytes(file.read_bytes()[:10])
    assert run(cache).stdout == QUICK
    assert file.stat().st_size > 10


def test_a_file_in_place_of_the_cache(tmp_path: Path) -> None:
    """Loaded plainly, and told to whoever listens; the same words come out."""
    cache = tmp_path / "cache"
    cache.write_text("not a folder")
    told = run(cache)
    assert told.stdout == PLAIN
    assert told.stderr.startswith("crosscheck.nlp.loading: modèle chargé sans le cache")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights are another matter here")
def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o500)
    if os.geteuid() == 0:  # root may write everywhere but where nobody can
        cache = Path("/proc/crosscheck")
    assert run(cache).stdout == PLAIN


def test_two_at_once(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    environment = os.environ | {"CROSSCHECK_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen([sys.executable, "-c", PARSE], env=environment, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    assert [run.communicate()[0].decode() for run in both] == [QUICK, QUICK]
    assert len(list(cache.iterdir())) == 1


def test_the_library_is_left_as_others_expect_it(tmp_path: Path) -> None:
    """A program that uses spaCy beside us finds its commands and its French."""
    code = """
from crosscheck.nlp import model
model()
import spacy, spacy.cli
assert spacy.cli.info.__module__ == "spacy.cli.info"
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
blank = spacy.blank("fr")
assert [t.text for t in blank("peut-être aujourd'hui.")] == ["peut-être", "aujourd'hui", "."]
full = spacy.load("fr_core_news_md", exclude=["ner"])
assert full.get_pipe("lemmatizer").__class__.__name__ == "FrenchLemmatizer"
assert full.vocab is not model().nlp.vocab
import os
assert "OMP_NUM_THREADS" not in os.environ
"""
    told = run(tmp_path, "env", "-u", "OMP_NUM_THREADS", "-u", "OPENBLAS_NUM_THREADS", code=code)
    assert (told.returncode, told.stderr) == (0, "")


def test_a_model_without_record_is_told_by_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "m" / "m-1"
    (folder / "vocab").mkdir(parents=True)
    (folder / "vocab" / "x").write_text("one")
    assert fingerprint_of(folder) == b"vocab/x 3"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "n'est pas installé"),
        ({"__init__.py": "", "meta.json": "{"}, "n'est pas installé"),
        ({"__init__.py": "", "meta.json": '{"version": "9"}'}, "version 9 trouvée"),
    ],
)
def test_no_model_or_another(
    files: dict[str, str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "fr_other_md"
    package.mkdir()
    for name, text in files.items():
        (package / name).write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModelError, match=said):
        installed("fr_other_md")
