"""Nothing is printed over anything else, and nothing leaves its frame, at any width."""

import pytest

from crosscheck.models import Report
from tests.formats.sample import lone_report, sample_report

from .conftest import Reader

CLASHES = """() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, holder = node.parentElement;
    if (!node.data.trim() || holder.closest('.sr, .skip, script, style, option, dialog')) continue;
    if (!holder.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 1 && box.height > 1) lines.push({box, text: node.data.trim(), node});
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  const found = [];
  for (let i = 0; i < lines.length; i++)
    for (let j = i + 1; j < lines.length; j++) {
      const a = lines[i].box, b = lines[j].box;
      if (b.top > a.bottom) break;
      if (lines[i].node === lines[j].node) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 2 && high > 5) found.push(lines[i].text + ' / ' + lines[j].text);
    }
  return found;
}"""
"""Pairs of texts whose lines lie over each other."""
OUTSIDE = """() => [...document.querySelectorAll('svg text')].filter(text => {
  const box = text.getBoundingClientRect();
  return box.width > 0 && (box.left < 0 || box.right > document.documentElement.clientWidth);
}).map(text => text.textContent)"""
"""Words of drawings that the window cuts off."""
REPORTS = {"sample": sample_report(), "lone": lone_report()}


@pytest.mark.parametrize("width", [1400, 1152, 960, 800, 640, 400])
@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_no_words_lie_over_others(reader: Reader, report: Report, width: int) -> None:
    page = reader.open(report, width=width)
    page.eval_on_selector_all("details", "all => all.forEach(d => { d.open = true; })")
    assert page.evaluate(CLASHES) == []
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("width", [1400, 800])
def test_the_passages_of_a_contradiction_begin_on_one_line(reader: Reader, width: int) -> None:
    """Sentences side by side in a row of two start at the same height."""
    page = reader.open(sample_report(), width=width)
    tops = page.eval_on_selector_all(
        ".item.check .sides",
        """all => all.map(row => [...row.children].slice(0, 2)
             .map(p => Math.round(p.getBoundingClientRect().top)))""",
    )
    assert tops
    assert all(len(set(row)) == 1 for row in tops)
