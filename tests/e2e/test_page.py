"""The page as a reader uses it: filters, keys, addresses, passages, themes."""

from typing import Any

import pytest

from crosscheck.formats.view import View
from crosscheck.models import Report
from tests.formats.sample import lone_report, sample_report

from .conftest import Reader

SHOWN = ".item:not([hidden])"


def shown(page: Any) -> list[str]:
    """The ids of the findings and checks that are not filtered out, in the order of the page."""
    found: list[str] = page.eval_on_selector_all(SHOWN, "items => items.map(item => item.id)")
    return found


def here(page: Any) -> str:
    """The finding on which the reader stands."""
    found: str = page.evaluate("document.querySelector('.item.here')?.id ?? ''")
    return found


def verdict(report: Report, *names: str) -> set[str]:
    """The ids of the findings of some verdicts."""
    return {f.id for f in report.findings if f.verdict in names}


def test_every_finding_and_check_is_there_once(reader: Reader) -> None:
    report = sample_report()
    found = shown(reader.open(report))
    assert sorted(found) == sorted(x.id for x in (*report.findings, *report.checks))


@pytest.mark.parametrize(
    "verdicts",
    [["conflict"], ["disputed"], ["agree"], ["single"], ["check"], ["conflict", "agree"]],
)
def test_verdict_buttons(reader: Reader, verdicts: list[str]) -> None:
    report = sample_report()
    page = reader.open(report)
    for name in verdicts:
        page.click(f"button[data-verdict={name}]")
        assert page.get_attribute(f"button[data-verdict={name}]", "aria-pressed") == "true"
    expected = verdict(report, *verdicts) | (
        {check.id for check in report.checks} if "check" in verdicts else set()
    )
    assert set(shown(page)) == expected
    all_of_them = len(report.findings) + len(report.checks)
    count = page.inner_text("#count")
    assert count.startswith(f"{len(expected)} constat") and count.endswith(str(all_of_them))
    groups = page.eval_on_selector_all(".group:not([hidden])", "found => found.length")
    assert groups == len(verdicts)
    for name in verdicts:
        page.click(f"button[data-verdict={name}]")
    assert len(shown(page)) == all_of_them


def test_kind_and_source(reader: Reader) -> None:
    report = sample_report()
    page = reader.open(report)
    page.select_option("#kind", "money")
    assert set(shown(page)) == {f.id for f in report.findings if f.kind == "money"}
    page.select_option("#source", label="04-site – Lomo Infos")
    both = {f.id for f in report.findings if f.kind == "money" and "04-site" in f.group.articles}
    assert set(shown(page)) == both and both
    page.click("#reset")
    assert len(shown(page)) == len(report.findings) + len(report.checks)
    assert page.input_value("#kind") == "" and page.is_hidden("#reset")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("confederation", {"f2"}),
        ("CONFÉDÉRATION delta", {"f2"}),
        ("aide ecoles", {"f15"}),
        ("rien de tel", set()),
    ],
)
def test_search(reader: Reader, words: str, expected: set[str]) -> None:
    """Case and accents do not count; every word must be there."""
    page = reader.open(sample_report())
    page.fill("#q", words)
    found = set(shown(page))
    assert found == expected if len(expected) != 1 else expected <= found
    assert page.is_visible("#nothing") == (not found)


def test_keys(reader: Reader) -> None:
    page = reader.open(sample_report())
    order = shown(page)
    seen = []
    for _ in range(3):
        page.keyboard.press("j")
        seen.append(here(page))
        assert page.evaluate("location.hash") == f"#{seen[-1]}"
        assert page.evaluate("document.activeElement.id") == seen[-1]
    assert seen == order[:3]
    page.keyboard.press("k")
    assert here(page) == order[1]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("jk?o/")
    assert page.input_value("#q") == "jk?o/", "letters typed in a field are no commands"
    page.keyboard.press("Escape")
    assert page.input_value("#q") == "" and len(shown(page)) == len(order)
    page.keyboard.press("?")
    assert page.is_visible("dialog#keys")
    page.keyboard.press("Escape")
    assert page.is_hidden("dialog#keys")


def test_keys_follow_the_filter(reader: Reader) -> None:
    page = reader.open(sample_report())
    page.click("button[data-verdict=agree]")
    page.evaluate("document.activeElement.blur()")
    order = shown(page)
    for _ in range(len(order) + 2):
        page.keyboard.press("j")
    assert here(page) == order[-1]
    page.keyboard.press("o")
    assert page.evaluate(f"document.getElementById('{order[-1]}').open")
    page.keyboard.press("o")
    assert not page.evaluate(f"document.getElementById('{order[-1]}').open")


@pytest.mark.parametrize("name", ["f1", "f7", "f12", "k1"])
def test_address_of_a_finding(reader: Reader, name: str) -> None:
    """A link leads to the finding, opens it, and brings it back where a filter hides it."""
    page = reader.open(sample_report(), at=f"#{name}")
    assert here(page) == name
    assert page.locator(f"#{name} blockquote").first.is_visible()
    page.fill("#q", "rien de tel")
    assert page.is_hidden(f"#{name}")
    page.evaluate(f"location.hash = ''; location.hash = '{name}'")
    page.wait_for_selector(f"#{name}:not([hidden])")
    assert page.locator(f"#{name}").evaluate("e => e.getBoundingClientRect().top") < 900


def test_one_click_shows_both_passages(reader: Reader) -> None:
    page = reader.open(sample_report(), height=1200)
    page.click(".glance a >> nth=0")
    for side in page.locator("#f1 .side").all():
        box = side.bounding_box()
        assert box is not None and 0 <= box["y"] < 1200
    left, right = (side.bounding_box() for side in page.locator("#f1 .side").all())
    assert left["y"] == right["y"] and left["x"] < right["x"], "side by side"


def assert_exact(page: Any, report: Report) -> None:
    """Each passage is made of characters of its article, each mark of those of a claim."""
    texts = {claim.text for claim in report.claims}
    articles = [article.text for article in report.articles]
    passages = page.eval_on_selector_all(
        "blockquote",
        "all => all.map(b => [...b.childNodes].map(n => [n.nodeName, n.textContent]))",
    )
    assert passages
    for pieces in passages:
        whole = "".join(text for _, text in pieces)
        bare = whole.removeprefix("[…] ").removesuffix(" […]")
        assert "\x1b" in whole or "␛" in whole or any(bare in text for text in articles), whole
        marks = [text for name, text in pieces if name == "MARK"]
        assert marks and all(any(mark in text or text in mark for text in texts) for mark in marks)


def test_passages_are_the_characters_of_the_article(reader: Reader) -> None:
    report = sample_report()
    page = reader.open(report)
    assert_exact(page, report)
    view = View(report)
    for finding in report.findings[:6]:
        for claim in finding.group.claims:
            marks = page.locator(f"#{finding.id} mark").all_text_contents()
            assert claim.text in marks
            sentence = view.articles[claim.article].text[slice(*claim.sentence)]
            passages = page.locator(f"#{finding.id} blockquote").all_text_contents()
            assert any(sentence == p for p in passages) or len(sentence) > 300


@pytest.mark.parametrize("width", [1400, 800, 400])
@pytest.mark.parametrize("report", [sample_report(), lone_report()], ids=["sample", "lone"])
def test_nothing_is_wider_than_the_window(reader: Reader, report: Report, width: int) -> None:
    page = reader.open(report, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_theme(reader: Reader) -> None:
    """As the system says; the button says otherwise, and back."""
    page = reader.open(sample_report(), color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    light = page.evaluate(ground)
    page.click("#theme")
    assert dark != light and page.evaluate(ground) == dark


def test_without_script(reader: Reader) -> None:
    """Every word can be read, and nothing is shown that would not work."""
    page = reader.open(sample_report(), java_script_enabled=False)
    assert page.is_hidden(".filters")
    assert page.is_visible("#f1 blockquote >> nth=0")
    page.click("#f7 summary")
    assert page.is_visible("#f7 blockquote >> nth=0")


def test_english_page(reader: Reader) -> None:
    page = reader.open(sample_report(), language="en")
    assert page.get_attribute("html", "lang") == "en"
    page.click("button[data-verdict=conflict]")
    assert page.inner_text("#count") == "3 findings shown of 21"
    assert page.get_attribute("#f1 blockquote", "lang") == "fr"
