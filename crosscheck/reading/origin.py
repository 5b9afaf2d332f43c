"""Who really speaks when it is not the outlet: an agency, the office behind a communiqué.

>>> origin_of(["23 avril 2025, 08:02 - La rédaction, avec Agence Méridien"], "")
'Agence Méridien'
"""

import re
from collections.abc import Sequence

from crosscheck.reading.lines import any_of, fold
from crosscheck.rules import table

_NAME = r"(?:[A-ZÀ-Ý][\w’'&.-]*)(?:\s(?:(?:de|du|des|d[’']|la|l[’'])\s?)*[A-ZÀ-Ý][\w’'&.-]*){0,5}"
_PARENTHESES = re.compile(r"\(([^()]{2,60})\)")
_OF = re.compile(r"(?:(?:du|de la|de l[’']|des)\s?)")


def _words(name: str) -> tuple[str, ...]:
    return tuple(table("agencies", name, list))


def agency_in(text: str) -> str:
    """The agency that a few words name alone: `agency_in("AFP")`; empty when they name none.

    A bare « Agence » says that it is one, not which: nothing.
    """
    bare = text.strip(" .,;:–—-")
    for part in re.split(r"\s(?:et|/|avec|–|—|-)\s|/|,\s", bare):
        if part in _words("agencies"):
            return part
        head = any_of(_words("agency_heads")).match(fold(part))
        if head and re.fullmatch(_NAME, part) and len(part.split()) > 1:
            return part
    return ""


def origin_of(furniture: Sequence[str], lead: str) -> str:
    """The origin that the lines around an article and its first words credit, or nothing.

    `furniture` are the head and foot lines, `lead` the dateline of the first paragraph.
    """
    credited = [agency_in(inside) for inside in _PARENTHESES.findall(lead)]
    for line in furniture:
        credited += [agency_in(inside) for inside in _PARENTHESES.findall(line)]
        credited.append(_credited(line))
    return next((name for name in credited if name), "")


def _credited(line: str) -> str:
    """« avec AFP », « Source : Reuters », « … | Présidence », « Communiqué du collectif X »."""
    plain = fold(line)
    for cue in any_of(_words("credits")).finditer(plain):
        rest = line[cue.end() :].strip()
        name = re.match(_NAME, rest)
        agency = agency_in(name.group()) if name else ""
        if agency or (":" in cue.group() and name):
            return agency or rest.rstrip(" .)")
    agency = agency_in(line)
    return agency or _issuer(line) or _communique(line, plain)


def _issuer(line: str) -> str:
    """The office that closes a publication line: « Publié le lundi 23 juin 2025 | Présidence »."""
    tail = re.split(r"\s[|–—•·-]\s|,\s", line)[-1].strip()
    known = any_of(_words("issuers")).match(fold(tail))
    dated = re.search(r"\d{4}|\d\d:\d\d", line)
    return tail if known and dated and tail != line.strip() else ""


def _communique(line: str, plain: str) -> str:
    cue = any_of(_words("communiques")).match(plain)
    if not cue or re.search(r"\d", line):
        return ""
    return line[cue.end() :].strip(" .:")
