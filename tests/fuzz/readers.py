"""Random bytes for every reader, led by coverage: `make fuzz`, or one reader by name.

    python -m tests.fuzz.readers markdown -max_total_time=600

What comes out must be drafts, or `Unread`; anything else is a finding. What was found is kept as a
row of `tests/reading/test_hostile.py`. The corpora grow in `.fuzz/`, which git leaves alone.
"""

import json
import subprocess
import sys
import warnings
from pathlib import Path

import atheris  # type: ignore[import-not-found,unused-ignore]

with atheris.instrument_imports(include=["crosscheck", "pypdf", "markdown_it", "feedparser"]):
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
    "sniff": [b"%PDF-", b"PK\x03\x04", b"<rss>", b"{}"],
}  # fmt: skip


def main() -> None:
    warnings.simplefilter("ignore")
    name, *options = sys.argv[1:] or ["all"]
    if name == "all":
        for one in READERS:
            command = [sys.executable, "-m", "tests.fuzz.readers", one, *options]
            subprocess.run(command, check=True)
        return
    read = READERS[name]

    def one_input(data: bytes) -> None:
        try:
            outcomes = read(data, LIMITS)  # type: ignore[operator]
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
    atheris.Setup(arguments, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
