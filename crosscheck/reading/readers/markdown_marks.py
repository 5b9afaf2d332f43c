"""The marks inside a line of Markdown: where they stand, as the parser itself meets them.

>>> marks_of("**Douze** [morts](http://a.fr)")
[(0, 2), (7, 9), (10, 11), (16, 30)]
"""

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_Rule = Callable[[StateInline, bool], bool]
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:?")
_WATCHED = ("escape", "backticks", "strikethrough", "emphasis", "link", "image", "autolink",
            "html_inline")  # fmt: skip


LONGEST = 10_000
"""Characters of the longest paragraph in which marks are looked for: no article has one."""


@cache
def block_parser() -> MarkdownIt:
    """What finds paragraphs, headings, lists and tables; no code by mere indentation."""
    return MarkdownIt("commonmark").enable("table").disable(["code", "inline", "text_join"])


@cache
def _inline_parser() -> MarkdownIt:
    made = MarkdownIt("commonmark").enable("strikethrough")
    for name in _WATCHED:
        made.inline.ruler.at(name, _watched(name, _rule_of(made, name)))
    return made


def marks_of(content: str) -> list[tuple[int, int]]:
    """Runs of `content` that are marks and no words, in order; they may overlap."""
    if len(content) > LONGEST:
        return []
    spans: list[tuple[int, int]] = []
    _inline_parser().parseInline(content, {"marks": spans, "length": len(content)})
    spans += [note.span() for note in _NOTE.finditer(content)]
    return sorted(set(spans))


def _rule_of(made: MarkdownIt, name: str) -> _Rule:
    rules = {rule.name: rule.fn for rule in made.inline.ruler.__rules__}
    found: _Rule = rules[name]
    return found


def _watched(name: str, rule: _Rule) -> _Rule:
    """The rule, which also tells where it found a mark."""

    def watching(state: StateInline, silent: bool) -> bool:
        start = state.pos
        found = rule(state, silent)
        spans = state.env.get("marks")
        # The text of an image is parsed apart, with places of its own.
        if found and not silent and spans is not None and len(state.src) == state.env["length"]:
            spans += _spans(name, state, start)
        return found

    return watching


def _spans(name: str, state: StateInline, start: int) -> list[tuple[int, int]]:
    """The marks of what a rule has just read, from `start` to where it stands now."""
    end, read = state.pos, state.src[start : state.pos]
    if name == "escape":
        return [(start, start + 1)]
    if name == "backticks":
        ticks = len(read) - len(read.lstrip("`"))
        return [(start, start + ticks), (end - ticks, end)] if ticks * 2 < len(read) else []
    if name in {"emphasis", "strikethrough"}:
        around = state.src[start - 1 : start] + state.src[end : end + 1] if start else ""
        loose = around.isspace() or (read[0] == "_" and len(around) == 2 and around.isalnum())
        return [] if around and loose else [(start, end)]
    if name == "link":
        label = state.md.helpers.parseLinkLabel(state, start, True)
        return [(start, start + 1), (label, end)] if label >= 0 else []
    return [(start, end)]
