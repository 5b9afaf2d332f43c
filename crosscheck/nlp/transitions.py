"""The parser: sentences are read from left to right, and each step joins two words or goes on.

Words wait in a buffer and are put on a stack; the network says of each sentence whether the word on
top of the stack is a dependent of the next one (« left »), the next one a dependent of it
(« right »), whether it is done with (« reduce »), or whether the next one is put on it (« shift »);
and where a sentence begins inside what was cut as one (« break »). spaCy's parser takes the same
steps one sum at a time, each of which waits for a lock of the library that adds: half its time.
Here all sentences of a text take a step together (tests/nlp/test_same.py holds the two together).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from crosscheck.nlp.embedding import mapped
from crosscheck.nlp.library import spacy_library
from crosscheck.nlp.weights import Array, layers_of

SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(5)
NARROWED, NARROWED_BIAS = "parser-narrowed.npy", "parser-narrowed-bias.npy"
SEEN, SEEN_NONE = "parser-seen.npy", "parser-seen-none.npy"
SCORES, ALLOWED, MOVES = "parser-scores.npy", "parser-allowed.npy", "parser-moves.json"
LOOKED_AT = 8
"""Words by which a step is chosen: two of the buffer, three of the stack, and last dependents."""
ROOT = "ROOT"
Link = tuple[int, str]
"""How far away the head of a word stands, and what the word is to it."""


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

    __slots__ = ("back", "end", "first", "next", "stack")

    def __init__(self, first: int, end: int) -> None:
        self.first = self.next = first
        self.end = end
        self.stack: list[int] = []
        self.back: list[int] = []
        """Words that were taken from the stack and wait before the rest of the buffer."""

    def ahead(self) -> tuple[int, int]:
        """The next two words of the buffer."""
        back, following, end = self.back, self.next, self.end
        if not back:
            first = following if following < end else 0
            return first, first + 1 if following + 1 < end else 0
        if len(back) > 1:
            return back[-1], back[-2]
        return back[-1], following if following < end else 0

    def push(self) -> None:
        """Puts the next word on the stack."""
        if self.back:
            self.stack.append(self.back.pop())
        else:
            self.stack.append(self.next)
            self.next += 1

    def look(self, words: Words, seen: list[int]) -> int:
        """Adds the rows of the words by which the next step is chosen, each of which has one for
        each place that it may be seen in. Returns which steps may be taken, in bits.
        """
        stack = self.stack
        one, two = self.ahead()
        depth = len(stack)
        top = stack[-1] if depth else 0
        below = stack[-2] if depth > 1 else 0
        deepest = stack[-3] if depth > 2 else 0
        before, after = words.before, words.after
        row = LOOKED_AT
        seen += (
            one * row, two * row + 1, top * row + 2, below * row + 3, deepest * row + 4,
            before[one] * row + 5, before[top] * row + 6, after[top] * row + 7,
        )  # fmt: skip
        opens = words.opens
        may = 1 << BREAK if two and two == one + 1 and not opens[two] else 0
        if not depth:
            return may | 1 << SHIFT
        may |= 1 << REDUCE
        if one and not opens[one]:
            may |= 1 << LEFT | 1 << RIGHT
            if two and not words.put_back[one]:
                may |= 1 << SHIFT
        return may

    def take(self, words: Words, move: int, label: str) -> bool:
        """Takes a step; whether the sentence has more of them before it."""
        stack = self.stack
        if move == SHIFT:
            self.push()
        elif move == REDUCE:
            top = stack.pop()
            if stack and not words.heads[top]:
                words.put_back[top] = True
                self.back.append(top)
        elif move == LEFT:
            one = self.ahead()[0]
            words.join(one, stack.pop(), label)
            words.put_back[one] = False
        elif move == RIGHT:
            words.join(stack[-1], self.ahead()[0], label)
            self.push()
        else:
            words.opens[self.ahead()[1]] = True
        return bool(stack or self.back or self.next < self.end)


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

    def links(self, sentences: Sequence[Array]) -> Iterator[list[Link]]:
        """The links of the words of each sentence, given by the vectors of the network."""
        many = sum(map(len, sentences))
        words = Words(many)
        waiting, first = [], 1
        for vectors in sentences:
            waiting.append(Sentence(first, first + len(vectors)))
            first += len(vectors)
        if many:
            self._parse(words, [s for s in waiting if s.first < s.end], np.concatenate(sentences))
        for s in waiting:
            yield [
                ((words.heads[i] or i) - i, words.labels[i] if words.heads[i] else ROOT)
                for i in range(s.first, s.end)
            ]

    def _parse(self, words: Words, waiting: list[Sentence], vectors: Array) -> None:
        narrow = vectors @ self.narrowed + self.narrowed_bias
        width = self.seen.shape[1] // LOOKED_AT
        table = np.empty((len(vectors) + 1, self.seen.shape[1]), dtype=np.float32)
        table[0] = self.seen_none
        np.matmul(narrow, self.seen, out=table[1:])
        table = table.reshape(-1, width)
        half, moves, allowed = width // 2, self.moves, self.allowed
        while waiting:
            seen: list[int] = []
            may = [s.look(words, seen) for s in waiting]
            sums = np.add.reduce(table.take(seen, axis=0).reshape(-1, LOOKED_AT, width), axis=1)
            scores = np.maximum(sums[:, :half], sums[:, half:]) @ self.scores
            scores += allowed.take(may, axis=0)
            steps = scores.argmax(axis=1).tolist()
            waiting = [
                s for s, step in zip(waiting, steps, strict=True) if s.take(words, *moves[step])
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
