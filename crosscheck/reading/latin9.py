"""ISO 8859-15 told from cp1252 by what cp1252 would make of it: « c½ur », « 200 ¤ ».

>>> is_latin9("Un cœur, 200 €.".encode("iso-8859-15"))
True
>>> is_latin9("Il reste 1 ½ page et 3 ¤ ¼.".encode("cp1252"))
False

The two differ in eight letters; where none of these signs stands, nothing tells them apart, and
cp1252 is taken.
"""

import re

_LETTER = rb"[A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\xff]"
_ROOTS = rb"uvr|ufs?\b|il(?:s|l|\b)|d[e\xe8]m|soph|cum[e\xe9]|nolog|strog|dip"
"""What follows « œ » at the beginning of a word: œuvre, œuf, œil, œdème, œsophage, œcuménique …"""
_SIGNS = re.compile(
    rb"%(l)s\xbd%(l)s{2}"  # cœur: a half stands between no letters
    rb"|(?<![A-Za-z\d\xc0-\xff])[\xbd\xbc](?:%(r)s)"
    rb"|[A-Z\xc0-\xde]\xbc[A-Z\xc0-\xde]{2}"  # CŒUR
    rb"|(?<![A-Za-z\d\xc0-\xff])\xbc(?:UVR|UFS?\b|IL\b|CUM)"
    # 200 €, 12 M€, 3 €/kg: a sign for any currency stands after no number
    rb"|\d[ \xa0]?(?:[kM]|M[ds])?\xa4(?=[.,;:!?)/\]\r\n]|\s+(?:[a-z\xdf-\xff]|[.;:!?)\xbb])|\Z)"
    rb"|\bd['\xb4]\xa4" % {b"l": _LETTER, b"r": _ROOTS}
)
_FRACTION = re.compile(rb"\d[ \xa0]?[\xbc\xbd\xbe](?!%s)" % _LETTER)
"""« 1 ½ » and no « 1 œuf »."""
_OTHER = re.compile(rb"[\x80-\x84\x86-\x9f]")
"""Letters and quotation marks of cp1252 where ISO 8859 has controls."""


def is_latin9(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 are ISO 8859-15, for certain."""
    return (
        _SIGNS.search(data) is not None
        and _OTHER.search(data) is None
        and _FRACTION.search(data) is None
    )
