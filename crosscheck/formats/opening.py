"""The first page of the Markdown report: what it is about, the counts, what was read."""

from decimal import Decimal

from crosscheck.formats.dates import say_edtf
from crosscheck.formats.escape import bold, markdown, slug
from crosscheck.formats.matrix import table_lines
from crosscheck.formats.messages import phrase
from crosscheck.formats.translation import translated
from crosscheck.formats.view import (
    VERDICTS,
    View,
    file_name,
    heading,
    origins,
    question,
    story,
)
from crosscheck.formats.wording import say_count, say_list, say_number, sentence, shortened
from crosscheck.models import Article, Check, Finding, VerdictName

TO_SEE: tuple[VerdictName, ...] = ("conflict", "disputed", "updated", "compatible")
"""The verdicts that ask for a look."""


def opening(view: View) -> list[str]:
    """Title, summary, notes, what to see first, what was read and what was not; as blocks."""
    about = story(view.report)
    title = phrase("head.title", story=about) if about else phrase("head.title_alone")
    blocks = [f"# {markdown(title)}", markdown(summary(view))]
    blocks += [
        f"> {markdown(phrase('head.note', note=sentence(translated(note))))}"
        for note in view.report.notes
    ]
    return [*blocks, *_essentials(view), *_read(view), *_skipped(view)]


def summary(view: View) -> str:
    """« 5 articles lus, 4 origines : 1 conflit, 7 accords et 2 contradictions internes. »."""
    report = view.report
    if not report.articles:
        return phrase("head.nothing_read")
    sentences = [phrase("head.summary", read=_reading(view), told=counts(view))]
    troubled = report.checks or any(f.verdict in {"conflict", "disputed"} for f in report.findings)
    if not troubled and len(report.articles) > 1 and report.findings:
        sentences.append(phrase("head.quiet"))
    return " ".join(sentences)


def _reading(view: View) -> str:
    """« 5 articles lus, 4 origines »."""
    articles = view.report.articles
    read = say_count("article", len(articles))
    if len(articles) == 1:
        return phrase("head.read_one", articles=read)
    return phrase("head.read_more", articles=read, origins=say_count("origin", origins(articles)))


def counts(view: View) -> str:
    """How many findings of each verdict, checks and so on; what there is none of is left out."""
    report = view.report
    numbers: dict[str, int] = {
        verdict: sum(f.verdict == verdict for f in report.findings) for verdict in VERDICTS[:-1]
    }
    numbers["check"] = len(report.checks)
    numbers["single"] = sum(f.verdict == "single" for f in report.findings)
    numbers["not_compared"] = len(report.not_compared)
    numbers["skipped"] = sum(s.error for s in report.skipped)
    if len(report.articles) == 1 and report.claims:
        checks = [say_count("check", len(report.checks))] if report.checks else []
        return say_list([say_count("claim", len(report.claims)), *checks])
    told = [say_count(key, number) for key, number in numbers.items() if number]
    if not report.claims:
        told.insert(0, phrase("head.nothing_found"))
    elif len(report.articles) > 1 and not numbers["conflict"]:
        told.insert(0, phrase("head.no_conflict"))
    return say_list(told)


def _essentials(view: View) -> list[str]:
    """The findings that ask for a look, each with a link to its place."""
    rows = [_essential(view, finding) for finding in view.findings(*TO_SEE)]
    rows += [_inner(view, check) for check in view.report.checks]
    if not rows:
        return []
    head = [phrase(f"head.column_{column}") for column in ("verdict", "subject", "values")]
    return [f"## {phrase('head.essentials')}", "\n".join(table_lines([head, *rows]))]


def _essential(view: View, finding: Finding) -> list[str]:
    verdict = finding.verdict
    said = f"{phrase('symbols.' + verdict)} {phrase('verdicts.' + verdict)}"
    answers = phrase("join.clauses").join(view.told(row) for row in view.rows(finding.group.claims))
    subject = markdown(question(finding))
    return [said, f"[{subject}](#{slug(heading(finding))})", markdown(answers)]


def _inner(view: View, check: Check) -> list[str]:
    """A contradiction inside one article: which, where, and what is wrong."""
    article = view.articles[check.article]
    spot = view.spot(article, check.start)
    said = f"{phrase('symbols.check')} {phrase('head.inner')}"
    place = phrase("finding.place", article=view.short[article.id], place=spot)
    link = f"[{markdown(place)}](#{slug(phrase('sections.checks'))})"
    return [said, link, markdown(view.why(check.why))]


def _read(view: View) -> list[str]:
    """The table of the articles."""
    if not view.articles:
        return []
    columns = ("article", "title", "source", "date", "words", "file")
    rows = [[phrase(f"read.column_{column}") for column in columns]]
    for article in view.articles.values():
        cells = [
            shortened(article.title) or phrase("read.unknown"),
            _source(view, article),
            _dates(article),
            say_number(Decimal(article.words)),
            file_name(article.path) or article.id,
        ]
        rows.append([bold(view.short[article.id]), *map(markdown, cells)])
    return [f"## {phrase('read.title')}", "\n".join(table_lines(rows))]


def _source(view: View, article: Article) -> str:
    """The outlet, the agency behind it, and what it is a copy of."""
    said = article.outlet
    if article.origin and article.origin != article.outlet:
        key = "read.source_and_origin" if said else "read.origin_alone"
        said = phrase(key, outlet=said, origin=article.origin)
    said = said or phrase("read.unknown")
    if article.copy_of:
        original = view.short.get(article.copy_of, article.copy_of)
        said = phrase("read.copy", source=said, original=original)
    return said


def _dates(article: Article) -> str:
    """When it came out, and when it was changed."""
    if not article.published:
        return phrase("read.unknown")
    published = say_edtf(article.moment)
    if not article.modified or article.modified == article.published:
        return published
    modified = say_edtf(article.modified.isoformat())
    return phrase("read.modified", published=published, modified=modified)


def _skipped(view: View) -> list[str]:
    """What could not be read, as a table; what was passed over, on one line."""
    failed = [s for s in view.report.skipped if s.error]
    passed = [s for s in view.report.skipped if not s.error]
    blocks = []
    if failed:
        head = [phrase("read.column_file"), phrase("read.column_reason")]
        rows = [[markdown(s.path), markdown(translated(s.reason))] for s in failed]
        blocks += [f"## {phrase('read.skipped')}", "\n".join(table_lines([head, *rows]))]
    if passed:
        files = phrase("join.list").join(
            phrase("read.passed_file", path=file_name(s.path), reason=translated(s.reason))
            for s in passed
        )
        blocks.append(markdown(phrase("read.passed_over", files=files)))
    return blocks
