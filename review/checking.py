"""Pairs that come as a stream, checked and put in an order of reading: many of them on all cores."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

from review.errors import UnreadableFile
from review.host.processes import in_order
from review.settings import PREFIX, settings
from review.types import Flags, Pair

if TYPE_CHECKING:
    from review.checks import AnyCheck, Project
    from review.rank import Risk

GROUP = 1000  # pairs of one article that are checked together when they come as a stream
BATCH = 200  # pairs, at least, that a process is given at a time
ALONE = 15
"""Batches that are checked here: more are worth the second that other processes take to start."""
YOUNG = 100_000
"""Objects that a batch may make before it is looked for cycles of garbage among them; it makes a tenth of that."""
LANGUAGES = 64  # pairs of languages whose glossary and style sheet are kept at hand in one run

PROJECT_FILES = {"glossary": "a table of terms (.tsv, .csv, .tbx)", "style": "a style sheet (.toml)"}
"""By their names among the options and settings, what a project's own files are."""

Group = tuple[Pair, ...]
"""Neighbours of one `doc`."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A pair, what the checks say of it, and how likely it holds a major error, with the reasons."""

    pair: Pair
    flags: Flags
    risk: Risk


@dataclass(frozen=True, slots=True)
class Batch:
    """Groups of pairs, and the user's own files that they are checked by; None for those that are set."""

    groups: tuple[Group, ...]
    glossary: Path | None
    style: Path | None
    rules: Path | None


def check(
    pairs: Iterable[Pair], glossary: Path | None = None, style: Path | None = None, rules: Path | None = None
) -> Iterator[Checked]:
    """The pairs checked, in their order; neighbours of one `doc` are seen together, up to GROUP of them.

    `glossary`, `style` and `rules`, the user's own, stand before the files that are set. Raises UnreadableFile, and
    WorkerEnded.
    """
    batches = (Batch(groups, glossary, style, rules) for groups in _batches(pairs))
    for batch in islice(batches, ALONE):
        yield from checked(batch)
    yield from chain.from_iterable(in_order(checked, batches))


def checked(batch: Batch) -> tuple[Checked, ...]:
    """The pairs of a batch checked, in their order. Raises UnreadableFile."""
    from review import rulebook
    from review.checks import flag_each

    in_use, more = rulebook.rules(batch.rules), grammar()
    project_of = lru_cache(LANGUAGES)(lambda langs: project(*langs, batch.glossary, batch.style))
    found: list[Checked] = []
    with _seldom_collected():
        for langs, run in groupby(batch.groups, key=lambda group: (group[0].source_lang, group[0].target_lang)):
            groups = tuple(run)
            for group, flags in zip(groups, flag_each(groups, project_of(langs), more, in_use), strict=True):
                found.extend(_ranked(group, flags))
    return tuple(found)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Meanwhile cycles of garbage are hardly looked for: frozen values make none, and to look takes 7 % of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(YOUNG, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _ranked(group: Group, flags: Flags) -> Iterator[Checked]:
    """The pairs of a group with what was found in them, and their risks."""
    from review import rank

    told = flags.by_pair()
    for pair, document in zip(group, rank.documents(group), strict=True):
        own = told.get(pair.id, Flags())
        yield Checked(pair, own, rank.explained(pair, own.findings, document))


def _batches(pairs: Iterable[Pair]) -> Iterator[tuple[Group, ...]]:
    """The pairs in groups, as many together as hold BATCH of them."""
    batch: list[Group] = []
    for _, run in groupby(pairs, key=lambda pair: pair.doc):
        while group := tuple(islice(run, GROUP)):
            batch.append(group)
            if sum(map(len, batch)) >= BATCH:
                yield tuple(batch)
                batch = []
    if batch:
        yield tuple(batch)


def project(source_lang: str, target_lang: str, *files: Path | None) -> Project:
    """What the glossary and the style sheet in those files say, else in those that are set. Raises UnreadableFile."""
    from review.checks.project import Project

    (glossary, style), known = files or (None, None), settings()
    named = glossary or known.glossary, style or known.style
    if not any(named):
        return Project()
    for path, kind in zip(named, PROJECT_FILES, strict=True):
        if path and not path.is_file():
            what, variable = PROJECT_FILES[kind], f"{PREFIX}{kind.upper()}"
            found = f"no such file, as --{kind} or the setting {variable} names it"
            raise UnreadableFile(str(path), "the file itself", found, what)
    from review.checks.project.reading import read_project

    return read_project(*named, source_lang, target_lang)


def grammar() -> tuple[AnyCheck, ...]:
    """The grammar checker, where it is asked for."""
    if not settings().harper:
        return ()
    from review.checks.extra.harper import CHECK

    return (CHECK,)
