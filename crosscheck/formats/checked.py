"""One run of `crosscheck check`, one text: the registry of its formats.

>>> sorted(CHECK_FORMATS)
['concise', 'github', 'gitlab', 'junit', 'rdjson', 'sarif']
"""

from collections.abc import Callable

from crosscheck.diagnostics import CheckRun
from crosscheck.formats.concise import to_concise
from crosscheck.formats.github import to_github
from crosscheck.formats.gitlab import to_gitlab
from crosscheck.formats.junit import to_junit
from crosscheck.formats.rdjson import to_rdjson
from crosscheck.formats.sarif import to_sarif

CHECK_FORMATS: dict[str, Callable[[CheckRun], str]] = {
    "concise": to_concise,
    "github": to_github,
    "gitlab": to_gitlab,
    "sarif": to_sarif,
    "junit": to_junit,
    "rdjson": to_rdjson,
}
"""Name of each format, and the function that writes it."""
