"""Words that try to be more than words, and a report that is full of them."""

from dataclasses import replace

from crosscheck.models import NotCompared, Report, Skipped

from .sample import sample_report

HOSTILE = {
    "image": '<img src=x onerror="window.pirate=1">',
    "script": "</script><script>window.pirate=1</script>",
    "style": "</style><style>body{display:none}</style>",
    "title": "</title><script>window.pirate=1</script>",
    "comment": "--> <!-- <![CDATA[ ]]>",
    "svg": "<svg/onload=window.pirate=1><animate onbegin=window.pirate=1>",
    "attribute": "\" autofocus onfocus=window.pirate=1 x=\" ' onmouseover='window.pirate=1",
    "link": "[clic](javascript:window.pirate=1) javascript:window.pirate=1",
    "template": "{{ 7*7 }} {% raw %} {# #} ${7*7} #{7*7}",
    "table": "a | b\n| --- | --- |\n| c | d |",
    "backticks": "``` `code` ~~~ ```",
    "heading": "# titre\n## sous-titre\n> citation\n- liste\n1. liste\n---",
    "address": "http://pirate.example www.pirate.example pirate@pirate.example @tous #12 :tada:",
    "command": "::error file=a::b\n##[error]c\n::set-output name=x::y",
    "escape": "\x1b[31mrouge\x1b[0m \x1b]8;;http://pirate.example\x07lien\x1b]8;;\x07 \x9b31m",
    "controls": "a\x00b\x08\x08c\rd\x7f\x85e\x0cf",
    "bidi": "\u202eesrevni\u202c \u2066a\u2069 \u200fb\u061c",
    "formula": '=HYPERLINK("http://pirate.example";"clic")',
    "formulas": "+1+1 ; -2+3 ; @SUM(A1) ; \t=1+1 ;=cmd|' /C calc'!A0",
    "long": "n" * 10_000,
    "surrogate": "a\ud800b",
    "separators": "a\u2028b\u2029c",
    "entities": "&lt;b&gt; &amp; &#60;script&#62; &notanentity;",
    "fields": "{subject} {0} {} %s %(a)s",
}
"""A name for each, and the words."""


def with_text(text: str) -> Report:
    """The sample, with this text wherever an article, a file or a judge puts words of its own."""
    report = sample_report()
    articles = tuple(
        replace(a, text=a.text + "\n" + text, title=text, outlet=text, origin=text,
                path=f"dossier/{text}")
        for a in report.articles
    )  # fmt: skip
    where = {a.id: len(a.text) + 1 for a in report.articles}
    claims = {}
    for claim in report.claims:
        start = where[claim.article]
        end = start + len(text)
        label = replace(claim.subject, label=text)
        claims[claim.id] = replace(
            claim, subject=label, speaker=text, text=text, start=start, end=end,
            sentence=(start, end),
        )  # fmt: skip
    findings = tuple(
        replace(f, subject=text, why=text,
                group=replace(f.group, claims=tuple(claims[c.id] for c in f.group.claims)))
        for f in report.findings
    )  # fmt: skip
    return replace(
        report,
        articles=articles,
        claims=tuple(claims.values()),
        findings=findings,
        checks=tuple(replace(check, why=text) for check in report.checks),
        skipped=(Skipped(text, text), Skipped(text, text, error=False)),
        not_compared=(NotCompared(tuple(claims)[:2], text),),
        notes=(text,),
    )
