"""The sentences of the other rooms in the language of the report.

A finding carries its why as a French sentence, made from a template of `rules/fr/`; so do checks,
reasons and notes. A report in another language finds the template that a sentence was made from
and says the sentence of the same key, with what filled the places: quotations stay French.

`why` of a report read back from an archive is understood as well as one just made.

>>> with speaking("en"):
...     translated("« 17 morts » (a) ≠ « 19 morts » (b)")
'“17 morts” (a) ≠ “19 morts” (b)'
"""

import re
from collections.abc import Iterator
from typing import Any

from crosscheck.formats.messages import catalogue, phrase, speaking, spoken
from crosscheck.formats.typography import typographic
from crosscheck.rules import remembered, rule_files, table, words

_PLACE = re.compile(r"\{(\w+)\}")
_QUOTE = re.compile(r"« ?(.*?) ?»")
_DAY = re.compile(r"\b(1er|\d{1,2}) (\w+) (\d{4})\b")
_SCALED = re.compile(r"(\d) (million|milliard)s?\b")
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)")
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_SIDE = r"« .+?\)"
"""A wording and who has it, as a judge writes it."""
_SHAPES = {
    "acronym": r"[^«»]+?",
    "currency": r"\D+?",
    "unit": r"\D+?",
    "day": r"\S+ \S+ \d{4}",
    "weekday": r"\w+",
}
_SIDES = {"left": _SIDE, "right": _SIDE, "steps": _SIDE, "claims": _SIDE}
_APART = {"report", "sentences"}
"""Catalogues of the formats' own sentences, which are never translated back."""
_FIGURES = {
    "sum", "told", "share", "part", "whole", "parts", "due", "before", "after", "count", "price",
    "total",
}  # fmt: skip
_Templates = tuple[tuple[re.Pattern[str], str], ...]


def say_subject(subject: str) -> str:
    """A question in words; what is ours in it (« date : », « âge de ») in the report's language."""
    if spoken() == "fr":
        return typographic(subject)
    return typographic(_matched(subject, "subjects") or subject)


def translated(text: str) -> str:
    """A sentence in the report's language; what is not known is quoted, and said to be French."""
    if spoken() == "fr" or not text.strip():
        return text
    bare = text.strip().rstrip(".")
    found = _matched(bare, "reasons")
    return found if found is not None else phrase("page.in_french", text=bare)


def _matched(text: str, family: str) -> str | None:
    """The sentence of the same key in the report's language; `None` when no template fits."""
    for pattern, template in _templates(spoken())[family]:
        match = pattern.fullmatch(text)
        if match:
            filled = {name: _filled(name, value) for name, value in match.groupdict().items()}
            return template.format(**filled)
    return None


def _filled(name: str, text: str) -> str:
    """What fills a place: a sentence within a sentence, a day, figures, sides with their words."""
    if name == "why":
        return translated(text)
    if name == "weekday":
        return str(catalogue("weekdays").get(text, text))
    if name == "day":
        return _day(text)
    if name in _FIGURES:
        return " + ".join(map(_figure, text.split(" + ")))
    if name in _SIDES or name == "articles":
        return _sides(text)
    return text


def _sides(text: str) -> str:
    """Words between the quotation marks of the language; around them, our own words in it too."""
    pieces = re.split(r"(« ?.*? ?»)", text)
    for i, piece in enumerate(pieces):
        quote = _QUOTE.fullmatch(piece)
        if quote:
            pieces[i] = phrase("values.quoted", text=quote[1])
            continue
        for french, other in catalogue("fragments").items():
            pieces[i] = pieces[i].replace(french, str(other))
    return "".join(pieces)


def _figure(text: str) -> str:
    """« 1,2 million » as « 1.2 million », « 2 400 » as « 2,400 »; a number in words is quoted."""
    text = _SCALED.sub(lambda m: f"{m[1]} {catalogue('values')[m[2]][1]}", text)
    text = _GROUPED.sub(phrase("values.group"), _DECIMAL.sub(phrase("values.decimal"), text))
    plain = text[:1].isdigit() or not any(map(str.isalpha, text))
    return text if plain else phrase("values.quoted", text=text)


def _day(text: str) -> str:
    """« 14 mars 2025 » with the month of the report's language."""
    with speaking("fr"):
        months = list(catalogue("dates")["months"])
    match = _DAY.fullmatch(text)
    if not match or match[2] not in months:
        return text
    number = phrase("dates.first_day") if match[1] == "1er" else match[1]
    return f"{number} {catalogue('dates')['months'][months.index(match[2])]} {match[3]}"


@remembered
def _templates(language: str) -> dict[str, _Templates]:
    """French templates and their counterparts, those with most words of their own first."""
    reasons = [
        (french, other, _SHAPES | (_SIDES if name == "verdicts" else {}))
        for name in sorted(rule_files(language).keys() & rule_files().keys() - _APART)
        for french, other in _pairs(words(name), words(name, language))
    ]
    told, asked = (
        table("sentences", f, language=language).items() for f in ("reasons", "subjects")
    )
    return {
        "reasons": _compiled([*reasons, *((french, other, _SHAPES) for french, other in told)]),
        "subjects": _compiled([(french, other, _SHAPES) for french, other in asked]),
    }


def _pairs(french: dict[str, Any], other: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The sentences of one key in two catalogues, where the second asks for no place of its own."""
    for section in (key for key in other if isinstance(other[key], dict)):
        theirs = french.get(section, {})
        for key, said in other[section].items():
            if key in theirs and set(_PLACE.findall(said)) <= set(_PLACE.findall(theirs[key])):
                yield theirs[key], said


def _compiled(templates: list[tuple[str, str, dict[str, str]]]) -> _Templates:
    ordered = sorted(templates, key=lambda row: -len(_PLACE.sub("", row[0])))
    return tuple((_pattern(french, shapes), other) for french, other, shapes in ordered)


def _pattern(template: str, shapes: dict[str, str]) -> re.Pattern[str]:
    """What a sentence made from a template looks like; its first letter may be a capital."""
    literal = _PLACE.split(template)
    first = literal[0][:1]
    head = f"[{first.upper()}{first}]" if first.isalpha() else re.escape(first)
    pattern = head + re.escape(literal[0][1:])
    seen: set[str] = set()
    for name, text in zip(literal[1::2], literal[2::2], strict=True):
        pattern += f"(?P={name})" if name in seen else f"(?P<{name}>{shapes.get(name, '.+?')})"
        pattern += re.escape(text)
        seen.add(name)
    return re.compile(pattern.replace("'", "['’]"), re.DOTALL)
