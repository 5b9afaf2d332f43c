"""The spaces that French print asks for, in our own words; what is quoted stays as it is."""

import re

from crosscheck.formats.messages import phrase

_BEFORE = re.compile(r" (?=[:»])")
_NARROW_BEFORE = re.compile(r" (?=[;!?%])")
_AFTER = re.compile(r"(?<=«) ")


def typographic(words: str) -> str:
    """Words of an article that stand as a heading and not as a quotation, with the apostrophe of
    print: `typographic("l'aide")` is « l’aide ».
    """
    return words.replace("'", "’")


def typo(text: str) -> str:
    """No-break spaces around « : ; ! ? % » where the language of the report has them.

    >>> typo("Qui dit vrai ?")
    'Qui dit vrai\\u202f?'
    """
    if not phrase("typography.spaced"):
        return text
    text = _NARROW_BEFORE.sub("\u202f", text)
    return _AFTER.sub("\u00a0", _BEFORE.sub("\u00a0", text))
