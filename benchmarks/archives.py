"""Archives of any size, made of the labelled stories: planted retellings, reprints and conflicts.

Every labelled story is a mould: which articles tell what, which claims answer one question. A made
story takes a mould and gives it names, figures and words of its own, drawn by Zipf's law, so that
stories share names as those of a real archive do, and days of its own, a thousand claims a day.
What two of its claims have in common is then spoilt at random: another value, another head, words
left out, a name misspelt. Kinds are not spoilt, for matching joins no two of them. The pairs that
the report on the mould joins are the planted ones. The same size gives the same archive.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.moulds import NO_DAY, SLOTS, Ints, Mould
from crosscheck.archive.idents import BITS
from crosscheck.archive.slots import LANES, WORDED

A_DAY = 1_000
"""Claims that an archive takes in each day."""
NAMES, WORDS = 300_000, 60_000
"""Different names, and words that tell of one story rather than of another."""
ALONE = 0.3
"""Share of made stories that one article tells."""
REPRINTED = 0.1
"""Share of made stories of which one article is printed again, word for word."""
OTHER_VALUE, OTHER_HEAD, WORDS_LOST = 0.20, 0.15, 0.15
TOKEN_LOST, TOKEN_MISSPELT = 0.05, 0.04
"""How often each slot of a claim, each name of an article, is spoilt."""
FIGURES = 20_000


@dataclass(frozen=True, slots=True)
class Archive:
    """The rows that blocking asks for, and the pairs that were planted."""

    days: Ints
    """Day of each article; `NO_DAY` where none is known."""
    tokens: dict[str, Ints]
    claims: dict[str, Ints]
    wordings: NDArray[np.object_]
    planted: Ints
    stories: Ints
    """The made story of each article."""


class Draw:
    """Names and words by Zipf's law, and chances; the state is that of a seeded generator."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self._zipf = {n: np.cumsum(1 / np.arange(10, n + 10)) for n in (NAMES, WORDS)}

    def zipf(self, most: int, shape: tuple[int, ...]) -> Ints:
        """Numbers from 0: the smaller, the more frequent."""
        total = self._zipf[most]
        return np.searchsorted(total, self.rng.random(shape) * total[-1]).astype(np.int64)

    def chance(self, share: float, shape: tuple[int, ...]) -> NDArray[np.bool_]:
        """True in so many cases."""
        return self.rng.random(shape) < share

    def whole(self, most: int, shape: tuple[int, ...]) -> Ints:
        """Numbers from 0 to `most`, left out, all alike."""
        return self.rng.integers(0, most, shape)


def archive(size: int, shapes: Sequence[Mould], seed: int = 1) -> Archive:
    """An archive of some `size` claims: `archive(100_000, moulds(reports))`."""
    draw = Draw(seed)
    claims = sum(len(m.owners) for m in shapes) / len(shapes)
    articles = sum(len(m.days) for m in shapes) / len(shapes)
    stories = round(size / (claims * (1 - ALONE + ALONE / articles + REPRINTED / articles)))
    parts, first, story = [], 0, 0
    for i, shape in enumerate(shapes):
        share = stories // len(shapes) + (i < stories % len(shapes))
        alone, twice = round(share * ALONE), round(share * REPRINTED)
        for count, sort in ((alone, "alone"), (twice, "twice"), (share - alone - twice, "")):
            if count:
                last = draw.whole(max(size // A_DAY, 1), (count,)) + 10_000
                parts.append(made(reshaped(shape, sort, draw), last, draw, (first, story)))
                first, story = first + len(parts[-1].stories), story + count
    return joined(parts)


def reshaped(shape: Mould, sort: str, draw: Draw) -> Mould:
    """One article of a story, drawn (`alone`), or the story with one article again (`twice`)."""
    article = int(draw.whole(len(shape.days), ()))
    if sort == "alone":
        return kept(shape, article)
    return printed_again(shape, article) if sort == "twice" else shape


def kept(shape: Mould, article: int) -> Mould:
    """The story as one article tells it."""
    claims = np.flatnonzero(shape.owners == article)
    words = shape.words[np.isin(shape.words[:, 0], claims)]
    place = np.zeros(len(shape.owners), np.int64)
    place[claims] = np.arange(len(claims))
    tokens = shape.tokens[shape.tokens[:, 0] == article]
    return replace(
        shape,
        days=shape.days[article : article + 1],
        tokens=_owned(tokens, 0),
        owners=shape.owners[claims] * 0,
        slots=shape.slots[claims],
        values=shape.values[claims],
        words=np.column_stack((place[words[:, 0]], words[:, 1])),
        wordings=tuple(shape.wordings[i] for i in claims),
        joined=shape.joined[:0],
    )


def printed_again(shape: Mould, article: int) -> Mould:
    """The story with a reprint of one article, the day after, as its last article."""
    claims, new = np.flatnonzero(shape.owners == article), len(shape.days)
    total = len(shape.owners)
    copy = {int(claim): total + i for i, claim in enumerate(claims)}
    words = shape.words[np.isin(shape.words[:, 0], claims)]
    tokens = shape.tokens[shape.tokens[:, 0] == article]
    again = [
        (copy.get(a, a) if side == 0 else a, b if side == 0 else copy.get(b, b))
        for a, b in shape.joined.tolist()
        for side, own in ((0, a), (1, b))
        if own in copy
    ]
    joined = [*shape.joined.tolist(), *((b, a) for a, b in again if a > b)]
    joined += [(a, b) for a, b in again if a < b] + list(copy.items())
    ends = [copy[int(claim)] for claim in words[:, 0]]
    return replace(
        shape,
        days=np.append(shape.days, _later(shape.days[article], 1)),
        tokens=np.vstack((shape.tokens, _owned(tokens, new))),
        owners=np.concatenate((shape.owners, claims * 0 + new)),
        slots=np.vstack((shape.slots, shape.slots[claims])),
        values=np.concatenate((shape.values, shape.values[claims])),
        words=np.vstack((shape.words, np.column_stack((ends, words[:, 1])))),
        wordings=(*shape.wordings, *(shape.wordings[i] for i in claims)),
        joined=np.array(joined, np.int64),
    )


def made(shape: Mould, last: Ints, draw: Draw, first: tuple[int, int]) -> Archive:
    """Stories of one mould that end on the days `last`; `first` are their places in the archive."""
    count, articles, size = len(last), len(shape.days), len(shape.owners)
    owner = first[0] + np.arange(count)[:, None] * articles
    slots = _slots(shape, draw, count)
    claims = {name: slots[:, :, i].ravel() for i, name in enumerate(SLOTS)}
    claims |= {f"lane{i}": lane.ravel() for i, lane in enumerate(_lanes(shape, draw, count))}
    claims["article"] = (owner + shape.owners).ravel()
    pairs = (np.arange(count)[:, None, None] * size + shape.joined).reshape(-1, 2)
    return Archive(
        _later(shape.days, last[:, None]).ravel(),
        _tokens(shape, draw, owner),
        claims,
        _wordings(shape, draw, slots[:, :, SLOTS.index("value")]),
        pairs,
        np.repeat(first[1] + np.arange(count), articles),
    )


def _owned(tokens: Ints, article: int) -> Ints:
    return np.column_stack((tokens[:, 0] * 0 + article, tokens[:, 1:]))


def _later(days: Ints, by: Ints | int) -> Ints:
    return np.where(days == NO_DAY, NO_DAY, days + by)


def _tokens(shape: Mould, draw: Draw, owner: Ints) -> dict[str, Ints]:
    """The telling words of each article, some left out, some misspelt."""
    count, local = len(owner), len(shape.figures)
    names = draw.zipf(NAMES, (count, local)) + 1
    figures = draw.whole(FIGURES, (count, local)) + NAMES + 1
    drawn = np.where(shape.figures, figures, names)
    token = np.where(shape.known, shape.known, drawn)[:, shape.tokens[:, 1]]
    misspelt = draw.chance(TOKEN_MISSPELT, token.shape)
    token[misspelt] = draw.whole(1 << 60, (int(misspelt.sum()),)) + (1 << 61)
    stay = ~draw.chance(TOKEN_LOST, token.shape)
    name = np.broadcast_to(shape.tokens[:, 2], token.shape)
    return {
        "article": (owner + shape.tokens[:, 0])[stay],
        "token": token[stay],
        "name": name[stay],
    }


def _slots(shape: Mould, draw: Draw, count: int) -> Ints:
    """The slots of all claims; values of their own, then what is spoilt."""
    told = np.broadcast_to(shape.slots, (count, *shape.slots.shape)).copy()
    kind, _, head, value, telling, _ = (told[:, :, i] for i in range(len(SLOTS)))
    own = (telling == 1) | (kind >= min(WORDED))
    values = draw.whole(1 << 40, (count, int(shape.values.max()) + 1)) + 1
    value[:] = np.where(own & (value > 0), values[:, shape.values], value)
    spoilt = draw.chance(OTHER_VALUE, value.shape) & (kind < min(WORDED))
    value[spoilt] = draw.whole(1 << 40, (int(spoilt.sum()),)) + 1
    spoilt = draw.chance(OTHER_HEAD, head.shape) & (kind < min(WORDED))
    head[spoilt] = np.where(head[spoilt] > 0, draw.whole(WORDS, (int(spoilt.sum()),)) + 1, 0)
    return told


def _lanes(shape: Mould, draw: Draw, count: int) -> list[Ints]:
    """The signatures of all claims, of whose words some are left out."""
    own = draw.zipf(WORDS, (count, len(shape.bits))) % (BITS * LANES)
    bits = np.where(shape.bits < 0, own, shape.bits)[:, shape.words[:, 1]]
    lost = draw.chance(WORDS_LOST, bits.shape)
    starts = np.flatnonzero(np.diff(shape.words[:, 0], prepend=-1))
    return [
        np.bitwise_or.reduceat(
            np.where((bits // BITS == lane) & ~lost, np.int64(1) << (bits % BITS), 0),
            starts,
            axis=1,
        )
        for lane in range(LANES)
    ]


def _wordings(shape: Mould, draw: Draw, values: Ints) -> NDArray[np.object_]:
    """What worded claims say: words of the story, some with a letter or a first word left out."""
    texts = np.full(values.shape, "", dtype=object)
    for place in np.flatnonzero([bool(text) for text in shape.wordings]):
        words = shape.wordings[place].split()
        for story, value in enumerate(values[:, place].tolist()):
            texts[story, place] = " ".join(
                f"{word[:3]}{(value >> i) % 4096:x}" for i, word in enumerate(words)
            )
    return texts.ravel()


def joined(parts: Sequence[Archive]) -> Archive:
    """The parts as one archive, its articles in the order of their days."""
    day = np.concatenate([part.days for part in parts])
    total = len(day)
    rank = np.empty(total, np.int64)
    rank[np.argsort(day, kind="stable")] = np.arange(total)
    claims = {
        name: np.concatenate([part.claims[name] for part in parts]) for name in parts[0].claims
    }
    claims["article"] = rank[claims["article"]]
    order = np.argsort(claims["article"], kind="stable")
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    sizes = np.cumsum([0, *(len(part.wordings) for part in parts)])
    planted = [part.planted + start for part, start in zip(parts, sizes, strict=False)]
    stories = np.empty(total, np.int64)
    stories[rank] = np.concatenate([part.stories for part in parts])
    return Archive(
        np.sort(day, kind="stable"),
        {
            "article": rank[np.concatenate([part.tokens["article"] for part in parts])],
            "token": np.concatenate([part.tokens["token"] for part in parts]),
            "name": np.concatenate([part.tokens["name"] for part in parts]),
        },
        {"claim": np.arange(len(order))} | {name: column[order] for name, column in claims.items()},
        np.concatenate([part.wordings for part in parts])[order],
        np.sort(place[np.concatenate(planted)], axis=1),
        stories,
    )
