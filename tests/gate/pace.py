"""How fast the checks are, beside pofilter's on the same segments: run `python -m tests.gate.pace`.

Processor time per segment with everything on: all checks, the rules, and the order of reading with its reasons. The two
are timed in turns in one process, each round on texts that were not seen before, for what is remembered of a text would
be no measure. It is the time of one core: from some thousand segments on, the command uses all of them. The peer is
translate-toolkit's StandardChecker with all its filters; it is no dependency, and is left out where it cannot be
imported.

Last comes what a start costs: processor time of the command on one pair, when its word tables are in the cache folder.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from os import times
from statistics import median
from subprocess import DEVNULL, run
from time import process_time

from review import flow, rank
from review.checks import PAIRWISE, ArticleCheck, Check, Project, checks_of
from review.checks.base import looked
from review.checks.reading.remembered import together
from review.checks.rules import SHIPPED
from review.types import Pair
from tests.gate.rated import corpus, is_here

CORPORA = ("wmt23_zhen", "ted_ende", "bio_ruen")
SEGMENTS = 600  # of a round, at most
ROUNDS = 5
MICRO = 1e6

Pairs = Sequence[Pair]
Timed = Callable[[Pairs], object]


def rounds_of(name: str) -> list[Pairs]:
    """The machine translations of a corpus, document by document, with no other translations beside them, in parts.

    One part only fills the tables of words, and one is for the families; the others are the rounds.
    """
    pairs = [replace(each.pair, alternatives=()) for each in corpus(name)]
    pairs.sort(key=lambda pair: pair.doc)
    size = min(SEGMENTS, len(pairs) // (ROUNDS + 2))
    return [pairs[start : start + size] for start in range(0, (ROUNDS + 2) * size, size)]


def ours(pairs: Pairs) -> int:
    """How many findings everything together makes."""
    return sum(len(checked.flags.findings) for checked in flow.check(pairs))


def peer() -> Timed | None:
    """What runs all of pofilter's filters over pairs; None where it is not installed."""
    if find_spec("translate") is None:
        return None
    base, filters = (import_module(f"translate.{name}") for name in ("storage.base", "filters.checks"))
    checker = filters.StandardChecker()

    def run(pairs: Pairs) -> int:
        found = 0
        for pair in pairs:
            unit = base.TranslationUnit(pair.source)
            unit.target = pair.target
            found += len(checker.run_filters(unit))
        return found

    return run


def spent(timed: Timed, pairs: Pairs) -> float:
    """Microseconds of processor time for each pair."""
    begun = process_time()
    timed(pairs)
    return (process_time() - begun) / len(pairs) * MICRO


def in_turns(runs: Sequence[Timed], rounds: Sequence[Pairs]) -> list[list[float]]:
    """The times of each in each round, after a first one that only fills the tables of words."""
    taken = [[spent(each, pairs) for each in runs] for pairs in rounds]
    return [list(times) for times in zip(*taken[1:], strict=True)]


def start(pair: Pair) -> float:
    """Seconds of processor time of the command on one pair, when what it keeps in the cache folder is there."""
    line = json.dumps({name: getattr(pair, name) for name in ("id", "source", "target", "source_lang", "target_lang")})
    before = 0.0
    for _ in range(2):
        before = _of_children()
        run([sys.executable, "-m", "review.cli", "check", "-"], input=line.encode(), stdout=DEVNULL, check=True)
    return _of_children() - before


def _of_children() -> float:
    spent = times()
    return spent.children_user + spent.children_system


def families() -> dict[str, Timed]:
    """What is run over pairs, by family; the first that needs a reading of a pair pays for it."""
    by_family: defaultdict[str, list[Check]] = defaultdict(list)
    for check in PAIRWISE:
        by_family[f"checks: {check.category.split('/')[0]}"].append(check)
    return {
        **{family: partial(looked, tuple(checks)) for family, checks in by_family.items()},
        "rules on style": SHIPPED.looked,
        "order of reading": lambda pairs: [rank.explained(pair, ()) for pair in pairs],
    }


def by_family(pairs: Pairs) -> dict[str, float]:
    """Microseconds for each pair by family; those over whole articles are taken together."""
    taken: defaultdict[str, float] = defaultdict(float)
    runs = families()
    for some in together(pairs):
        for family, each in runs.items():
            taken[family] += spent(each, some) * len(some) / len(pairs)
    taken["checks over an article"] = spent(_over_articles, pairs)
    return dict(taken)


def _over_articles(pairs: Pairs) -> None:
    articles: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        articles[pair.doc].append(pair)
    for check in checks_of(Project()):
        if isinstance(check, ArticleCheck):
            for article in articles.values():
                list(check.find([pair for pair in article if check.reads(pair)]))


def _print_figures() -> None:
    other = peer()
    if other is None:
        print("translate-toolkit is not installed: no peer to compare with")  # noqa: T201
    for name in CORPORA:
        *rounds, last = rounds_of(name)
        mine, *others = in_turns([ours, other] if other else [ours], rounds)
        print(f"{name}: {median(mine):.0f} µs a segment{_beside(mine, *others)}")  # noqa: T201
        for family, time in sorted(by_family(last).items(), key=lambda each: -each[1]):
            print(f"    {family:28}{time:6.0f} µs")  # noqa: T201
        print(f"    a start on one pair: {start(last[0]):.2f} s")  # noqa: T201


def _beside(mine: Sequence[float], theirs: Sequence[float] = ()) -> str:
    """How the rounds compare with the peer's: the median of their ratios, for a busy machine slows both alike."""
    if not theirs:
        return ""
    times = median(own / other for own, other in zip(mine, theirs, strict=True))
    return f", pofilter {median(theirs):.0f} µs: {times:.2f} times as long"


if __name__ == "__main__":
    if is_here():
        _print_figures()
    else:
        print("the rated segments are not here: nothing to time")  # noqa: T201
