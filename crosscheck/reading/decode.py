"""From bytes to text: byte order mark, UTF-8, what is declared, UTF-16 by its zeros, one byte each.

>>> decode("Trois accords signés".encode("cp1252"))
Decoded(text='Trois accords signés', encoding='cp1252', source='assumed')
"""

import codecs
import re
from dataclasses import dataclass

from crosscheck.reading.draft import Unread
from crosscheck.reading.latin9 import is_latin9


class NotText(Unread):
    """The bytes are no text that can be read; its message says why, in French."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read in."""

    text: str
    encoding: str
    source: str = "bytes"
    """What told it: `bom`, `bytes` (nothing else fits), `declared` by the file, `assumed`."""


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
"""How many bytes (or characters) are looked at to tell a text from something else."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""Characters that no article holds: tab, line ends, escape and U+0085 are left out."""
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")

_BROWSER = "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
"""windows-1252 as browsers read it: 0x81, 0x8D, 0x8F, 0x90 and 0x9D are control characters."""

_C1 = re.compile("[\x80-\x84\x86-\x9f]")
"""Controls that a cp1252 text turned into UTF-8 letter by letter holds for its apostrophes."""
DAMAGED = "utf-8 (octets abîmés remplacés)"


_AS_BROWSERS = frozenset(
    {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1",
     "cp819", "cp1252", "windows-1252", "x-cp1252", "ansi"}
)  # fmt: skip
"""Labels that mean windows-1252: what pages say and what they hold are two things."""
# UTF-16 is known by its mark or its zeros, never by a label alone: in it, any bytes are letters.
_FAMILIES = re.compile(
    r"iso8859-\d+|cp125\d|koi8-[ru]|mac-roman|gb18030|gbk|big5|shift_jis|euc_jp|euc_kr"
)


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text that `data` holds, without its byte order mark; line ends stay as they are.

    `declared` is what the file says of its encoding, believed where the bytes bear it out and are
    no UTF-8. Raises `NotText` when the bytes are empty of text, or no text at all.
    """
    found = (
        _marked(data)
        or _utf8(data, declared)
        or _utf16(data)
        or _declared(data, declared)
        or _one_byte(data)
    )
    if found is None or _is_noise(found.text):
        raise NotText("not_text")
    return found


def _declared(data: bytes, label: str) -> Decoded | None:
    """What the label says, if it is an encoding of texts and the bytes are of it."""
    name = label.strip().strip("\"'").lower()
    if not name or name in _AS_BROWSERS:
        return _one_byte(data, "declared") if name else None
    try:
        known = codecs.lookup(name)
    except (LookupError, ValueError):  # ValueError: a NUL in the label
        return None
    if not _FAMILIES.fullmatch(known.name):
        return None
    try:
        text = data.decode(known.name)
    except UnicodeError:
        return None
    # Where ISO 8859 has controls, cp1252 has quotation marks: the label is wrong.
    return None if _C1.search(text) or "\0" in text else Decoded(text, known.name, "declared")


def _marked(data: bytes) -> Decoded | None:
    """What the byte order mark says, as far as the bytes bear it out."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding, "bom")
    return None


def _utf8(data: bytes, declared: str) -> Decoded | None:
    """Strict UTF-8; with a few damaged bytes when everything else is plainly UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        other = declared.lower().startswith(("utf-16", "gb", "big5", "shift", "euc"))
        return None if other else _damaged_utf8(data)
    # UTF-16 of plain ASCII is valid UTF-8 full of NULs: leave it to the next step.
    if "\0" in text[:_SAMPLE]:
        return None
    if _C1.search(text):
        return Decoded(_C1.sub(lambda found: _BROWSER[ord(found[0])], text), "utf-8 (cp1252)")
    return Decoded(text, "utf-8")


def _damaged_utf8(data: bytes) -> Decoded | None:
    """A text cut in the middle of a character, or with a stray byte here and there.

    Two accented letters side by side are rare in cp1252 and the rule in UTF-8: when whole
    sequences outnumber the damage by far, cp1252 would only give « Ã© » for « é ».
    """
    whole = len(_MULTIBYTE.findall(data))
    if not whole:
        return None
    text = data.decode("utf-8", "replace")
    damage = text.count("\ufffd")
    return Decoded(text, DAMAGED) if 2 * whole >= damage else None


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: French has a zero in nearly every other byte, always the same one."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < 0.6 or min(even, odd) > 0.05:
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _one_byte(data: bytes, source: str = "assumed") -> Decoded | None:
    """cp1252, in which every byte is a character, unless it would be a strange text.

    What is plainly ISO 8859-15 is read as that, also under the label of ISO 8859-1.
    """
    if b"\0" in data:
        return None
    if is_latin9(data):
        return Decoded(data.decode("iso-8859-15"), "iso-8859-15")
    text = codecs.charmap_decode(data, "strict", _BROWSER)[0]
    sample = text[:_SAMPLE]
    # French has one accented letter in twenty; Russian or Greek read as cp1252 has nearly all.
    foreign = sum(1 for char in sample if char > "\x7f")
    return None if foreign > 0.3 * len(sample) else Decoded(text, "cp1252", source)


def _is_noise(text: str) -> bool:
    """Whether the text is heavy with control characters, which articles do not have."""
    sample = text[:_SAMPLE]
    strange = len(_CONTROL.findall(sample)) + sample.count("\ufffd")
    return "\0" in text or strange > max(1, len(sample) // 200)
