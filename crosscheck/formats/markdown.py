"""The audit that a chief editor reads: one report as GitHub-flavoured Markdown, in French.

Sections stand in the order in which they ask for attention, and only where they have something to
say. No HTML; whatever an article holds, it shows as the characters it is.
"""

from collections.abc import Callable

from crosscheck.formats.escape import bold, markdown, slug
from crosscheck.formats.matrix import matrix, table_lines
from crosscheck.formats.messages import counted, phrase
from crosscheck.formats.opening import opening
from crosscheck.formats.passages import LIMIT, excerpt, passage, quoted, spell
from crosscheck.formats.questions import questions
from crosscheck.formats.registers import chronology, happened, people
from crosscheck.formats.translation import translated
from crosscheck.formats.view import VERDICTS, Row, View, heading, question
from crosscheck.formats.wording import capital, say_list, shortened
from crosscheck.models import Check, Claim, Finding, Report, VerdictName

Section = Callable[[View], list[str]]
_SHORT_PASSAGE = 120


def to_markdown(report: Report) -> str:
    """The whole report; ends with one newline."""
    view = View(report)
    blocks = opening(view)
    if report.articles:
        for name, section in _SECTIONS.items():
            body = section(view)
            if body:
                blocks += [f"## {phrase('sections.' + name)}", *body]
    return "\n\n".join(blocks) + "\n"


def _findings(view: View, *verdicts: VerdictName) -> list[str]:
    return [block for finding in view.findings(*verdicts) for block in _finding(view, finding)]


def _finding(view: View, finding: Finding) -> list[str]:
    """Heading, why, matrix and the exact words."""
    facts = [phrase(f"severity.{finding.severity}"), phrase("kinds." + finding.kind)]
    facts.append(f"{finding.origins} {counted('origin', finding.origins)}")
    if any(claim.in_headline for claim in finding.group.claims):
        facts.append(phrase("finding.in_headline"))
    said = markdown(view.why(finding.why)) + " " if finding.why else ""
    rows = [[markdown(cell) for cell in row] for row in matrix(view, finding)]
    return [
        f"### {markdown(heading(finding))}",
        f"{said}*({phrase('join.list').join(filter(None, facts))})*",
        "\n".join(table_lines(rows)),
        "\n".join(_passages(view, finding)),
    ]


def _passages(view: View, finding: Finding) -> list[str]:
    """One item for each article, answer, speaker and polarity: the words, and where they stand."""
    tellings: dict[tuple[str, str, str, str], list[Claim]] = {}
    for row in view.rows(finding.group.claims):
        for claim in row.claims:
            key = claim.article, row.answer, claim.speaker or "", claim.polarity
            tellings.setdefault(key, []).append(claim)
    return [_telling(view, claims, LIMIT) for claims in tellings.values()]


def _telling(view: View, claims: list[Claim], limit: int) -> str:
    """« **000** (l. 12, source : le préfet, *démenti*) : « … **12 morts** … » »."""
    first = claims[0]
    together = [claim for claim in claims if claim.sentence == first.sentence]
    facts = [_lines(view, claims)]
    if first.speaker:
        facts.append(markdown(phrase("finding.speaker", speaker=first.speaker)))
    if first.polarity != "asserted":
        facts.append(f"*{phrase('polarity.' + first.polarity)}*")
    words = spell(passage(view.articles[first.article], together, limit), markdown, bold)
    place = phrase(
        "finding.telling",
        article=bold(view.short[first.article]),
        facts=phrase("join.list").join(facts),
    )
    return f"- {phrase('terminal.item', place=place, text=quoted(words))}"


def _lines(view: View, claims: list[Claim]) -> str:
    if claims[0].in_headline and len(claims) == 1:
        return phrase("finding.headline", place=view.places(claims))
    return view.places(claims)


def _checks(view: View) -> list[str]:
    items = [line for check in view.report.checks for line in _check(view, check)]
    return [phrase("checks.intro"), "\n".join(items)] if items else []


def _check(view: View, check: Check) -> list[str]:
    """What is wrong, then each sentence that shows it."""
    article = view.articles[check.article]
    spot = view.spot(article, check.start)
    place = bold(phrase("finding.place", article=view.short[article.id], place=spot))
    why = markdown(view.why(check.why))
    items = [f"- {phrase('checks.item', place=place, why=why)}"]
    claims = [view.claims[i] for i in check.claims if i in view.claims]
    claims = view.ordered(c for c in claims if c.article == article.id)
    items.extend(
        "  " + _telling(view, [c for c in claims if c.sentence == told], LIMIT)
        for told in dict.fromkeys(claim.sentence for claim in claims)
    )
    if not claims:
        around = _line_span(article.text, check.start, check.end)
        words = spell(excerpt(article.text, around, [(check.start, check.end)]), markdown, bold)
        items.append(f"  - {quoted(words)}")
    return items


def _line_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The lines on which a span stands."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    stops = [stop for stop in (text.find("\n", end), text.find("\r", end)) if stop >= 0]
    return first, min(stops, default=len(text))


def _agreements(view: View) -> list[str]:
    """A line for each accord: question, answer, articles; and one extract an article below."""
    items = []
    for finding in view.findings("agree"):
        claims = view.ordered(finding.group.claims)
        answer = markdown(phrase("join.values").join(r.answer for r in view.rows(claims)))
        item = phrase(
            "agree.item",
            subject=bold(phrase("agree.subject", id=finding.id, subject=question(finding))),
            value=answer,
            places=markdown(view.where(claims)),
        )
        items.append(f"- {item}")
        for name in finding.group.articles:
            own = [claim for claim in claims if claim.article == name][:1]
            items.append("  " + _telling(view, own, _SHORT_PASSAGE))
    return [phrase("agree.intro"), "\n".join(items)] if items else []


def _singles(view: View) -> list[str]:
    """A table for each article, in the order of the text."""
    blocks: list[str] = []
    found = sorted(
        view.findings("single"), key=lambda f: view.place(view.ordered(f.group.claims)[0])
    )
    for name, article in view.articles.items():
        own = [f for f in found if view.ordered(f.group.claims)[0].article == name]
        if own:
            key = "single.heading" if article.title else "single.heading_untitled"
            title = phrase(key, article=view.short[name], title=shortened(article.title))
            columns = ("subject", "value", "passage", "speaker")
            head = [phrase(f"single.column_{column}") for column in columns]
            head.insert(0, phrase(f"single.column_{article.place_unit}"))
            blocks.append(f"### {markdown(title)}")
            blocks.append("\n".join(table_lines([head, *(_single(view, f) for f in own)])))
    return [phrase("single.intro"), *blocks] if blocks else []


def _single(view: View, finding: Finding) -> list[str]:
    """One row: where, the question, the answer, the words, who says so."""
    claims = view.ordered(finding.group.claims)
    first = claims[0]
    here = [claim for claim in claims if claim.article == first.article]
    elsewhere = [claim for claim in claims if claim.article != first.article]
    place = phrase("join.list").join(str(n) for n in dict.fromkeys(map(view.number, here)))
    if elsewhere:
        place = phrase("single.also", place=place, places=view.where(elsewhere))
    words = spell(passage(view.articles[first.article], [first], 100), markdown, bold)
    speakers = dict.fromkeys(claim.speaker for claim in claims if claim.speaker)
    tone = phrase("polarity." + first.polarity)
    said = filter(None, [phrase("join.list").join(map(markdown, speakers)), tone and f"*{tone}*"])
    answers = phrase("join.values").join(row.answer for row in view.rows(claims))
    cells = [place, question(finding), answers]
    return [*map(markdown, cells), words, phrase("join.list").join(said)]


def _not_compared(view: View) -> list[str]:
    items = []
    for pair in view.report.not_compared:
        claims = [
            phrase("not_compared.claim", text=phrase("values.quoted", text=c.text),
                   place=_place(view, c))
            for c in view.ordered(view.claims[i] for i in pair.claims if i in view.claims)
        ]  # fmt: skip
        said = phrase(
            "not_compared.item", why=capital(translated(pair.why)), claims=say_list(claims)
        )
        items.append(f"- {markdown(said)}")
    return [phrase("not_compared.intro"), "\n".join(items)] if items else []


def _place(view: View, claim: Claim) -> str:
    """« 001, l. 12 »."""
    return phrase("finding.place", article=view.short[claim.article], place=view.places([claim]))


def _questions(view: View) -> list[str]:
    items = [
        f"- {phrase('questions.item', who=bold(q.who), question=markdown(q.what))}"
        for q in questions(view)
    ]
    return [phrase("questions.intro"), "\n".join(items)] if items else []


def _chronology(view: View) -> list[str]:
    columns = ("date", "event", "articles", "verdict")
    rows = [[phrase(f"chronology.column_{column}") for column in columns]]
    for event in chronology(view):
        verdict = event.finding.verdict
        said = f"{phrase('symbols.' + verdict)} {phrase('verdicts.' + verdict)}"
        label = _event(event.finding, event.row)
        linked = verdict in {"conflict", "disputed", "updated", "compatible"}
        rows.append([
            markdown(event.date),
            markdown(label),
            markdown(view.where(event.row.claims)),
            f"[{said}](#{slug(heading(event.finding))})" if linked else said,
        ])  # fmt: skip
    return [phrase("chronology.intro"), "\n".join(table_lines(rows))] if len(rows) > 1 else []


def _event(finding: Finding, row: Row) -> str:
    """The question, and how it is told when no article asserts it."""
    label = happened(finding)
    tones = {claim.polarity for claim in row.claims}
    if "asserted" in tones:
        return label
    tone = phrase("polarity." + row.claims[0].polarity)
    return phrase("chronology.event_polarity", event=label, polarity=tone)


def _people(view: View) -> list[str]:
    columns = ("person", "role", "articles")
    rows = [[phrase(f"people.column_{column}") for column in columns]]
    for person in people(view):
        name = person.name
        if person.variants:
            name = phrase("people.variants", person=name, others=say_list(person.variants))
        for row in person.roles:
            rows.append([markdown(name), markdown(row.answer), markdown(view.where(row.claims))])
            name = phrase("people.again")
    return [phrase("people.intro"), "\n".join(table_lines(rows))] if len(rows) > 1 else []


def _legend(view: View) -> list[str]:
    """The creed; then, where there are findings, the verdicts and the signs."""
    if not view.report.findings:
        return [bold(phrase("legend.creed"))]
    items = []
    for verdict in VERDICTS:
        symbol, word = phrase(f"symbols.{verdict}"), bold(phrase(f"verdicts.{verdict}"))
        meaning = phrase(f"legend.{verdict}")
        said = phrase("legend.item", symbol=symbol, verdict=word, meaning=meaning)
        items.append(f"- {said}")
    signs = {key: phrase(f"symbols.{key}") for key in ("told", "told_otherwise", "silent")}
    return [
        bold(phrase("legend.creed")),
        "\n".join(items),
        phrase("legend.matrix", **signs),
        markdown(phrase("legend.lines")),
    ]


_SECTIONS: dict[str, Section] = {
    "conflict": lambda view: _findings(view, "conflict"),
    "moving": lambda view: _findings(view, "disputed", "updated"),
    "compatible": lambda view: _findings(view, "compatible"),
    "checks": _checks,
    "agree": _agreements,
    "single": _singles,
    "not_compared": _not_compared,
    "questions": _questions,
    "chronology": _chronology,
    "people": _people,
    "legend": _legend,
}
