"""The model's tokenizer as a file that is read at once: the same rules, the longest pattern
factored (see `pattern`).
"""

from pathlib import Path

from crosscheck.nlp.pattern import FRENCH_SIGNS, factored, french_shared

TOKENIZER = "tokenizer"
LONGEST = "token_match"


def prepare_tokenizer(model: Path, into: Path) -> None:
    """Writes the tokenizer's settings, the pattern of words that stay whole in its short form."""
    import srsly

    settings = srsly.msgpack_loads((model / TOKENIZER).read_bytes())
    settings[LONGEST] = factored(settings[LONGEST], french_shared(), FRENCH_SIGNS)
    (into / TOKENIZER).write_bytes(srsly.msgpack_dumps(settings))
