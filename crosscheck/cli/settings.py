"""What holds for a run: the options of its command, else the configuration of its folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.cli.rules import put_rules
from crosscheck.configuration import Configuration

if TYPE_CHECKING:
    from crosscheck.settings import Limits, Settings

KILO, MEGA = 1_000, 1_000_000


def settle(
    configured: Configuration, rules: Path | None = None, *, follow_links: bool = False
) -> "Settings":
    """The settings of a run; the rules are put in place before anything is read with them.

    `settle(load(Path.cwd()), Path("mes-regles"))`. Raises `UsageError` for rules that are none.
    """
    from crosscheck.settings import Settings

    folder, follows = settle_rules(configured, rules), follows_links(configured, follow_links)
    return Settings(rules=folder, limits=_limits(configured), follow_links=follows)


def settle_rules(configured: Configuration, rules: Path | None = None) -> Path | None:
    """The folder of the rules of a run, put in place; `None` for those of the package.

    Raises `UsageError` for rules that are none.
    """
    origin = configured.settings["rules"].origin
    folder = rules or configured.path("rules")
    put_rules(folder, "--rules" if rules else f"{origin} : rules")
    return folder


def follows_links(configured: Configuration, asked: bool) -> bool:
    """Whether links are followed that lead out of the folders given."""
    return asked or configured.flag("reading.follow-links")


def _limits(configured: Configuration) -> "Limits":
    from crosscheck.settings import Limits

    def number(name: str, unit: int = 1) -> int:
        return configured.number(f"reading.max-{name}") * unit

    return Limits(
        seconds=float(number("seconds")),
        memory=number("memory-mb", MEGA),
        text=number("article-kb", KILO),
        page=number("page-mb", MEGA),
        document=number("document-mb", MEGA),
        member=number("part-mb", MEGA),
        record=number("record-mb", MEGA),
        pages=number("pages"),
        articles=number("articles"),
    )
