"""The two pictures of the README, made anew: `python -m tests.e2e.screenshots`."""

import os
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from crosscheck import cross_check, read_articles
from crosscheck.formats import render

from .conftest import find_browser

ROOT = Path(__file__).parents[2]
STORY = ROOT / "tests" / "clusters" / "a1-accident-broukakro"
MARGIN = 32
"""Pixels on both sides of a finding."""
NAME = "accident-de-Broukakro"


def take() -> None:
    """An invented story: its overview by day, one of its findings by night."""
    articles, _ = read_articles([STORY])
    articles = tuple(replace(a, path=f"{NAME}/{Path(a.path).name}") for a in articles)
    sandbox = [] if os.name != "posix" or os.getuid() else ["--no-sandbox"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / f"{NAME}.html"
        file.write_text(render(cross_check(articles), "html"), encoding="utf-8")
        browser = driver.chromium.launch(executable_path=find_browser(), args=sandbox)
        page = browser.new_page(viewport={"width": 1280, "height": 1090})
        page.goto(file.as_uri())
        page.screenshot(path=ROOT / "docs" / "page-overview.png")
        page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="dark")
        page.goto(file.as_uri())
        box = page.locator(".card.updated").first.bounding_box()
        assert box is not None
        clip = {
            "x": box["x"] - MARGIN, "y": box["y"],
            "width": box["width"] + 2 * MARGIN, "height": box["height"],
        }  # fmt: skip
        page.screenshot(path=ROOT / "docs" / "page-finding.png", clip=clip, full_page=True)
        browser.close()


if __name__ == "__main__":
    take()
