"""The questions that a report leaves, and to whom they go.

Made from findings and checks by one template a kind; they add no fact.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosscheck.formats.messages import phrase
from crosscheck.formats.registers import what_happened
from crosscheck.formats.translation import say_subject
from crosscheck.formats.view import Row, View
from crosscheck.formats.wording import say_list
from crosscheck.models import Check, Claim, Finding
from crosscheck.values import Name, Value

_BY_KIND = {
    "date": "questions.conflict_date",
    "name": "questions.conflict_name",
    "role": "questions.conflict_role",
    "quote": "questions.conflict_quote",
}
_DISPUTED = {
    "date": "questions.disputed_date",
    "role": "questions.disputed_words",
    "name": "questions.disputed_words",
    "quote": "questions.disputed_words",
}


@dataclass(frozen=True, slots=True)
class Question:
    """Who is asked, and what; plain text."""

    who: str
    what: str


def questions(view: View) -> list[Question]:
    """Every question of a report, each once, in the order of its sections."""
    makers = {
        "conflict": _conflict,
        "disputed": _disputed,
        "updated": _updated,
        "compatible": _compatible,
    }
    asked: list[Question] = []
    for verdict, make in makers.items():
        for finding in view.findings(verdict):  # type: ignore[arg-type]
            asked += make(view, finding)
    for check in view.report.checks:
        asked += _check(view, check)
    for finding in view.findings("single"):
        if any(c.in_headline for c in finding.group.claims) or finding.severity == "high":
            asked += _single(view, finding)
    return list(dict.fromkeys(asked))


def _desks(view: View, articles: Iterable[str]) -> str:
    """« À la rédaction (000, Le Quotidien) », « Aux rédactions (000 ; 002) »."""
    names = [_desk(view, name) for name in dict.fromkeys(articles)]
    key = "questions.to_desk" if len(names) == 1 else "questions.to_desks"
    return phrase(key, desks=phrase("questions.desk_join").join(names))


def _desk(view: View, name: str) -> str:
    article, short = view.articles[name], view.short[name]
    if not article.outlet or article.outlet == short:
        return phrase("questions.desk", article=short)
    return phrase("questions.desk_outlet", article=short, outlet=article.outlet)


def _speakers(view: View, told: Mapping[str, Sequence[Claim]]) -> str:
    """« À la source citée (le préfet, dans 003) », for claims by speaker."""
    who = [
        phrase("questions.speaker", speaker=speaker, desks=view.names(claims))
        for speaker, claims in told.items()
    ]
    key = "questions.to_speaker" if len(who) == 1 else "questions.to_speakers"
    return phrase(key, speakers=phrase("questions.desk_join").join(who))


def _answers(view: View, rows: Sequence[Row]) -> str:
    """« 3 (001) ou plusieurs accords (004) »."""
    return say_list(map(view.told, rows), "join.choice")


def _subject(finding: Finding) -> str:
    """What is asked, before a colon: « accident survenu », « durée (la perte approche) »."""
    if finding.kind == "date":
        return what_happened(finding) or phrase("finding.no_subject")
    subject = say_subject(finding.subject)
    head, colon, rest = subject.partition(phrase("questions.colon"))
    asked = phrase("questions.aside", head=head, rest=rest) if colon else subject
    return asked or phrase("finding.no_subject")


def _by_speaker(view: View, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims of each speaker that is named, in order of place."""
    told: dict[str, list[Claim]] = {}
    for claim in view.ordered(claims):
        if claim.speaker:
            told.setdefault(claim.speaker, []).append(claim)
    return told


def _conflict(view: View, finding: Finding) -> list[Question]:
    """To the desks that disagree, and to each speaker they lean on."""
    rows = view.rows(finding.group.claims)
    answers, subject = _answers(view, rows), _subject(finding)
    acronym = _shared_acronym([row.claims[0].value for row in rows])
    if acronym:
        what = phrase("questions.conflict_acronym", acronym=acronym, answers=_bare(view, rows))
    else:
        key = _BY_KIND.get(finding.kind, "questions.conflict")
        what = phrase(key, subject=subject, answers=answers)
    asked = [Question(_desks(view, finding.group.articles), what)]
    if finding.kind not in {"quote", "name"}:
        asked += _to_speakers(view, finding, rows)
    return asked


def _to_speakers(view: View, finding: Finding, rows: Sequence[Row]) -> list[Question]:
    """To the speakers of each answer: your figure, and those of the others."""
    sides: dict[tuple[int, ...], dict[str, list[Claim]]] = {}
    for speaker, claims in _by_speaker(view, finding.group.claims).items():
        own = tuple(i for i, row in enumerate(rows) if any(c in claims for c in row.claims))
        sides.setdefault(own, {})[speaker] = claims
    asked = []
    for own, told in sides.items():
        others = [row for i, row in enumerate(rows) if i not in own]
        if others:
            what = phrase(
                _DISPUTED.get(finding.kind, "questions.disputed"),
                subject=_subject(finding),
                own=say_list(rows[i].answer for i in own),
                others=_answers(view, others),
            )
            asked.append(Question(_speakers(view, told), what))
    return asked


def _bare(view: View, rows: Sequence[Row]) -> str:
    """The names between quotation marks, without the acronym that is the question."""
    said = []
    for row in rows:
        value = row.claims[0].value
        name = value.name if isinstance(value, Name) else row.answer
        quoted = phrase("values.quoted", text=name)
        said.append(phrase("questions.answer", value=quoted, articles=view.names(row.claims)))
    return say_list(said, "join.choice")


def _shared_acronym(values: Sequence[Value]) -> str:
    """The acronym that all the names share; empty if they do not."""
    acronyms = {value.acronym if isinstance(value, Name) else None for value in values}
    return acronyms.pop() or "" if len(acronyms) == 1 else ""


def _disputed(view: View, finding: Finding) -> list[Question]:
    """To each speaker; to the desks when nobody is named."""
    rows = view.rows(finding.group.claims)
    asked = _to_speakers(view, finding, rows)
    if asked:
        return asked
    what = phrase(
        "questions.disputed_desk", subject=_subject(finding), answers=_answers(view, rows)
    )
    return [Question(_desks(view, finding.group.articles), what)]


def _updated(view: View, finding: Finding) -> list[Question]:
    rows = view.rows(finding.group.claims)
    what = phrase("questions.updated", subject=_subject(finding), answers=_answers(view, rows))
    return [Question(_desks(view, finding.group.articles), what)]


def _compatible(view: View, finding: Finding) -> list[Question]:
    """To those whose wording is vaguer than what all admit together; wordings are not asked for."""
    if finding.kind in {"role", "name", "quote"}:
        return []
    rows = view.rows(finding.group.claims)
    meet: Value | None = rows[0].claims[0].value
    for row in rows[1:]:
        meet = meet.meet(row.claims[0].value) if meet else None
    sharp = [row for row in rows if meet is not None and row.claims[0].value.same(meet)]
    vague = [row for row in rows if row not in sharp]
    subject = _subject(finding)
    if not sharp or not vague:
        what = phrase("questions.compatible_any", subject=subject, answers=_answers(view, rows))
        return [Question(_desks(view, finding.group.articles), what)]
    asked = []
    for row in vague:
        what = phrase(
            "questions.compatible", subject=subject, own=row.answer, others=_answers(view, sharp)
        )
        asked.append(Question(_desks(view, [c.article for c in row.claims]), what))
    return asked


def _check(view: View, check: Check) -> list[Question]:
    """To the speaker when all the claims are one person's, else to the desk."""
    claims = [view.claims[i] for i in check.claims if i in view.claims]
    speakers = {claim.speaker for claim in claims}
    speaker = speakers.pop() if len(speakers) == 1 else None
    if speaker:
        who = _speakers(view, {speaker: claims})
        return [Question(who, phrase("questions.check", why=view.why(check.why)))]
    who = _desks(view, [check.article])
    return [Question(who, phrase("questions.check_desk", why=view.why(check.why)))]


def _single(view: View, finding: Finding) -> list[Question]:
    """To the speaker of a claim that stands alone, else to its desk."""
    claims = view.ordered(finding.group.claims)
    fields = {"subject": _subject(finding), "value": view.rows(claims)[0].answer}
    speaker = next((claim.speaker for claim in claims if claim.speaker), None)
    if speaker:
        own = {speaker: [claim for claim in claims if claim.speaker == speaker]}
        return [Question(_speakers(view, own), phrase("questions.single_speaker", **fields))]
    return [Question(_desks(view, [claims[0].article]), phrase("questions.single", **fields))]
