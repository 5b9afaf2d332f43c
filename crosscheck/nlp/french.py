"""French as far as parsing needs it: all else that spaCy knows is in the tokenizer's file."""

from crosscheck.nlp.library import spacy_library

spacy_library()
from spacy.language import Language  # noqa: E402


class French(Language):  # type: ignore[no-untyped-call]
    """A pipeline for French text whose tokenizer is read from disk."""

    lang = "fr"
