"""How fast the checks are, beside pofilter's on the same segments: run `python -m tests.gate.pace`.

Processor time per segment with everything on: all checks, the rules, and the order of reading with its reasons. The two
are timed in turns in one process, each round on pairs that were not seen before, for what is remembered of a pair
would be no measure. The peer is translate-toolkit's StandardChecker with all its filters; it is no dependency, and is
left out where it cannot be imported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from statistics import median
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


def spent(run: Timed, pairs: Pairs) -> float:
    """Microseconds of processor time for each pair."""
    start = process_time()
    run(pairs)
    return (process_time() - start) / len(pairs) * MICRO


def in_turns(runs: Sequence[Timed], pairs: Pairs) -> list[float]:
    """The median time of each, after a round that only fills the tables of words."""
    rounds = [[spent(run, anew(pairs, number)) for run in runs] for number in range(ROUNDS + 1)]
    return [median(times) for times in zip(*rounds[1:], strict=True)]


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
    return sum(len(looked(checks, pair).findings) for pair in pairs)


def by_family(pairs: Pairs) -> dict[str, float]:
    """Microseconds for each pair by family; those over whole articles are taken together."""
    times: defaultdict[str, float] = defaultdict(float)
    runs = families()
    for pair in pairs:
        for family, run in runs.items():
            times[family] += spent(run, (pair,)) / len(pairs)
    times["checks over an article"] = spent(_over_articles, pairs)
    return dict(times)


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
        times = in_turns([ours, other] if other else [ours], pairs)
        beside = f", pofilter {times[1]:.0f} µs: {times[0] / times[1]:.2f} times as long" if other else ""
        print(f"{name}: {times[0]:.0f} µs a segment{beside}")  # noqa: T201
        for family, time in sorted(by_family(anew(pairs, -1)).items(), key=lambda each: -each[1]):
            print(f"    {family:28}{time:6.0f} µs")  # noqa: T201


if __name__ == "__main__":
    if is_here():
        _print_figures()
    else:
        print("the rated segments are not here: nothing to time")  # noqa: T201
