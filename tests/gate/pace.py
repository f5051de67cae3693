"""How fast the checks are, beside pofilter's on the same segments: run `python -m tests.gate.pace`.

Processor time per segment with everything on: all checks, the rules, and the order of reading with its reasons. The two
are timed in turns in one process, each round on pairs that were not seen before, for what is remembered of a pair would
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
from review.checks.rules import SHIPPED
from review.types import Pair
from tests.gate.rated import corpus, is_here

CORPORA = ("wmt23_zhen", "ted_ende", "bio_ruen")
SEGMENTS = 1000
ROUNDS = 5
MICRO = 1e6

Pairs = Sequence[Pair]
Timed = Callable[[Pairs], object]


def pairs_of(name: str) -> tuple[Pair, ...]:
    """The first machine translations of a corpus, document by document, with no other translations beside them."""
    pairs = (replace(each.pair, alternatives=()) for each in corpus(name))
    return tuple(sorted(pairs, key=lambda pair: pair.doc)[:SEGMENTS])


def anew(pairs: Pairs, number: int) -> tuple[Pair, ...]:
    """The same texts as pairs of other ids and documents."""
    return tuple(replace(pair, id=f"{pair.id}#{number}", doc=f"{pair.doc}#{number}") for pair in pairs)


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


def in_turns(runs: Sequence[Timed], pairs: Pairs) -> list[float]:
    """The median time of each, after a round that only fills the tables of words."""
    rounds = [[spent(each, anew(pairs, number)) for each in runs] for number in range(ROUNDS + 1)]
    return [median(taken) for taken in zip(*rounds[1:], strict=True)]


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
    """What is run over a pair, by family; the first that needs a reading of the pair pays for it."""
    by_family: defaultdict[str, list[Check]] = defaultdict(list)
    for check in PAIRWISE:
        by_family[f"checks: {check.category.split('/')[0]}"].append(check)
    return {
        **{family: partial(looked_over, tuple(checks)) for family, checks in by_family.items()},
        "rules on style": lambda pairs: [SHIPPED.look(pair) for pair in pairs],
        "order of reading": lambda pairs: [rank.explained(pair, ()) for pair in pairs],
    }


def looked_over(checks: tuple[Check, ...], pairs: Pairs) -> int:
    """How many findings some checks make."""
    return sum(len(flags.findings) for flags in looked(checks, pairs))


def by_family(pairs: Pairs) -> dict[str, float]:
    """Microseconds for each pair by family; those over whole articles are taken together."""
    taken: defaultdict[str, float] = defaultdict(float)
    runs = families()
    for pair in pairs:
        for family, each in runs.items():
            taken[family] += spent(each, (pair,)) / len(pairs)
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
        pairs = pairs_of(name)
        taken = in_turns([ours, other] if other else [ours], pairs)
        beside = f", pofilter {taken[1]:.0f} µs: {taken[0] / taken[1]:.2f} times as long" if other else ""
        print(f"{name}: {taken[0]:.0f} µs a segment{beside}")  # noqa: T201
        for family, time in sorted(by_family(anew(pairs, -1)).items(), key=lambda each: -each[1]):
            print(f"    {family:28}{time:6.0f} µs")  # noqa: T201
        print(f"    a start on one pair: {start(pairs[0]):.2f} s")  # noqa: T201


if __name__ == "__main__":
    if is_here():
        _print_figures()
    else:
        print("the rated segments are not here: nothing to time")  # noqa: T201
