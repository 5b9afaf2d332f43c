"""The day an article was published, read from the lines that say so.

>>> day_of("Communiqué n° 014 du 16 mars 2025")
Stamp(rank=1, day=datetime.date(2025, 3, 16), clock='')
>>> day_of("Le décret du 16 mars 2025 fixe à douze le nombre de sièges.") is None
True
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from crosscheck.reading.furniture import words
from crosscheck.reading.lines import SHORT, any_of, fold
from crosscheck.rules import table

PUBLISHED, LINE, SIGNED, DATELINE, MODIFIED, AS_OF, UNDATED = range(7)
"""How sure a line is of the day, surest first; an `UNDATED` line has no full day."""
SOURCES = ("published", "line", "signed", "dateline", "modified", "as-of", "month")
"""What each of them is called where an article says how it knows its day."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, and how sure it is that it is the day of publication (see `PUBLISHED`)."""

    rank: int
    day: date | None
    clock: str = ""
    """The hour, where it is told: « 09:20 »."""


_TIME = (
    r"(?:\s*(?:,|à|–|—|-|\||vers)?\s*(?:\d{1,2}\s?(?:h|:|heures?)\s?(?:\d{2})?(?:\s?(?:minutes|min))?"
    r"|midi|minuit)(?:\s(?:gmt|utc|tu))?)?"
)
_AFTER = re.compile(
    _TIME + r"\s*(?:$|[],|–—·•(-]|par\s|dans\s|sous\s|de notre\s|mise?\b|modifi|actualis|[/[])"
)
_OPENING = re.compile(r"(?:le\s)?$")
_PLACE = re.compile(r"[^\W\d_][\w'() -]{1,40}(?:,|\s[–—|-])\s*(?:le\s)?$")
_ISSUED_TAIL = (
    r"(?:\s(?:de presse|officiel(?:le)?|finale?|conjointe?|spéciale?|d'\w+))*"
    r"(?:\s*n[°o]\s*[\w/.-]+)?"
    r"(?:\s*[,:–—-]\s*[^,.!?]{0,40}?)?"
    r"\s*(?:du|le|de ce|[,:–—-]|,\s*le|[–—-]\s*le)?\s*$"
)
_SPOKEN = re.compile(r"(?:[,–—|-]|\sdu|\sle)\s*$")


@lru_cache(maxsize=4)
def _dates(months: tuple[str, ...], weekdays: tuple[str, ...]) -> re.Pattern[str]:
    """A full day in a folded line, with the weekday before it if there is one."""
    month = "|".join(sorted(map(re.escape, months), key=lambda name: (-len(name), name)))
    week = "|".join(map(re.escape, weekdays))
    return re.compile(
        rf"(?<![\w/])(?:(?:{week})\.?,?\s(?:le\s)?)?(?:"
        rf"(?P<d>\d{{1,2}})(?:er)?\s(?P<m>{month})\.?\s(?P<y>\d{{4}})"
        r"|(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>\d{4})"
        r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2}))(?![\w/])"
    )


def full_days(plain: str) -> list[tuple[int, int, date]]:
    """Every full day of a folded line, with its place: start, end, day."""
    months = table("calendar", "months") | table("calendar", "short_months")
    weekdays = tuple(table("calendar", "weekdays"))
    found = []
    for match in _dates(tuple(months), weekdays).finditer(plain):
        number = {key: value for key, value in match.groupdict().items() if value}
        name = number.get("m")
        month = months[name] if name else int(number.get("m2") or number["m3"])
        year = int(number.get("y") or number.get("y2") or number["y3"])
        day = int(number.get("d") or number.get("d2") or number["d3"])
        try:
            found.append((match.start(), match.end(), date(year, month, day)))
        except ValueError:
            continue
    return found


def day_of(text: str) -> Stamp | None:
    """What a line says of the day of publication; `None` when it is no such line.

    The line must have the shape of furniture: an article that merely mentions a day is no stamp.
    """
    return next(iter(stamps_of(text)), None)


def stamps_of(text: str) -> list[Stamp]:
    """Every stamp of a line: « Publié le 13 mars 2025, mis à jour le 14 mars 2025 » has two."""
    if len(text) > 2 * SHORT:
        return []
    plain = fold(text)
    days = full_days(plain)
    if not days:
        return [Stamp(UNDATED, None)] if _says_published(plain) else []
    start, end, day = days[0]
    rank = _rank(plain[:start], plain[end:].rstrip(" ."), text)
    if rank is None or (closes_a_sentence(text) and rank != SIGNED):
        return []
    changed = days[1:] and any_of(words("modified")).search(plain[end : days[1][0]])
    stamp = Stamp(rank, day, _clock(plain[:start], plain[end:]))
    if not changed:
        return [stamp]
    return [stamp, Stamp(MODIFIED, days[1][2], _clock("", plain[days[1][1] :]))]


_HOUR = r"(?:(\d{1,2})\s?(?:h|:|heures?)\s?(\d{2})?(?!\d)|(midi|minuit|[a-z-]+(?= heures?\s*$)))"
_ASIDE = r"(?:\s*\([^()]*\))?"
"""« (Agence X) » between a day and its hour."""
_AT = re.compile(rf"{_ASIDE}\s*(?:,|à|–|—|-|\||vers)?\s*{_HOUR}(\s(?:gmt|utc|tu)\b)?")
_OF = re.compile(rf"(?:\bde|\bdu|\ble)\s{_HOUR}()")
_IN_WORDS = {"midi": 12, "minuit": 0}


def _clock(before: str, after: str) -> str:
    """The hour that stands after a day, or in « le journal de 13 heures » before it; of what was
    changed since, the hour of the change alone.

    One of another meridian is not compared with those of here, and left.
    """
    changed = any_of(words("modified")).search(after)
    said = any_of(words("broadcasts") + words("issued")).search(after)  # « , flash de 7 h 30 »
    found = (
        _AT.match(after, changed.end())
        if changed
        else _AT.match(after) or _OF.search(before.rstrip(" ,–—-")) or (said and _OF.search(after))
    )
    if not found or found[4]:
        return ""
    known = table("numbers", "cardinals") | _IN_WORDS
    if found[3] and found[3] not in known:
        return ""
    hour = known[found[3]] if found[3] else int(found[1])
    minute = int(found[2] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def closes_a_sentence(text: str) -> bool:
    """Whether a line ends as prose does; the dot of « Edmond K. » is none."""
    bare = text.rstrip("»\"'”) ")
    return bare.endswith((".", "!", "?", "…")) and not re.search(r"\b[A-ZÀ-Ý]\.$", bare)


_WHEN = re.compile(r"\s(?:le|à|il y a|hier|aujourd'hui|ce)\b|\s:")


def _says_published(plain: str) -> bool:
    """« Publié hier », « Mis à jour à 11 h »: a publication line without a full day."""
    if len(plain) > 90 or plain.endswith("."):
        return False
    found = any_of(words("published") + words("modified")).match(plain)
    return bool(found and _WHEN.match(plain, found.end()))


def _rank(before: str, after: str, text: str) -> int | None:
    """How sure the day is, from what stands before and after it in the line."""
    follows = bool(_AFTER.match(after))
    if not follows and after.strip():
        return None
    if any_of(words("modified")).search(before):
        return MODIFIED
    if _published_cue(before, after, text):
        return PUBLISHED
    if any_of(words("signed")).match(before) and before.rstrip().endswith("le"):
        return SIGNED
    if any_of(words("as_of")).match(before):
        return AS_OF
    if _is_letterhead(before, after, text):
        return LINE
    shapes = (_OPENING, _PLACE)
    if any(shape.fullmatch(before) for shape in shapes) or _is_announcement(before, after):
        return LINE
    return None


def _is_announcement(before: str, after: str) -> bool:
    """« Tract du », « Par Awa Koné, le », « le journal de 13 heures — »: what is dated so."""
    if any_of(words("bylines")).match(before) and _SPOKEN.search(before):
        return True
    issued = any_of(words("issued") + words("broadcasts"))
    if any(re.fullmatch(_ISSUED_TAIL, before[m.end() :]) for m in issued.finditer(before)):
        return True
    named = issued.search(before) or any_of(words("broadcasts")).search(after)
    paper = any_of(words("periodicals")).search(before)
    return bool((named or paper) and _SPOKEN.search(before))


_HEADED = re.compile(r"\b[^.!?;:]{0,100}(?:,|\s[–—|-])\s*(?:le\s)?$")


def _is_letterhead(before: str, after: str, text: str) -> bool:
    """« Ville de Vézac – Direction de la communication – 06/10/2024 »: the house, what is of it, a
    day at the end of the line.
    """
    house = any_of(words("houses")).match(before)
    ends = not re.sub(_TIME, "", after, count=1).strip()
    return bool(house and ends and text[:1].isupper() and _HEADED.match(before, house.end()))


_MASTHEAD = re.compile(r"(?:(?:[^\W\d_a-zà-öø-ÿ][\w'’.-]*|&|\w{1,3})(?:\s|(?=,))){1,6},\s")
"""« SCIENCES & TERRE, », « Le Journal de l'Île, »: a name, and nothing that would begin prose."""
_BY_WHOM = re.compile(r"\s*(?::|par [^,]{2,40}?)?,?\s*(?:le\s)?")


def _published_cue(before: str, after: str, text: str) -> bool:
    """« Publié le » close before the day: at the start of the line, after a cut or a name, or
    capitalised.
    """
    found = list(any_of(words("published")).finditer(before))
    if not found or not _BY_WHOM.fullmatch(before, found[-1].end()):
        return False
    at = found[-1].start()
    lead = before[:at].strip(" -–—|[(")
    cut = before[:at].rstrip()[-1:] in "-–—|[(·•"
    masthead = _MASTHEAD.fullmatch(text[:at]) and not re.sub(_TIME, "", after).strip()
    return " " not in lead or cut or text[at].isupper() or bool(masthead)
