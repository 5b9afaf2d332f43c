"""What is counted and measured: the noun beside a value, with its complements."""

from typing import TYPE_CHECKING

from crosscheck.claims.anchors import governor_of
from crosscheck.claims.lexicon import fold, word_set
from crosscheck.claims.questions.clauses import clause_of, is_verb
from crosscheck.claims.questions.place import BLANK, OF, Valued, is_scale
from crosscheck.claims.questions.slices import (
    agrees,
    conjugated,
    is_number,
    lowered,
    noun_phrase,
    of,
    printed,
    timely,
)

if TYPE_CHECKING:
    from crosscheck.nlp import Token


def counted(value: Valued) -> str:
    """« morts dans la collision », « personnes blessées », « blessés qui ont succombé »."""
    noun = value.anchor.noun
    if noun is None or not noun.text[:1].isalpha():
        return ""
    if timely(noun):
        return ""
    words = noun_phrase(noun, without=value.inside)
    text = lowered(printed(value.sentence, words), words[0])
    verb = noun.head
    if not noun.dep_.startswith("nsubj") or verb.pos_ != "VERB" or verb.i < words[-1].i:
        return text
    if noun.dep_ == "nsubj:pass":
        return f"{text} {verb.text}" if agrees(noun, verb) else text
    clause, held = clause_of(verb), {str(c.dep_) for c in verb.children}
    group = clause.group
    alone = held.isdisjoint({"obj", "xcomp", "ccomp", "aux:pass"}) and clause.finite is not None
    beside = group[0].i == words[-1].i + 1 or value.inside[-1].i == group[0].i - 1
    return f"{text} qui {printed(value.sentence, group)}" if alone and beside else text


def named_before(value: Valued) -> str:
    """« une amende de 80 000 euros », « la campagne, d'une durée de cinq jours »."""
    rate = value.kind in ("percentage", "money") or any("/" in t.text for t in value.inside)
    found = _noun_before(value.before, measured=rate)
    if found is None:
        return ""
    noun, end = found
    top = _top(noun)
    words = [t for t in noun_phrase(top, without=value.inside) if t.i <= end]
    text = lowered(printed(value.sentence, words), words[0])
    if top.folded_lemma not in word_set("questions", "measuring"):
        return text
    owner = _owner(value, top)
    if owner:
        return f"{text} {of(owner)}"
    verb = governor_of(top)
    said = (
        clause_of(verb).told(value.sentence, [*words, *value.inside], BLANK)
        if is_verb(verb)
        else ""
    )
    return f"{text} : {said}" if said else text


def _top(noun: "Token") -> "Token":
    """The noun that another belongs to: « une ligne à haute tension de 80 km »."""
    top = noun
    while top.head.pos_ == "NOUN" and top.head.i < top.i and noun.i - top.head.i < _LINKED:
        between = top.doc[top.head.i + 1 : top.i]
        if any(t.is_punct or t.pos_ in ("VERB", "NUM", "CCONJ") for t in between):
            break
        top = top.head
    return top


_LINKED = 6
"""Words from the first to the last noun of « taux d'accroissement de la population »."""


def _noun_before(before: "list[Token]", *, measured: bool) -> "tuple[Token, int] | None":
    """The noun that « de » or « à » joins to a value, and where its own words end."""
    if len(before) < 2 or before[-1].folded not in ("de", "d'", "a"):
        return None
    if before[-1].text == "à" and not measured:
        return None
    at = len(before) - 2
    while at > 0 and before[at].pos_ in ("ADJ", "VERB") and _describes(before[at]):
        at -= 1
    noun, last = before[at], before[-2]
    if noun.text == "," and last.head.pos_ == "NOUN" and last.head.i < last.i:
        noun, last = last.head, last.head  # « le déficit, tombé à 3,9 % »
    if noun.pos_ != "NOUN" or noun.folded_lemma in word_set("questions", "empty"):
        return None
    led = noun.i > 0 and any(c.dep_ == "case" and c.folded != "de" for c in noun.children)
    if before[-1].text == "à" and led:
        return None  # « s'établissait dans la matinée à 38 % »
    described = last.pos_ == "VERB" or "Part" in last.morph.get("VerbForm", [])
    return noun, noun.i if described else last.i


def _describes(token: "Token") -> bool:
    return token.pos_ == "ADJ" or "Part" in token.morph.get("VerbForm", [])


def _owner(value: Valued, noun: "Token") -> str:
    """Of what « durée » or « coût » is told: the noun it hangs on, or that behind it: « D'un coût
    de 47 milliards, le projet »."""
    owner: Token | None = noun.head if noun.head.pos_ in ("NOUN", "PROPN") else None
    if owner is None or owner.i == noun.i:
        verb = governor_of(noun)
        subject = clause_of(verb).subject if is_verb(verb) else None
        owner = subject if subject is not None and subject.i > noun.i else None
    if owner is None or owner.i == noun.i or owner.pos_ not in ("NOUN", "PROPN"):
        return ""
    words = noun_phrase(owner, determined=True, without=value.inside, longest=_OWNER)
    return "" if noun in words else printed(value.sentence, words)


_OWNER = 5
"""Words of what something is the measure of."""


def named_after(value: Valued) -> str:
    """« 200 tonnes de céréales », « 80 000 euros d'amende », « trente mois avec sursis »."""
    noun = _noun_after(value)
    if noun is None or value.kind == "percentage":
        return ""
    words = noun_phrase(noun, without=value.inside)
    joined = fold(value.after[0].text)
    if joined == "par" or (value.kind == "money" and joined in OF):
        return lowered(printed(value.sentence, words), words[0])
    if joined in ("avec", "sans") and value.kind != "duration":
        return ""
    units = [t for t in value.inside if t.pos_ == "NOUN"]
    unit = next((u for u in units if not is_scale(u)), units[-1] if units else None)
    rest = value.sentence.text[value.after[0].idx : words[-1].idx + len(words[-1].text)]
    if unit is None:
        return printed(value.sentence, words)
    second = unit.nbor(1) if unit.i + 1 < len(unit.doc) else unit
    cubic = second in value.inside and second.pos_ in ("NOUN", "ADJ") and not is_number(second)
    return f"{unit.text} {second.text} {rest}" if cubic else f"{unit.text} {rest}"


def _noun_after(value: Valued) -> "Token | None":
    """The noun that « de », « avec » or « par » joins to the value before it."""
    after = value.after
    if len(after) < 2 or after[0].folded not in (*OF, "avec", "sans", "par"):
        return None
    noun = next((t for t in after[1:4] if t.pos_ in ("NOUN", "PROPN")), None)
    if noun is None or any(t.pos_ not in ("ADJ", "DET") for t in after[1 : after.index(noun)]):
        return None
    yearly = noun.folded_lemma in word_set("questions", "periods")
    if after[0].folded == "par" and after[1].pos_ != "DET":
        return None  # « un million par famille »
    return None if yearly or (noun.text[:1].isupper() and value.kind == "duration") else noun


def part(value: Valued) -> str:
    """« part de l'effectif » of « 38 % de l'effectif »; « 6 % d'augmentation » are no part."""
    noun = _noun_after(value)
    if value.kind != "percentage" or noun is None or fold(value.after[0].text) not in OF:
        return ""
    words = noun_phrase(noun)
    if noun.folded_lemma in word_set("questions", "changes"):
        return lowered(printed(value.sentence, words), words[0])
    return f"part {value.sentence.text[value.after[0].idx : words[-1].idx + len(words[-1].text)]}"


def governed(value: Valued) -> str:
    """The noun that a value hangs on."""
    noun = governor_of(value.anchor.token)
    head = value.anchor.token.head
    for token in (head, noun):
        empty = token.folded_lemma in word_set("synonyms", "empty")
        named = token.pos_ in ("NOUN", "PROPN") and not conjugated(token)
        if named and token not in value.inside and not empty:
            words = noun_phrase(token, without=value.inside)
            return lowered(printed(value.sentence, words), words[0])
    return ""
