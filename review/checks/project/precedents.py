"""Precedents: how the other articles of a project render what an article names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from review.checks.reading.usages import Key


@dataclass(frozen=True, slots=True)
class Precedent:
    """A rendering, the title of an article that has it, and whether a reviewer stands behind it."""

    text: str
    article: str
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Precedents:
    """The rendering that holds for each thing."""

    of: Mapping[Key, Precedent] = field(default_factory=dict)
