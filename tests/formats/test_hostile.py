"""Hostile words in every format: they show, and do nothing else."""

import csv
import io
import json
import re
import unicodedata
from functools import cache
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from crosscheck.formats import FORMATS, summary

from .hostile import HOSTILE, with_text

CELL_START = re.compile(r"\s*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?\Z")
LAYOUT = {"\n", "\r", "\t"}
HARMLESS_FORMAT = {"\u2060", "\u00ad", "\u200b", "\u200d"}


class Frame(HTMLParser):
    """The elements and attributes of a page, without its words."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


@cache
def written(name: str, format: str) -> str:
    """The report full of one of the texts, in one format; each is made once."""
    return FORMATS[format](with_text(HOSTILE[name]))


@pytest.fixture(scope="module")
def plain() -> Frame:
    """The frame of a page whose every text is one harmless word."""
    return Frame(FORMATS["html"](with_text("mot")))


@pytest.mark.parametrize("name", sorted(HOSTILE))
@pytest.mark.parametrize("format", sorted(FORMATS))
def test_nothing_unseen_acts(name: str, format: str) -> None:
    """No control, no bidirectional mark and no half of a character comes through, in no format."""
    text = written(name, format).removeprefix("\ufeff")  # by which a spreadsheet knows UTF-8
    found = {c for c in set(text) - LAYOUT if unicodedata.category(c) in {"Cc", "Cf", "Cs"}}
    assert found <= HARMLESS_FORMAT
    assert text.encode("utf-8")


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_page(name: str, plain: Frame) -> None:
    found = Frame(written(name, "html"))
    assert set(found.tags) == set(plain.tags)
    assert found.attributes == plain.attributes
    assert all(link.startswith("#") or link == "data:," for link in found.links)
    assert found.tags.count("script") == found.tags.count("style") == 1


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_markdown(name: str) -> None:
    """No HTML, no image, no code, no link but those to headings of the report."""
    text = written(name, "markdown")
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    leaves = [leaf for token in tokens for leaf in (token.children or [token])]
    kinds = {leaf.type for leaf in leaves}
    assert not kinds & {"html_block", "html_inline", "image", "code_inline", "fence", "code_block"}
    links = [str(leaf.attrs["href"]) for leaf in leaves if leaf.type == "link_open"]
    assert all(link.startswith("#") for link in links)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_text(name: str) -> None:
    """No line is a command of a build service."""
    for text in (written(name, "text"), summary(with_text(HOSTILE[name]), 60)):
        for line in text.splitlines():
            assert "::" not in line and "##[" not in line


@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("excel", ";")])
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_csv(name: str, format: str, delimiter: str) -> None:
    """No cell is a formula, in a spreadsheet that parts cells at commas or at semicolons."""
    text = written(name, format).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert {len(row) for row in rows} == {len(rows[0])}
    for cell in (cell for row in rows for cell in row):
        for part in (cell, *cell.split(";")[1:]):
            assert not CELL_START.match(part) or NUMBER.match(part)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_json(name: str) -> None:
    report = with_text(HOSTILE[name])
    assert json.loads(written(name, "json")) == json.loads(json.dumps(report.to_dict()))
