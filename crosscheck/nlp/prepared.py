"""The prepared folder: what is made once of an installed model, in the user's cache."""

import platform
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from crosscheck.cache import cache_folder, fingerprint, is_whole, keep_folder
from crosscheck.nlp.embedding import prepare_embedding
from crosscheck.nlp.lemmas import prepare_lemmas
from crosscheck.nlp.library import spacy_library
from crosscheck.nlp.network import prepare_network
from crosscheck.nlp.release import fingerprint_of
from crosscheck.nlp.tokens import prepare_tokenizer
from crosscheck.nlp.transitions import prepare_parser

PARTS: Mapping[str, Callable[[Path, Path], None]] = {
    "tokenizer": prepare_tokenizer,
    "embedding": prepare_embedding,
    "network": prepare_network,
    "parser": prepare_parser,
    "lemmas": prepare_lemmas,
}
"""What is prepared, each from the model's folder into another."""


def prepared(model: Path) -> Path:
    """The prepared folder of an installed model, made if it is not there.

    Raises `OSError` where there is none and none can be written.
    """
    home = cache_folder()
    if home is None:
        raise FileNotFoundError("pas de dossier personnel")
    folder = home / f"model-{_key(model)}"
    if not is_whole(folder):
        keep_folder(folder, lambda into: _prepare(model, into))
    return folder


def _prepare(model: Path, into: Path) -> None:
    for prepare in PARTS.values():
        prepare(model, into)


def _key(model: Path) -> str:
    """What the folder was made of and by: the release, spaCy, Python, and the code of this room."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return fingerprint(
        fingerprint_of(model),
        str(spacy_library().__version__),
        platform.python_version(),
        sys.byteorder,
        *(source.read_bytes() for source in sources),
    )
