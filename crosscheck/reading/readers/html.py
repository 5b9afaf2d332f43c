"""Saved web pages: the article's own text, without what stands around it.

>>> page = b"<html><title>Crues - Le Jour</title><nav>Menu 9</nav><p>Douze morts.</p></html>"
>>> read(page, Limits())[0].text
'Crues\\n\\nDouze morts.'
"""

from crosscheck.models import Block, Fact
from crosscheck.reading.draft import Draft, Outcome, Remark, Unread
from crosscheck.reading.lines import fold
from crosscheck.reading.readers.building import Building, tidy
from crosscheck.reading.readers.html_meta import facts_of_page, is_locked, linked_data, site_of
from crosscheck.reading.readers.html_prune import named, prune
from crosscheck.reading.readers.html_root import article_root
from crosscheck.reading.readers.html_text import Rendering
from crosscheck.reading.readers.html_tree import Tree, decode_page, page_tree, words_of
from crosscheck.reading.readers.text import damage, encoding_facts
from crosscheck.settings import Limits


def read(data: bytes, limits: Limits) -> tuple[Outcome, ...]:
    """The article of a page. Raises `Unread` when no text is found."""
    return (page_draft(data, limits),)


def page_draft(data: bytes, limits: Limits, declared: str = "", address: str = "") -> Draft:
    """The article of a page, with the encoding and the address that came with it."""
    found = decode_page(data, declared)
    root = page_tree(found.text)
    articles = linked_data(root)
    facts = facts_of_page(root, articles)
    left_out = prune(root)
    chosen, marked = article_root(root)
    building = Building(limits.text)
    _add_head(building, root, chosen, next((f.value for f in facts if f.field == "title"), ""))
    render(building, chosen)
    if not building.text:
        raise Unread("no_body")
    remarks = [
        *([Remark("paywall")] if is_locked(articles) else []),
        *([] if marked else [Remark("no_container")]),
        *damage(found),
    ]
    if site_of(address):
        facts = (*facts, Fact("outlet", site_of(address), "url"))
    return Draft(
        text=building.text,
        format="html",
        facts=(*facts, *encoding_facts(found)),
        blocks=_one_title(building.blocks),
        remarks=tuple(remarks),
        left_out=left_out,
    )


def _one_title(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the first heading as headline; a second one is a heading of the text."""
    first = next((block for block in blocks if block.kind == "headline"), None)
    return tuple(b for b in blocks if b.kind != "headline" or b == first)


def _add_head(building: Building, root: Tree, chosen: Tree, title: str) -> None:
    """Title and lead, where they stand outside the element that holds the text."""
    headings = [h for h in root.iter("h1") if words_of(h)]
    inside = set(chosen.iter("h1"))  # elements, since their ids are used again
    if any(h in inside for h in headings):
        return
    heading = max(headings, key=lambda h: _alike(words_of(h), title), default=None)
    if heading is None:
        if any(words_of(h) == title for h in chosen.iter("h2", "h3")):
            return
        if title and title not in words_of(chosen)[: 3 * len(title) + 300]:
            building.add(title, "headline")
        return
    building.add(tidy(words_of(heading)), "headline")
    around = {*chosen.iterancestors(), chosen}
    for element in heading.itersiblings():
        if element in around:
            break
        if element.tag in {"p", "h2"} or named(element, "leads"):
            building.add(tidy(words_of(element)))


def _alike(heading: str, title: str) -> tuple[float, int]:
    """How much of a title a heading has; the longer of two."""
    one, other = set(fold(heading).split()), set(fold(title).split())
    return len(one & other) / max(len(one | other), 1), len(heading)


def render(building: Building, chosen: Tree) -> None:
    """The paragraphs of an element, whatever its depth."""
    rendering = Rendering(building)
    waiting: list[tuple[str, Tree]] = [("start", chosen)]
    while waiting:
        step, element = waiting.pop()
        if step == "text":
            rendering.data(element)
        elif step == "end":
            rendering.end(element.tag)
        else:
            rendering.start(element.tag, element.attrib)
            if element.text:
                rendering.data(element.text)
            waiting.append(("end", element))
            for child in reversed(element):
                if child.tail:
                    waiting.append(("text", child.tail))
                if isinstance(child.tag, str):
                    waiting.append(("start", child))
    rendering.finish()
