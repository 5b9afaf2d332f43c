"""`crosscheck accept`: what an editor decided of a diagnostic, written for the next runs."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from crosscheck.cli import console
from crosscheck.cli.clock import day, today
from crosscheck.cli.errors import UsageError, system_reason
from crosscheck.cli.gathering import decisions_file, root
from crosscheck.cli.options import Config, Decisions, Quiet
from crosscheck.cli.outputs import deliver
from crosscheck.cli.repository import path_from
from crosscheck.configuration import load

if TYPE_CHECKING:
    from crosscheck.cli.lastrun import Told
    from crosscheck.decisions import Decision

LEAST = 4
"""Characters of a fingerprint that are enough to name it, where no other begins so."""


def accept(
    findings: Annotated[
        list[str] | None,
        Argument(metavar="EMPREINTE", show_default=False,
                 help="Ce qui finit la ligne d'un signalement, ou son début."),
    ] = None,
    reason: Annotated[
        str, Option(metavar="TEXTE", show_default=False, help="Pourquoi ; obligatoire.")
    ] = "",
    decision: Annotated[
        str,
        Option("--as", metavar="DÉCISION", show_default=False,
               help="accepted (défaut : connu, on le garde), rejected (ce n'est pas une "
               "différence) ou confirmed (c'est une erreur, à corriger : se dit toujours)."),
    ] = "accepted",
    by: Annotated[str, Option(metavar="NOM", show_default=False, help="Qui décide.")] = "",
    when: Annotated[
        str | None, Option(metavar="DATE", help="Jour de la décision, AAAA-MM-JJ ; aujourd'hui.")
    ] = None,
    until: Annotated[
        str | None, Option(metavar="DATE", help="Dernier jour où elle vaut, AAAA-MM-JJ.")
    ] = None,
    all: Annotated[
        bool, Option("--all", help="Toute différence que le dernier « check » a trouvée et "
                    "qui n'est pas décidée, même sous le seuil.")
    ] = False,
    decisions: Decisions = None,
    config: Config = None,
    quiet: Quiet = False,
) -> int:  # fmt: skip
    """Note ce que la rédaction décide d'un signalement du dernier « check ».

    La décision tient tant que les valeurs ne changent pas ; les lignes peuvent bouger.
    """
    from crosscheck.cli.lastrun import recall
    from crosscheck.decisions import DECISIONS, Decision
    from crosscheck.diagnostics.choose import NO_DIFFERENCE
    from crosscheck.diagnostics.codes import CODES

    if not reason.strip():
        raise UsageError("il manque --reason : une décision sans raison ne se relit pas")
    if decision not in DECISIONS:
        raise UsageError(f"--as {decision} : attendu {', '.join(DECISIONS)}")
    if bool(findings) == all:
        raise UsageError("attendu une EMPREINTE, ou --all (voir --help)")
    told = recall(root())
    if told is None:
        raise UsageError("aucun passage connu : lancer d'abord « crosscheck check »")
    file = decisions or decisions_file(load(Path.cwd(), config))
    days = day("--when", when) or today(), day("--until", until)
    chosen = (
        [t for t in told if not t.decided and CODES[t.code].family not in NO_DIFFERENCE]
        if all
        else [_named(name, told) for name in findings or ()]
    )
    new = [
        Decision(
            fingerprint=one.fingerprint,
            decision=decision,
            reason=" ".join(reason.split()),
            code=one.code,
            article=path_from(file.parent.resolve(), root() / one.article),
            subject=one.subject,
            quotes=one.quotes,
            by=by,
            when=days[0],
            until=days[1],
        )
        for one in chosen
    ]
    return _write(file, new, quiet=quiet)


def _named(name: str, told: "Sequence[Told]") -> "Told":
    """The diagnostic that a fingerprint names, whole or by its beginning."""
    exact = [one for one in told if name in (one.fingerprint, one.short)]
    found = exact or [one for one in told if one.fingerprint.startswith(name)]
    if not found or len(name) < LEAST:
        raise UsageError(f"{name} : aucun signalement de cette empreinte dans le dernier passage")
    if len(found) > 1:
        known = ", ".join(one.short for one in found)
        raise UsageError(f"{name} : plusieurs signalements ({known}) ; en écrire davantage")
    return found[0]


def _write(file: Path, new: "Sequence[Decision]", *, quiet: bool) -> int:
    """The file with the decisions; whatever goes wrong leaves it as it was."""
    from crosscheck.decisions import merged

    try:
        text = file.read_text(encoding="utf-8-sig") if file.exists() else ""
    except UnicodeDecodeError:
        raise UsageError(f"{file} : attendu du JSONL en UTF-8") from None
    except OSError as error:
        raise UsageError(f"{file} : lecture impossible ({system_reason(error)})") from None
    if not deliver(merged(text, new), file):
        return console.INCOMPLETE
    if not quiet:
        for decision in new:
            console.say(f"{decision.code} dans {decision.article} : noté dans {file}")
    return 0
