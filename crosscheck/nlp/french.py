"""French as far as parsing needs it: all else that spaCy knows is in the tokenizer's file."""

from crosscheck.nlp.library import spacy_library

spacy_library()
from spacy.language import BaseDefaults, Language  # noqa: E402


class Nothing(BaseDefaults):
    """No settings of a tokenizer: it would be made of them only to be read from disk anew."""

    tokenizer_exceptions = {}  # noqa: RUF012 - as spaCy has it
    prefixes = suffixes = infixes = None
    url_match = None


class French(Language):  # type: ignore[no-untyped-call]
    """A pipeline for French text whose tokenizer is read from disk."""

    lang = "fr"
    Defaults = Nothing
