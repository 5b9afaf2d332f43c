"""The model's tokenizer as a file that is read at once: the same rules, the longest pattern
factored and the one that is tried most gathered (see `pattern`).
"""

from pathlib import Path

from crosscheck.nlp.pattern import FRENCH_SIGNS, factored, french_shared, gathered

TOKENIZER = "tokenizer"
LONGEST, ENDS = "token_match", "suffix_search"


def prepare_tokenizer(model: Path, into: Path) -> None:
    """Writes the tokenizer's settings, the pattern of words that stay whole in its short form."""
    import srsly

    settings = srsly.msgpack_loads((model / TOKENIZER).read_bytes())
    settings[LONGEST] = factored(settings[LONGEST], french_shared(), FRENCH_SIGNS)
    settings[ENDS] = gathered(settings[ENDS])
    (into / TOKENIZER).write_bytes(srsly.msgpack_dumps(settings))
