"""A sample as the screen asks for it and tells of it: honest while it is small or unfinished."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review.judged.events import Event, Sample
from review.judged.sampled import about, sentences, words_of
from review.judged.sampling import MOST, Estimate, Reading, bounds, pool_of
from review.judgements import Dismissal, StatusChange
from review.rank.queue import Risks
from review.ui.component.views import View, desk_of, matching
from review.ui.sampling import Asked, read_asked, sampling_of
from tests.reviewed import AT, DOUBLED, FLAGS, LIBRARY, article_of, reviewed

ABOUT = "The checks pass over errors in about 35 of the 140 pairs: 1 to 112 of them (1 to 80 %), at 95 % confidence."
ID = "00000000-0000-4000-8000-000000000001"


@pytest.mark.parametrize(
    ("draw", "asked"),
    [
        ({"id": ID, "size": 20, "unread": True}, Asked(ID, 20, unread=True)),
        ({"id": ID, "size": 1, "unread": False}, Asked(ID, 1, unread=False)),
        ({"id": ID, "size": MOST + 1, "unread": True}, None),
        ({"id": ID, "size": 0, "unread": True}, None),
        ({"id": ID, "size": "20", "unread": True}, None),
        ({"id": "x", "size": 20, "unread": True}, None),
        ({"size": 20}, None),
        (None, None),
        ([], None),
    ],
)
def test_what_is_asked_for_is_read_with_suspicion(draw: object, asked: Asked | None) -> None:
    assert read_asked(draw) == asked


def estimate(clean: int, missed: int, unread: int, *, pool: int = 140, gone: int = 0) -> Estimate:
    verdicts = ["clean"] * clean + ["missed"] * missed + ["open"] * unread + ["gone"] * gone
    readings = tuple(
        Reading(f"p{n}", verdict, "major" if verdict == "missed" else "")  # type: ignore[arg-type]
        for n, verdict in enumerate(verdicts)
    )
    sample = Sample(tuple(reading.pair for reading in readings), 4711, len(readings), pool)
    return Estimate(Event("e", "a1", "Ana", AT, sample), sample, readings, *bounds(missed, clean + missed, pool))


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            estimate(0, 0, 20),
            ["0 of 20 read, none with an error.", "It is not finished: the figures rest on what was read so far."],
        ),
        (
            estimate(20, 0, 0),
            [
                "20 of 20 read, none with an error.",
                "The checks pass over errors in at most 21 of the 140 pairs (15 %), at 95 % confidence.",
            ],
        ),
        (
            estimate(3, 1, 1),
            [
                "4 of 5 read, 1 with an error (1 major).",
                ABOUT,
                "It is not finished: the figures rest on what was read so far.",
            ],
        ),
        (
            estimate(3, 1, 0, gone=1),
            [
                "4 of 5 read, 1 with an error (1 major).",
                ABOUT,
                "It is small: take the range, not the figure.",
                "1 of it went with another alignment.",
            ],
        ),
        (
            estimate(3, 1, 0, pool=4),
            [
                "4 of 4 read, 1 with an error (1 major).",
                "The checks pass over errors in 1 of the 4 pairs, all of which were read.",
            ],
        ),
    ],
)
def test_a_sample_says_what_it_is_worth(made: Estimate, said: list[str]) -> None:
    assert list(sentences(made)) == said


def test_a_sample_says_what_was_drawn_from_what() -> None:
    assert about(estimate(2, 0, 0)) == "140 unread pairs without findings, 2 drawn by Ana with the seed 4711"
    every = replace(estimate(2, 0, 0), sample=replace(estimate(2, 0, 0).sample, unread=False))
    assert about(every).startswith("140 pairs without findings")
    assert words_of(every) == (f"{about(every)}.", *sentences(every))


def test_a_sample_is_looked_at_in_the_order_of_drawing() -> None:
    review = reviewed(article_of(LIBRARY, article_id="lib"))
    desk = desk_of(review, FLAGS, Risks(review, FLAGS), ("lib-6", "lib-1", "elsewhere"))
    assert matching(desk, View("sample")) == ("lib-6", "lib-1")
    assert set(matching(desk, View("sample", order="worst"))) == {"lib-6", "lib-1"}
    assert matching(desk_of(review, FLAGS, Risks(review, FLAGS)), View("sample")) == ()


def test_the_browser_is_told_from_how_many_pairs_could_be_drawn() -> None:
    acts = ((1, "ana", StatusChange("approved")), (2, "ana", Dismissal(DOUBLED.key)))
    review = reviewed(article_of(LIBRARY, article_id="lib"), acts)
    desk = desk_of(review, FLAGS, Risks(review, FLAGS))
    pools = {"unread": len(pool_of(review, FLAGS)), "all": len(pool_of(review, FLAGS, unread=False))}
    assert sampling_of(desk, None)["pools"] == pools
    assert sampling_of(desk, None) == {
        "pools": {"unread": 3, "all": 4},
        "size": 20,
        "most": MOST,
        "newest": None,
    }
    told = sampling_of(desk, estimate(3, 1, 2))["newest"]
    assert (told["drawn"], told["read"], told["left"]) == (6, 4, 2)
    assert "seed:4711" in told["signature"]
