"""French as far as parsing needs it: all else that spaCy knows is in the tokenizer's file."""

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from crosscheck.nlp.library import spacy_library

_spacy = spacy_library()
from spacy.language import BaseDefaults, Language  # noqa: E402


def _lexical() -> dict[int, Callable[[str], Any]]:
    """What spaCy asks of French words alone (« vingt-deux » is like a number), from its own file:
    the file beside it compiles the pattern.
    """
    file = Path(_spacy.__path__[0]) / "lang" / "fr" / "lex_attrs.py"
    spec = spec_from_file_location("spacy.lang.fr.lex_attrs", file)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[int, Callable[[str], Any]] = module.LEX_ATTRS
    return found


class Words(BaseDefaults):
    """No settings of a tokenizer: it would be made of them only to be read from disk anew."""

    tokenizer_exceptions = {}  # noqa: RUF012 - as spaCy has it
    prefixes = suffixes = infixes = None
    url_match = None
    lex_attr_getters = _lexical()


class French(Language):  # type: ignore[no-untyped-call]
    """A pipeline for French text whose tokenizer is read from disk."""

    lang = "fr"
    Defaults = Words
