"""Random bytes for all that reads bytes of others, led by coverage: `make fuzz`, or one by name.

    python -m tests.fuzz.readers markdown -max_total_time=600

What comes out of a reader must be drafts, or `Unread`; anything else is a finding, and so is a
mention outside its text or out of order. A finding ends its own run, and the next begins; its bytes
are left beside the corpus, in `.fuzz/`, which git leaves alone. What was found is kept as a row of
`tests/reading/test_hostile.py`.
"""

import json
import subprocess
import sys
import warnings
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import atheris  # type: ignore[import-not-found,unused-ignore]

with atheris.instrument_imports(include=["crosscheck", "pypdf", "markdown_it", "feedparser"]):
    from crosscheck.decisions import notes_in, read_decisions
    from crosscheck.expressions import mentions
    from crosscheck.judging import check_article
    from crosscheck.models import Article
    from crosscheck.reading.assembly import assemble
    from crosscheck.reading.draft import Draft, Failed, Unread
    from crosscheck.reading.readers import (
        docx,
        feed,
        jsonl,
        mail,
        markdown,
        newsml,
        ninjs,
        odt,
        pdf,
    )
    from crosscheck.reading.readers import text as plain
    from crosscheck.reading.readers.building import Building
    from crosscheck.reading.readers.html_fragment import add_fragment
    from crosscheck.reading.sidecar import read_sidecar
    from crosscheck.reading.sniff import recognise
    from crosscheck.reading.wire import pack, unpack
    from crosscheck.settings import Limits

from tests.reading import writers

LIMITS = Limits(text=20_000, member=200_000, record=100_000, pages=20, articles=20)


def _fragment(data: bytes, limits: Limits) -> tuple[Draft, ...]:
    made = Building(limits.text)
    add_fragment(made, data.decode("utf-8", "replace"))
    return (Draft(made.text, blocks=made.blocks),)


def _zipped(name: str, main: str) -> "object":
    """A reader of archives, given the XML of its main part: inflating is not what is tried."""
    reader = {"docx": docx.read, "odt": odt.read}[name]
    return lambda data, limits: reader(writers.zipped({main: data}), limits)


READERS = {
    "text": plain.read,
    "markdown": markdown.read,
    "jsonl": jsonl.read,
    "ninjs": ninjs.read,
    "newsml": newsml.read,
    "feed": feed.read,
    "mail": mail.read,
    "pdf": pdf.read,
    "fragment": _fragment,
    "docx": _zipped("docx", "word/document.xml"),
    "odt": _zipped("odt", "content.xml"),
    "zip": docx.read,
    "sniff": lambda data, limits: (recognise(data, "." + data[:4].decode("latin-1").strip()), ())[
        1
    ],
}
STORY = ["Crues : 12 morts", "Le 3 mars, 12 morts et « 30 % » de dégâts.", "Bilan : 1 450 évacués."]
SEEDS = {
    "markdown": [b"---\ntitre: A\n---\n", b"# A *b* [c](d) `e`\n\n- 1\n\n|a|b|\n|-|-|\n|1|2|"],
    "docx": [b"<w:document xmlns:w='w'><w:body><w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>"
             b"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"],
    "odt": [b"<o:d xmlns:o='o' xmlns:t='t'><o:text><t:p>a<t:note><t:note-body/></t:note></t:p>"
            b"<t:table><t:table-row><t:table-cell/></t:table-row></t:table></o:text></o:d>"],
    "fragment": [b"<p>a<sup>1</sup><br><table><tr><td>1<td>2</table><ul><li>x</ul>"],
    "newsml": [writers.newsml(STORY).encode()],
    "feed": [writers.rss(STORY).encode()],
    "mail": [writers.eml(STORY)],
    "jsonl": [writers.jsonl(STORY).encode()],
    "ninjs": [writers.ninjs(STORY).encode()],
    "pdf": [writers.pdf(STORY)],
    "zip": [writers.docx(STORY)],
    "text": ["\n\n".join(STORY).encode()],
    "mentions": [s.encode() for s in ("du 3 au 5 août 2025, 1,5 million d'euros, 12 %", *STORY)],
    "checks": [s.encode() for s in ("Le samedi 14 mars 2026, 19 décès, soit 12 hommes et 8 femmes.",
                                    "Une hausse de 10 %, de 200 à 300 cas.", *STORY)],
    "sidecar": [b'title = "A"\npublished = 2025-03-14\norigin = "AFP"\n', b"outlet = 'B'\n"],
    "decisions": [b'{"fingerprint": "f865b4ff7202f892", "decision": "accepted", "reason": "vu"}\n',
                  b"<!-- crosscheck: ok C101 raison=\"vu\" -->\n12 morts"],
    "sniff": [b"%PDF-", b"PK\x03\x04", b"<rss>", b"{}"],
}  # fmt: skip


def _read(name: str, data: bytes) -> None:
    """A file of one format: its drafts make articles that can be told."""
    try:
        outcomes = READERS[name](data, LIMITS)  # type: ignore[operator]
    except Unread as reason:
        str(reason)
        return
    assert unpack(pack(outcomes)) == tuple(outcomes)
    for outcome in outcomes:
        assert isinstance(outcome, Draft | Failed)
        if isinstance(outcome, Draft):
            article = assemble(outcome, id="a", path="a")
            assert all(0 <= b.start <= b.end <= len(article.text) for b in article.blocks)
            json.dumps(article.to_dict())


def _mentions(data: bytes) -> None:
    """A text: mentions in order inside it, and checks of one article that name its characters."""
    text = data.decode("utf-8", "replace")[:2_000]
    end = 0
    for mention in mentions(text, date(2025, 3, 14)):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


def _checks(data: bytes) -> None:
    """The contradictions that the text of one article shows by itself."""
    article = Article.from_text(data.decode("utf-8", "replace")[:2_000], id="a")
    for check in check_article(article, ()):
        assert 0 <= check.start < check.end <= len(article.text) and check.why


def _sidecar(data: bytes) -> None:
    """What an editor wrote beside an article."""
    try:
        read_sidecar(data, "a.toml")
    except Unread as reason:
        str(reason)


def _decisions(data: bytes) -> None:
    """A file of decisions and the notes of an article: broken lines are told, none is lost."""
    text = data.decode("utf-8", "replace")
    known, broken = read_decisions(text)
    assert len(known) + len(broken) <= len(text.splitlines()) + 1
    assert all(0 <= note.start < note.end <= len(text) for note in notes_in(text))


TARGETS: dict[str, Callable[[bytes], None]] = {
    **{name: partial(_read, name) for name in READERS},
    "mentions": _mentions,
    "checks": _checks,
    "sidecar": _sidecar,
    "decisions": _decisions,
}
"""What each run does with the bytes of one try."""


def run_all(options: Sequence[str]) -> int:
    """Every target in turn, a finding or not; the exit status says whether there was one."""
    found = []
    for name in TARGETS:
        command = [sys.executable, "-m", "tests.fuzz.readers", name, *options]
        if subprocess.run(command, check=False).returncode:
            found.append(name)
    print("findings:", ", ".join(found) or "none")
    return int(bool(found))


def main() -> None:
    """One target, or all of them."""
    warnings.simplefilter("ignore")
    name, *options = sys.argv[1:] or ["all"]
    if name == "all":
        sys.exit(run_all(options))
    corpus = Path(".fuzz") / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS.get(name, [])):
        (corpus / f"seed-{number}").write_bytes(seed)
    arguments = [
        sys.argv[0],
        str(corpus),
        f"-artifact_prefix={corpus}-",
        "-max_len=20000",
        *options,
    ]
    atheris.Setup(arguments, TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
