"""In which language a report is written."""

import os
from collections.abc import Mapping

from crosscheck.cli.errors import UsageError


def parse_language(name: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The language of a report: that of the articles (French) unless another is asked for.

    >>> parse_language("auto", {"LANG": "en_GB.UTF-8"})
    'en'

    Only « auto » looks at the locale: elsewhere the same command gives the same bytes on every
    machine. Raises `UsageError` for a language that there is no catalogue of.
    """
    from crosscheck.formats import LANGUAGES  # here, since --help needs no format

    if name is None:
        return "fr"
    if name == "auto":
        asked = (environment.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
        said = next(filter(None, asked), "")
        return said[:2] if said[:2] in LANGUAGES else "fr"
    if name not in LANGUAGES:
        raise UsageError(f"--lang {name} : attendu {', '.join(LANGUAGES)} ou auto")
    return name
