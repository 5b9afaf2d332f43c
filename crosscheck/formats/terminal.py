"""The report on a terminal: a short table, or the whole as plain text.

Lines are at most `width` columns wide, whatever the article holds; nothing in it can move the
cursor, change a colour or reverse a line.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, chop_cells
from tabulate import tabulate

from crosscheck.formats.escape import JOINER, terminal
from crosscheck.formats.messages import phrase
from crosscheck.formats.opening import TO_SEE
from crosscheck.formats.opening import summary as in_words
from crosscheck.formats.passages import passage, quoted, spell
from crosscheck.formats.translation import translated
from crosscheck.formats.view import View, question, story
from crosscheck.formats.wording import say_count, sentence
from crosscheck.models import Check, Claim, Finding, Report, VerdictName

NARROWEST, WIDEST, PLAIN = 60, 200, 100
_COLOURS = {"conflict": 31, "disputed": 35, "updated": 34, "compatible": 33, "agree": 32}
_VERDICT_COLUMN = 14
_GAPS = 4
_AGREEMENTS = 10
"""How many of them the table shows; all are cited in the full text."""


def summary(report: Report, width: int = 100, color: bool = False) -> str:
    """The findings that matter as a table, the checks, and a closing line of counts.

    `width` is in columns, held between 60 and 200; `color` adds ANSI colours to the verdicts.
    Claims of one source are only counted. Ends with a newline.
    """
    view, width = View(report), min(max(width, NARROWEST), WIDEST)
    parts = [*_notes(view, width), _table(view, width, color)]
    parts += [_checks(view, width), _skipped(view, width)]
    parts.append("\n".join(_wrap(terminal(in_words(view)), width)))
    return "\n\n".join(filter(None, parts)) + "\n"


def to_text(report: Report) -> str:
    """The summary, then the exact words behind each finding; a hundred columns, no colour."""
    view, width = View(report), PLAIN
    about = story(report)
    title = phrase("head.title", story=about) if about else phrase("head.title_alone")
    parts = ["\n".join(_wrap(terminal(title), width)), summary(report, width).rstrip("\n")]
    blocks = [_passages(view, finding, width) for finding in view.findings(*TO_SEE, "agree")]
    if blocks:
        parts += [_title("terminal.passages"), *blocks]
    singles = [line for f in view.findings("single") for line in _single(view, f, width)]
    if singles:
        parts.append("\n".join([_title("sections.single"), *singles]))
    if report.articles:
        parts.append("\n".join(_wrap(phrase("legend.creed"), width)))
    return "\n\n".join(parts) + "\n"


def _title(key: str) -> str:
    text = phrase(key)
    return f"{text}\n{'-' * cell_len(text)}"


def _notes(view: View, width: int) -> list[str]:
    notes = [phrase("head.note", note=sentence(translated(note))) for note in view.report.notes]
    return ["\n".join(_wrap(terminal(note), width)) for note in notes]


def _verdict(verdict: VerdictName, words: str) -> str:
    """« ≠ conflit »."""
    return f"{phrase(f'symbols.{verdict}')} {phrase(f'{words}.{verdict}')}"


def _table(view: View, width: int, color: bool) -> str:
    """Verdict, question, values by article; the two last share what the first leaves."""
    found = view.findings(*TO_SEE) + view.findings("agree")
    more = max(sum(f.verdict == "agree" for f in found) - _AGREEMENTS, 0)
    if not found:
        return ""
    head = [phrase(f"head.column_{column}") for column in ("verdict", "subject", "values")]
    second = (width - _VERDICT_COLUMN - _GAPS) * 2 // 5
    third = width - _VERDICT_COLUMN - _GAPS - second
    rows = []
    for finding in found[: len(found) - more]:
        cells = [_wrap(terminal(question(finding)), second), _values(view, finding, third)]
        told = ["\n".join(map(_measured, cell)) for cell in cells]
        rows.append([_coloured(finding.verdict, color), *told])
    text = tabulate(rows, head, tablefmt="simple", disable_numparse=True)
    lines = [line.rstrip() for line in text.splitlines()]
    if more:
        lines.append(phrase("terminal.more", more=say_count("more", more)))
    return "\n".join(lines)


def _coloured(verdict: VerdictName, color: bool) -> str:
    said = _verdict(verdict, "verdicts_short")
    return f"\x1b[{_COLOURS[verdict]}m{said}\x1b[0m" if color else said


def _measured(line: str) -> str:
    """The line with as many characters as columns, for tabulate, which counts characters.

    Marks that stack on the letter before them are left out, those of a whole letter are not.
    """
    whole = unicodedata.normalize("NFC", line)
    return "".join(c + JOINER * (cell_len(c) - 1) for c in whole if cell_len(c))


def _values(view: View, finding: Finding, width: int) -> list[str]:
    """One answer a line: « 3 : 001, 004 »; the second line of a long one is set in."""
    lines: list[str] = []
    for row in view.rows(finding.group.claims):
        sides = [_side(view, claims, tone) for tone, claims in view.tones(row.claims)]
        articles = phrase("join.clauses").join(sides)
        said = phrase("terminal.value", value=row.answer, articles=articles)
        lines += _wrap(terminal(said), width, "  ")
    return lines


def _side(view: View, claims: Sequence[Claim], tone: str) -> str:
    """« 001, 004 », « 002 (démenti) »."""
    articles = phrase("join.list").join(view.speakers_in(claims))
    return phrase("terminal.toned", articles=articles, polarity=tone) if tone else articles


def _checks(view: View, width: int) -> str:
    items = [line for check in view.report.checks for line in _check(view, check, width)]
    return "\n".join([_title("sections.checks"), *items]) if items else ""


def _check(view: View, check: Check, width: int) -> list[str]:
    article = view.articles[check.article]
    spot = view.spot(article, check.start)
    place = phrase("finding.place", article=view.short[article.id], place=spot)
    return _item(phrase("terminal.check", place=place, why=view.why(check.why)), width)


def _skipped(view: View, width: int) -> str:
    failed = [s for s in view.report.skipped if s.error]
    said = [phrase("terminal.skip", path=s.path, reason=translated(s.reason)) for s in failed]
    items = [line for text in said for line in _item(text, width)]
    return "\n".join([_title("terminal.skipped"), *items]) if items else ""


def _passages(view: View, finding: Finding, width: int) -> str:
    """Question, verdict, why; then the words of each article."""
    said = _verdict(finding.verdict, "verdicts")
    head = _wrap(terminal(f"{finding.id}. {question(finding)} — {said}"), width)
    why = _wrap(terminal(view.why(finding.why)), width)
    return "\n".join([*head, *filter(None, why), *_quotes(view, finding, width)])


def _quotes(view: View, finding: Finding, width: int) -> list[str]:
    """One extract for each article and answer."""
    lines = []
    for row in view.rows(finding.group.claims):
        for name in dict.fromkeys(claim.article for claim in row.claims):
            own = [claim for claim in row.claims if claim.article == name]
            words = spell(passage(view.articles[name], own[:1]), str, str)
            said = phrase("terminal.item", place=_place(view, own), text=quoted(words))
            lines += _item(said, width)
    return lines


def _place(view: View, claims: Sequence[Claim]) -> str:
    """« 003, l. 12, source : le préfet, démenti »."""
    first = claims[0]
    place = phrase("finding.place", article=view.short[first.article], place=view.places(claims))
    speaker = phrase("finding.speaker", speaker=first.speaker) if first.speaker else ""
    tone = phrase(f"polarity.{first.polarity}")
    return phrase("join.list").join(filter(None, [place, speaker, tone]))


def _single(view: View, finding: Finding, width: int) -> list[str]:
    """Where, the question and the answers, on one item."""
    claims = view.ordered(finding.group.claims)
    values = phrase("join.values").join(row.answer for row in view.rows(claims))
    fields = {"place": view.where(claims), "subject": question(finding), "value": values}
    return _item(phrase("terminal.single", **fields), width)


def _item(text: str, width: int) -> list[str]:
    """A list item, its next lines set in; `text` is as the article has it."""
    return _wrap("- " + terminal(text), width, "  ")


def _wrap(text: str, width: int, indent: str = "") -> list[str]:
    """Lines of at most `width` columns, broken at spaces, inside a word where one is too long."""
    lines: list[str] = []
    line = ""
    for word in _fitting(text.split(" "), width - len(indent)):
        joined = f"{line} {word}" if line.strip() else line + word
        if cell_len(joined) > width and line.strip():
            lines.append(line)
            joined = indent + word
        line = joined
    return [*lines, line]


def _fitting(words: Sequence[str], width: int) -> Iterable[str]:
    """Words, those wider than `width` columns in pieces."""
    for word in words:
        yield from chop_cells(word, width) if cell_len(word) > width else [word]
