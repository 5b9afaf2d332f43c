"""The page, shown in the reader's browser."""

import webbrowser
from collections.abc import Sequence
from pathlib import Path

from crosscheck.cli.console import say
from crosscheck.cli.outputs import Output


def page_of(outputs: Sequence[Output], default: Path) -> tuple[tuple[Output, ...], Path]:
    """The outputs with a page in a file among them, and that file."""
    for output in outputs:
        if output.format == "html" and output.file is not None:
            return tuple(outputs), output.file
    return (*outputs, Output("html", default)), default


def open_page(file: Path) -> None:
    """Opens a file in the browser of the system (or of BROWSER); says where it is otherwise."""
    if not webbrowser.open(file.resolve().as_uri()):
        say(f"aucun navigateur trouvé ; ouvrir {file}")
