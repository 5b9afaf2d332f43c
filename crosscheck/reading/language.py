"""Which language a text is in, by its small words.

>>> language_of("Three agreements were signed in the capital by the two ministers.")
'en'
"""

import re
from collections import Counter

from crosscheck.reading.lines import fold
from crosscheck.rules import table

FEW = 20
"""Letters under which a text has no alphabet to speak of."""
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_FAR = re.compile("[^\\x00-\\u024f]")


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that has most small words in `text`; « fr » when in doubt."""
    count = Counter(_WORD.findall(fold(text[:_SAMPLE])))
    scores = {
        code: sum(count.get(word, 0) for word in small)
        for code, small in sorted(table("languages", "languages").items())
    }
    best = max(scores, key=lambda code: (scores[code], code == "fr"), default="fr")
    return best if scores.get(best, 0) > 1.2 * scores.get("fr", 0) + 2 else "fr"


def foreign_language(text: str) -> str:
    """What a text is in that is plainly no French; empty for French, and when in doubt.

    `foreign_language("Twelve people were killed in the attack, the governor said.")` is « en ».
    """
    sample = text[:_SAMPLE]
    # Few texts have any such letter: a search is quicker than to look at each character.
    far = sum(c.isalpha() for c in _FAR.findall(sample))
    letters = sum(map(str.isalpha, sample)) if far else 0
    if letters > FEW and far > letters / 2:
        return "autre alphabet"
    found = language_of(text)
    return "" if found == "fr" else found
