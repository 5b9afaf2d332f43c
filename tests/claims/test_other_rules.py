"""Words of another folder stand in for those of the package, and go again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscheck import Article, Settings, cross_check
from crosscheck.rules import RuleError, rules_folder, table, use_rules

TEXT = "Le dresseur Awa Zébé a parlé."


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    shutil.copy(rules_folder() / "offices.toml", tmp_path)
    yield tmp_path
    use_rules(None)


def roles(folder: Path | None) -> list[str]:
    report = cross_check([Article.from_text(TEXT, id="a")], Settings(rules=folder))
    return [claim.text for claim in report.claims if claim.kind == "role"]


def test_a_word_more(folder: Path) -> None:
    file = folder / "offices.toml"
    text = file.read_text("utf-8").replace('"président", ', '"président", "dresseur", ', 1)
    file.write_text(text, "utf-8")
    assert roles(None) == []
    assert roles(folder) == ["dresseur Awa Zébé"]
    assert roles(None) == []


def test_a_list_that_is_none_is_told(folder: Path) -> None:
    file = folder / "offices.toml"
    text = file.read_text("utf-8").replace("ranks = [", "ranks = 3\nother_ranks = [", 1)
    file.write_text(text, "utf-8")
    use_rules(folder)
    with pytest.raises(RuleError, match=r"offices\.toml: ranks : trouvé 3, attendu une liste"):
        table("offices", "ranks", list)
