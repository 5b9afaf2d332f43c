"""A value in its sentence, as the ways to word a question look at it."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from crosscheck.claims.anchors import Anchor
from crosscheck.claims.lexicon import word_set
from crosscheck.claims.sentences import Sentence
from crosscheck.models import Kind

if TYPE_CHECKING:
    from crosscheck.nlp import Token

BLANK = "…"
"""Stands for the value in a question that is a clause."""


@dataclass(frozen=True)
class Valued:
    """A value in its sentence, with what stands around it."""

    sentence: Sentence
    anchor: Anchor

    @property
    def kind(self) -> Kind:
        return self.anchor.kind

    @cached_property
    def before(self) -> "list[Token]":
        return [t for t in self.sentence.words_ended(self.anchor.start) if not t.is_space]

    @cached_property
    def after(self) -> "list[Token]":
        return [t for t in self.sentence.words_from(self.anchor.end) if not t.is_space]

    @cached_property
    def inside(self) -> "tuple[Token, ...]":
        return self.sentence.tokens(self.anchor.start, self.anchor.end)


def is_finite(token: "Token") -> bool:
    return token.pos_ == "AUX" or "Fin" in token.morph.get("VerbForm", [])


def is_scale(token: "Token") -> bool:
    empty = token.folded_lemma in word_set("synonyms", "empty")
    scale = empty and token.folded.rstrip("s") in word_set("questions", "scales")
    return scale or bool(token.like_num)


OF = ("de", "d'", "du", "des")


def segment(before: "list[Token]") -> "list[Token]":
    """The words since the last mark."""
    starts = [i for i, t in enumerate(before) if t.text in _MARKS]
    return before[starts[-1] + 1 :] if starts else before


_MARKS = (",", ";", ":", "(", "—", "–", ".", "«", "…", "%", "et")
