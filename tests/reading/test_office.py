"""Word and OpenDocument: what a reader sees, changes accepted."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from crosscheck.models import Article
from crosscheck.reading import read_articles
from tests.reading.writers import OFFICE, W, zipped

R = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
FOOTNOTES = (
    f"<w:footnotes xmlns:w='{W}'><w:footnote w:type='separator' w:id='-1'><w:p>"
    + R.format("trait")
    + "</w:p></w:footnote><w:footnote w:id='2'><w:p>"
    + R.format("Source : la préfecture.")
    + "</w:p></w:footnote></w:footnotes>"
)
CORE = (
    "<c:p xmlns:c='c' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:t='t'>"
    "<dc:title>Document1</dc:title><t:created>2019-01-01T00:00:00Z</t:created></c:p>"
)


def docx(tmp_path: Path, body: str, **more: str) -> Article:
    main = f"<w:document xmlns:w='{W}' xmlns:mc='mc'><w:body>{body}</w:body></w:document>"
    members = {"word/document.xml": main} | {f"word/{k}.xml": v for k, v in more.items()}
    if "core" in more:
        members["docProps/core.xml"] = more["core"]
    return only(tmp_path / "a.docx", zipped(dict(members)))


def odt(tmp_path: Path, body: str, styles: str = "") -> Article:
    names = " ".join(f"xmlns:{n}='{OFFICE}{n}:1.0'" for n in ("office", "text", "table", "style"))
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return only(tmp_path / "a.odt", zipped({"mimetype": kind, "content.xml": content}))


def only(path: Path, data: bytes) -> Article:
    path.write_bytes(data)
    articles, skipped = read_articles([path])
    assert skipped == ()
    return articles[0]


def p(*runs: str) -> str:
    said = "".join(run if run.startswith("<") else R.format(run) for run in runs)
    return f"<w:p>{said}</w:p>"


def cells(*rows: Sequence[str]) -> str:
    made = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


DELETED = "<w:del><w:r><w:delText>12 </w:delText></w:r></w:del>"
HIDDEN = "<w:r><w:rPr><w:vanish{}/></w:rPr><w:t>{}</w:t></w:r>"
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
TWICE = (
    f"<mc:AlternateContent><mc:Choice>{R.format('Une fois')}</mc:Choice>"
    f"<mc:Fallback>{R.format('Deux fois')}</mc:Fallback></mc:AlternateContent>"
)
FIELD = f"<w:r><w:instrText>PAGE 99</w:instrText></w:r><w:fldSimple>{R.format('3')}</w:fldSimple>"
MOVED = f"<w:moveFrom>{R.format('parti ')}</w:moveFrom><w:moveTo>{R.format('venu')}</w:moveTo>"
TABLE = cells(("Ville", "Morts"), ("Bamako", "12 morts"))

WORD = [
    (p("Il y a ", f"<w:ins>{R.format('14 ')}</w:ins>", DELETED, "morts."), "Il y a 14 morts."),
    (p("Un ", MOVED), "Un venu"),
    (p("Le 3", "<w:r><w:tab/></w:r>", "mars", "<w:r><w:br/></w:r>", "suite"), "Le 3 mars\nsuite"),
    (p("avant", "<w:r><w:noBreakHyphen/></w:r>", "hier"), "avant-hier"),
    (p("mil", "<w:r><w:softHyphen/></w:r>", "lions"), "millions"),
    (p("vu ", HIDDEN.format("", "99 secrets")), "vu"),
    (p("vu ", HIDDEN.format(" w:val='0'", "aussi")), "vu aussi"),
    (p("Page ", FIELD), "Page 3"),
    (p("<w:hyperlink>" + R.format("Douze") + "</w:hyperlink>", " morts"), "Douze morts"),
    (p(TWICE), "Une fois"),
    (p("<w:sdt><w:sdtContent>" + R.format("Champ") + "</w:sdtContent></w:sdt>"), "Champ"),
    (p("1.") + TABLE, "1.\n\nVille : Morts\nBamako : 12 morts"),
    (cells(("Encadré seul",), ("Suite",)), "Encadré seul\n\nSuite"),
    (p("Avec", BOX.format(p("Dans la boîte"))), "Avec\n\nDans la boîte"),
]


@pytest.mark.parametrize(("body", "text"), WORD)
def test_word(body: str, text: str, tmp_path: Path) -> None:
    assert docx(tmp_path, body).text == text


def test_word_notes_properties_and_remarks(tmp_path: Path) -> None:
    """Notes follow the text; properties are shown, not believed; changes and comments are told."""
    changed = f"<w:ins>{R.format('14 morts')}</w:ins>"
    comments = f"<w:comments xmlns:w='{W}'><w:comment/><w:comment/></w:comments>"
    made = docx(tmp_path, p(changed), footnotes=FOOTNOTES, comments=comments, core=CORE)
    assert made.text == "14 morts\n\nSource : la préfecture."
    assert [(f.value, f.used) for f in made.facts if f.source.startswith("properties")] == [
        ("Document1", False),
        ("2019-01-01T00:00:00Z", False),
    ]
    assert made.title != "Document1" and made.published is None
    assert made.remarks == (
        "modifications suivies : 1 insertion(s) lue(s), 0 suppression(s) laissée(s) de côté",
        "2 commentaire(s) laissé(s) de côté",
    )


CHANGES = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>99 morts</text:p>"
    "</text:deletion></text:changed-region></text:tracked-changes>"
)
NOTE = (
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p>"
    "</text:note-body></text:note>"
)
ROW = "<table:table-row>{}</table:table-row>"
CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
NAMED = "<text:span text:style-name='H'>98</text:span>"
SECTION = "<text:section text:display='none'><text:p>99</text:p></text:section>"
LINES = "<text:p>12<text:s text:c='3'/>morts<text:tab/>et<text:line-break/>suite</text:p>"

OPEN = [
    (CHANGES + "<text:p>14<text:change/> morts</text:p>", "14 morts"),
    (LINES, "12 morts et\nsuite"),
    ("<text:p>Vu<office:annotation><text:p>99</text:p></office:annotation>.</text:p>", "Vu."),
    (f"<text:p>Vu{NOTE}.</text:p><text:p>Fin.</text:p>", "Vu.\n\nFin.\n\nNote."),
    (f"<text:p>Vu <text:hidden-text>99</text:hidden-text>{NAMED}ici</text:p>", "Vu ici"),
    (SECTION + "<text:p>Vu</text:p>", "Vu"),
    (ROW.format(CELL.format("Bamako") + CELL.format("12 morts")), "Bamako\n\n12 morts"),
    (f"<table:table>{ROW.format(CELL.format('A') + CELL.format('12'))}</table:table>", "A : 12"),
    ("<text:list><text:list-item><text:p>un</text:p></text:list-item></text:list>", "un"),
    ("<text:p>à la\n  ligne</text:p>", "à la ligne"),
]
HIDING = (
    "<style:style style:name='H'><style:text-properties xmlns:text='t' text:display='none'/>"
    "</style:style>"
)


@pytest.mark.parametrize(("body", "text"), OPEN)
def test_open_document(body: str, text: str, tmp_path: Path) -> None:
    assert odt(tmp_path, body, HIDING).text == text


def test_encrypted_and_other_archives(tmp_path: Path) -> None:
    """A password, a spreadsheet, an old Word file: told apart from damage."""
    kind = "application/vnd.oasis.opendocument.text"
    locked = {"mimetype": kind, "content.xml": "x",
              "META-INF/manifest.xml": "<m:encryption-data/>"}  # fmt: skip
    rows = {
        "a.odt": (zipped(dict(locked)), "document protégé par un mot de passe"),
        "b.docx": (zipped({"xl/workbook.xml": "<a/>"}), "archive ZIP qui n'est ni DOCX ni ODT"),
        "c.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                   "ancien format Word ou Office (OLE) : enregistrer en .docx"),
        "d.docx": (b"{\\rtf1 x}", "format RTF non lu : enregistrer en .docx ou .odt"),
    }  # fmt: skip
    for name, (data, _) in rows.items():
        (tmp_path / name).write_bytes(data)
    told = {Path(s.path).name: s.reason for s in read_articles([tmp_path])[1]}
    assert told == {name: reason for name, (_, reason) in rows.items()}
