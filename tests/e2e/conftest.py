"""A real browser for the pages: Debian's chromium, driven by playwright.

Where there is none the tests are skipped, and say what is missing. `CROSSCHECK_CHROMIUM` names
another browser of its family.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from crosscheck.formats import render
from crosscheck.models import Report

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright n'est pas installé (extra e2e)"
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """The path of a chromium that is installed here."""
    named = os.environ.get("CROSSCHECK_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@dataclass
class Reader:
    """Opens pages, and holds what a page must never do: it collects, as its tests go on."""

    browser: "playwright.Browser"
    folder: Path
    noise: list[str] = field(default_factory=list)
    """Console messages, errors, dialogs, and requests that leave the file."""
    contexts: list["playwright.BrowserContext"] = field(default_factory=list)

    def open(
        self, report: Report, *, at: str = "", language: str = "fr", **options: object
    ) -> "playwright.Page":
        """The page of a report from disk: `reader.open(report, at="#f2", color_scheme="dark")`."""
        file = self.folder / f"page-{len(self.contexts)}.html"
        file.write_text(render(report, "html", language), encoding="utf-8")
        size = {"width": options.pop("width", 1400), "height": options.pop("height", 900)}
        context = self.browser.new_context(viewport=size, offline=True, **options)
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: self.noise.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.noise.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.noise.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self._request(request.url))
        page.goto(file.as_uri() + at)
        return page

    def _request(self, url: str) -> None:
        if not url.startswith((self.folder.as_uri(), "data:,")):
            self.noise.append(f"request: {url}")


@pytest.fixture(scope="session")
def browser() -> Iterator["playwright.Browser"]:
    path = find_browser()
    if path is None:
        pytest.skip("aucun chromium ici (sous Debian : apt install chromium)")
    sandbox = [] if os.name != "posix" or os.getuid() else ["--no-sandbox"]
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=path, args=sandbox)
        yield found
        found.close()


@pytest.fixture
def reader(browser: "playwright.Browser", tmp_path: Path) -> Iterator[Reader]:
    """Pages of one test; at its end nothing may have been said or asked of the network."""
    found = Reader(browser, tmp_path)
    yield found
    for context in found.contexts:
        context.close()
    assert found.noise == []
