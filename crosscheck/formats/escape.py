"""What keeps the text of an article from becoming markup, commands or formulas.

>>> markdown("a | b <script> [x](y)")
'a &#124; b &lt;script&gt; \\\\[x\\\\](y)'

An article may hold anything: every format passes what it quotes, ids and titles included, through
the function of this page that bears its name. None of them raises.
"""

import re
import unicodedata

JOINER = "\u2060"
"""WORD JOINER: no width, no space, no punctuation; parts what must not be read as one."""

_SPACES = re.compile("[\t\n\v\f\r \x1c-\x1f\x85\u2028\u2029]+")
_MARKS = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        # Entities, since GitHub cuts the cells of a table before it reads a backslash.
        "|": "&#124;",
        "\\": "&#92;",
        "{": "&#123;",
        "}": "&#125;",
        **{mark: f"\\{mark}" for mark in "`*_[]~#$"},
    }
)
_BLOCK = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")
_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?\Z")


_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Bidirectional controls: they can show a line otherwise than it is written."""


def _invisible(char: str) -> bool:
    """Controls, bidirectional and other format characters, halves of a character."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"}


def one_line(text: str) -> str:
    """`one_line("a\\n b")` is « a b »: runs of spaces as one, no-break spaces left as they are."""
    return _SPACES.sub(" ", text).strip(" ")


def clean(text: str) -> str:
    """One line without anything that cannot be seen: `clean("a\\x1b[31m\\n b")` is « a[31m b »."""
    return one_line("".join(c for c in one_line(text) if not _invisible(c)))


def markdown(text: str) -> str:
    """The text on one line, as GitHub-flavoured Markdown that renders to just these characters.

    Safe in a paragraph, a list item, a heading and the cell of a table. Addresses stay words:
    a word joiner, which nobody sees, parts « www. », « :// » and « @name ».
    """
    text = clean(text)
    text = re.sub(r"(?i)(www)\.", rf"\1{JOINER}.", text)
    text = re.sub(r"(?i)([a-z]:)(?=//)", rf"\1{JOINER}", text)
    text = re.sub(r"(?i)(mailto|xmpp):", rf"\1{JOINER}:", text)
    text = re.sub(r"@(?=\w)", f"@{JOINER}", text)
    text = re.sub(r":(?=[a-z+-][\w+-]*:)", f":{JOINER}", text)
    text = text.translate(_MARKS)
    return _BLOCK.sub(lambda m: m[1] + "\\" if m[1][0].isdigit() else "\\" + m[1], text)


def bold(text: str) -> str:
    """`bold("12 morts")` is « **12 morts** »; the argument is plain text, and is escaped.

    Stars that touch a mark do not always open; a word joiner between them makes it sure.
    """
    inner = markdown(text)
    if not inner:
        return ""
    before = "" if inner[0].isalnum() else JOINER
    after = "" if inner[-1].isalnum() else JOINER
    return f"**{before}{inner}{after}**"


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading: `slug("f1. Morts — ≠ deux")` is `f1-morts---deux`.

    `heading` is the rendered text, before any escape.
    """
    kept = (c for c in clean(heading).lower() if c in "-_ " or unicodedata.category(c)[0] in "LMN")
    return "".join(kept).replace(" ", "-")


def terminal(text: str) -> str:
    """One line on which controls and bidirectional marks are seen instead of obeyed.

    `terminal("a\\x1b[31m")` is « a␛[31m ». What begins a command in the log of a build service
    (« ::error », « ##[ ») is parted by a narrow space.
    """
    text = "".join(_seen(c) if _invisible(c) else c for c in one_line(text))
    text = one_line(text)
    return re.sub(r":(?=:)|#(?=#\[)", "\\g<0>\u202f", text)


def _seen(char: str) -> str:
    """A picture for a control character, the code point for what turns or breaks a line."""
    code = ord(char)
    if unicodedata.category(char) == "Cf" and char not in _TURNING:
        return ""
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"‹U+{code:04X}›"


def csv_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: `csv_cell("=1+1")` is « '=1+1 ».

    Numbers stay as they are. A « ; » begins a cell for a French spreadsheet, hence the second rule.
    """
    text = clean(text)
    if _FORMULA.match(text) and not _NUMBER.match(text):
        text = "'" + text
    return re.sub(r";(?=\s*[=+\-@＝＋－＠])", ";'", text)


def seen(text: str) -> str:
    """The text with controls and bidirectional marks made visible; the rest as it is.

    `seen("a\\x1b[31m")` is « a␛[31m ». For HTML, whose own marks its template escapes.
    """
    return _ACTING.sub(lambda match: _seen(match[0]), text)


_ACTING = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff{''.join(sorted(_TURNING))}]"
)
"""What does something instead of being read; a line end or a tab does not."""
