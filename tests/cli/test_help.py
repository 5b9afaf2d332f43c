"""Help pages: French throughout, and no option without a word on it."""

import re

import pytest

from crosscheck.cli import run
from crosscheck.cli.commands import ARCHIVE, COMMANDS, Line

Capture = pytest.CaptureFixture[str]
SINGLE = [*(name for name in COMMANDS if name != "archive"), *(f"archive {n}" for n in ARCHIVE)]
NAMES = ["", "archive", *SINGLE]
ENGLISH = ("Usage:", "Options:", "Arguments:", "Commands:", "Show ", "[default", "[required", "<",
           "[x>=", "{", "ARGS", "--no-")  # fmt: skip


def page(name: str, capsys: Capture) -> str:
    assert run([*name.split(), "--help"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", NAMES)
def test_in_french(name: str, capsys: Capture) -> None:
    text = page(name, capsys).replace("--no-cache", "")
    assert [word for word in ENGLISH if word in text] == []
    assert all(line == line.rstrip() for line in text.split("\n"))
    assert not re.search(r"^\s*[;:»]", text, re.MULTILINE)


@pytest.mark.parametrize("name", SINGLE)
def test_every_option_is_told(name: str, capsys: Capture) -> None:
    lines = page(name, capsys).split("\n")
    rows = [line for line in lines if line.startswith("  -")]
    assert rows and all(re.match(r"  -[\w, =-]+(?: [A-ZÉ=]+)?  +\S", row) for row in rows)


@pytest.mark.parametrize(("name", "line"), COMMANDS.items())
def test_examples_are_commands(name: str, line: Line, capsys: Capture) -> None:
    """Each example stands on the page of its command, and uses options that its own page has."""
    for example in line.examples:
        assert f"crosscheck {example}" in page(name, capsys)
        words = example.split()
        own = " ".join(words[: 2 if words[0] == "archive" else 1])
        text = page(own, capsys)
        assert all(
            re.search(rf"^  {option}\b", text, re.M)
            for option in re.findall(r"(?<= )--[\w-]+", example)
        )


@pytest.mark.parametrize("lines", [COMMANDS, ARCHIVE])
def test_a_page_tells_every_command_by_its_line(lines: dict[str, Line], capsys: Capture) -> None:
    text = page("archive" if lines is ARCHIVE else "", capsys)
    for name, line in lines.items():
        assert re.search(rf"^  {name} +{re.escape(line.line)}$", text, re.M)
