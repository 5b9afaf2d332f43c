"use strict";
(() => {
  const all = (css, root = document) => [...root.querySelectorAll(css)];
  const one = (id) => document.getElementById(id);
  const items = all(".item");
  if (!items.length) return;

  // Filters. Words are compared without case or accents.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’]/g, "'").toLowerCase();
  const known = new Map();
  const wordsOf = (item) => {
    if (!known.has(item)) known.set(item, fold(item.textContent.replace(/\s+/g, " ")));
    return known.get(item);
  };
  const query = one("q");
  const kind = one("kind");
  const source = one("source");
  const count = one("count");
  const buttons = all(".verdicts button");
  const groups = all(".findings .sub, .findings .group");
  const pressed = () => buttons.filter((b) => b.getAttribute("aria-pressed") === "true").map((b) => b.dataset.verdict);

  const filter = () => {
    const verdicts = pressed();
    const parts = fold(query.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const data = item.dataset;
      const fits =
        (!verdicts.length || verdicts.includes(data.verdict)) &&
        (!kind.value || data.kind === kind.value) &&
        (!source.value || data.sources.split(" ").includes(source.value)) &&
        (!parts.length || parts.every((part) => wordsOf(item).includes(part)));
      item.hidden = !fits;
      shown += fits;
    }
    for (const group of groups) group.hidden = !group.querySelector(".item:not([hidden])");
    const some = verdicts.length || kind.value || source.value || query.value.trim();
    const said = !some ? count.dataset.all : shown > 1 ? count.dataset.many : count.dataset.one;
    count.textContent = said.replace("{n}", shown).replace("{all}", items.length);
    one("reset").hidden = !some;
    one("nothing").hidden = shown > 0;
  };
  const clear = () => {
    query.value = kind.value = source.value = "";
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
    filter();
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  }
  one("filters").addEventListener("submit", (event) => event.preventDefault());
  one("reset").addEventListener("click", () => { clear(); query.focus(); });
  for (const field of [query, kind, source]) field.addEventListener("input", filter);

  // Where the reader is: an address of its own for each finding, j and k from one to the next.
  let here = null;
  const go = (item, note = true) => {
    if (here) here.classList.remove("here");
    here = item;
    item.classList.add("here");
    if (item.tagName === "DETAILS") item.querySelector("summary").focus({ preventScroll: true });
    else item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "start" });
    if (note) history.replaceState(null, "", "#" + item.id);
  };
  const follow = () => {
    const target = one(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.matches(".item, .group")) return;
    if (target.hidden) clear();
    if (!target.matches(".item")) return;
    if (target.tagName === "DETAILS") target.open = true;
    go(target, false);
  };
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) follow();
  });

  const move = (by) => {
    const shown = items.filter((item) => !item.hidden);
    if (!shown.length) return;
    let next = shown.indexOf(here) + by;
    if (!here || here.hidden) {
      const below = shown.findIndex((item) => item.getBoundingClientRect().bottom > 80);
      next = by > 0 ? Math.max(below, 0) : below - 1;
    }
    go(shown[Math.min(Math.max(next, 0), shown.length - 1)]);
  };
  const toggle = () => { if (here && here.tagName === "DETAILS") here.open = !here.open; };

  const dialog = one("keys");
  one("help").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    const typing = event.target.closest("input, select, textarea");
    if (typing) {
      if (event.key === "Escape") {
        if (typing === query) { query.value = ""; filter(); }
        typing.blur();
      }
      return;
    }
    const keys = { j: () => move(1), k: () => move(-1), o: toggle, "?": () => dialog.showModal(), "/": () => { query.focus(); query.select(); } };
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  // Light or dark, as the system says until the reader says otherwise; for this page only.
  one("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });

  // On paper every passage is open.
  let closed = [];
  addEventListener("beforeprint", () => { closed = all("details:not([open])"); for (const d of closed) d.open = true; });
  addEventListener("afterprint", () => { for (const d of closed) d.open = false; });

  one("filters").closest("aside").hidden = false;
  document.documentElement.classList.add("ready");
  filter();
  if (location.hash) follow();
})();
