"""A sample is drawn the same for the same seed, and its interval holds what it promises, by counting every outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.history import review_of
from review.judged.events import Event, Sample
from review.judged.sampling import (
    MOST,
    TAIL,
    Estimate,
    bounds,
    draw,
    estimates,
    newest_sample,
    pool_of,
    score_of,
    signature,
)
from review.judgements import Correction, Dismissal, Draft, ErrorSpan, Judgement, StatusChange, Value
from review.types import Article, Flags, Severity, Span
from tests.reviewed import AT, DOUBLED, FLAGS, LIBRARY, WELCOMED, article_of, reviewed

IDS = tuple(f"a1-{number}" for number in range(1, 41))
ARTICLE = article_of([(f"第{n}句。", f"Sentence {n}.") for n in range(1, 41)])
APPROVED, QUESTION, OPEN = StatusChange("approved"), StatusChange("question"), StatusChange("unreviewed")


def error(severity: Severity = "major") -> ErrorSpan:
    return ErrorSpan(Span(0, 8), "Sentence", "accuracy/mistranslation", severity)


@given(st.sets(st.text(max_size=5), max_size=30), st.integers(0, 40), st.integers(), st.randoms())
def test_the_same_seed_draws_the_same_pairs(pool: set[str], size: int, seed: int, chance: object) -> None:
    listed = sorted(pool)
    drawn = draw(listed, size, seed)
    assert len(set(drawn)) == len(drawn) == min(size, len(pool))
    assert set(drawn) <= pool
    assert draw(listed[::-1], size, seed) == drawn
    assert draw(listed, size + 1, seed)[:size] == drawn


def test_a_drawing_is_the_one_that_another_program_would_make() -> None:
    """The order is that of `printf '4711\\0a1-4' | b2sum -l 128` for each id."""
    assert draw(IDS[:8], 4, 4711) == ("a1-4", "a1-6", "a1-1", "a1-5")
    assert draw(IDS[:8], 4, 4712) != draw(IDS[:8], 4, 4711)
    assert len(draw([str(n) for n in range(2 * MOST)], 2 * MOST, 1)) == MOST


def test_every_pair_is_drawn_about_as_often_as_any_other() -> None:
    """Of 4,000 drawings of 10 of 40 each pair is in 1,000, give or take 27 for one standard deviation."""
    drawn = [pair for seed in range(4000) for pair in draw(IDS, 10, seed)]
    assert all(880 < drawn.count(pair) < 1120 for pair in IDS)


@pytest.mark.parametrize("pool", [1, 2, 7, 16, 30])
def test_the_interval_holds_the_truth_at_least_95_times_in_100(pool: int) -> None:
    """Over all numbers of pairs with an error, and all outcomes of a sample of any size, each by its chance."""
    for read in range(pool + 1):
        spans = [bounds(missed, read, pool) for missed in range(read + 1)]
        for truth in range(pool + 1):
            held = sum(
                comb(truth, missed) * comb(pool - truth, read - missed)
                for missed, (low, high) in enumerate(spans)
                if low <= truth <= high
            )
            assert Fraction(held, comb(pool, read)) >= 1 - 2 * TAIL


@given(st.integers(0, 60).flatmap(lambda pool: st.tuples(st.integers(0, pool), st.just(pool))), st.data())
def test_the_interval_holds_what_was_seen_and_reading_all_leaves_no_doubt(
    sizes: tuple[int, int], data: st.DataObject
) -> None:
    read, pool = sizes
    missed = data.draw(st.integers(0, read))
    low, high = bounds(missed, read, pool)
    assert missed <= low <= high <= pool - (read - missed)
    assert low * read <= missed * pool <= high * read or not read
    assert bounds(missed, pool, pool) == (missed, missed) if missed <= pool else True
    assert bounds(read - missed, read, pool) == (pool - high, pool - low)


@pytest.mark.parametrize(
    ("missed", "read", "low", "high"),
    [
        (0, 20, 0.0, 0.1684),
        (1, 20, 0.0013, 0.2487),
        (5, 20, 0.0866, 0.4910),
        (10, 100, 0.0490, 0.1762),
        (3, 3, 0.2924, 1.0),
    ],
)
def test_for_a_large_pool_it_is_the_interval_of_clopper_and_pearson(
    missed: int, read: int, low: float, high: float
) -> None:
    """The bounds are those that R gives for binom.test(missed, read)$conf.int."""
    pool = 200_000
    assert [bound / pool for bound in bounds(missed, read, pool)] == pytest.approx([low, high], abs=1e-4)


def test_what_cannot_have_been_drawn_is_refused() -> None:
    for wrong in ((-1, 2, 3), (3, 2, 3), (1, 4, 3)):
        with pytest.raises(ValueError, match="expected 0 <= missed <= read <= pool"):
            bounds(*wrong)


def drawn(pairs: tuple[str, ...] = IDS[:4], *, pool: int = 40, minutes: int = 0) -> Event:
    return Event("e", "a1", "Ana", AT + timedelta(minutes=minutes), Sample(pairs, 4711, len(pairs), pool))


def estimate_of(*acts: tuple[int, str, Value], event: Event | None = None, article: Article = ARTICLE) -> Estimate:
    """What the sample says after acts, one before the drawing for each minute that it comes after AT."""
    judgements, versions = [], dict[int, int]()
    for minute, (number, reviewer, value) in enumerate(acts):
        pair, version = f"a1-{number}", versions.get(number, 0)
        judgements.append(Judgement(f"j{minute}", pair, version, reviewer, AT + timedelta(minutes=minute), value))
        versions[number] = version + isinstance(value, Correction)
    review = review_of(article, judgements)
    (found,) = estimates(review, [event or drawn()], judgements)
    return found


@pytest.mark.parametrize(
    ("values", "verdict", "severity"),
    [
        ([], "open", ""),
        ([APPROVED], "clean", ""),
        ([APPROVED, OPEN], "open", ""),
        ([QUESTION], "open", ""),
        ([Draft("x")], "open", ""),
        ([Dismissal("x")], "open", ""),
        ([Correction("Better.")], "missed", ""),
        ([Correction("Better."), Correction("Sentence 1.")], "open", ""),
        ([Correction("Better."), Correction("Sentence 1."), APPROVED], "clean", ""),
        ([error("minor")], "missed", "minor"),
        ([error("minor"), error("critical"), Correction("Better."), APPROVED], "missed", "critical"),
        ([error(), replace(error(), withdrawn=True), APPROVED], "clean", ""),
        ([Correction("Better."), QUESTION], "missed", ""),
    ],
)
def test_a_pair_is_judged_by_what_was_said_since_it_was_drawn(values: list[Value], verdict: str, severity: str) -> None:
    first = estimate_of(*((1, "Ana", value) for value in values)).readings[0]
    assert (first.verdict, first.severity) == (verdict, severity)
    before = estimate_of(*((1, "Ana", value) for value in values), event=drawn(minutes=len(values)))
    assert before.readings[0].verdict == "open"


def test_an_estimate_counts_what_was_read_and_says_what_was_not() -> None:
    done = estimate_of((1, "Ana", APPROVED), (2, "Bo", error("minor")), (3, "Bo", Correction("Better.")))
    assert (done.drawn, done.read, done.missed, done.finished) == (4, 3, 2, False)
    assert done.severities == (("minor", 1), ("", 1))
    assert done.reviewers == ("Ana", "Bo")
    assert (done.low, done.high) == bounds(2, 3, 40)
    assert done.expected == pytest.approx(40 * 2 / 3)
    assert estimate_of(event=drawn(("a1-1", "elsewhere"))).readings[1].verdict == "gone"
    none = estimate_of()
    assert (none.read, none.expected, none.low, none.high) == (0, 0.0, 0, 40)


def test_a_score_has_the_pedigree_of_its_sample() -> None:
    done = estimate_of((1, "Ana", APPROVED), (2, "B|o", error("minor")), (3, "Ana", APPROVED), (4, "Ana", APPROVED))
    score = score_of(done)
    assert (score.value, score.segments, score.higher_is_better) == (25.0, 4, False)
    assert (score.low, score.high) == (100 * done.low / 40, 100 * done.high / 40)
    told = dict(field.split(":", 1) for field in signature(done).split("|"))
    assert told | {"version": ""} == {
        "drawn": "4",
        "read": "4",
        "pool": "40",
        "of": "unread",
        "seed": "4711",
        "interval": "hypergeometric 95",
        "by": "Ana",
        "at": AT.isoformat(),
        "readers": "Ana+B/o",
        "version": "",
    }


def test_the_pool_has_no_pair_with_an_open_finding() -> None:
    article = article_of(LIBRARY, article_id="lib")
    untouched = reviewed(article)
    assert pool_of(untouched, FLAGS) == ("lib-1", "lib-3", "lib-6")
    acts = ((2, "ana", Dismissal(DOUBLED.key)), (3, "ana", APPROVED), (6, "ana", Correction("")))
    assert pool_of(reviewed(article, acts), FLAGS) == ("lib-1", "lib-2")
    assert pool_of(reviewed(article, acts), FLAGS, unread=False) == ("lib-1", "lib-2", "lib-3")
    assert pool_of(untouched, Flags((WELCOMED,)), unread=False) == ("lib-1", "lib-2", "lib-3", "lib-6")


def test_the_newest_sample_is_the_one_in_work() -> None:
    first, second = drawn(), replace(drawn(), id="f")
    assert newest_sample(()) is None
    assert newest_sample((first, second)) == second
