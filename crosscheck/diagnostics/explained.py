"""What a code means, in words: for `crosscheck explain`, for SARIF, for `docs/codes.md`.

>>> explained(CODES["I101"]).label
'jour de semaine et date'
"""

from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.diagnostics.choose import DEFAULT_FAIL_ON, Choice
from crosscheck.diagnostics.codes import CODES, Code
from crosscheck.rules import table


@dataclass(frozen=True, slots=True)
class Explained:
    """A code and all that is said of it."""

    code: Code
    label: str
    what: str
    why: str
    example: str
    accept: str
    severity: str
    default: str
    """Whether it stops a run that sets nothing."""

    def rows(self) -> tuple[tuple[str, str], ...]:
        """`(("Quoi", "…"), …)`: what is said, under its title."""
        page = table("codes", "page")
        return (
            (page["what"], self.what),
            (page["why"], self.why),
            (page["example"], self.example),
            (page["severity"], f"{self.severity} ; {self.default}"),
            (page["accept"], self.accept),
        )

    def heading(self) -> str:
        """« C101 conflict.count — conflit : nombre »."""
        page = table("codes", "page")
        fields = {"code": self.code.code, "name": self.code.name, "label": self.label}
        return str(page["heading"]).format(**fields)

    def as_text(self) -> str:
        """For a terminal: a line for each thing said, without marks of Markdown."""
        width = max(len(title) for title, _ in self.rows()) + 2
        lines = [f"{title:<{width}}{text}" for title, text in self.rows()]
        return "\n".join([self.heading(), "", *lines]).replace("`", "") + "\n"

    def as_markdown(self) -> str:
        """The same as Markdown, for SARIF readers that show it."""
        lines = [f"- **{title}** : {text}" for title, text in self.rows()]
        return "\n".join([f"**{self.heading()}**", "", *lines]) + "\n"


def explained(code: Code) -> Explained:
    """What is said of a code; the words stand in `rules/fr/codes.toml`."""
    page, accept = table("codes", "page"), table("codes", "accept")
    verdict, _, kind = code.name.partition(".")
    if code.inner:
        said = table("codes", "rules")[code.name]
        way, label, example = "inner", said["label"], said["example"]
        severity = page[f"severity_{code.severity}"]
    else:
        said = table("codes", "verdicts")[verdict]
        way, example = "finding", table("codes", "examples")[verdict][kind]
        kinds = table("codes", "kinds")
        label = str(page["label"]).format(verdict=said["label"], kind=kinds[kind])
        severity = page["severity_finding"]
    if code.family == "notation":
        way = "notation"
    fails = Choice(fail_on=DEFAULT_FAIL_ON).fails(code.code, "medium")
    return Explained(
        code=code,
        label=label,
        what=said["what"],
        why=said["why"],
        example=example,
        accept=str(accept[way]).format(code=code.code),
        severity=severity,
        default=page["default_yes" if fails else "default_no"],
    )


def to_page() -> str:
    """Every code, as the page `docs/codes.md`."""
    return "\n".join(_page()) + "\n"


def listing() -> str:
    """Every code on a line of its own, for a terminal."""
    rows = [explained(code) for code in CODES.values()]
    width = max(len(row.code.name) for row in rows)
    return "".join(f"{r.code.code}  {r.code.name:<{width}}  {r.label}\n" for r in rows)


def _page() -> Iterator[str]:
    page, verdicts = table("codes", "page"), table("codes", "verdicts")
    yield f"# {page['title']}"
    yield ""
    yield page["intro"]
    sections: dict[str, list[Code]] = {}
    for code in CODES.values():
        sections.setdefault(code.code[0], []).append(code)
    for letter, codes in sections.items():
        yield ""
        if letter in "IN":
            yield f"## {page['inner' if letter == 'I' else 'notation']}"
            yield ""
            yield from _rules(codes)
            continue
        said = verdicts[codes[0].family]
        fields = {"letter": letter, "label": said["label"], "name": codes[0].family}
        yield "## " + str(page["verdict"]).format(**fields)
        yield ""
        yield f"{said['what']} {said['why']}"
        yield ""
        yield from _table(codes, ("column_code", "column_name", "column_about", "column_example"))
    accept = table("codes", "accept")
    yield ""
    yield f"## {page['accept']}"
    yield ""
    for way in ("finding", "inner", "notation"):
        yield f"- {str(accept[way]).format(code='CODE')}"


def _rules(codes: list[Code]) -> Iterator[str]:
    yield from _table(codes, ("column_code", "column_name", "what", "column_example"))


def _table(codes: list[Code], columns: tuple[str, ...]) -> Iterator[str]:
    page, kinds = table("codes", "page"), table("codes", "kinds")
    yield "| " + " | ".join(page[column] for column in columns) + " |"
    yield "|" + "---|" * len(columns)
    for code in codes:
        said = explained(code)
        about = said.what if code.inner else kinds[code.name.partition(".")[2]]
        yield f"| `{code.code}` | `{code.name}` | {about} | {said.example} |"
