"""The list of articles, kept at hand: a line is read again only when its article was judged, aligned or released."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from threading import Lock

from review.store import Entry, Store

FEW = 20
"""Articles up to which each is read by itself: more are read faster all at once."""
Stamp = tuple[tuple[int, int], int]
"""Of an article its edition and newest judgement, which change with what the line says, and how many events it has."""


class Listed:
    """The newest entries of a store's articles."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._stamps: Mapping[str, Stamp] = {}
        self._entries: Mapping[str, Entry] = {}

    def entries(self) -> tuple[Entry, ...]:
        """All articles as the list shows them, in the order of adding."""
        with self._lock:
            stamps, known = self._now(), self._stamps
            changed = [article for article, stamp in stamps.items() if known.get(article) != stamp]
            read = self._read(changed)
            self._entries = {article: read.get(article) or self._entries[article] for article in stamps}
            self._stamps = stamps
            return tuple(self._entries.values())

    def _now(self) -> dict[str, Stamp]:
        events = Counter(event.article for event in self._store.events())
        return {article: (stamp, events[article]) for article, stamp in self._store.stamps().items()}

    def _read(self, articles: list[str]) -> dict[str, Entry]:
        if len(articles) > FEW:
            return {entry.id: entry for entry in self._store.entries()}
        found = (self._store.entry(article) for article in articles)
        return {entry.id: entry for entry in found if entry}
