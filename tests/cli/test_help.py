"""Help pages: French throughout, and no option without a word on it."""

import re

import pytest

from crosscheck.cli import run
from crosscheck.cli.app import COMMANDS

Capture = pytest.CaptureFixture[str]
NAMES = ["", *(command.__name__ for command in COMMANDS)]
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


@pytest.mark.parametrize("name", NAMES[1:])
def test_every_option_is_told(name: str, capsys: Capture) -> None:
    lines = page(name, capsys).split("\n")
    rows = [line for line in lines if line.startswith("  -")]
    assert rows and all(re.match(r"  -[\w, =-]+(?: [A-ZÉ=]+)?  +\S", row) for row in rows)


@pytest.mark.parametrize(("command", "examples"), [(c, e) for c, (_, e) in COMMANDS.items()])
def test_examples_are_commands(command: object, examples: tuple[str, ...], capsys: Capture) -> None:
    """Each example begins with its command and uses options that its page has."""
    name = getattr(command, "__name__", "")
    text = page(name, capsys)
    for example in examples:
        assert example.split()[0] == name and f"crosscheck {example}" in text
        assert all(
            re.search(rf"^  {option}\b", text, re.M)
            for option in re.findall(r"(?<= )--[\w-]+", example)
        )
