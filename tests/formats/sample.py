"""A report made by hand that has one of everything: five short articles on one invented visit.

`sample_report()` is what the golden files of `tests/golden/` are written from.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import cast

from crosscheck.models import (
    Article,
    Check,
    Claim,
    ClaimGroup,
    Finding,
    Kind,
    NotCompared,
    Polarity,
    Report,
    Severity,
    Skipped,
    Subject,
    VerdictName,
)
from crosscheck.values import INFINITE, Interval, Name, Period, Quote, Role, Value

AGENCY = """Trois accords signés entre le Lomo et la Sorlande

SORLAN (Agence du Delta) – Le président de la Transition, Issa Doré, a signé lundi 23 juin 2025 \
trois accords de coopération avec la Sorlande.
La Communauté des États du Delta (CED) a salué cette visite, la première depuis 65 ans.
Selon la police, 12 000 personnes l’ont acclamé à l’aéroport, où une bousculade a fait 11 blessés.
L’aide promise atteint 1,2 million d’euros, soit 38,9 % du budget de l’eau.
« Nous ouvrons une page nouvelle », a déclaré M. Doré.
"""
PAPER = """Le Lomo se tourne vers la Sorlande

Le chef de l’État, Issa Dorey, a paraphé mardi 24 juin 2025 plusieurs accords, pendant une visite \
de quatre jours, du 23 au 25 juin 2025, qui l’a conduit de la capitale au port de Sorlan puis dans \
les plaines irriguées du sud, où des ingénieurs des deux pays étudient depuis longtemps, sans \
grand bruit, la remise en état des canaux.
La Confédération des États du Delta (CED) y voit un exemple.
Les organisateurs parlent de plus de 20 000 personnes ; la bousculade aurait fait une dizaine \
de blessés.
Le quotidien dément que l’aide soit de 5 millions d’euros.
"""
RADIO = """[Transcription] Journal de 18 heures

Le bilan de la bousculade monte à 14 blessés, indique le docteur Awa Sérié.
Le président de la Transition, Issa Doré, regagnera la capitale le 26 juin 2025.
« Nous ouvrons une page nouvelle », a-t-il dit.
"""
COPY = """Trois accords signés entre le Lomo et la Sorlande

Le président de la Transition, Issa Doré, a signé lundi 23 juin 2025 trois accords de coopération.
Une aide de 150 millions de francs CFA ira aux écoles.
"""
HOSTILE = (
    "Trois | accords `signés` <script>alert(1)</script> [x](javascript:y) www.pirate.example\n\n"
    "::error file=a::Le 3 octobre, \x1b[31m40 tonnes\x1b[0m de riz | \u202eesrevni\u202c | sont "
    "arrivées # selon @tout_le_monde.\n"
    '=HYPERLINK("http://pirate.example") *Issa Doré*, <b>roi des canaux</b>, y était ; =1+1.\n'
    "3. $Une$ ~~aide~~ de 7 % & plus -- ##[error]non --\n"
)
"""Text that tries every format: tables, tags, links, commands, formulas, controls, bidi marks."""

ARTICLES = (
    Article(
        "01-agence", AGENCY, "visite-sorlande/01-agence.txt",
        "Trois accords signés entre le Lomo et la Sorlande", "Agence du Delta", date(2025, 6, 23),
    ),
    Article(
        "02-quotidien", PAPER, "visite-sorlande/02-quotidien.txt",
        "Le Lomo se tourne vers la Sorlande", "Le Courrier du Lomo", date(2025, 6, 24),
        modified=date(2025, 6, 25),
    ),
    Article(
        "03-radio", RADIO, "visite-sorlande/03-radio.txt", "", "Radio Sorlan", date(2025, 6, 25)
    ),
    Article(
        "04-site", COPY, "visite-sorlande/04-site.txt",
        "Trois accords signés entre le Lomo et la Sorlande", "Lomo Infos", date(2025, 6, 24),
        origin="Agence du Delta", copy_of="01-agence",
    ),
    Article(
        "05_9f86d081884c7d65", HOSTILE, "visite-sorlande/05_9f86d081884c7d65.txt",
        HOSTILE.partition("\n")[0], "", None,
    ),
)  # fmt: skip


@dataclass
class Desk:
    """Gathers claims and findings; ids follow the order in which they are told."""

    claims: list[Claim] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def claim(
        self,
        article: int,
        text: str,
        kind: str,
        value: Value,
        label: str,
        *,
        nth: int = 0,
        speaker: str | None = None,
        polarity: str = "asserted",
    ) -> Claim:
        """The claim that stands at the `nth` place of `text` in an article."""
        source = ARTICLES[article]
        start = [m.start() for m in re.finditer(re.escape(text), source.text)][nth]
        first = source.text.rfind("\n", 0, start) + 1
        last = source.text.find("\n", start)
        claim = Claim(
            f"c{len(self.claims) + 1}", source.id, cast(Kind, kind), start, start + len(text),
            text, (first, last), value, Subject(label), speaker, cast(Polarity, polarity),
            first == 0, f"{kind}.sample",
        )  # fmt: skip
        self.claims.append(claim)
        return claim

    def finding(self, verdict: str, severity: str, why: str, *claims: Claim) -> Finding:
        """A finding on these claims; its question is the longest of their labels."""
        group = ClaimGroup(claims)
        origins = len({"01-agence" if c.article == "04-site" else c.article for c in claims})
        finding = Finding(
            f"f{len(self.findings) + 1}", group.subject, claims[0].kind, group,
            cast(VerdictName, verdict), cast(Severity, severity),
            tuple(c.id for c in claims[:2]), origins, why,
        )  # fmt: skip
        self.findings.append(finding)
        return finding


def day(edtf: str, last: str = "") -> Period:
    """A day, or a run of days, by its ISO dates."""
    ends = date.fromisoformat(edtf), date.fromisoformat(last or edtf)
    return Period(f"{edtf}/{last}" if last else edtf, *ends)


def _conflicts(desk: Desk) -> None:
    """Values that cannot be true together."""
    claim, signed = desk.claim, "date de la signature des accords"
    desk.finding(
        "conflict", "high", "23 juin 2025 (01-agence, 04-site) ≠ 24 juin 2025 (02-quotidien)",
        claim(0, "lundi 23 juin 2025", "date", day("2025-06-23"), signed),
        claim(1, "mardi 24 juin 2025", "date", day("2025-06-24"), signed),
        claim(3, "lundi 23 juin 2025", "date", day("2025-06-23"), signed),
    )  # fmt: skip
    desk.finding(
        "conflict", "medium", "CED : Communauté (01-agence) ou Confédération (02-quotidien)",
        claim(0, "Communauté des États du Delta (CED)", "name",
              Name("Communauté des États du Delta", "CED", "communaut delta etat"),
              "développé du sigle CED"),
        claim(1, "Confédération des États du Delta (CED)", "name",
              Name("Confédération des États du Delta", "CED", "confeder delta etat"),
              "développé du sigle CED"),
    )  # fmt: skip
    aid = "montant de l’aide promise"
    desk.finding(
        "conflict", "low", "1,2 million d’euros (01-agence) ; 5 millions démentis (02-quotidien)",
        claim(0, "1,2 million d’euros", "money",
              Interval.exactly(1200000, "euro", currency="EUR"), aid),
        claim(1, "5 millions d’euros", "money",
              Interval.exactly(5000000, "euro", currency="EUR"), aid, polarity="denied"),
    )  # fmt: skip


def _moving(desk: Desk) -> None:
    """Disputed, updated and compatible values."""
    claim, crowd = desk.claim, "personnes venues à l’aéroport"
    desk.finding(
        "disputed", "medium", "la police dit 12 000, les organisateurs plus de 20 000",
        claim(0, "12 000 personnes", "count",
              Interval.exactly(12000, "personne", grain=Decimal(1000)), crowd,
              speaker="la police"),
        claim(1, "plus de 20 000 personnes", "count",
              Interval(Decimal(20000), INFINITE, "personne", strict=True), crowd,
              speaker="les organisateurs"),
    )  # fmt: skip
    hurt = "blessés dans la bousculade"
    desk.finding(
        "updated", "medium", "11 le 23 juin, 14 le 25 juin",
        claim(0, "11 blessés", "count", Interval.exactly(11, "blessé"), hurt),
        claim(1, "une dizaine de blessés", "count",
              Interval(Decimal(8), Decimal(12), "blessé", vague=True), hurt,
              polarity="hypothetical"),
        claim(2, "14 blessés", "count", Interval.exactly(14, "blessé"), hurt,
              speaker="le docteur Awa Sérié"),
    )  # fmt: skip
    deals = "accords signés avec la Sorlande"
    desk.finding(
        "compatible", "low", "« plusieurs » (02-quotidien) admet « trois »",
        claim(0, "Trois accords", "count", Interval.exactly(3, "accord"), deals),
        claim(0, "trois accords de coopération", "count", Interval.exactly(3, "accord"), deals),
        claim(1, "plusieurs accords", "count",
              Interval(Decimal(2), INFINITE, "accord", vague=True), deals),
        claim(3, "trois accords de coopération", "count", Interval.exactly(3, "accord"), deals),
        claim(4, "Trois | accords", "count", Interval.exactly(3, "accord"), deals),
    )  # fmt: skip


def _agreements(desk: Desk) -> None:
    claim, office = desk.claim, "fonction d’Issa Doré"
    role = Role("Issa Doré", "président de la Transition", "president transition")
    text = "président de la Transition"
    desk.finding(
        "agree", "none", "même fonction dans deux origines",
        claim(0, text, "role", role, office),
        claim(2, text, "role", role, office),
        claim(3, text, "role", role, office),
    )  # fmt: skip
    words = "Nous ouvrons une page nouvelle"
    quote = Quote(words, "Issa Doré", "nous ouvrons une page nouvelle")
    desk.finding(
        "agree", "none", "mêmes paroles",
        claim(0, words, "quote", quote, "paroles d’Issa Doré", speaker="Issa Doré"),
        claim(2, words, "quote", quote, "paroles d’Issa Doré", speaker="Issa Doré"),
    )  # fmt: skip


def _singles(desk: Desk) -> None:
    """What one origin says, the hostile article last."""

    def alone(*claims: Claim) -> None:
        desk.finding("single", "none", "une seule origine", *claims)

    claim, exactly = desk.claim, Interval.exactly
    alone(claim(0, "65 ans", "duration", exactly(65, "an"), "temps depuis la dernière visite"))
    alone(claim(0, "38,9 %", "percentage", exactly("38.9", "%"), "part du budget de l’eau"))
    alone(claim(1, "chef de l’État", "role", Role("Issa Dorey", "chef de l’État", "chef etat"),
                "fonction d’Issa Dorey"))  # fmt: skip
    alone(claim(1, "quatre jours", "duration", exactly(4, "jour"), "durée de la visite"))
    alone(claim(1, "du 23 au 25 juin 2025", "date", day("2025-06-23", "2025-06-25"),
                "dates de la visite"))  # fmt: skip
    alone(claim(2, "26 juin 2025", "date", day("2025-06-26"), "retour d’Issa Doré",
                polarity="planned"))  # fmt: skip
    alone(claim(3, "150 millions de francs CFA", "money",
                exactly(150000000, "franc", currency="XOF"), "aide aux écoles"))  # fmt: skip
    alone(claim(4, "3 octobre", "date", Period("XXXX-10-03"), "arrivée | du <riz> [x](y)"))
    alone(claim(4, "40 tonnes", "measure", exactly(40, "tonne"), "=riz\narrivé",
                speaker="@tout_le_monde\u202e"))  # fmt: skip
    alone(claim(4, "<b>roi des canaux</b>", "role",
                Role("*Issa Doré*", "<b>roi des canaux</b>", "roi canaux"),
                "fonction de `*Issa Doré*`"))  # fmt: skip
    alone(claim(4, "7 %", "percentage", exactly(7, "%"), "# ::error ##[error] aide"))


def sample_report() -> Report:
    """The whole report; the same at each call."""
    desk = Desk()
    for tell in (_conflicts, _moving, _agreements, _singles):
        tell(desk)
    by_text = {claim.text: claim for claim in desk.claims}
    days, run = by_text["quatre jours"], by_text["du 23 au 25 juin 2025"]
    tonnes = by_text["40 tonnes"]
    checks = (
        Check("k1", days.article, "arithmetic.duration", (days.id, run.id), days.start, run.end,
              "« quatre jours », mais du 23 au 25 juin il y en a trois"),
        Check("k2", tonnes.article, "status", (), tonnes.start, tonnes.end,
              "::error | <b>rien</b> à voir"),
    )  # fmt: skip
    aid, schools = by_text["1,2 million d’euros"], by_text["150 millions de francs CFA"]
    return Report(
        articles=ARTICLES,
        skipped=(
            Skipped("visite-sorlande/photo|1.png", "ce n’est pas un texte"),
            Skipped("visite-sorlande/gold.json", "pas un article", error=False),
        ),
        claims=tuple(desk.claims),
        findings=tuple(desk.findings),
        checks=checks,
        not_compared=(NotCompared((aid.id, schools.id), "objets différents : eau, écoles"),),
        notes=("un article n’a pas de date : son rang dans le temps n’est pas connu",),
    )


def lone_report() -> Report:
    """One article, one claim, and the note that says so."""
    desk = Desk()
    claim = desk.claim(0, "11 blessés", "count", Interval.exactly(11, "blessé"), "blessés")
    desk.finding("single", "none", "une seule origine", claim)
    note = "un seul article : rien à comparer, seules les contradictions internes sont cherchées"
    return Report(ARTICLES[:1], (), tuple(desk.claims), tuple(desk.findings), (), (), (note,))
