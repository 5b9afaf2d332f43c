"""What stands around an article: menus, share bars, publication lines, bylines, appeals.

Found by words (`rules/fr/boilerplate.toml`) and by shape, never by the name of an outlet.

>>> is_furniture("Lire aussi : 12 morts dans l'incendie")
True
>>> is_furniture("Trois accords ont été signés à Moscou.")
False
"""

import re

from crosscheck.reading.lines import SHORT, any_of, fold
from crosscheck.rules import table

_CUTS = re.compile(r"\s[|>»›·•]\s|\s-\s")
_END = re.compile(r"[.!?…;]['\"»”)\]]*$")
_WORD = re.compile(r"[^\s|/–—·•,()\d]+")
_NAME = re.compile(
    r"(?:[A-ZÀ-Ý]\.|[A-ZÀ-Ý][\w’'.-]*)(?:\s(?:(?:de|du|d[’']|van|von|el|al|ben)\s)?[A-ZÀ-Ý][\w’'.-]*){0,3}"
)
_LABEL = re.compile(r"(?![-–—•*])[^:.!?\d]{3,40}\s?:\s[^:.!?]{3,90}(?:[:.][^:.!?]{1,30})*$")
_DOMAIN = re.compile(r"\b(?:[\w-]+\.)+(?:com|org|net|info|fr|be|ch|ca|ml|ci|sn|bf|ne|bj|tg|cd|ga)$")


def words(name: str) -> tuple[str, ...]:
    """A list of the boilerplate rules, as a tuple: `words("share")`."""
    return tuple(table("boilerplate", name, list))


def ends_a_sentence(text: str) -> bool:
    """Whether a line closes with a full stop or the like, perhaps inside quotes."""
    return bool(_END.search(text))


def is_furniture(text: str) -> bool:
    """Whether a line is boilerplate wherever it stands.

    `is_furniture("Répondre | Partager sur WhatsApp")` holds.
    """
    if len(text) > SHORT:
        return False
    plain = fold(text)
    return bool(
        any_of(words("starts")).match(plain)
        or any_of(words("whole")).fullmatch(plain.strip(" .*!"))
        or _is_share_bar(plain)
        or is_menu(text)
        or (" - " in text and domain(text))
    )


def is_menu(text: str) -> bool:
    """Whether a line is a menu or a trail of crumbs: « Accueil > Région > Faits divers »."""
    if len(text) > SHORT or ends_a_sentence(text):
        return False
    bars = len(re.findall(r"\s[|>›]\s", text))
    starts = any_of(words("menus")).match(fold(text))
    return bars >= 2 or bool(starts and (_CUTS.search(text) or _is_title_cased(text)))


def _is_title_cased(text: str) -> bool:
    """Whether all words of four letters or more are capitalised, as in a flat menu."""
    long = [word for word in text.split() if len(word) > 3]
    return len(long) > 2 and all(word[:1].isupper() for word in long)


def _is_share_bar(plain: str) -> bool:
    if not any_of(words("share")).match(plain):
        return False
    rest = any_of(words("share")).sub(" ", plain)
    return not _WORD.search(rest)


def is_closing(text: str) -> bool:
    """Whether what follows a line, late in a text, is the page's and not the article's."""
    return len(text) < 60 and bool(any_of(words("closing")).fullmatch(fold(text).strip(" .:!*")))


def is_foot(text: str) -> bool:
    """Whether a line at the end of a text is a contact, an appeal or the like."""
    if len(text) > SHORT:
        return False
    plain = fold(text)
    label, colon, _ = plain.partition(":")
    return bool(
        is_furniture(text)
        or (colon and any_of(words("labels")).fullmatch(label.strip()))
        or any_of(words("appeals")).search(plain)
    )


def is_label(text: str) -> bool:
    """Whether a line is a label and a fragment: « Ligne de grève : porte 12, dès 5 h 30 »."""
    return bool(_LABEL.match(text)) and not ends_a_sentence(text)


def is_byline(text: str) -> bool:
    """Whether a line names the writer with a word: « Par Firmin Gbédé, envoyé spécial »."""
    if len(text) > 90 or (ends_a_sentence(text) and not re.search(r"\s[A-ZÀ-Ý]\.$", text)):
        return False
    cue = any_of(words("bylines")).match(fold(text))
    if not cue:
        return False
    rest = text[cue.end() :].strip(" :")
    return not rest or bool(re.match(r"[A-ZÀ-Ý]|la rédaction|le bureau", rest))


def is_name(text: str) -> bool:
    """Whether a line is a bare name, as a signature is: « Oura KANTÉ », « Amen K. »."""
    return len(text) < 50 and bool(_NAME.fullmatch(text))


def is_caption(text: str) -> bool:
    """Whether a line tells what a picture shows: « X (à gauche) et Y … »."""
    return len(text) <= SHORT and bool(any_of(words("captions")).search(fold(text)))


def domain(text: str) -> str:
    """The site named at the end of a line, or nothing: « … - abamako.com »."""
    found = _DOMAIN.search(fold(text))
    return found.group() if found else ""
