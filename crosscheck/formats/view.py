"""One report made easy to look things up in: articles and claims by id, short names, order.

>>> short_names(["000_05e1c35ce3dd58fc", "001_e0092a004a558b2e"])["000_05e1c35ce3dd58fc"]
'000'
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from crosscheck.formats.messages import phrase
from crosscheck.formats.translation import say_subject, translated
from crosscheck.formats.wording import capital, say_answer, say_list, sentence, shortened
from crosscheck.models import Article, Claim, Finding, Report, VerdictName
from crosscheck.values import Period

SEVERITIES = ("high", "medium", "low", "none")
VERDICTS: tuple[VerdictName, ...] = (
    "conflict", "disputed", "updated", "compatible", "agree", "single",
)  # fmt: skip
_LINE_END = re.compile(r"\r\n|\r|\n")
_PARAGRAPH_END = re.compile(r"\n\n+")
_SHORT = 16
"""An id of this many characters or fewer is its own short name."""


@dataclass(frozen=True, slots=True)
class Row:
    """One answer to a question, and the claims that give it."""

    answer: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class View:
    """A report and its indexes, each built on first use (a class so that they are built once)."""

    report: Report

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id, in the order of the report."""
        return {article.id: article for article in self.report.articles}

    @cached_property
    def short(self) -> dict[str, str]:
        """The short name of each article."""
        return short_names(list(self.articles))

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.report.claims}

    @cached_property
    def finding_of(self) -> dict[str, Finding]:
        """The finding in which each claim stands, by the claim's id."""
        found = self.report.findings
        return {claim.id: finding for finding in found for claim in finding.group.claims}

    @cached_property
    def _rank(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(self.articles)}

    def place(self, claim: Claim) -> tuple[int, int, int, str]:
        """What sorts claims: article, first and last character, id."""
        rank = self._rank.get(claim.article, len(self._rank))
        return rank, claim.start, claim.end, claim.id

    def ordered(self, claims: Iterable[Claim]) -> list[Claim]:
        """Claims by place."""
        return sorted(claims, key=self.place)

    def findings(self, *verdicts: VerdictName) -> list[Finding]:
        """Findings of some verdicts, the gravest first, then by verdict and place."""
        wanted = verdicts or VERDICTS
        return sorted((f for f in self.report.findings if f.verdict in wanted), key=self._weight)

    def _weight(self, finding: Finding) -> tuple[int, int, tuple[int, int, int, str], str]:
        first = self.ordered(finding.group.claims)[0]
        severity, verdict = SEVERITIES.index(finding.severity), VERDICTS.index(finding.verdict)
        return severity, verdict, self.place(first), finding.id

    def rows(self, claims: Iterable[Claim]) -> list[Row]:
        """The distinct values of some claims, as worded, in order of first appearance."""
        rows: list[tuple[str, list[Claim]]] = []
        for claim in self.ordered(claims):
            answer = say_answer(claim)
            home = next((r for said, r in rows if _one_answer(said, r[0], answer, claim)), None)
            if home is None:
                rows.append((answer, [claim]))
            else:
                home.append(claim)
        return [Row(_told_apart(answer, row, rows), tuple(row)) for answer, row in rows]

    def number(self, claim: Claim) -> int:
        """The line, the page or the paragraph on which a claim begins."""
        return self._number(claim.article, claim.start)

    def _number(self, article: str, offset: int) -> int:
        return max(bisect_right(self._starts[article], offset), 1)

    @cached_property
    def _starts(self) -> dict[str, Sequence[int]]:
        """Where each line, page or paragraph begins, so that ten thousand claims are placed at
        once; the same that `Article.where` says of one.
        """
        found: dict[str, Sequence[int]] = {}
        for name, article in self.articles.items():
            breaks = _PARAGRAPH_END.finditer(article.text)
            paragraphs = [0, *(end.end() for end in breaks)]
            by_unit = {"page": article.marks, "paragraph": paragraphs, "line": self._lines[name]}
            found[name] = by_unit[article.place_unit]
        return found

    def line(self, claim: Claim) -> int:
        """The line of the text that was read on which a claim begins, whatever its file has."""
        return max(bisect_right(self._lines[claim.article], claim.start), 1)

    @cached_property
    def _lines(self) -> dict[str, list[int]]:
        """Where each line of an article begins."""
        return {
            name: [0, *(end.end() for end in _LINE_END.finditer(article.text))]
            for name, article in self.articles.items()
        }

    def places(self, claims: Sequence[Claim]) -> str:
        """« l. 3, 12 » for claims of one article; « p. 3 » in a PDF, « § 5 » in a web page."""
        return self._places(claims[0].article, {self.number(claim) for claim in claims})

    def spot(self, article: Article, offset: int) -> str:
        """« l. 12 »: where a character of an article is looked for."""
        return self._places(article.id, {self._number(article.id, offset)})

    def _places(self, article: str, numbers: set[int]) -> str:
        said = phrase("join.list").join(map(str, sorted(numbers)))
        return phrase(f"places.{self.articles[article].place_unit}", numbers=said)

    def speakers_in(self, claims: Sequence[Claim]) -> list[str]:
        """Short names of the articles of some claims, each once, in order."""
        names = dict.fromkeys(claim.article for claim in self.ordered(claims))
        return [self.short.get(name, name) for name in names]

    def names(self, claims: Sequence[Claim], last: str = "join.last") -> str:
        """« 000, 001 et 004 »: the articles of some claims."""
        return say_list(self.speakers_in(claims), last)

    def why(self, reason: str) -> str:
        """A reason as a sentence of the report's language, long ids of articles by short names."""
        reason = translated(reason)
        long = [re.escape(name) for name, short in self.short.items() if name != short]
        if long:
            names = "|".join(sorted(long, key=len, reverse=True))
            reason = re.sub(rf"(?<!\w)(?:{names})(?!\w)", lambda m: self.short[m[0]], reason)
        return sentence(reason)

    def tones(self, claims: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
        """Claims by how firmly their article tells them: an article that asserts, asserts."""
        firm = {claim.article for claim in claims if claim.polarity == "asserted"}
        tones: dict[str, list[Claim]] = {"": []} if firm else {}
        for claim in self.ordered(claims):
            tone = "" if claim.article in firm else phrase(f"polarity.{claim.polarity}")
            tones.setdefault(tone, []).append(claim)
        return list(tones.items())

    def told(self, row: Row) -> str:
        """« 3 (001 et 004 ; 002, démenti) »: an answer, and who gives it."""
        sides = [
            phrase("questions.toned", articles=self.names(claims), polarity=tone)
            if tone
            else self.names(claims)
            for tone, claims in self.tones(row.claims)
        ]
        names = phrase("join.clauses").join(sides)
        return phrase("questions.answer", value=row.answer, articles=names)

    def where(self, claims: Sequence[Claim]) -> str:
        """« 000 (l. 3, 12), 001 (p. 5) »: articles and places of some claims."""
        by_article: dict[str, list[Claim]] = {}
        for claim in self.ordered(claims):
            by_article.setdefault(claim.article, []).append(claim)
        return phrase("join.list").join(
            phrase("finding.article_places", article=self.short[name], place=self.places(group))
            for name, group in by_article.items()
        )


def _told_apart(
    answer: str, claims: Sequence[Claim], rows: Sequence[tuple[str, list[Claim]]]
) -> str:
    """The answer; where another row would read the same, the words of a claim.

    Of one date with two days of the week, those words are taken that name the day.
    """
    alike = [row[0] for said, row in rows if said == answer]
    if len(alike) == 1:
        return answer
    named = [claim for claim in claims if getattr(claim.value, "weekday", None) is not None]
    misnamed = any(_misnamed(other) is not None for other in alike)
    return answer if misnamed and not named else (named or claims)[0].text


def _one_answer(said: str, one: Claim, told: str, other: Claim) -> bool:
    """Whether two claims give one answer, to the reader's eye as well as in value."""
    if _misnamed(one) != _misnamed(other):
        return False
    if said.casefold() == told.casefold():
        return True
    units = [getattr(claim.value, "unit", "") for claim in (one, other)]
    return units[0] == units[1] and one.value.same(other.value)


def _misnamed(claim: Claim) -> int | None:
    """The day of the week that is written beside a date and is not its own: « samedi 14 mars »."""
    value = claim.value
    if not isinstance(value, Period) or value.weekday is None or value.first is None:
        return None
    if value.first != value.last:
        return value.weekday  # whose day it is, is not told
    return None if value.first.weekday() == value.weekday else value.weekday


def short_names(ids: Sequence[str]) -> dict[str, str]:
    """A name for each id that fits in a table: the id, or its first words if no other has them."""
    return {name: _short_name(name, [other for other in ids if other != name]) for name in ids}


def _short_name(name: str, others: Sequence[str]) -> str:
    if len(name) <= _SHORT:
        return name
    ends = [m.start() for m in re.finditer(r"[-_. ]", name)]
    for end in ends:
        prefix = name[:end]
        if 2 <= end <= _SHORT and not any(other.startswith(prefix) for other in others):
            return prefix
    prefix = name[: _SHORT - 1]
    return name if any(other.startswith(prefix) for other in others) else prefix + "…"


def origins(articles: Iterable[Article]) -> int:
    """How many really speak: a copy counts with what it repeats, a dispatch with its agency."""
    return len(origin_groups(articles))


def origin_groups(articles: Iterable[Article]) -> list[tuple[str, list[Article]]]:
    """Articles of one origin together, each with the origin's name; empty: it speaks for itself."""
    known = {article.id: article for article in articles}
    groups: dict[tuple[str, str], list[Article]] = {}
    names: dict[tuple[str, str], str] = {}
    for article in known.values():
        root = _original(article, known)
        key = ("origin", root.origin.casefold()) if root.origin else ("article", root.id)
        groups.setdefault(key, []).append(article)
        names.setdefault(key, root.origin)
    return [(names[key], found) for key, found in groups.items()]


def _original(article: Article, known: Mapping[str, Article]) -> Article:
    """What an article repeats, and so on; two that repeat each other are taken as they come."""
    seen = {article.id}
    while (name := article.copy_of or "") in known and name not in seen:
        article = known[name]
        seen.add(name)
    return article


def question(finding: Finding) -> str:
    """The question of a finding in words, with a capital: « Morts dans l’accident »."""
    return capital(say_subject(finding.subject)) or phrase("finding.no_subject")


def heading(finding: Finding) -> str:
    """The plain text of a finding's heading, from which its anchor is made."""
    return phrase(
        "finding.heading",
        id=finding.id,
        subject=question(finding),
        symbol=phrase(f"symbols.{finding.verdict}"),
        verdict=phrase(f"verdicts.{finding.verdict}"),
    )


def file_name(path: str) -> str:
    """The last part of a path, whichever bar parts it: `file_name("seeds/a.txt")` is « a.txt »."""
    return re.split(r"[\\/]", path)[-1]


def story(report: Report) -> str:
    """What the report is about, for its title: the folder of the articles, or one title."""
    titles = [article.title for article in report.articles if article.title]
    if len(report.articles) == 1 and titles:
        return shortened(titles[0])
    folders = {file_name(a.path[: -len(file_name(a.path)) - 1]) for a in report.articles}
    named = folders.pop() if len(folders) == 1 else ""
    return named if named.strip(".") else shortened(next(iter(titles), ""))
