"""What is worked out once and kept at hand: of words, of texts, of pairs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import islice
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

TOGETHER = 64
"""Pairs that are looked at together: each check sees all of them before the next one does."""
TEXTS = 4 * TOGETHER
"""Texts of which it is kept at hand what checks read in them: both sides of those pairs, and some alternatives."""


def together(pairs: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The pairs in runs that are looked at together."""
    return (pairs[start : start + TOGETHER] for start in range(0, len(pairs), TOGETHER))


class Remembered(dict[str, Value]):
    """What a function makes of words, worked out when first asked for; forgotten all at once when there are too many.

    A text's words are looked up in one go: `map(remembered.__getitem__, words)`.
    """

    def __init__(self, make: Callable[[str], Value], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, word: str) -> Value:
        if len(self) >= self._most:
            self.clear()
        value = self[word] = self._make(word)
        return value


class Recent(Generic[Key, Value]):
    """What a function makes of keys, of those together that are new; the `most` that came last are kept at hand."""

    def __init__(self, make: Callable[[Sequence[Key]], Sequence[Value]], most: int) -> None:
        self._make, self._most = make, most
        self._kept: dict[Key, Value] = {}
        self._lock = Lock()

    def of(self, keys: Sequence[Key]) -> list[Value]:
        """The values of the keys, in their order; may be asked by several threads."""
        found = [self._kept.get(key) for key in keys]
        new = list(dict.fromkeys(key for key, value in zip(keys, found, strict=True) if value is None))
        made = dict(zip(new, self._make(new), strict=True)) if new else {}
        with self._lock:
            self._kept.update(made)
            for key in list(islice(self._kept, max(0, len(self._kept) - self._most))):
                del self._kept[key]
        return [made[key] if value is None else value for key, value in zip(keys, found, strict=True)]
