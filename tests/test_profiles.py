"""The profiles: sound as data, as the field has them, and able to be chosen from by single keys."""

from __future__ import annotations

import json

import pytest

from review.mqm import BY_ID, CATEGORIES, CORE, core_id, penalty
from review.profiles import PROFILES, SOURCE, Choice, Profile, told
from review.types import Severity

WMT, CORE_PROFILE, ESA = PROFILES
DIGITS, LETTERS = 9, 8
"""Keys for the top categories, and for those under one: a to h, for what comes behind has a meaning of its own."""


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
def test_a_profile_is_sound(profile: Profile) -> None:
    every = [*profile.source, *profile.target, *(each for top in profile.target for each in top.under)]
    assert len({choice.id for choice in every}) == len(every)
    assert all(choice.id == choice.id.lower() and choice.name for choice in every)
    assert len(profile.target) <= DIGITS
    assert all(len(top.under) <= LETTERS for top in profile.target)
    assert all(each.id.startswith(f"{top.id}/") for top in profile.target for each in top.under)
    assert all(penalty(choice.id, severity) >= 0 for choice in every for severity in profile.severities)
    assert profile.source == SOURCE


def ids(choices: tuple[Choice, ...]) -> set[str]:
    return {choice.id for choice in choices} | {each.id for choice in choices for each in choice.under}


def test_google_has_the_categories_of_the_campaigns() -> None:
    older = {"accuracy/untranslated text", "style/awkward"}
    assert ids((*WMT.target, *WMT.source)) == BY_ID.keys() - older
    assert [choice.id for choice in WMT.target if choice.whole] == ["non-translation!"]
    assert penalty("non-translation!", "major") == 25
    assert WMT.severities == ("neutral", "minor", "major")


def test_core_has_every_type_of_the_list() -> None:
    assert ids((*CORE_PROFILE.target, *CORE_PROFILE.source)) == {*(core_id(each.id) for each in CORE), "source issue"}
    assert CORE_PROFILE.severities == ("neutral", "minor", "major", "critical")


def test_esa_has_severities_and_a_score() -> None:
    assert (ESA.target, ESA.severities, ESA.scored) == ((), ("minor", "major"), True)
    assert not any(profile.scored for profile in PROFILES if profile != ESA)


@pytest.mark.parametrize(
    ("profile", "named", "expected"),
    [
        (WMT, "fluency/grammar", "fluency/grammar"),
        (WMT, "accuracy/gender mismatch", "accuracy"),
        (WMT, "no such thing", "other"),
        (CORE_PROFILE, "fluency/grammar", "linguistic conventions/grammar"),
        (CORE_PROFILE, "accuracy/mistranslation", "accuracy/mistranslation"),
        (CORE_PROFILE, "style/unnatural or awkward", "style/awkward style"),
        (CORE_PROFILE, "other", "other"),
        (ESA, "fluency/grammar", ""),
    ],
)
def test_a_finding_s_category_has_a_name_in_each_profile(profile: Profile, named: str, expected: str) -> None:
    assert profile.category(named) == expected


@pytest.mark.parametrize(
    ("profile", "wanted", "expected"),
    [
        (WMT, "critical", "major"),
        (WMT, "minor", "minor"),
        (CORE_PROFILE, "critical", "critical"),
        (ESA, "neutral", "minor"),
        (ESA, "critical", "major"),
    ],
)
def test_a_severity_that_there_is_not_is_the_next(profile: Profile, wanted: Severity, expected: Severity) -> None:
    assert profile.severity(wanted) == expected


def test_the_screen_is_told_all_of_it() -> None:
    shown = json.loads(json.dumps(told()))
    assert [profile["id"] for profile in shown] == ["wmt", "core", "esa"]
    for profile, sent in zip(PROFILES, shown, strict=True):
        assert sent["called"] == {each.id: profile.category(each.id) for each in CATEGORIES}
        assert set(sent["graded"].values()) <= set(profile.severities)
