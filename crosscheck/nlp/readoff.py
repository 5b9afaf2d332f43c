"""From what spaCy found in a sentence to plain objects."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crosscheck.nlp.folding import fold
from crosscheck.nlp.parsed import Known, Link, Parsed, linked, morph_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from crosscheck.nlp.weights import Array

MOST = 30_000
"""Words that are remembered, with what they were in their sentences."""
_ASKED: list[int | str] = [
    "HEAD", "DEP", "SPACY", "POS", "MORPH", "IS_PUNCT", "IS_SPACE", "LIKE_NUM",
]  # fmt: skip
"""What is asked of all tokens at once; hashes and distances are of 64 bits, with a sign or none."""
_WHOLE = (1 << 64) - 1


def read_off(doc: "Doc") -> Parsed:
    """The parse of a sentence through which the whole pipeline has run."""
    names = doc.vocab.strings
    rows = doc.to_array(_ASKED).astype("int64").tolist() if len(doc) else []
    words = [
        (
            token.text,
            token.lemma_,
            fold(token.text),
            fold(token.lemma_),
            names[pos],
            morph_of(names[morph & _WHOLE]),
            bool(punct),
            bool(space),
            bool(number),
        )
        for token, (_, _, _, pos, morph, punct, space, number) in zip(doc, rows, strict=True)
    ]
    links = [(head, names[dep & _WHOLE]) for head, dep, *_ in rows]
    return linked(doc.text, words, links, [bool(spaced) for _, _, spaced, *_ in rows])


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads off words that were tokenised, with tags and links of our own; what the pipeline's last
    components do, which write lemmas and mend spaces, is done here. Has state: the words it has
    read.
    """

    labels: Sequence[tuple[str, str]]
    """The part of speech and the grammar that each tag stands for."""
    lemma: Callable[[str, str], str]
    """Gives the lemma of a word and its part of speech."""
    known: dict[tuple[int, int], Known] = field(default_factory=dict)
    """By word and tag."""

    def __call__(
        self, text: str, doc: "Doc", words: "Array", tags: Sequence[int], links: Sequence[Link]
    ) -> Parsed:
        """The parse of a sentence; `words` are what is `ASKED` of each for the network."""
        known = self.known
        if len(known) > MOST:
            known.clear()
        read = []
        for i, key in enumerate(zip(words[:, 0].tolist(), tags, strict=True)):
            told = known.get(key)
            if told is None:
                told = known[key] = self._known(doc, i, key[1])
            read.append(told)
        return linked(text, read, links, words[:, SPACED].tolist())

    def _known(self, doc: "Doc", i: int, tag: int) -> Known:
        token, (pos, morph) = doc[i], self.labels[tag]
        if token.is_space or pos == "SPACE":
            # What the model's last rules say; all they do besides is to copy parts of speech.
            pos, morph = "SPACE" if token.is_space else "X", ""
        text = token.text
        lemma = self.lemma(text, pos)
        kinds = token.is_punct, token.is_space, token.like_num
        return text, lemma, fold(text), fold(lemma), pos, morph_of(morph), *kinds


SPACED = 5
"""Where, of what is asked of a word for the network, stands whether a space follows it."""
