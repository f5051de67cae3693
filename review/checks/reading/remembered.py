"""What is worked out of a word once, and kept at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")


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
