"""How fast the expressions of French articles are read, beside two other readers.

    python benchmarks/expressions.py [--texts DIR] [--rounds 7] [--long 10]

Reads every article of a folder (the seeds, if none is given) with `crosscheck.mentions`, with
`search_dates(…, languages=["fr"])` of dateparser, which looks for dates alone, and with
`alpha2digit(…, "fr")` of text2num, which rewrites numbers in words as figures and is compiled.
The readers take turns in one run, so that a busy machine is busy for all; the best of several
rounds counts. A reader that is not installed is left out: `pip install dateparser text2num`.

Then long texts of one repeated wording, to see that the time stays in proportion to the length
whatever the text: every wording is read at a tenth of the length too, and the last column is how
many times longer the whole took (10 where time is in proportion).

Measured in November 2026 on one core of a virtual AMD EPYC, Python 3.11, characters a second, with
dateparser 1.5.0 and text2num 3.1.0 (compiled): the seeds (a value in 400 characters) 3,220,000
against 228,000 and 20,100,000; `--texts tests/clusters` (a value in 50 characters) 1,110,000
against 50,000 and 19,900,000. Texts of ten million characters: from 86,000 (« 7 7 7 7 … », five
million numbers) to 128,000,000.
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from time import perf_counter

from crosscheck import mentions

SEEDS = Path(__file__).parent.parent / "seeds"
PUBLISHED = date(2025, 6, 25)
WORDINGS = ("7", "7 ", ",", "plus de ", "1 000 ", "du 1 au 2 ", "une ", "le lundi 3 mars 2025 ")
Reader = Callable[[str], object]


def ours(text: str) -> object:
    """All kinds of values, with those of dates."""
    return mentions(text, PUBLISHED)


def readers() -> dict[str, Reader | None]:
    """The readers by name; `None` for one that is not installed."""
    found: dict[str, Reader | None] = {"crosscheck": ours, "dateparser": None, "text2num": None}
    try:
        from dateparser.search import search_dates
    except ImportError:
        pass
    else:
        found["dateparser"] = lambda text: search_dates(text, languages=["fr"])
    try:
        from text_to_num import alpha2digit
    except ImportError:
        pass
    else:
        found["text2num"] = lambda text: alpha2digit(text, "fr")
    return found


def seconds(reader: Reader, texts: Iterable[str]) -> float:
    """How long a reader takes for the texts, one after the other."""
    start = perf_counter()
    for text in texts:
        reader(text)
    return perf_counter() - start


def compare(texts: list[str], rounds: int) -> None:
    """Print the characters per second of each reader, and how many times ours that is."""
    length = sum(map(len, texts))
    found = readers()
    best = {name: float("inf") for name, reader in found.items() if reader}
    for _ in range(rounds):
        for name, reader in found.items():
            if reader:
                best[name] = min(best[name], seconds(reader, texts))
    print(f"{len(texts)} articles, {length:,} characters, best of {rounds} rounds")
    for name in found:
        if name not in best:
            print(f"  {name:<12} not installed")
            continue
        ratio = best[name] / best["crosscheck"]
        told = "" if name == "crosscheck" else f"   crosscheck is {ratio:.2f} times as fast"
        print(f"  {name:<12} {length / best[name]:>12,.0f} characters a second{told}")


def long_texts(megabytes: int) -> None:
    """Print how long `mentions` takes for long texts that repeat one wording."""
    print(f"texts of {megabytes} million characters")
    for wording in WORDINGS:
        size = megabytes * 1_000_000
        text = (wording * (size // len(wording) + 1))[:size]
        tenth, whole = seconds(ours, [text[: size // 10]]), seconds(ours, [text])
        print(
            f"  {wording!r:<26} {whole:>7.2f} s {size / whole:>12,.0f} characters a second"
            f"   {whole / tenth:.1f} times a tenth of it"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--texts", type=Path, default=SEEDS, help="a folder of .txt articles")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--long", type=int, default=10, help="millions of characters; 0 for none")
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(options.texts.rglob("*.txt"))]
    if not any(texts):
        sys.exit(f"no .txt article in {options.texts}")
    ours("deux")  # The rules are read once, before any time is taken.
    compare(texts, max(options.rounds, 1))
    if options.long > 0:
        long_texts(options.long)


if __name__ == "__main__":
    main()
