"""How far a long piece of work is, told to whoever asked."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], None]
"""Takes the share that is done, 0 to 1; called with growing shares, and not more often than a person can see."""


def unseen(share: float) -> None:
    """Progress that nobody looks at."""
    del share
