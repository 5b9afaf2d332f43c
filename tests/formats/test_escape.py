"""Whatever an article holds stays text, in every format."""

import csv
import io
import json
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.cells import cell_len

from crosscheck.formats import FORMATS, summary
from crosscheck.formats.escape import JOINER, bold, clean, csv_cell, markdown, slug, terminal
from crosscheck.formats.matrix import table_lines
from crosscheck.models import Report

from .sample import sample_report

HOSTILE = [
    "|", "\\", "`", "``", "*", "**", "_", "[", "]", "(", ")", "<", ">", "&", "#", "- ", "+ ", "1. ",
    "~~", "$", "!", ":", "::", "://", "www.", "@", "=", "\n", "\r\n", "\t", " ", "\x1b[31m", "\x00",
    "\u202e", "\u2028", "\u00a0", "<script>", "</td>", "<!--", "&amp;", "[x](y)", "a", "é", "中",
    "e\u0301", "{{", "|---|", "> ", "***", "---", "http://a.example", "\u2060",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=4)), max_size=8).map("".join)
PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
PLAIN = {"text", "text_special"}


def leaves(tokens: list[Token]) -> list[Token]:
    """Every token of the inline level."""
    return [leaf for token in tokens for leaf in token.children or []]


def shown(tokens: list[Token]) -> str:
    """The characters that a reader sees, word joiners apart."""
    return "".join(leaf.content for leaf in leaves(tokens)).replace(JOINER, "").strip()


@given(texts, texts)
def test_cells_stay_cells(one: str, other: str) -> None:
    cells = [markdown(one), markdown(other)]
    tokens = PARSER.parse("\n".join(table_lines([["a", "b"], cells])))
    assert [t.type for t in tokens].count("td_open") == 2
    assert [t.type for t in tokens].count("tr_open") == 2
    assert not [t for t in tokens if t.type.startswith("html")]
    inline = [t for t in tokens if t.type == "inline"][-2:]
    for token, text in zip(inline, (one, other), strict=True):
        assert {leaf.type for leaf in leaves([token])} <= PLAIN
        assert shown([token]) == clean(text).strip()


@given(texts, st.sampled_from(["", "- ", "### ", "> "]))
def test_blocks_hold_only_text(text: str, lead: str) -> None:
    tokens = PARSER.parse(lead + markdown(text) if clean(text).strip() else lead + "x")
    assert {leaf.type for leaf in leaves(tokens)} <= PLAIN
    types = [t.type for t in tokens if t.nesting == 1]
    assert (
        types
        == {
            "": ["paragraph_open"],
            "- ": ["bullet_list_open", "list_item_open", "paragraph_open"],
            "### ": ["heading_open"],
            "> ": ["blockquote_open", "paragraph_open"],
        }[lead]
    )


@given(texts, texts, texts)
def test_bold_is_bold_between_any_two(before: str, text: str, after: str) -> None:
    tokens = leaves(PARSER.parse("x" + markdown(before) + bold(text) + markdown(after)))
    kinds = [leaf.type for leaf in tokens if leaf.type not in PLAIN]
    assert kinds == (["strong_open", "strong_close"] if clean(text) else [])
    if kinds:
        first, last = (i for i, leaf in enumerate(tokens) if leaf.type in kinds)
        inside = "".join(leaf.content for leaf in tokens[first:last]).replace(JOINER, "")
        assert inside == clean(text)


@given(texts)
def test_terminal_shows_controls(text: str) -> None:
    line = terminal(text)
    assert not {unicodedata.category(c) for c in line} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert "::" not in line and "##[" not in line


@given(texts)
def test_csv_has_no_formula(text: str) -> None:
    cell = csv_cell(text)
    assert "\n" not in cell and "\r" not in cell
    numeric = cell.lstrip("+-").replace(".", "").replace(",", "").isdecimal()
    assert numeric or not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert not any(part.lstrip().startswith(("=", "+", "-", "@")) for part in cell.split(";")[1:])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-12", "-12"),
        ("+3,5", "+3,5"),
        ("-12 degrés", "'-12 degrés"),
        ("=1+1", "'=1+1"),
        (" @nom", "'@nom"),
        ("riz ;=1+1", "riz ;'=1+1"),
        ("un\nmot", "un mot"),
    ],
)
def test_csv_cell(text: str, expected: str) -> None:
    assert csv_cell(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a | b", "a &#124; b"),
        ("<script>", "&lt;script&gt;"),
        ("[x](y)", r"\[x\](y)"),
        ("3. suite", r"3\. suite"),
        ("- tiret", r"\- tiret"),
        ("ligne\nsuivante", "ligne suivante"),
        ("www.pirate.example", f"www{JOINER}.pirate.example"),
        ("http://pirate.example", f"http:{JOINER}//pirate.example"),
        ("@tous", f"@{JOINER}tous"),
        ("a\u202eb\x1bc", "abc"),
        ("10\u202f000", "10\u202f000"),
    ],
)
def test_markdown(text: str, expected: str) -> None:
    assert markdown(text) == expected


def test_anchors_lead_somewhere() -> None:
    tokens = PARSER.parse(FORMATS["markdown"](sample_report()))
    after = pairwise(tokens)
    anchors = [slug(shown([text])) for mark, text in after if mark.type == "heading_open"]
    links = [leaf.attrs["href"] for leaf in leaves(tokens) if leaf.type == "link_open"]
    assert len(links) == 10 and len(anchors) == len(set(anchors))
    fragments = [MarkdownIt().normalizeLinkText(str(link)) for link in links]
    assert all(fragment.lstrip("#") in anchors for fragment in fragments)


def test_sample_has_no_html_and_no_foreign_link() -> None:
    tokens = PARSER.parse(FORMATS["markdown"](sample_report()))
    assert not [t for t in tokens + leaves(tokens) if t.type.startswith("html")]
    kinds = {leaf.type for leaf in leaves(tokens)}
    assert kinds <= PLAIN | {
        "strong_open", "strong_close", "em_open", "em_close", "link_open", "link_close",
    }  # fmt: skip


def with_text(text: str) -> Report:
    """The sample, with this text for every question, reason and speaker."""
    report = sample_report()
    claims = {c.id: replace(c, speaker=text) for c in report.claims}
    findings = [
        replace(f, subject=text, why=text,
                group=replace(f.group, claims=tuple(claims[c.id] for c in f.group.claims)))
        for f in report.findings
    ]  # fmt: skip
    checks = [replace(check, why=text) for check in report.checks]
    return replace(report, claims=tuple(claims.values()), findings=tuple(findings),
                   checks=tuple(checks))  # fmt: skip


@given(texts, st.sampled_from([20, 60, 77, 100, 200, 500]))
def test_summary_keeps_its_width(text: str, width: int) -> None:
    for line in summary(with_text(text), width).splitlines():
        assert cell_len(line) <= min(max(width, 60), 200)
        assert not line.strip().startswith("::")


@given(texts)
def test_json_and_csv_can_be_read_back(text: str) -> None:
    report = with_text(text)
    assert json.loads(FORMATS["json"](report)) == json.loads(json.dumps(report.to_dict()))
    rows = list(csv.reader(io.StringIO(FORMATS["csv"](report), newline="")))
    assert len(rows) == len(report.claims) + 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_lone_surrogates_can_be_written() -> None:
    for write in FORMATS.values():
        write(with_text("a\ud800b")).encode("utf-8")


@given(texts)
def test_markdown_of_any_text(text: str) -> None:
    """The frame of the report is the same whatever its words."""
    frames = []
    for words in (text, "mot"):
        tokens = PARSER.parse(FORMATS["markdown"](with_text(words)))
        frames.append([t.type for t in tokens if t.type not in {"inline"}])
        assert not [t for t in tokens + leaves(tokens) if t.type.startswith("html")]
    assert frames[0] == frames[1] or not clean(text).strip()
