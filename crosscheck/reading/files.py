"""Files and folders given on the command line, as articles and as what was not read.

Text is read here; every other format in a process that can be killed (`isolate`). Nothing is
raised for what a file holds: it is a `Skipped` with its reason, and the next one is read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from crosscheck.models import Article, Fact, Skipped
from crosscheck.reading.assembly import assemble
from crosscheck.reading.companions import sidecars_of
from crosscheck.reading.draft import Draft, Failed, Outcome, Remark, Unread, part_name
from crosscheck.reading.folders import STANDARD_INPUT, Source, expand, unique
from crosscheck.reading.isolate import Isolated
from crosscheck.reading.language import foreign_language
from crosscheck.reading.messages import megabytes, message
from crosscheck.reading.opening import file_bytes
from crosscheck.reading.registry import FORMATS, by_suffix, read_format, suffix_of
from crosscheck.reading.sidecar import LARGEST, read_sidecar
from crosscheck.reading.sniff import recognise, recognise_unnamed
from crosscheck.settings import Limits, Settings


def read_articles(
    paths: Iterable[str | Path],
    settings: Settings | None = None,
    *,
    stdin: BinaryIO | None = None,
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """The articles of files and folders, by id, and what was not read, by path.

    `articles, skipped = read_articles(["seeds"])`. Nothing is raised for a file that cannot be
    read: it is a `Skipped` with its reason. The order of `paths` changes nothing. « - » is read
    from `stdin`.
    """
    chosen = settings or Settings()
    skipped: list[Skipped] = []
    sources: dict[Path, Source] = {}
    for path in map(Path, paths):
        if str(path) == STANDARD_INPUT:
            sources.setdefault(path, Source(path, path))
            continue
        found, passed = expand(path, follow_links=chosen.follow_links)
        skipped += passed
        for source in found:
            sources.setdefault(source.real, source)
    articles, unread = read_sources(list(sources.values()), chosen, stdin=stdin)
    skipped += unread
    return articles, tuple(sorted(set(skipped), key=lambda skip: (skip.path, skip.reason)))


def read_sources(
    sources: Sequence[Source], settings: Settings | None = None, *, stdin: BinaryIO | None = None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """The articles of files that `expand` has found, by id, and what of them was not read."""
    chosen = settings or Settings()
    made: list[Article] = []
    skipped: list[Skipped] = []
    ids = unique_ids([source.path for source in sources])
    with Isolated(chosen.limits) as isolated:
        for source in sorted(sources, key=lambda source: str(source.path)):
            articles, passed = _read(source, ids[source.path], chosen.limits, isolated, stdin)
            made += articles
            skipped += passed
    return tuple(sorted(_renamed(made), key=lambda article: article.id)), tuple(skipped)


def unique_ids(files: Sequence[Path]) -> dict[Path, str]:
    """An id for each file: its stem, with the names of its folders where stems are alike.

    >>> sorted(unique_ids([Path("a/x.txt"), Path("b/x.txt"), Path("y.txt")]).values())
    ['a-x', 'b-x', 'y']
    """
    ids = {file: stem(file) for file in files}
    for depth in (1, 2, 3):
        count = Counter(ids.values())
        for file in files:
            folders = [name for name in file.parts[:-1] if name.strip("/.")]
            if count[ids[file]] > 1 and len(folders) >= depth:
                ids[file] = f"{folders[-depth]}-{ids[file]}"
    ordered = sorted(files, key=str)
    return dict(zip(ordered, unique([ids[file] for file in ordered]), strict=True))


def stem(file: Path) -> str:
    """The name of a file without what tells its format: `stem(Path("a/bilan.meta.txt"))`."""
    if str(file) == STANDARD_INPUT:
        return "stdin"
    suffix = suffix_of(file.name)
    return file.name[: -len(suffix)] if suffix else file.name


def _renamed(articles: Sequence[Article]) -> list[Article]:
    """The articles with ids of their own, where a part is called like another file."""
    ids = unique([article.id for article in articles])
    return [replace(a, id=i) if a.id != i else a for a, i in zip(articles, ids, strict=True)]


def _read(
    source: Source, name: str, limits: Limits, isolated: Isolated, stdin: BinaryIO | None
) -> tuple[list[Article], list[Skipped]]:
    """The articles of one file, and what of it could not be read."""
    path = str(source.path)
    said, wrong = _sidecar(source)
    try:
        data = _bytes(source, limits, stdin)
        if not data:
            raise Unread("empty")
        if path == STANDARD_INPUT:
            format, remark = recognise_unnamed(data), None
        else:
            format, remark = recognise(data, suffix_of(source.path.name))
        _hold(data, format, limits)
        outcomes = _outcomes(format, data, limits, isolated)
    except Unread as reason:
        passed = source.in_folder and reason.key in _NOTHING
        return [], [*wrong, Skipped(path, str(reason), error=not passed)]
    noticed = [remark] if remark else []
    articles, skipped = [], list(wrong)
    for number, outcome in enumerate(outcomes, 1):
        one = name if len(outcomes) == 1 else f"{name}-{number}"
        read = _article(outcome, one, path, said if len(outcomes) == 1 else _shared(said), noticed)
        if isinstance(read, Article):
            articles.append(read)
        else:
            passed = source.in_folder and isinstance(outcome, Failed) and outcome.key in _NOTHING
            skipped.append(Skipped(read.path, read.reason, error=not passed))
    return articles, skipped


_NOTHING = frozenset({"no_json_article", "no_xml_article"})
"""Reasons for which a file found in a folder is passed over and is no error."""


_OWN = re.compile(r"\s*#?\s*Audit croisé : ")
"""How the audits of crosscheck itself begin: one left among the articles is none of them."""


def _shared(said: Sequence[Fact]) -> tuple[Fact, ...]:
    """What a sidecar says of all the articles of a file: not their title."""
    return tuple(fact for fact in said if fact.field != "title")


def _bytes(source: Source, limits: Limits, stdin: BinaryIO | None) -> bytes:
    if str(source.path) != STANDARD_INPUT:
        known = by_suffix(suffix_of(source.path.name))
        most = max(
            (getattr(limits, FORMATS[name].limit) for name in known), default=limits.document
        )
        return file_bytes(source.real, most, article=most == limits.text)
    if stdin is None:
        raise Unread("standard_input")
    data = stdin.read(limits.document + 1)
    if len(data) > limits.document:
        limit = megabytes(limits.document)
        raise Unread("too_large", size=f"> {limit}", limit=limit)
    return data


def _hold(data: bytes, format: str, limits: Limits) -> None:
    """Holds what a file turned out to be against the limit of its format."""
    limit = getattr(limits, FORMATS[format].limit)
    if len(data) > limit:
        key = "too_long" if limit == limits.text else "too_large"
        raise Unread(key, size=megabytes(len(data)), limit=megabytes(limit))


def _outcomes(format: str, data: bytes, limits: Limits, isolated: Isolated) -> tuple[Outcome, ...]:
    if FORMATS[format].in_worker:
        return isolated.read(format, data)
    return read_format(format, data, limits)


def _sidecar(source: Source) -> tuple[tuple[Fact, ...], list[Skipped]]:
    """What a file beside this one says of it; a broken one is told, and the article read."""
    if str(source.path) == STANDARD_INPUT:
        return (), []
    for beside in sidecars_of(source.path):
        if not beside.is_file():
            continue
        try:
            return read_sidecar(file_bytes(beside.resolve(), LARGEST), beside.name), []
        except Unread as reason:
            return (), [Skipped(str(beside), str(reason))]
    return (), []


def _article(
    outcome: Outcome, name: str, path: str, said: Sequence[Fact], noticed: Sequence[Remark]
) -> Article | Skipped:
    """One article of a file, or why there is none."""
    where = part_name(outcome.part)
    if isinstance(outcome, Failed):
        return Skipped(path, f"{where} : {outcome}" if where else str(outcome))
    reason = _refused(outcome)
    if reason:
        return Skipped(path, f"{where} : {reason}" if where else reason)
    return assemble(outcome, id=name, path=path, said=said, noticed=noticed)


def _refused(draft: Draft) -> str:
    """Why a text is no article for us; nothing when it is one."""
    if not draft.text.strip():
        return message("reasons", "no_word")
    if _OWN.match(draft.text):
        return message("reasons", "own_report")
    foreign = foreign_language(draft.text)
    return message("reasons", "foreign_language", language=foreign) if foreign else ""
