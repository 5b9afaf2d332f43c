"""Lemmas found by bisection in tables mapped from disk.

spaCy's French lemmatizer is given lists of up to 66,000 words and asks `word in list`: 53 µs for
each new word, and a second and 160 MB to load them. Here the same tables are sorted arrays, and the
same questions are asked in the same order, of which only the first answer is needed.
"""

import json
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

import numpy as np

from crosscheck.nlp.library import spacy_library

KEYS, ENDS, TEXT = "{}-keys.npy", "{}-ends.npy", "{}-text.npy"
RULES = "rules.json"
KNOWN, LOOKUP = "lemmas-known", "lemmas-lookup"
MOST = 50_000
"""Answers that are kept."""
BARE = ("", "eol", "space")
"""Parts of speech whose words are only written small."""
RULED = ("noun", "verb", "adj", "adp", "adv", "aux", "cconj", "det", "pron", "punct", "sconj")
"""Parts of speech that are looked up by their own tables; words of others (names, numbers) by the
table that knows no parts of speech."""


@dataclass(frozen=True, slots=True)
class Table:
    """Texts by 64-bit keys. spaCy tells strings apart by the same keys."""

    keys: memoryview
    """In ascending order."""
    ends: memoryview
    """Where the text of each key ends; it begins where the one before ends."""
    text: memoryview

    def get(self, key: int) -> str | None:
        """The text of a key, or `None`."""
        i = bisect_left(self.keys, key)
        if i == len(self.keys) or self.keys[i] != key:
            return None
        return str(self.text[self.ends[i] : self.ends[i + 1]], "utf-8")


@dataclass(frozen=True, slots=True)
class Lemmatizer:
    """Has state: what it has answered before."""

    known: Table
    """By part of speech and word: a lemma, or nothing where the word is itself a lemma."""
    lookup: Table
    """By word alone: a lemma."""
    rules: Mapping[str, Sequence[tuple[str, str]]]
    """By part of speech: an ending, and what stands in its place in the lemma."""
    answered: dict[tuple[str, str], str] = field(default_factory=dict)
    """By word and part of speech; emptied when it has grown large."""

    def __call__(self, text: str, pos: str) -> str:
        """The lemma of a word, whose part of speech is in capitals, as spaCy writes it."""
        lemma = self.answered.get((text, pos))
        if lemma is None:
            if len(self.answered) >= MOST:
                self.answered.clear()
            lemma = self.answered[text, pos] = self.lemma(text, pos.lower())
        return lemma

    def lemma(self, text: str, pos: str) -> str:
        """The lemma of a word: `lemma("signés", "verb")` is « signer »."""
        if pos in BARE:
            return text.lower()
        if pos not in RULED:
            return self._looked_up(text)
        word = text.lower()
        exception = self.known.get(_key(pos, word))
        if exception is not None:
            return exception or word
        unknown = None
        for old, new in self.rules.get(pos, ()):
            if not word.endswith(old):
                continue
            form = word[: len(word) - len(old)] + new
            if not form:
                continue
            if not form.isalpha() or self.known.get(_key(pos, form)) == "":
                return form
            unknown = unknown or form
        return unknown or self._looked_up(word)

    def _looked_up(self, word: str) -> str:
        found = self.lookup.get(_hash()(word))
        return word if found is None else found


@cache
def _hash() -> Callable[[str], int]:
    """How spaCy hashes a string."""
    from spacy.strings import get_string_id

    return get_string_id


def _key(pos: str, word: str) -> int:
    return _hash()(f"{pos} {word}")


def prepare_lemmas(model: Path, into: Path) -> None:
    """Writes the tables of an installed model as sorted arrays.

    They are read as bytes, not by spaCy's `Lookups`, which would be six times slower and larger.
    """
    spacy_library()
    import srsly
    from spacy.strings import get_string_id

    tables = srsly.msgpack_loads((model / "lemmatizer" / "lookups" / "lookups.bin").read_bytes())
    _write(LOOKUP, _first_lemmas(tables.pop("lemma_lookup"), get_string_id), into)
    known: dict[int, str] = {}
    rules = {}
    for pos in RULED:
        index, exceptions, rules[pos] = (
            tables[name].pop(get_string_id(pos), ())
            for name in ("lemma_index", "lemma_exc", "lemma_rules")
        )
        known |= _first_lemmas(dict(exceptions), partial(_key, pos))
        known |= dict.fromkeys((_key(pos, word) for word in index), "")
    _write(KNOWN, known, into)
    (into / RULES).write_text(json.dumps(rules), encoding="utf-8")


def _first_lemmas(
    table: Mapping[str, Sequence[str]], key: Callable[[str], int]
) -> Mapping[int, str]:
    return {key(word): lemmas[0] for word, lemmas in table.items() if lemmas}


def _write(name: str, entries: Mapping[int, str], into: Path) -> None:
    keys = np.fromiter(entries, dtype=np.uint64, count=len(entries))
    order = np.argsort(keys)
    texts = [text.encode() for text in entries.values()]
    ends = np.cumsum([0, *(len(texts[i]) for i in order)], dtype=np.uint32)
    joined = b"".join(texts[i] for i in order)
    np.save(into / KEYS.format(name), keys[order])
    np.save(into / ENDS.format(name), ends)
    np.save(into / TEXT.format(name), np.frombuffer(joined, dtype=np.uint8))


def mapped_lemmas(prepared: Path) -> Lemmatizer:
    """The lemmatizer over the tables of a prepared folder."""
    rules = json.loads((prepared / RULES).read_bytes())
    return Lemmatizer(_mapped(KNOWN, prepared), _mapped(LOOKUP, prepared), rules)


def _mapped(name: str, prepared: Path) -> Table:
    views: list[memoryview] = [
        np.load(prepared / part.format(name), mmap_mode="r", allow_pickle=False).data
        for part in (KEYS, ENDS, TEXT)
    ]
    return Table(*views)
