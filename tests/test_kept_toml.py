"""What is kept of a TOML file is what the file says, and nothing else."""

from pathlib import Path

import pytest

from crosscheck.cache import ENVIRONMENT
from crosscheck.kept_toml import tables_of
from crosscheck.rules import rule_files

FILES = sorted(rule_files().values())
SAYS = (
    ("whole numbers, others, endless ones", b"a = 1\nb = 1.0\nc = -inf\nd = 0.1"),
    ("yes and no, lists, tables in tables", b"a = true\nb = [1, 'x', []]\n[c.d]\ne = {f = ''}"),
    ("the order of its keys", "z = 1\n'à côté de' = 2\na = 3".encode()),
    ("lines that end as on Windows", b'a = """x\r\ny"""\r\nb = 2\r\n'),
    ("days, which JSON has not", b"a = 2025-06-23"),
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.parametrize("data", [said for _, said in SAYS], ids=[why for why, _ in SAYS])
def test_what_is_kept_is_what_was_read(data: bytes, home: Path) -> None:
    first = tables_of(data)
    assert repr(tables_of(data)) == repr(first)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_of_the_rules_is_kept_whole(file: Path, home: Path) -> None:
    first = tables_of(file.read_bytes())
    assert len(list((home / "words").iterdir())) == 1
    assert repr(tables_of(file.read_bytes())) == repr(first)


def test_a_word_that_was_edited_is_read_at_once(home: Path) -> None:
    assert tables_of(b"a = 1") == {"a": 1}
    assert tables_of(b"a = 2") == {"a": 2}


@pytest.mark.parametrize("content", [b"", b'{"a": ', b"[1]", b"\xff"], ids=repr)
def test_what_is_damaged_is_read_again_and_kept_anew(content: bytes, home: Path) -> None:
    tables_of(b"a = 1")
    (file,) = (home / "words").iterdir()
    file.write_bytes(content)
    assert tables_of(b"a = 1") == {"a": 1}
    assert file.read_bytes() == b'{"a":1}'


def test_where_nothing_can_be_kept_it_is_read_all_the_same(home: Path) -> None:
    home.write_text("a file where the folder would be")
    assert tables_of(b"a = 1") == {"a": 1}
