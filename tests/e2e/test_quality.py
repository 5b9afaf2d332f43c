"""What holds of every page: accessible, quick, inert under hostile words, whole on paper."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from crosscheck.formats import FORMATS
from crosscheck.models import Report
from tests.formats.big import big_report
from tests.formats.hostile import HOSTILE, with_text
from tests.formats.sample import lone_report, sample_report

from .conftest import Reader

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe manque (extra e2e)")
pypdf = pytest.importorskip("pypdf", reason="pypdf n'est pas installé (extra e2e)")

EMPTY = Report((), (), (), (), ())
PAGES = {
    "sample": sample_report(),
    "lone": lone_report(),
    "empty": EMPTY,
    "no-conflict": replace(
        sample_report(),
        findings=tuple(f for f in sample_report().findings if f.verdict in ("agree", "single")),
        checks=(),
    ),
}


def violations(page: Any) -> list[str]:
    """What axe finds against WCAG 2.2 and good practice."""
    found = axe.Axe().run(page).response["violations"]
    return [
        f"{v['id']}: {v['nodes'][0]['html']} ({v['nodes'][0]['failureSummary']})" for v in found
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 400])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(reader: Reader, name: str, width: int, scheme: str) -> None:
    page = reader.open(PAGES[name], width=width, color_scheme=scheme, bypass_csp=True)
    page.eval_on_selector_all("details", "all => all.forEach(d => { d.open = true; })")
    assert violations(page) == []


def test_axe_finds_nothing_in_use(reader: Reader) -> None:
    """With filters on, a finding under the keys, and the help open; in English."""
    page = reader.open(sample_report(), language="en", bypass_csp=True)
    page.click("button[data-verdict=conflict]")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert violations(page) == []
    page.keyboard.press("?")
    assert violations(page) == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_state_opens_quietly(reader: Reader, name: str, language: str) -> None:
    """No conflict, one article, none: a page with a heading, and no section without words."""
    page = reader.open(PAGES[name], language=language)
    assert page.inner_text("h1").strip()
    for section in page.locator("main section").all():
        assert len(section.inner_text().strip().split()) > 2


@pytest.fixture(scope="module")
def thousand() -> Report:
    return big_report(1000)


FILTER = """async (words) => {
  const field = document.getElementById("q");
  field.value = words; field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}"""


def spent(session: Any) -> float:
    """Seconds of CPU of the page's main thread since it was opened: a busy machine adds none."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(m["value"] for m in metrics if m["name"] == "TaskDuration"))


def test_a_thousand_findings_are_quick(reader: Reader, thousand: Report) -> None:
    """Shown, and filtered, in under a second each."""
    page = reader.open(EMPTY)
    page.set_default_timeout(60000)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    address = page.url.replace("page-0", "thousand")
    (reader.folder / "thousand.html").write_text(FORMATS["html"](thousand), encoding="utf-8")
    begin = spent(session)
    page.goto(address)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert 0 < spent(session) - begin < 1
    for words, least, most in (("commune 99", 11, 100), ("", 1000, 1000)):
        begin = spent(session)
        page.evaluate(FILTER, words)
        assert spent(session) - begin < 1
        assert least <= page.locator(".item:not([hidden])").count() <= most


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_words_are_inert(reader: Reader, name: str) -> None:
    """Nothing runs, nothing is asked for, and the page keeps its width."""
    page = reader.open(with_text(HOSTILE[name]))
    handlers = """[...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
        .filter(a => a.name.startsWith('on') || a.name === 'style' || a.name === 'srcset')"""
    assert page.evaluate(f"{handlers}.length") == 0
    assert page.evaluate("typeof window.pirate") == "undefined"
    assert page.evaluate("document.documentElement.scrollWidth") == 1400


def test_the_policy_stops_what_would_slip_through(reader: Reader) -> None:
    """Even a tag that every other guard had let pass does nothing."""
    page = reader.open(sample_report())
    page.evaluate(
        """document.querySelector('h1').innerHTML =
        '<img src=x onerror="window.pirate = 1"><script>window.pirate = 1</scr' + 'ipt>'"""
    )
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), "
                  "{ textContent: 'window.pirate = 1' }))")  # fmt: skip
    page.wait_for_timeout(100)
    assert page.evaluate("typeof window.pirate") == "undefined"
    assert reader.noise and all("Content Security Policy" in line for line in reader.noise
                                if line.startswith("console"))  # fmt: skip
    reader.noise.clear()


def pages_of(page: Any) -> list[str]:
    """The words of each sheet of the page as printed."""
    data = page.pdf(format="A4", prefer_css_page_size=True)
    return [
        re.sub(r"\s+", " ", sheet.extract_text()) for sheet in pypdf.PdfReader(BytesIO(data)).pages
    ]


def test_no_card_is_cut_on_paper(reader: Reader) -> None:
    """The marker put at the head of each card and the one at its end are on one sheet, and the
    heading of a section is on that of its first card.
    """
    page = reader.open(big_report(60), width=1000)
    page.evaluate(
        """document.querySelectorAll('.item').forEach((item, i) => {
          const tag = () => document.createElement('span');
          const mark = (text) => Object.assign(tag(), { textContent: text });
          const tale = item.querySelector('.tale') ?? item;
          tale.prepend(mark(`AAA${i}AAA `)); tale.append(mark(` ZZZ${i}ZZZ`));
          const head = item.parentElement.querySelector(':scope > h2');
          if (head?.parentElement.querySelector('.item') === item) head.append(mark(`HHH${i}HHH`));
        })"""
    )
    sheets = pages_of(page)
    count = page.locator(".item").count()
    assert len(sheets) > 3 and count == 60
    for i in range(count):
        first = [n for n, text in enumerate(sheets) if f"AAA{i}AAA" in text]
        last = [n for n, text in enumerate(sheets) if f"ZZZ{i}ZZZ" in text]
        assert len(first) == 1 and first == last, f"carte {i} : {first}, {last}"
        head = [n for n, text in enumerate(sheets) if f"HHH{i}HHH" in text]
        assert head in ([], first), f"titre avant la carte {i} : {head}, {first}"


def test_paper_shows_every_passage_and_no_controls(reader: Reader) -> None:
    sheets = " ".join(pages_of(reader.open(sample_report(), color_scheme="dark")))
    assert sheets.count("Nous ouvrons une page nouvelle") >= 2
    assert "Tout afficher" not in sheets and "Clair ou sombre" not in sheets
