"""The parser: sentences are read from left to right, and each step joins two words or goes on.

Words wait in a buffer and are put on a stack; the network says of each sentence whether the word on
top of the stack is a dependent of the next one (« left »), the next one a dependent of it
(« right »), whether it is done with (« reduce »), or whether the next one is put on it (« shift »);
and where a sentence begins inside what was cut as one (« break »). spaCy's parser takes the same
steps one sum at a time, each of which waits for a lock of the library that adds: half its time.
Here all sentences of some texts take a step together (tests/nlp/test_same.py holds them together).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice, pairwise
from pathlib import Path

import numpy as np

from crosscheck.nlp.embedding import mapped
from crosscheck.nlp.library import spacy_library
from crosscheck.nlp.parsed import Link
from crosscheck.nlp.products import products
from crosscheck.nlp.weights import Array, layers_of

SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(5)
NARROWED, NARROWED_BIAS = "parser-narrowed.npy", "parser-narrowed-bias.npy"
SEEN, SEEN_NONE = "parser-seen.npy", "parser-seen-none.npy"
SCORES, ALLOWED, MOVES = "parser-scores.npy", "parser-allowed.npy", "parser-moves.json"
LOOKED_AT = 8
"""Words by which a step is chosen: two of the buffer, three of the stack, and last dependents."""
_PLACES = np.arange(LOOKED_AT)[:, np.newaxis]
"""Of each word the table has a row for each place that it may be seen in."""
ROOT = "ROOT"


class Words:
    """The words of all sentences, numbered from 1, and how they were joined so far; 0 is none."""

    __slots__ = ("after", "before", "heads", "labels", "opens", "put_back", "rest_after")

    def __init__(self, many: int) -> None:
        self.heads = [0] * (many + 1)
        self.labels = [ROOT] * (many + 1)
        self.before = [0] * (many + 1)
        """The last dependent that was found before each word."""
        self.after = [0] * (many + 1)
        """The last dependent that was found after it."""
        self.rest_after = [0] * (many + 1)
        """The dependent of the same word that was the last one before this."""
        self.opens = [False] * (many + 1)
        """Whether a word begins a sentence."""
        self.put_back = [False] * (many + 1)

    def join(self, head: int, word: int, label: str) -> None:
        """Makes a word the dependent of another, whatever it was of before."""
        old = self.heads[word]
        if old and self.after[old] == word:
            self.after[old] = self.rest_after[word]
        self.heads[word], self.labels[word] = head, label
        if head > word:
            self.before[head] = word
        else:
            self.rest_after[word] = self.after[head]
            self.after[head] = word


class Sentence:
    """One sentence on its way through the parser."""

    __slots__ = ("buffer", "end", "first", "stack")

    def __init__(self, first: int, end: int) -> None:
        self.first, self.end = first, end
        self.buffer = [0, 0, *range(end - 1, first - 1, -1)]
        """Words that wait, the next one last, above as many empty ones as are looked at."""
        self.stack = [0, 0, 0]
        """The same of those that were begun with."""

    def look(self, words: Words, seen: list[int]) -> int:
        """Adds the words by which the next step is chosen. Returns which may be taken, in bits."""
        stack, buffer = self.stack, self.buffer
        one, two, top = buffer[-1], buffer[-2], stack[-1]
        before, opens = words.before, words.opens
        seen += (one, two, top, stack[-2], stack[-3], before[one], before[top], words.after[top])
        may = 1 << BREAK if two and two == one + 1 and not opens[two] else 0
        if not top:
            return may | 1 << SHIFT
        may |= 1 << REDUCE
        if one and not opens[one]:
            may |= 1 << LEFT | 1 << RIGHT
            if two and not words.put_back[one]:
                may |= 1 << SHIFT
        return may

    def take(self, words: Words, move: int, label: str) -> bool:
        """Takes a step; whether the sentence has more of them before it."""
        stack, buffer = self.stack, self.buffer
        if move == SHIFT:
            stack.append(buffer.pop())
        elif move == REDUCE:
            self._reduce(words)
        elif move == LEFT:
            words.join(buffer[-1], stack.pop(), label)
            words.put_back[buffer[-1]] = False
        elif move == RIGHT:
            words.join(stack[-1], buffer[-1], label)
            stack.append(buffer.pop())
        else:
            words.opens[buffer[-2]] = True
        while stack[-1] and not buffer[-1]:
            self._reduce(words)  # all that may be done where no word waits
        return bool(stack[-1] or buffer[-1])

    def _reduce(self, words: Words) -> None:
        top = self.stack.pop()
        if self.stack[-1] and not words.heads[top]:
            words.put_back[top] = True
            self.buffer.append(top)


@dataclass(frozen=True, slots=True)
class Parser:
    """The steps, and the weights by which they are chosen."""

    moves: Sequence[tuple[int, str]]
    """Each step that is scored, with the label that it gives."""
    narrowed: Array
    narrowed_bias: Array
    seen: Array
    seen_none: Array
    """What is seen where no word is."""
    scores: Array
    allowed: Array
    """By the bits of the steps that may be taken: what is added to the score of each."""

    def links(self, vectors: Array, bunches: Sequence[Sequence[int]]) -> Iterator[list[Link]]:
        """The links of the words of each sentence, given by the vectors of the network; `bunches`
        tell how many words each sentence of each bunch has.
        """
        words = Words(len(vectors))
        ends = accumulate(chain.from_iterable(bunches), initial=1)
        sentences = [Sentence(*pair) for pair in pairwise(ends)]
        begun = iter(sentences)
        waiting = [[s for s in islice(begun, len(bunch)) if s.first < s.end] for bunch in bunches]
        self._parse(words, waiting, self._table(vectors, list(map(sum, bunches))))
        for s in sentences:
            yield [
                ((words.heads[i] or i) - i, words.labels[i] if words.heads[i] else ROOT)
                for i in range(s.first, s.end)
            ]

    def _table(self, vectors: Array, bunches: Sequence[int]) -> Array:
        """What each word adds to the choice of a step, in each of the places it is seen in."""
        table = np.empty((1 + len(vectors), self.seen.shape[1]), dtype=np.float32)
        table[0] = self.seen_none
        narrow = products(vectors, self.narrowed, bunches) + self.narrowed_bias
        products(narrow, self.seen, bunches, into=table[1:])
        return table.reshape(len(table) * LOOKED_AT, -1)

    def _parse(self, words: Words, waiting: list[list[Sentence]], table: Array) -> None:
        """All sentences of all bunches take a step together."""
        moves, half = self.moves, table.shape[1] // 2
        while waiting := [bunch for bunch in waiting if bunch]:
            seen: list[int] = []
            may = [s.look(words, seen) for bunch in waiting for s in bunch]
            looked_at = np.fromiter(seen, np.intp, len(seen)).reshape(-1, LOOKED_AT)
            rows = table.take(looked_at.T * LOOKED_AT + _PLACES, axis=0)
            sums = np.add.reduce(rows, axis=0)
            best = np.maximum(sums[:, :half], sums[:, half:])
            scores = products(best, self.scores, map(len, waiting))
            scores += self.allowed.take(may, axis=0)
            steps = iter(scores.argmax(axis=1).tolist())
            waiting = [
                [s for s in bunch if s.take(words, *moves[next(steps)])] for bunch in waiting
            ]


def prepare_parser(model: Path, into: Path) -> None:
    """Writes the weights of an installed model as the steps use them, and the steps."""
    spacy_library()
    import srsly

    moves = _moves(srsly.msgpack_loads((model / "parser" / "moves").read_bytes())["moves"])
    layers = layers_of(model, "parser")
    (seen,) = (layer.arrays for layer in layers if layer.name == "precomputable_affine")
    linear = [layer.arrays for layer in layers if layer.name == "linear"]
    (scores,) = (arrays for arrays in linear if len(arrays["W"]) == len(moves))
    (narrow,) = (arrays for arrays in linear if arrays is not scores)
    # A last number that is always one takes the bias of what comes after into the product.
    np.save(into / NARROWED, np.pad(narrow["W"].T, ((0, 0), (0, 1))))
    np.save(into / NARROWED_BIAS, np.append(narrow["b"], np.float32(1)))
    # Of each word that is looked at: two pieces, side by side, of each number.
    weights = seen["W"].transpose(3, 0, 2, 1)
    bias = np.zeros((1, *weights.shape[1:]), dtype=np.float32)
    bias[0, 0] = seen["b"].T
    np.save(into / SEEN, np.vstack([weights, bias]).reshape(len(weights) + 1, -1))
    np.save(into / SEEN_NONE, (seen["pad"].transpose(0, 1, 3, 2) + bias).reshape(-1))
    np.save(into / SCORES, np.ascontiguousarray(scores["W"].T))
    allowed = np.full((1 << 5, len(moves)), -np.inf, dtype=np.float32)
    for may in range(len(allowed)):
        for i, (move, _) in enumerate(moves):
            if may >> move & 1:
                allowed[may, i] = scores["b"][i]
    np.save(into / ALLOWED, allowed)
    (into / MOVES).write_text(json.dumps(moves), encoding="utf-8")


def _moves(written: str) -> list[tuple[int, str]]:
    """The steps in the order of their scores: as spaCy sorts them, by how often they were seen."""
    found = json.loads(written)
    return [
        (int(move), label)
        for move in sorted(found)
        for _, label in sorted(((often, name) for name, often in found[move].items()), reverse=True)
    ]


def mapped_parser(prepared: Path) -> Parser:
    """The parser over the tables of a prepared folder."""
    names = (NARROWED, NARROWED_BIAS, SEEN, SEEN_NONE, SCORES, ALLOWED)
    moves = [(move, label) for move, label in json.loads((prepared / MOVES).read_bytes())]
    return Parser(moves, *(mapped(prepared / name) for name in names))
