"""What of a page stands around its article, and goes: by element, by name, by links, by headings.

What goes is told, so that a reader sees why a claim is missing.
"""

import re
from collections.abc import Callable
from functools import cache

from crosscheck.models import LeftOut
from crosscheck.reading.lines import fold
from crosscheck.reading.readers.html_text import SILENT
from crosscheck.reading.readers.html_tree import Measures, Tree, name_of, words_of
from crosscheck.rules import remembered, table

_Why = Callable[[Tree, Measures, int], str]
"""Why an element goes, by its measures and the prose of the whole page; nothing when it stays."""
_TAGS = frozenset(
    {"nav", "aside", "footer", "form", "button", "dialog", "menu", "input", "address"}
)
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
     "menu", "menubar", "toolbar", "tablist", "feed", "alert", "status", "marquee", "timer"}
)  # fmt: skip
_KEPT = frozenset({"html", "body", "main"})
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SHOWN = 60
"""Characters told of each thing left out."""
_MOST = 100
_LONG = 150
"""Characters of a paragraph that is an article's own, whatever heading stands above it."""


@remembered
def _named(key: str) -> re.Pattern[str]:
    words = sorted(table("pages", key, list), key=lambda word: (-len(word), word))
    return re.compile(" (?:" + "|".join(map(re.escape, words)) + ") ")


@remembered
def _openings() -> re.Pattern[str]:
    words = sorted(map(fold, table("pages", "openings", list)), key=lambda w: (-len(w), w))
    return re.compile(r"(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


@cache
def _comments() -> re.Pattern[str]:
    return re.compile(r"(?:\d+\s)?(?:vos\s)?(?:commentaires?|réactions?)|(?:poster|laisser) un")


def named(element: Tree, key: str) -> bool:
    """Whether class or id of an element hold one of the words: `named(div, "furniture")`."""
    return bool(_named(key).search(name_of(element)))


def prune(root: Tree) -> tuple[LeftOut, ...]:
    """Takes furniture and hidden text out of the tree; what it was, in order."""
    gone: list[LeftOut] = []
    _sweep(root, gone, _why_not_seen)
    _sweep(root, gone, _why_around)
    _close_lists(root, gone)
    _sweep(root, gone, _why_links)
    return tuple(gone[:_MOST])


def _sweep(root: Tree, gone: list[LeftOut], why_of: _Why) -> None:
    """One pass from the top: what has a reason goes with all it holds."""
    measures = Measures(root)
    whole = measures.prose.get(root, 0)
    waiting = [root]
    while waiting:
        element = waiting.pop()
        reason = why_of(element, measures, whole)
        if reason:
            _drop(element, reason, gone)
        else:
            waiting.extend(reversed([child for child in element if isinstance(child.tag, str)]))


def _drop(element: Tree, reason: str, gone: list[LeftOut]) -> None:
    words = words_of(element)[: _SHOWN + 1] if element.tag not in SILENT else ""
    if words and len(gone) < _MOST:
        shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        gone.append(LeftOut(shown, reason))
    if element.getparent() is not None:
        element.drop_tree()


def _why_not_seen(element: Tree, measures: Measures, whole: int) -> str:
    """Scripts, and what a reader of the page does not see."""
    del measures, whole
    if element.tag in {"html", "body", "head"}:
        return ""
    if element.tag in SILENT:
        return "silent"
    style = element.get("style") or ""
    unseen = (
        element.get("hidden") is not None
        or (element.get("aria-hidden") or "").lower() == "true"
        or (style and _UNSEEN.search(style))
        or named(element, "hidden")
    )
    return "hidden" if unseen else ""


def _why_around(element: Tree, measures: Measures, whole: int) -> str:
    """Menus, comments, bars: by element, role or name, unless most of the prose is in it."""
    if element.tag in _KEPT or element.tag in {"head", "h1", "p", "span", "em", "strong", "b", "i"}:
        return ""
    holds = 2 * measures.prose[element] > whole or any(True for _ in element.iter("h1"))
    if holds:
        return ""
    if element.tag in _TAGS:
        return str(element.tag)
    role = (element.get("role") or "").lower()
    if role in _ROLES:
        return role
    if element.tag == "header" and not any(
        a.tag in {"article", "main"} for a in element.iterancestors()
    ):
        return "header"
    found = _named("furniture").search(name_of(element))
    return found[0].strip() if found else ""


def _why_links(element: Tree, measures: Measures, whole: int) -> str:
    """Lists of links, and paragraphs that are nothing but one."""
    del whole
    words, share = measures.words[element], measures.link_share(element)
    if not words or element.tag in _KEPT or element.tag in {"a", "h1", "head"}:
        return ""
    alone = share > 0.9 and words < 250
    if element.tag in {"p", "li", "figure"} and alone:
        return "links"
    if element.tag in {"ul", "ol", "div", "section", "dl", "table", "td"}:
        many = measures.links[element] >= 3 and share > 0.6
        return "links" if (many or (alone and measures.links[element])) else ""
    return ""


def _close_lists(root: Tree, gone: list[LeftOut]) -> None:
    """« Lire aussi », « Commentaires »: the heading, and what it opens."""
    for element in list(root.iter(*_HEADINGS, "p", "div", "strong", "span")):
        if element.getparent() is None or len(element) > 3:
            continue
        words = words_of(element)
        plain = fold(words).strip(" .:!»›>*")
        opening = _openings().match(plain) if 0 < len(words) < 200 else None
        if not opening:
            continue
        heading = opening.end() == len(plain) or (element.tag in _HEADINGS and len(plain) < 60)
        colon = plain[opening.end() :].lstrip()[:1] in {":", "–", "-", ">"}
        if element.tag in {"strong", "span"} and not heading:
            continue
        if heading:
            _drop_following(_topmost(element, words), gone, bool(_comments().match(plain)))
        if heading or colon:
            _drop(element, opening[0], gone)


def _topmost(element: Tree, words: str) -> Tree:
    """The element, or the one around it that holds nothing else."""
    while (parent := element.getparent()) is not None and parent.tag not in _KEPT:
        if len(parent) > 1 or words_of(parent) != words:
            break
        element = parent
    return element


def _drop_following(heading: Tree, gone: list[LeftOut], everything: bool) -> None:
    """The list that a heading opens: up to the next heading, or to a paragraph of prose."""
    listed = False
    for element in list(heading.itersiblings()):
        if element.tag in {"h1", "h2", "article"} and not everything:
            break
        if element.tag == heading.tag and element.tag in _HEADINGS:
            break
        measures = Measures(element)
        own = measures.link_share(element) < 0.3
        prose = measures.prose[element] >= (1 if listed and element.tag == "p" else _LONG)
        if not everything and own and prose:
            break
        listed = listed or element.tag in {"ul", "ol"} or not own
        _drop(element, "list", gone)
