"""The template filled: every value escaped, the script and the style named by their hash.

The page may load nothing and run nothing but its own script (`Content-Security-Policy`), so that an
article that slips a tag past every other guard is still only words.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from crosscheck.formats.escape import seen
from crosscheck.formats.html.page import build
from crosscheck.formats.messages import phrase, speaking, spoken
from crosscheck.formats.typography import typo
from crosscheck.models import Report
from crosscheck.rules import remembered

_FOLDER = Path(__file__).parent / "templates"


def to_html(report: Report) -> str:
    """The whole page, in the language of the report; ends with one newline."""
    return _environment().get_template("page.html.j2").render(page=build(report), lang=spoken())


@cache
def _environment() -> Environment:
    """Autoescape for all, an error for what is undefined, controls shown instead of obeyed."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style, script = (
        (_FOLDER / "page.css").read_text("utf-8"),
        (_FOLDER / "page.js").read_text("utf-8"),
    )
    environment.globals |= {
        "say": _say,
        "dot": _dot,
        "style": Markup(style),
        "script": Markup(script),
        "style_hash": _digest(style),
        "script_hash": _digest(script),
    }
    environment.filters |= {"typo": typo, "place": _place}
    return environment


def _say(key: str, **fields: object) -> Markup:
    """A phrase of the catalogue with the spaces that its language asks for, escaped."""
    return escape(seen(typo(phrase(key, **fields)))) if fields else _fixed(spoken(), key)


@remembered
def _fixed(language: str, key: str) -> Markup:
    """A phrase without places, kept: a large page says some of them ten thousand times."""
    with speaking(language):
        return escape(seen(typo(phrase(key))))


def _dot(cell: str) -> Markup:
    """One place of a matrix: « told », « told_otherwise » or « silent », which is a bare dash."""
    return _fixed_dot(spoken(), cell)


@remembered
def _fixed_dot(language: str, cell: str) -> Markup:
    symbol = _fixed(language, f"symbols.{cell}")
    if cell == "silent":
        return symbol
    return _DOT.format(cell, _fixed(language, f"page.{cell}"), symbol)


_DOT = Markup('<span class="dot {}" role="img" aria-label="{}">{}</span>')


def _finalize(value: object) -> object:
    """What any `{{ … }}` writes: a string without anything that acts unseen."""
    return seen(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _place(value: float) -> Markup:
    """A place in a drawing, without needless zeros: `_place(12.50)` is « 12.5 »."""
    return Markup(f"{value:.2f}".rstrip("0").rstrip("."))


def _digest(text: str) -> str:
    """The hash by which a policy allows this text alone."""
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
