"""Which part of a page is its article: what the page marks as such, else where the prose is."""

from crosscheck.reading.readers.html_prune import named
from crosscheck.reading.readers.html_tree import Measures, Tree, words_of

_MOST = 0.6
"""Share of the longest candidate's prose that a surer one must have."""
_EXTRA = 500
"""Characters of title and lead that may stand beside a body."""


def article_root(root: Tree) -> tuple[Tree, bool]:
    """The element that holds the article, and whether the page marks it."""
    measures = Measures(root)
    ranked = [
        _longest(measures, list(root.iter("article"))),
        _longest(measures, [e for e in root.iter("*") if _marked(e)]),
        _longest(
            measures, [e for e in root.iter("*") if e.tag == "main" or e.get("role") == "main"]
        ),
    ]
    found = [element for element in ranked if element is not None]
    body = next(root.iter("body"), root)
    best = max((measures.prose[element] for element in found), default=0)
    if best and 2 * best >= measures.prose[body]:
        for element in found:
            if measures.prose[element] >= _MOST * best:
                return _within_article(element, measures), True
    return _densest(body, measures), False


def _marked(element: Tree) -> bool:
    prop = (element.get("itemprop") or "").lower()
    return "articlebody" in prop or (element.tag in {"div", "section"} and named(element, "bodies"))


def _longest(measures: Measures, elements: list[Tree]) -> Tree | None:
    """The element with most prose; the first of two alike."""
    best = None
    for element in elements:
        if measures.prose[element] and (
            best is None or measures.prose[element] > measures.prose[best]
        ):
            best = element
    return best


def _within_article(element: Tree, measures: Measures) -> Tree:
    """The element around a body that holds title, lead and pictures too, and little else."""
    for around in element.iterancestors():
        if around.tag in {"body", "html"}:
            break
        extra = measures.words[around] - measures.words[element]
        titled = around.tag == "article" or any(True for _ in around.iter("h1"))
        if titled and extra <= max(_EXTRA, 0.5 * measures.words[element]):
            return around
    return element


def _densest(body: Tree, measures: Measures) -> Tree:
    """Where trafilatura finds the text; else the smallest element with most of the prose."""
    chosen = _by_trafilatura(body)
    if chosen is not None and 2 * measures.prose[chosen] >= measures.prose[body]:
        return chosen
    element = body
    while True:
        inner = [c for c in element if 4 * measures.prose.get(c, 0) > 3 * measures.prose[element]]
        if not inner or not measures.prose[element]:
            return element
        element = inner[0]


def _by_trafilatura(body: Tree) -> Tree | None:
    """The element that holds all the paragraphs which trafilatura takes for the article."""
    import lxml.html
    import trafilatura

    text = trafilatura.extract(
        lxml.html.tostring(body, encoding="unicode"),
        include_comments=False,
        include_tables=True,
        favor_recall=True,
    )
    wanted = {" ".join(line.split()) for line in (text or "").split("\n") if len(line) > 40}
    found = [e for e in body.iter("p", "div", "td", "li") if words_of(e) in wanted]
    if not found:
        return None
    common = [*reversed(list(found[0].iterancestors())), found[0]]
    for element in found[1:]:
        line = {*element.iterancestors(), element}
        common = [a for a in common if a in line]
    return common[-1] if common else None
