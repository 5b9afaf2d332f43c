"""French as far as parsing needs it: all else that spaCy knows is in the tokenizer's file."""

from crosscheck.nlp.lemmas import Lemmatizer
from crosscheck.nlp.library import spacy_library

spacy_library()
from spacy.language import Language  # noqa: E402

LEMMATIZER = "crosscheck_lemmatizer"


class French(Language):  # type: ignore[no-untyped-call]
    """A pipeline for French text whose tokenizer is read from disk."""

    lang = "fr"


@French.factory(LEMMATIZER, assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """An empty one, to be read from disk, as spaCy makes its components."""
    return Lemmatizer()
