"""What is tried again because somebody else came first."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

Given = TypeVar("Given")


def attempted(act: Callable[[], Given], *, times: int, on: type[Exception]) -> Given:
    """What an act gives, tried so many times at most while it fails with that error; the last failure is raised."""
    for _ in range(times - 1):
        with suppress(on):
            return act()
    return act()
