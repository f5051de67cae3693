"""Which categories and severities a reviewer marks errors with: the annotation profiles of the field, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from review.mqm import BY_ID, CATEGORIES, CORE, NON_TRANSLATION, SOURCE_ISSUE, CoreType, category, core_id
from review.types import Severity, Side

OLDER = ("accuracy/untranslated text", "style/awkward")
"""Names of older data: read, and not offered any more."""
OMISSION = "accuracy/omission"
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
SIDES: tuple[Side, ...] = get_args(Side)


@dataclass(frozen=True, slots=True)
class Choice:
    """A category to choose, with those under it; `whole` for one that speaks of all the segment, at one severity."""

    id: str
    name: str
    note: str = ""
    under: tuple[Choice, ...] = ()
    whole: Severity | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """A way of marking errors: what there is to choose on each side, how grave, and whether segments are scored.

    Without `target` choices an error has a severity only. `core` says that its categories are MQM-Core's.
    """

    id: str
    name: str
    target: tuple[Choice, ...]
    source: tuple[Choice, ...]
    severities: tuple[Severity, ...]
    scored: bool = False
    core: bool = False

    def category(self, named: str) -> str:
        """What the profile calls a category of the WMT typology; "" where it has none."""
        if not self.target:
            return ""
        return core_id(category(named).core) if self.core else category(named).id

    def severity(self, wanted: Severity) -> Severity:
        """The severity itself where the profile has it, else the one next to it."""
        return min(self.severities, key=lambda known: abs(SEVERITIES.index(known) - SEVERITIES.index(wanted)))


def _google() -> tuple[Choice, ...]:
    tops = (each for each in CATEGORIES if not each.subtype and each.side == "target")
    return tuple(
        Choice(top.id, _title(top.id), top.note, _under(top.id), "major" if top.id == NON_TRANSLATION else None)
        for top in tops
    )


def _under(top: str) -> tuple[Choice, ...]:
    own = (each for each in CATEGORIES if each.top == top and each.subtype and each.side == "target")
    return tuple(Choice(each.id, _title(each.subtype), each.note) for each in own if each.id not in OLDER)


def _core() -> tuple[Choice, ...]:
    return tuple(
        Choice(core_id(top.id), top.name, under=tuple(map(_core_choice, _types_of(top))))
        for top in CORE
        if top.id == top.parent
    )


def _types_of(top: CoreType) -> tuple[CoreType, ...]:
    """The types of a dimension that are marked in the target: omissions are not."""
    return tuple(each for each in CORE if each.parent == top.id != each.id and core_id(each.id) != OMISSION)


def _core_choice(core: CoreType) -> Choice:
    return Choice(core_id(core.id), core.name)


def _title(name: str) -> str:
    return name[0].upper() + name[1:]


SOURCE: tuple[Choice, ...] = tuple(
    Choice(id_, name, BY_ID[id_].note) for id_, name in ((OMISSION, "Omission"), (SOURCE_ISSUE, "Source issue"))
)
"""What is marked in the source, in every profile."""
PROFILES = (
    Profile("wmt", "Google/WMT MQM", _google(), SOURCE, ("neutral", "minor", "major")),
    Profile("core", "MQM-Core", _core(), SOURCE, ("neutral", "minor", "major", "critical"), core=True),
    Profile("esa", "ESA", (), SOURCE, ("minor", "major"), scored=True),
)


def told() -> list[dict[str, object]]:
    """The profiles for the screen, each with what it calls the categories and severities of findings."""
    return [_told(profile) for profile in PROFILES]


def _told(profile: Profile) -> dict[str, object]:
    return {
        "id": profile.id,
        "name": profile.name,
        "scored": profile.scored,
        "severities": list(profile.severities),
        **{side: [_shown(choice) for choice in getattr(profile, side)] for side in SIDES},
        "graded": {severity: profile.severity(severity) for severity in SEVERITIES},
        "called": {each.id: profile.category(each.id) for each in CATEGORIES},
    }


def _shown(choice: Choice) -> dict[str, object]:
    fields = {"id": choice.id, "name": choice.name, "note": choice.note, "whole": choice.whole}
    return fields | {"under": [_shown(each) for each in choice.under]}
