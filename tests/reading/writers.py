"""One story written in each format, by programs of its own kind where there are such.

`write_all(folder, paragraphs)` gives the files; the first paragraph is the title.
"""

import html
import json
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

LIBREOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def tags(paragraphs: Sequence[str], name: str = "p") -> str:
    return "".join(f"<{name}>{html.escape(p, quote=False)}</{name}>" for p in paragraphs)


def page(paragraphs: Sequence[str]) -> str:
    """A page as sites of news write them, with a menu and a column of other news."""
    title, *body = paragraphs
    return (
        "<!doctype html><html lang=fr><head><meta charset=utf-8>"
        f"<title>{html.escape(title)}</title>"
        "</head><body><nav><a href=/>Accueil</a> <a href=/s>Sports</a></nav><main><article>"
        f"<h1>{html.escape(title)}</h1>{tags(body)}</article></main>"
        "<aside class=sidebar><h2>Les plus lus</h2><ul><li><a href=/1>999 morts ailleurs</a></ul>"
        "</aside><footer>© 2024, 77 rue du Port</footer></body></html>"
    )


def markdown(paragraphs: Sequence[str]) -> str:
    return "# " + "\n\n".join(paragraphs) + "\n"


def docx(paragraphs: Sequence[str]) -> bytes:
    """A Word file as the standard has it, made by hand."""
    style = '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'
    body = "".join(
        f"<w:p>{style if not i else ''}<w:r><w:t xml:space='preserve'>"
        f"{html.escape(p, quote=False)}</w:t></w:r></w:p>"
        for i, p in enumerate(paragraphs)
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/"
            "content-types'/>",
            "word/document.xml": f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>",
        }
    )


def flat_odt(paragraphs: Sequence[str]) -> str:
    """A flat OpenDocument text: what LibreOffice converts from."""
    names = " ".join(f'xmlns:{n}="{OFFICE}{n}:1.0"' for n in ("office", "text", "style"))
    title, *body = paragraphs
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f'<text:h text:outline-level="1" text:style-name="Title">{html.escape(title)}</text:h>'
        f"{tags(body, 'text:p')}</office:text></office:body></office:document>"
    )


def converted(folder: Path, paragraphs: Sequence[str], to: str) -> Path:
    """A file that LibreOffice writes: `converted(folder, paragraphs, "docx")`."""
    assert LIBREOFFICE is not None
    source = folder / "libreoffice.fodt"
    source.write_text(flat_odt(paragraphs), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [LIBREOFFICE, profile, "--headless", "--convert-to", to, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    return folder / f"libreoffice.{to}"


def odt(paragraphs: Sequence[str]) -> bytes:
    """An OpenDocument text made by hand, for machines without LibreOffice."""
    names = " ".join(f"xmlns:{n}='{OFFICE}{n}:1.0'" for n in ("office", "text"))
    title, *body = paragraphs
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:body><office:text>"
            f"<text:h text:style-name='Title'>{html.escape(title)}</text:h>{tags(body, 'text:p')}"
            "</office:text></office:body></office:document-content>",
        }
    )


def zipped(members: dict[str, str | bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, compress_type=kind)
    return data.getvalue()


def pdf(
    paragraphs: Sequence[str], *, columns: int = 2, running: str = "Communiqué n° 999"
) -> bytes:
    """A communiqué: a running head, page numbers, one column or two, justified."""
    data = BytesIO()
    styles = getSampleStyleSheet()
    width = (A4[0] - 144 - 20 * (columns - 1)) / columns

    def furniture(canvas, document):  # type: ignore[no-untyped-def]
        canvas.setFont("Helvetica", 8)
        if running:
            canvas.drawString(72, 810, running)
        canvas.drawString(290, 30, f"Page {document.page} / 9")

    made = BaseDocTemplate(data, pagesize=A4)
    frames = [Frame(72 + i * (width + 20), 72, width, 700) for i in range(columns)]
    made.addPageTemplates([PageTemplate(frames=frames, onPage=furniture)])
    text = ParagraphStyle("texte", parent=styles["BodyText"], alignment=4)
    title, *body = [html.escape(p, quote=False) for p in paragraphs]
    made.build([Paragraph(title, styles["Title"]), *(Paragraph(p, text) for p in body)])
    return data.getvalue()


def eml(paragraphs: Sequence[str]) -> bytes:
    title, *body = paragraphs
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = title, "Presse <presse@exemple.ml>", "a@exemple.ml"
    mail.set_content("\n\n".join(body), cte="quoted-printable")
    mail.add_alternative(f"<html><body>{tags(body)}</body></html>", subtype="html")
    return mail.as_bytes()


def rss(paragraphs: Sequence[str]) -> str:
    title, *body = paragraphs
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Le fil</title>"
        f"<item><title>{html.escape(title)}</title><description>Court.</description>"
        f"<content:encoded><![CDATA[{tags(body)}]]></content:encoded></item></channel></rss>"
    )


def ninjs(paragraphs: Sequence[str]) -> str:
    title, *body = paragraphs
    record = {"uri": "urn:a", "type": "text", "headline": title, "body_text": "\n\n".join(body)}
    return json.dumps(record)


def newsml(paragraphs: Sequence[str]) -> str:
    title, *body = paragraphs
    return (
        "<?xml version='1.0' encoding='utf-8'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'"
        f"><contentMeta><headline>{html.escape(title)}</headline></contentMeta><contentSet>"
        "<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'>"
        f"<body>{tags(body)}</body></html></inlineXML></contentSet></newsItem>"
    )


def jsonl(paragraphs: Sequence[str]) -> str:
    title, *body = paragraphs
    return json.dumps({"title": title, "text": "\n\n".join(body)}, ensure_ascii=False) + "\n"


def warc(paragraphs: Sequence[str]) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    data = BytesIO()
    writer = WARCWriter(data, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], "HTTP/1.1")
    answer = BytesIO(page(paragraphs).encode())
    address = "https://www.exemple.ml/a"
    writer.write_record(
        writer.create_warc_record(address, "response", answer, http_headers=headers)
    )
    return data.getvalue()


FORMATS = {
    "html": lambda p: page(p).encode(),
    "md": lambda p: markdown(p).encode(),
    "docx": docx,
    "odt": odt,
    "pdf": pdf,
    "eml": eml,
    "rss": lambda p: rss(p).encode(),
    "json": lambda p: ninjs(p).encode(),
    "xml": lambda p: newsml(p).encode(),
    "jsonl": lambda p: jsonl(p).encode(),
    "warc.gz": warc,
}
"""The eleven formats, by suffix: what makes a file of them."""
