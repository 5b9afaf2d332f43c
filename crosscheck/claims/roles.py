"""Who holds which office or rank: an office beside a name, whichever stands first.

>>> from crosscheck.claims.sentences import parsed, sentence_spans
>>> from crosscheck.models import Article
>>> article = Article.from_text("Le président russe Vladimir Poutine l'a reçu.", id="a")
>>> (sentence,) = parsed(article, sentence_spans(article))
>>> [(mention.person, mention.role) for mention in role_mentions(sentence)]
[('Vladimir Poutine', 'président russe')]

« le ministre de l'Énergie, Sergueï Tsivilev », « Alexandre Novak, vice-Premier ministre de la
Fédération de Russie »: an office without a name beside it claims nothing.
"""

from crosscheck.claims.holders import holder_of, inner_office, name_before
from crosscheck.claims.lexicon import word_set
from crosscheck.claims.offices import (
    is_office_at,
    is_rank,
    office_span,
    office_words,
    worded,
)
from crosscheck.claims.sentences import Sentence, once_a_sentence
from crosscheck.claims.words import Word, pieces_of, telling_pieces, words_of
from crosscheck.expressions.numbers.records import record
from crosscheck.rules import remembered


@record
class RoleMention:
    """An office and its holder, as they stand in one sentence."""

    start: int
    end: int
    """Span of office and name together."""
    person: str
    role: str
    rank: bool
    """A rank (« général ») and not an office."""


@once_a_sentence
def role_mentions(sentence: Sentence) -> list[RoleMention]:
    """Every office beside a name in a sentence, in order of the offices."""
    found: list[RoleMention] = []
    if _pieces().isdisjoint(pieces_of(sentence)):
        return found
    words = words_of(sentence)
    taken: set[int] = set()
    for head in range(len(words)):
        if head in taken or not is_office_at(words, head):
            continue
        first, last = office_span(words, head)
        if _of_kin(words, first):
            continue
        if last > head and inner_office(words, first, last) is None:
            last = _whole_name(sentence, words, first, last)
        holder = holder_of(sentence, words, first, last)
        inner = inner_office(words, first, last) if _named_before(holder, words[first]) else None
        taken.update(range(first, inner or last + 1))
        if holder is None:
            continue
        role = worded(sentence, words[first].start, words[last].end)
        start, end = min(words[first].start, holder[0]), max(words[last].end, holder[1])
        found.append(
            RoleMention(
                sentence.start + start,
                sentence.start + end,
                sentence.text[holder[0] : holder[1]],
                role,
                is_rank(words, head, last),
            )
        )
    return found


@remembered
def _pieces() -> frozenset[str]:
    return telling_pieces(office_words())


def _named_before(holder: tuple[int, int] | None, word: Word) -> bool:
    return holder is not None and holder[0] < word.start


def _of_kin(words: list[Word], first: int) -> bool:
    """« l'épouse du chef de l'État Claire Morin »: the name may be hers."""
    before = [w.fold for w in words[max(0, first - 3) : first]]
    led = before[-1:] in (["du"], ["des"]) or before[-2:] in (["de", "la"], ["de", "l'"])
    return led and not word_set("offices", "kin").isdisjoint(before)


def _whole_name(sentence: Sentence, words: list[Word], first: int, last: int) -> int:
    """« Paul Lenoir, directeur de Crédit Agricole »: who holds the office is named before it, so
    the capitals that follow are all its own.
    """
    determined = first > 0 and words[first - 1].fold in ("le", "la", "l'", "du", "au")
    if determined or not words[last].capital or name_before(sentence, words, first) is None:
        return last
    while last + 1 < len(words) and words[last + 1].capital:
        last += 1
    return last
