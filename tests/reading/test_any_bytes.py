"""Any bytes, into every reader: articles or a reason come out, and nothing else."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscheck.models import Article
from crosscheck.reading.assembly import assemble
from crosscheck.reading.decode import decode
from crosscheck.reading.draft import Draft, Failed, Unread
from crosscheck.reading.registry import FORMATS, read_format
from crosscheck.reading.sniff import recognise
from crosscheck.reading.wire import pack, unpack
from crosscheck.settings import Limits
from tests.reading import writers

STORY = ["Crue : 12 morts", "Le 3 mars, 12 morts, « 30 % » de dégâts.", "1 450 évacués."]
REAL = {
    "text": "\n\n".join(STORY).encode(),
    "markdown": writers.FORMATS["md"](STORY),
    "mhtml": writers.eml(STORY),
    "feed": writers.FORMATS["rss"](STORY),
    "newsml": writers.FORMATS["xml"](STORY),
    "ninjs": writers.FORMATS["json"](STORY),
    "warc": writers.FORMATS["warc.gz"](STORY),
} | {name: writers.FORMATS[name](STORY) for name in ("jsonl", "html", "eml", "pdf", "docx", "odt")}
LIMITS = Limits(text=20_000, member=200_000, record=50_000, pages=5, articles=20)
SUFFIXES = sorted({suffix for known in FORMATS.values() for suffix in known.suffixes} | {"", ".x"})


@st.composite
def damaged(draw: st.DrawFn, good: bytes) -> bytes:
    """A good file of which some runs are cut, doubled, moved or written over."""
    data = bytearray(good)
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, max(len(data) - 1, 0)))
        end = start + draw(st.integers(0, 40))
        run = bytes(data[start:end])
        data[start:end] = draw(
            st.sampled_from([b"", run * 2, run[::-1], b"\0", b"<", b"&", b'"', b"\xff\xfe", b"]]>"])
            | st.binary(max_size=12)
        )
    return bytes(data)


def hold(data: bytes, name: str) -> None:
    """What a reader gives is drafts or failures that travel and make articles."""
    try:
        outcomes = read_format(name, data, LIMITS)
    except Unread as reason:
        assert str(reason)
        return
    assert outcomes and unpack(pack(outcomes)) == outcomes
    for outcome in outcomes:
        if isinstance(outcome, Failed):
            assert str(outcome)
            continue
        assert isinstance(outcome, Draft)
        article = assemble(outcome, id="a", path="a")
        assert isinstance(article, Article) and article.text == outcome.text
        starts = [(block.start, block.end) for block in article.blocks]
        assert starts == sorted(starts) and all(s <= e <= len(article.text) for s, e in starts)
        json.dumps(article.to_dict())
        assert all(article.where(at).number >= 1 for at in range(0, len(article.text), 97))


@pytest.mark.parametrize("name", sorted(REAL))
def test_damaged_files(name: str) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(damaged(REAL[name]))
    def law(data: bytes) -> None:
        hold(data, name)

    law()


@pytest.mark.parametrize("name", sorted(REAL))
def test_random_files(name: str) -> None:
    @settings(max_examples=40, deadline=None)
    @given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode()))
    def law(data: bytes) -> None:
        hold(data, name)

    law()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(SUFFIXES))
def test_the_format_is_known_or_not(data: bytes, suffix: str) -> None:
    try:
        name, _ = recognise(data, suffix)
    except Unread as reason:
        assert str(reason)
        return
    assert name in FORMATS


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.text(max_size=20))
def test_any_label_of_an_encoding(data: bytes, label: str) -> None:
    try:
        assert decode(data, label).text is not None
    except Unread as reason:
        assert reason.key == "not_text"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=5))
def test_drafts_travel(words: list[str]) -> None:
    """Whatever characters they hold, halves of pairs too."""
    draft = Draft("\n".join(words) + "\ud800")
    assert unpack(pack([draft, replace(draft, format="pdf")]))[0] == draft
