"""What a page says of itself: JSON-LD, meta elements, its address. Each with where it stands."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from crosscheck.models import Fact
from crosscheck.reading.readers.html_tree import Tree, words_of

_ARTICLES = re.compile(r"(?:Article|Posting|Report|PressRelease|NewsItem)$", re.IGNORECASE)
_METAS = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "published": ("article:published_time", "og:published_time", "datepublished", "dc.date.issued",
                  "dc.date", "dcterms.issued", "dcterms.created", "date", "pubdate", "publish-date",
                  "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
                 "dc.date.modified", "last-modified", "lastmod"),
}  # fmt: skip
_CUT = re.compile(r"\s+(?:[|•·–—]|-|::)\s+(?=[^|•·–—]{2,80}$)")
_LONGEST = 300
_DEEPEST = 12


def linked_data(root: Tree) -> list[dict[str, Any]]:
    """The articles that JSON-LD tells of, first the one that has most to say."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        bare = re.sub(
            r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", script.text
        )
        try:
            found += _articles(json.loads(bare, strict=False))
        except (ValueError, RecursionError):
            continue
    return sorted(found, key=lambda one: -sum(k in one for k in _TELLING))


_TELLING = ("headline", "datePublished", "articleBody", "publisher")


def _articles(found: object) -> Iterator[dict[str, Any]]:
    """The nodes of an article's type, those inside others too."""
    waiting: list[tuple[object, int]] = [(found, 0)]
    while waiting:
        node, depth = waiting.pop(0)
        if depth > _DEEPEST:
            continue
        if isinstance(node, list):
            waiting += [(one, depth + 1) for one in node[:200]]
        elif isinstance(node, dict):
            types = node.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and _ARTICLES.search(name) for name in names):
                yield node
            waiting += [
                (node[k], depth + 1) for k in ("@graph", "mainEntity", "hasPart") if k in node
            ]


def facts_of_page(root: Tree, articles: list[dict[str, Any]]) -> tuple[Fact, ...]:
    """Title, outlet and days, surest first."""
    facts = [fact for article in articles[:1] for fact in _of_linked_data(article)]
    facts += _of_metas(root)
    facts += _of_elements(root)
    return tuple(fact for fact in facts if fact.value)


def _of_linked_data(article: dict[str, Any]) -> list[Fact]:
    publisher = article.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    told = {
        "title": article.get("headline") or article.get("name"),
        "outlet": name,
        "published": article.get("datePublished"),
        "modified": article.get("dateModified"),
    }
    return [
        Fact(field, _line(value), "json-ld")
        for field, value in told.items()
        if isinstance(value, str)
    ]


def _of_metas(root: Tree) -> list[Fact]:
    said: dict[str, str] = {}
    for meta in root.iter("meta"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(key) or "").lower()
            if name and meta.get("content"):
                said.setdefault(name, meta.get("content"))
    return [
        Fact(field, _line(said[name]), f"meta {name}")
        for field, names in _METAS.items()
        for name in names
        if name in said
    ]


def _of_elements(root: Tree) -> list[Fact]:
    """Microdata, `<title>`, `<html lang>`, and the site's address."""
    facts = []
    for element in root.iter("time", "span", "div", "abbr"):
        prop = (element.get("itemprop") or "").lower()
        stamp = element.get("datetime") or element.get("content") or ""
        fields = {"datepublished": "published", "datemodified": "modified"}
        field = "published" if element.get("pubdate") is not None else fields.get(prop)
        if field and stamp:
            facts.append(Fact(field, _line(stamp), f"element {prop or 'time'}"))
    title = next(root.iter("title"), None)
    if title is not None:
        said, outlet = _parted(_line(words_of(title)), root)
        headings = [_line(words_of(heading)) for heading in root.iter("h1")]
        if len(headings) == 1:
            facts.append(Fact("title", headings[0], "element h1"))
        facts.append(Fact("title", said, "element title"))
        facts.append(Fact("outlet", outlet, "element title"))
    lang = (root.get("lang") or "")[:20]
    if lang:
        facts.append(Fact("language", lang, "element html lang", used=False))
    address = _address(root)
    return [*facts, *([Fact("outlet", address, "url")] if address else [])]


def _parted(whole: str, root: Tree) -> tuple[str, str]:
    """« Titre - Site » and « Site - Titre »: the title is what a heading of the page says."""
    headings = {_line(words_of(h)) for h in root.iter("h1", "h2", "h3")}
    cut = _CUT.search(whole)
    if cut is None or whole in headings:
        return whole, ""
    first, last = whole[: cut.start()], whole[cut.end() :]
    told = [any(heading.startswith(piece) for heading in headings) for piece in (first, last)]
    return (last, first) if told == [False, True] else (first, last)


def _address(root: Tree) -> str:
    """The name of the site: `lequotidien.example` for its canonical address."""
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return site_of(link.get("href"))
    for meta in root.iter("meta"):
        if (meta.get("property") or "").lower() == "og:url" and meta.get("content"):
            return site_of(meta.get("content"))
    return ""


def site_of(address: str) -> str:
    """The host of an address without « www. »; nothing for what is none.

    >>> site_of("https://www.lequotidien.example/a/b")
    'lequotidien.example'
    """
    try:
        host = urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")[:100]


def is_locked(articles: list[dict[str, Any]]) -> bool:
    """Whether the page says that its article is for subscribers."""
    free = [article.get("isAccessibleForFree") for article in articles]
    return any(
        value is False or str(value).lower() == "false" for value in free if value is not None
    )


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
