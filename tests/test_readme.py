"""The READMEs tell the truth: their excerpt stands in the sample, their commands exist."""

import doctest
import re
from pathlib import Path

import pytest

from crosscheck.cli import run

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.fr.md")


def bare(line: str) -> str:
    """A line without the marks of a quotation, a heading or bold."""
    return re.sub(r"^[>\s]*|[#*]", "", line).strip()


@pytest.mark.parametrize("name", READMES)
def test_excerpt_is_of_the_sample(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    excerpt = re.search(r"<!-- excerpt -->(.*?)<!-- /excerpt -->", text, re.DOTALL)
    assert excerpt is not None
    sample = {bare(line) for line in (ROOT / "reports" / "seeds.md").read_text("utf-8").split("\n")}
    assert [line for line in map(bare, excerpt[1].split("\n")) if line not in sample] == []


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (ROOT / target).exists(), target


def test_the_example_of_expressions_runs() -> None:
    text = (ROOT / "docs" / "expressions.md").read_text("utf-8")
    code = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert code is not None
    example = doctest.DocTestParser().get_doctest(code[1], {}, "expressions", None, 0)
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0


def test_options_exist(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("report", "check", "accept"):
        assert run([command, "--help"]) == 0
    told = capsys.readouterr().out
    for option in set(re.findall(r"(--[a-z]+(?:-[a-z]+)*)", (ROOT / "README.md").read_text())):
        assert option in told, option
